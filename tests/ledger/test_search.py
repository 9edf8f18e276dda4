"""Search finds any run of letters in any script, wherever it stands in a word; on both stores alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from dragoman.ledger.store import Ledger, open_ledger
from dragoman.model.entry import Entry
from tests.factory import document

TEXTS = {
    "ko": "북한군이 쿠르스크에서 훈련을 받았다고 밝혔다.",
    "ru": "Россия передала Северной Корее зенитные комплексы в Курской области.",
    "uk": "Україна підтвердила, що сили КНДР перебувають у Курщині.",
    "fr": "L’Élysée a confirmé 100 % des livraisons à l’Ukraine.",
    "en": "The ministry's tool_kit went to Kursk, it said; \"quoted\" words too.",
}
CASES = [
    ("쿠르스크", "ko"), ("훈련", "ko"), ("쿠르", "ko"), (unicodedata.normalize("NFD", "쿠르스크"), "ko"),
    ("курск", "ru"), ("КОРЕ", "ru"), ("зенитн", "ru"), ("курщин", "uk"), ("élysée", "fr"), ("100 %", "fr"), ("tool_kit", "en"),
    ('"quoted"', "en"), ("Kursk, it", "en"),
]  # fmt: skip


@pytest.fixture
def ledger(store: str) -> Iterator[Ledger]:
    with open_ledger(store) as found:
        found.add(Entry(document(text, language=language), (), ()) for language, text in TEXTS.items())
        yield found


def test_substrings_are_found(ledger: Ledger) -> None:
    ids = {document(text, language=language).id: language for language, text in TEXTS.items()}
    for words, language in CASES:
        assert [ids[one] for one in ledger.find(words)] == [language], words


def test_what_is_not_there_is_not_found(ledger: Ledger) -> None:
    for words in ("평양에서", "Берлин", "toolxkit", "100 x", "", "   ", "NOT", "a OR b", "*", "\\"):
        assert ledger.find(words) == (), words


def test_a_document_is_named_by_its_path_or_its_id(ledger: Ledger) -> None:
    one = document(TEXTS["ko"], language="ko")
    assert ledger.named(one.id) == ledger.named(one.id[:19]) == ledger.named(one.id.removeprefix("sha256:")[:12]) == (one.id,)
    assert one.id in ledger.named(one.source_id)
    for none in ("", " ", "%", "none.md", "sha256:_"):
        assert ledger.named(none) == ()
    assert ledger.languages() == dict.fromkeys(sorted(TEXTS), 1)
