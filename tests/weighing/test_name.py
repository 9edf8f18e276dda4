"""Names of sources: an article may be left out, a first name may not."""

from __future__ import annotations

import pytest

from dragoman.weighing.name import known_name


@pytest.mark.parametrize(("words", "name"), [
    ("the NIS", known_name("NIS")), ("L’AFP", known_name("AFP")), ("Biden", "joe biden"), ("Joe Biden", "joe biden"),
    ("Jill Biden", "jill biden"), ("the Biden", "the biden"), ("Provincial KCNA", "provincial kcna"), ("", ""),
])  # fmt: skip
def test_only_an_article_is_dropped(words: str, name: str) -> None:
    assert known_name(words) == name
