"""From entries and their weighing to the rows of a dossier: one pure step, whatever the language of the page."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.dossier.atlas import find_points
from dragoman.dossier.disagreement import find_disagreements
from dragoman.dossier.documents import find_documents
from dragoman.dossier.evidence import find_evidence
from dragoman.dossier.headline import find_headline
from dragoman.dossier.judgement import find_judgements
from dragoman.dossier.loss import find_losses
from dragoman.dossier.network import find_edges
from dragoman.dossier.row import is_between, names_both, row_of
from dragoman.dossier.shelf import Reported, shelve, split
from dragoman.dossier.statement import find_statements
from dragoman.dossier.support import find_support
from dragoman.dossier.timeline import find_timeline
from dragoman.dossier.view import Dossier
from dragoman.model.document import Rejected
from dragoman.model.entry import Entry
from dragoman.model.fact import Weighing


def build_dossier(
    entries: tuple[Entry, ...],
    weighing: Weighing,
    rejected: tuple[Rejected, ...] = (),
    pair: tuple[str, str] | None = None,
    made_on: str | None = None,
) -> Dossier:
    """Lay out a dossier. Facts that are not between the pair asked for are kept, apart, in `beyond`.

    pair: two ISO 3166-1 alpha-3 codes, None for every state. made_on: the day to print, None for none; no clock is read.
    Every fact with a claim in `entries` is in at least one view, every claim in `evidence`.
    """
    entries = tuple(sorted(entries, key=_when_printed))  # once, for documents and sentences alike
    shelf = shelve(entries)
    reports, statements, supposed = split(weighing, shelf)
    near, near_said, near_thought = _between(pair, entries, (reports, statements, supposed))
    rows = tuple(row_of(one, shelf) for one in near)
    support, losses = find_support(rows, pair), find_losses(near, shelf)
    told = ids_of(reports)
    said = find_statements(near_said, shelf, told)
    thought = find_judgements(near_thought, shelf, told | ids_of(statements))
    documents = find_documents(entries, weighing.descents)
    return Dossier(
        pair=pair,
        made_on=made_on,
        headline=find_headline(rows, support, losses, (said, thought), (documents, len(rejected))),
        support=support,
        timeline=find_timeline(rows, pair),
        losses=losses,
        points=find_points(rows),
        edges=find_edges(rows),
        statements=said,
        disagreements=find_disagreements(weighing, shelf, ids_of((*near, *near_said, *near_thought))),
        judgements=thought,
        beyond=tuple(row_of(one, shelf) for one in reports if not is_between(one, pair)),
        words_beyond=len(statements) - len(near_said) + len(supposed) - len(near_thought),
        documents=documents,
        rejected=rejected,
        evidence=find_evidence(shelf),
    )


_Sorts = tuple[tuple[Reported, ...], tuple[Reported, ...], tuple[Reported, ...]]


def _between(pair: tuple[str, str] | None, entries: tuple[Entry, ...], sorts: _Sorts) -> _Sorts:
    """Of reports, statements and suppositions those that the pair is asked about; what is said or thought in a document on both is."""
    reports, statements, supposed = sorts
    close = frozenset(one.document.id for one in entries if names_both(one.claims, pair))
    return (
        tuple(one for one in reports if is_between(one, pair)),
        tuple(one for one in statements if one.head.document_id in close),
        tuple(one for one in supposed if one.head.document_id in close or is_between(one, pair)),
    )


def _when_printed(entry: Entry) -> tuple[str, str]:
    """Documents are read in the order in which they were printed, those without a date last."""
    return (entry.document.published or "9999", entry.document.id)


def ids_of(reported: Iterable[Reported]) -> frozenset[str]:
    """The ids of some facts."""
    return frozenset(one.fact.id for one in reported)
