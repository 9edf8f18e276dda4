"""What changed between two weighings: facts added, revised, disputed, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.model.fact import Cell, Fact
from dragoman.weighing.profile import bounds_words

ChangeKind = Literal["added", "revised", "disputed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is not what it was. before, after: None where there was none, or is none any more. what: the changes, in words."""

    kind: ChangeKind
    before: Fact | None
    after: Fact | None
    what: tuple[str, ...]


def find_changes(before: Iterable[Fact], after: Iterable[Fact]) -> tuple[FactChange, ...]:
    """Changes from one state of the facts to a later one, in order of kind and id.

    A fact is the same as before if they share a claim: the one that it shares most with. A fact of new claims alone is
    added; one none of whose claims is left is withdrawn. "disputed" is a fact that became so; all else is revised.
    """
    old = {claim: fact for fact in before for claim in fact.claim_ids}
    found: list[FactChange] = []
    followed: set[str] = set()
    for fact in after:
        ancestors = [old[claim] for claim in fact.claim_ids if claim in old]
        followed.update(one.id for one in ancestors)
        if not ancestors:
            found.append(FactChange("added", None, fact, ()))
            continue
        nearest = max(ancestors, key=lambda one: (ancestors.count(one), one.id))
        what = _differences(nearest, fact, len({one.id for one in ancestors}))
        if what:
            disputed = fact.disputed and not nearest.disputed
            found.append(FactChange("disputed" if disputed else "revised", nearest, fact, what))
    gone = {fact.id: fact for fact in old.values() if fact.id not in followed}
    found += [FactChange("withdrawn", fact, None, ()) for fact in gone.values()]
    return tuple(sorted(found, key=_order))


def _order(one: FactChange) -> tuple[str, str]:
    fact = one.after or one.before
    return one.kind, fact.id if fact else ""


def words_of(cell: Cell) -> str:
    """A cell's value in words: an amount as one, a source as it is called."""
    if cell.name == "source":
        return cell.label
    return bounds_words(cell.value) if cell.name == "quantity" else cell.value


def _differences(before: Fact, after: Fact, ancestors: int) -> tuple[str, ...]:
    what = []
    if ancestors > 1:
        what.append(f"joined from {ancestors} facts")
    gone = len(set(before.claim_ids) - set(after.claim_ids))
    new = len(set(after.claim_ids) - set(before.claim_ids))
    what += [
        f"{count} claim{'' if count == 1 else 's'} {how}" for count, how in ((new, "more"), (gone, "less")) if count
    ]
    old, now = ({cell.name: words_of(cell) for cell in fact.cells} for fact in (before, after))
    what += [
        f"{name} {old.get(name) or '–'} → {now.get(name) or '–'}"
        for name in dict.fromkeys((*old, *now))
        if old.get(name) != now.get(name)
    ]
    grades = [
        f"{one.grade.source}{one.grade.report} {one.grade.evidence}/{one.grade.agreement}" for one in (before, after)
    ]
    if grades[0] != grades[1]:
        what.append(f"grade {grades[0]} → {grades[1]}")
    if before.disputed != after.disputed:
        what.append("now disputed" if after.disputed else "no longer disputed")
    return tuple(what)
