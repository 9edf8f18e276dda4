"""What is said of a changed fact, in the words of the interface: weighing says it in English."""

from __future__ import annotations

import re

from dragoman.dossier import label
from dragoman.dossier.wording import Wording, mark

_FIXED = {"now disputed": mark("now disputed"), "no longer disputed": mark("no longer disputed")}
_JOINED = re.compile(r"joined from (\d+) facts")
_CLAIMS = re.compile(r"(\d+) claims? (more|less)")
_FORMER = re.compile(
    r"(item|quantity|period|place|stage|status|source) (.*)", re.DOTALL
)  # of a fact that was withdrawn
_CELL = re.compile(r"(\w+) (.*) → (.*)", re.DOTALL)


def change_words(what: str, wording: Wording) -> str:
    """One change in words; what is of no known form stays as it is, and so do the values of cells that have no label.

    >>> from dragoman.dossier.wording import word
    >>> change_words("2 claims more", word("fr"))
    '2 affirmations de plus'
    """
    if what in _FIXED:
        return wording.text(_FIXED[what])
    if found := _JOINED.fullmatch(what):
        return wording.text("joined from %(count)s facts", count=found[1])
    if found := _CLAIMS.fullmatch(what):
        count = int(found[1])
        if found[2] == "more":
            return wording.many("%(count)s claim more", "%(count)s claims more", count)
        return wording.many("%(count)s claim less", "%(count)s claims less", count)
    if found := _CELL.fullmatch(what):
        before, after = (_value(found[1], one, wording) for one in found.group(2, 3))
        return f"{_name(found[1], wording)}{wording.text(': ')}{before} → {after}"
    if found := _FORMER.fullmatch(what):
        return f"{_name(found[1], wording)}{wording.text(': ')}{_value(found[1], found[2], wording)}"
    return what


def _name(name: str, wording: Wording) -> str:
    if name == "grade":
        return wording.text("grade")
    return wording.text(label.CELLS[name]) if name in label.CELLS else name


def _value(name: str, value: str, wording: Wording) -> str:
    labels: dict[str, str] = {"stage": label.STAGES, "status": label.STATUSES}.get(name, {})
    return wording.text(labels[value]) if value in labels else value
