"""A row of any of the sets to its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.coding.datasets import acled, gdelt, icews, polecat, ucdp
from dragoman.coding.datasets.row import BadRow, Row, row_of
from dragoman.coding.datasets.told import Setting, Told, claim_of
from dragoman.model.claim import Claim
from dragoman.model.document import Document

Coder = tuple[Callable[[Row], Setting], Callable[[Row], Iterator[Told]]]
_CODERS: dict[str, Coder] = {
    "acled": (acled.setting_of, acled.told_by), "ucdp": (ucdp.setting_of, ucdp.told_by),
    "gdelt": (gdelt.setting_of, gdelt.told_by), "icews": (icews.setting_of, icews.told_by),
    "polecat": (polecat.setting_of, polecat.told_by),
}  # fmt: skip


def code_row(document: Document) -> tuple[Claim, ...]:
    """The claims of a row, in order of its columns. document: one whose `dataset` is set. Raises BadRow, saying what is wrong with it."""
    row = row_of(document)
    setting_of, told_by = _CODERS[row.dataset.key]
    try:
        setting = setting_of(row)
        return tuple(claim_of(row, told, setting) for told in told_by(row))
    except BadRow as error:
        raise BadRow(f"row {row.name.text.partition(' event ')[2]} of {row.dataset.name}: {error}") from error
