"""Judgements and predictions: what somebody thinks, expects or holds possible, with who does."""

from __future__ import annotations

from dragoman.dossier.cell import direction_of, refer_all, show_period, show_sources, show_statuses, surface_of
from dragoman.dossier.shelf import Reported, Shelf
from dragoman.dossier.view import JudgementRow, Shown


def find_judgements(supposed: tuple[Reported, ...], shelf: Shelf, elsewhere: frozenset[str]) -> tuple[JudgementRow, ...]:
    """One row a supposition, in the words of its head claim; predictions first, then what is possible, then views.

    elsewhere: ids of facts that another view shows in full.
    """
    rows = [_row(one, shelf, one.fact.id not in elsewhere) for one in supposed]
    return tuple(sorted(rows, key=lambda one: (one.is_judgement, one.status.value != "predicted")))


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
    )
