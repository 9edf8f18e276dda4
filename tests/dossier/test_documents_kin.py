"""Documents of one line that are no copies of each other are shown beside each other, and none is called a copy."""

from __future__ import annotations

from dragoman.dossier.documents import find_documents
from dragoman.model.entry import Entry
from dragoman.model.fact import Descent
from tests.factory import document

ONE, TWO, THREE = (document(f"Report {number} on one statement.", publisher=f"Paper {number}") for number in range(3))


def test_a_line_by_source_is_no_copy() -> None:
    entries = tuple(Entry(one, (), ()) for one in (ONE, TWO, THREE))
    lines = (Descent((ONE.id, THREE.id), "tell one thing from KCNA within days", "origin"), Descent((ONE.id, TWO.id), "share text"))
    first, second, third = find_documents(entries, lines)
    assert [(one.numbers, one.reason) for one in first.kin] == [((3,), "tell one thing from KCNA within days")]
    assert (second.copy_of, second.kin) == (1, ())
    assert (third.copy_of, [one.numbers for one in third.kin]) == (None, [(1,)])
