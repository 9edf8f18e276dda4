"""The headline: counts, and for each direction and kind the fact with most behind it."""

from __future__ import annotations

from dragoman.dossier.document_rows import DocumentRow
from dragoman.dossier.fact_rows import FactRow, LossGroup, LossRow, SupportGroup
from dragoman.dossier.said_rows import JudgementRow, StatementRow
from dragoman.dossier.shown import Party
from dragoman.dossier.view import Headline, HeadlineDirection, HeadlineFlow, HeadlineLoss

MAX_DIRECTIONS = 4
MAX_KINDS = 6
MAX_LOSSES = 4
UNFULFILLED = frozenset({"denied", "negated", "conditional", "planned"})


def is_fulfilled(row: FactRow | LossRow) -> bool:
    """Whether somebody reports it as so: more than denied, hanging on a condition, or planned."""
    return any(one.value not in UNFULFILLED for one in row.statuses)


def has_only(row: FactRow, *statuses: str) -> bool:
    """Whether every claim of a fact has one of some statuses."""
    return all(one.value in statuses for one in row.statuses)


def strength(row: FactRow | LossRow) -> tuple[int, int, bool, str]:
    """Sort key: most originators, then most documents, then undisputed, then by id. No hidden score."""
    return (-row.grade.originators, -row.grade.documents, row.disputed, row.fact_id)


def find_headline(
    rows: tuple[FactRow, ...],
    support: tuple[SupportGroup, ...],
    losses: tuple[LossGroup, ...],
    words: tuple[tuple[StatementRow, ...], tuple[JudgementRow, ...]],
    received: tuple[tuple[DocumentRow, ...], int],
) -> Headline:
    """Count and choose. words: statements and judgements. received: documents, and how many inputs were rejected."""
    documents, rejected = received
    originators = {one.value.name for row in rows for one in row.sources if one.value.name}
    directions = [one for one in support if one.side] or list(support)
    lost = tuple(found for one in losses for found in _lost(one))
    return Headline(
        documents=len(documents),
        publishers=len({one.publisher for one in documents if one.publisher}),
        originators=len(originators),
        facts=len(rows),
        directions=tuple(found for one in directions[:MAX_DIRECTIONS] if (found := _direction(one)) is not None),
        losses=lost[:MAX_LOSSES],
        more_losses=len(lost[MAX_LOSSES:]),
        planned=sum(has_only(one, "planned") for one in rows),
        denied=sum(has_only(one, "denied", "negated") for one in rows),
        disputed=sum(one.disputed for one in rows),
        statements=len(words[0]),
        judgements=len(words[1]),
        unread=sum(any(warning.code == "unread_language" for warning in one.warnings) for one in documents),
        rejected=rejected,
    )


def _direction(group: SupportGroup) -> HeadlineDirection | None:
    by_kind: dict[str, list[FactRow]] = {}
    for row in group.rows:
        if is_fulfilled(row):
            by_kind.setdefault(row.dealing.value.flow or "", []).append(row)
    if not by_kind:
        return None
    flows = [HeadlineFlow(min(some, key=_telling), len(some)) for some in by_kind.values()]
    flows.sort(key=lambda one: (-one.facts, strength(one.row)))
    return HeadlineDirection(group.direction, group.side, tuple(flows[:MAX_KINDS]), len(flows[MAX_KINDS:]))


def _telling(row: FactRow) -> tuple[bool, tuple[int, int, bool, str]]:
    return (not any(one.value.role in ("item", "money") for one in row.quantities), strength(row))


def _lost(group: LossGroup) -> list[HeadlineLoss]:
    """The losses of one kind, side by side: "Pakistan, 30 wounded" alone would hide that its dead are counted too."""
    by_side: dict[tuple[Party, ...], list[LossRow]] = {}
    for row in group.rows:
        if is_fulfilled(row):
            by_side.setdefault(row.victims.value, []).append(row)
    found = [HeadlineLoss(min(some, key=strength), len(some)) for some in by_side.values()]
    return sorted(found, key=lambda one: strength(one.row))
