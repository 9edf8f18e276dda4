"""Judgements and predictions: what somebody thinks, expects or holds possible, with who does."""

from __future__ import annotations

from dataclasses import replace

from dragoman.dossier.cell import direction_of, refer_all, show_period, show_sources, show_statuses, surface_of
from dragoman.dossier.said_rows import JudgementRow
from dragoman.dossier.shelf import Reported, Shelf
from dragoman.dossier.shown import Shown


def find_judgements(
    supposed: tuple[Reported, ...], shelf: Shelf, elsewhere: frozenset[str]
) -> tuple[JudgementRow, ...]:
    """One row a supposition, in the words of its head claim; predictions first, then what is possible, then views.

    elsewhere: ids of facts that another view shows in full.
    """
    by_words: dict[tuple[object, ...], JudgementRow] = {}
    for one in supposed:
        row = _row(one, shelf, one.fact.id not in elsewhere)
        key = (row.words.value, row.source.value, row.status.value, row.is_judgement)
        by_words[key] = _join(by_words[key], row) if key in by_words else row
    return tuple(sorted(by_words.values(), key=lambda one: (one.is_judgement, one.status.value != "predicted")))


def _join(row: JudgementRow, other: JudgementRow) -> JudgementRow:
    words = replace(row.words, references=row.words.references + other.words.references)
    return replace(row, words=words, also=row.also + ((other.fact_id,) if other.home else ()))


def _row(reported: Reported, shelf: Shelf, home: bool) -> JudgementRow:
    head = reported.head
    direction = direction_of(head)
    shown = Shown(direction, "party", refer_all((head,), "party")) if direction.senders or direction.receivers else None
    words = surface_of(head, head.content or head.evidence, shelf)
    return JudgementRow(
        fact_id=reported.fact.id,
        source=show_sources(reported.claims, shelf)[0],
        status=show_statuses(reported.claims)[0],
        is_judgement=head.factuality.status not in ("predicted", "possible"),
        certainty=head.factuality.certainty,
        words=Shown(words, "content", refer_all(reported.claims, "content")),
        period=show_period(reported, shelf),
        direction=shown,
        home=home,
        also=(),
    )
