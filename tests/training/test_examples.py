"""The examples that the heads learn from: every mark opens, closes and covers a word."""

from __future__ import annotations

import pytest

from training.encoder.batching import packed
from training.encoder.marked import BadMark, Mark, read_marks, read_rows, words_of
from training.encoder.settings import EXAMPLES

FILES = (
    ("attribution_en", 0, "en"), ("attribution_fr", 0, "fr"), ("factuality_en", 0, "en"), ("factuality_fr", 0, "fr"), ("events", 4, None),
)  # fmt: skip


@pytest.mark.parametrize(("name", "column", "language"), FILES, ids=[row[0] for row in FILES])
def test_every_mark_covers_a_word(name: str, column: int, language: str | None) -> None:
    rows = list(read_rows(EXAMPLES / f"{name}.tsv"))
    assert len(rows) > 300
    for row in rows:
        text, marks = read_marks(row[column])
        assert "<" not in text, text
        words = words_of(text, language or row[1])
        for mark in marks:
            assert words.inside(mark.start, mark.end), (mark, text)
            assert mark.value is None or -3 <= mark.value <= 3


def test_both_sides_of_a_pair_have_one_type() -> None:
    types: dict[str, set[tuple[str, str]]] = {}
    for row in read_rows(EXAMPLES / "events.tsv"):
        types.setdefault(row[0], set()).add((row[2], row[3]))
    assert all(len(some) == 1 for some in types.values())


def test_marks_nest() -> None:
    text, marks = read_marks("<t1>The raid, <s2>Kyiv</s2> <c2>said</c2>, failed</t1>")
    assert text == "The raid, Kyiv said, failed"
    assert marks[-1] == Mark("t", "1", None, 0, len(text))
    assert [text[m.start : m.end] for m in marks] == ["Kyiv", "said", text]


@pytest.mark.parametrize("text", ["<s>open", "shut</s>", "<s>one</t>"])
def test_a_mark_left_open_or_never_opened_is_refused(text: str) -> None:
    with pytest.raises(BadMark):
        read_marks(text)


def test_a_thing_larger_than_the_room_stands_alone() -> None:
    assert packed([9, 3, 4, 5], lambda n: n, 8) == [[9], [3, 4], [5]]
