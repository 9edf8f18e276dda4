"""Documents of one line that are no copies of each other are shown beside each other, and none is called a copy."""

from __future__ import annotations

from dragoman.dossier.documents import find_documents
from dragoman.dossier.fact_line import Choice, find_lines, line_of
from dragoman.model.entry import Entry
from dragoman.model.fact import Descent
from dragoman.weighing.origin import imprints_of
from dragoman.weighing.weigh import weigh
from tests.factory import claim, document

ONE, TWO, THREE = (document(f"Report {number} on one statement.", publisher=f"Paper {number}") for number in range(3))


def test_a_line_by_source_is_no_copy() -> None:
    entries = tuple(Entry(one, (), ()) for one in (ONE, TWO, THREE))
    lines = (Descent((ONE.id, THREE.id), "tell one thing from KCNA within days", "origin"), Descent((ONE.id, TWO.id), "share text"))
    first, second, third = find_documents(entries, lines)
    assert [(one.numbers, one.reason) for one in first.kin] == [((3,), "tell one thing from KCNA within days")]
    assert (second.copy_of, second.kin) == (1, ())
    assert (third.copy_of, [one.numbers for one in third.kin]) == (None, [(1,)])


def test_words_are_looked_for_in_every_document_of_a_fact() -> None:
    claims = {one.id: one for one in (claim(each, loss=("killed", 9, 9, 9), when="2025") for each in (ONE, TWO))}
    facts = weigh((ONE, TWO), tuple(claims.values())).facts
    (line,) = (line_of(one, claims, imprints_of((ONE, TWO)), {}) for one in facts)
    assert set(line.document_ids) == {ONE.id, TWO.id}
    assert line.document_ids[0] == line.document
    for each in (ONE, TWO):
        assert find_lines([line], Choice(documents=frozenset({each.id}))) == (line,)
    assert find_lines([line], Choice(documents=frozenset({THREE.id}))) == ()
