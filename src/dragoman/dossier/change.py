"""What changed since the last dossier, marked on the page: added, disputed, revised, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.dossier.shelf import Shelf, shelve
from dragoman.dossier.statement import sentences_of
from dragoman.dossier.view import ChangeRow, Dossier
from dragoman.model.entry import Entry
from dragoman.weighing.change import FactChange, words_of

_ORDER = ("withdrawn", "disputed", "revised", "added")  # what was said last time and holds no more comes first


def with_changes(dossier: Dossier, changes: Iterable[FactChange], entries: tuple[Entry, ...]) -> Dossier:
    """The dossier with what changed. entries: those of the dossier."""
    shelf = shelve(entries)
    rows = [_row(one, shelf) for one in sorted(changes, key=lambda one: _ORDER.index(one.kind))]
    return replace(dossier, changes=tuple(rows))


def _row(change: FactChange, shelf: Shelf) -> ChangeRow:
    fact = change.after or change.before
    claims = tuple(shelf.claims[one] for one in (fact.claim_ids if fact else ()) if one in shelf.claims)
    gone = change.before.cells if change.before and not change.after else ()
    former = tuple(f"{one.name} {words_of(one) if one.name == 'quantity' else one.label}" for one in gone)
    return ChangeRow(
        change.kind, change.after.id if change.after else None, sentences_of(claims, shelf), change.what or former
    )
