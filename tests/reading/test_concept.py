"""Concepts in a text: by form and by lemma, in several words, the longest first, and not where the part of speech is another."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from dragoman.reading.concept import find_concepts, pieces_of
from tests.reading.hand_tree import tree

# label, language, words of the tree, "words=CONCEPT" expected in order
CASES = [
    ("a verb by its lemma", "en", "Moscow/=/PROPN/nsubj/1 sent/send/VERB/root/-1/Past aid/=/NOUN/obj/1", ["sent=SEND", "aid=AID_GENERIC"]),
    ("a noun is no verb", "en", "The/the/DET/det/1 ship/=/NOUN/nsubj/2 left/leave/VERB/root/-1/Past", ["ship=CIVIL_SHIP", "left=LEAVE"]),
    ("the longest wins", "fr", "Deux/deux/NUM/nummod/1 lance-roquettes/=/NOUN/obj/2 partent/partir/VERB/root/-1/Pres", ["lance-roquettes=MLRS", "partent=LEAVE"]),
    ("of is one word in any form", "fr", "Des/de/DET/det/1 obus/=/NOUN/root/-1 d’/de/ADP/case/3 artillerie/=/NOUN/nmod/1", ["obus d’artillerie=ARTILLERY_SHELL"]),
    ("a straight apostrophe too", "fr", "Des/de/DET/det/1 obus/=/NOUN/root/-1 d'/de/ADP/case/3 artillerie/=/NOUN/nmod/1", ["obus d'artillerie=ARTILLERY_SHELL"]),
    ("several words", "en", "An/a/DET/det/4 air/=/NOUN/compound/2 defence/=/NOUN/compound/4 missile/=/NOUN/compound/4 system/=/NOUN/root/-1", None),
    ("a reflexive verb", "fr", "L’/le/DET/det/1 armée/=/NOUN/nsubj/4 s’/se/PRON/expl/4 est/être/AUX/aux/4 retirée/retirer/VERB/root/-1/Part", ["armée=ARMED_FORCES", "retirée=WITHDRAW"]),
    ("capitals of a headline", "fr", "Le/le/DET/det/1 Déploiement/déploiement/PROPN/root/-1 de/=/ADP/case/3 Troupes/troupe/PROPN/nmod/1", ["Déploiement=DEPLOY", "Troupes=TROOPS"]),
    ("a participle for an adjective", "fr", "Dix/dix/NUM/nummod/1 soldats/soldat/NOUN/root/-1 tués/tuer/ADJ/amod/1/VerbForm=Part", ["soldats=TROOPS", "tués=KILL"]),
    ("an adjective in a noun’s place", "en", "They/they/PRON/nsubj/1 counted/count/VERB/root/-1/Past 300/=/NUM/nummod/3 dead/=/ADJ/obj/1", ["dead=DEAD"]),
    ("an adjective is no noun", "en", "The/the/DET/det/2 dead/=/ADJ/amod/2 letter/=/NOUN/root/-1", ["letter=LETTER"]),
    ("a verb is no noun", "en", "They/they/PRON/nsubj/1 ship/=/VERB/root/-1/Pres rice/=/NOUN/obj/1", ["ship=SHIP", "rice=RICE"]),
    ("no concept", "fr", "Il/lui/PRON/nsubj/1 pleut/pleuvoir/VERB/root/-1/Pres beaucoup/=/ADV/advmod/1", []),
    ("a lone hyphen", "en", "-/=/PUNCT/punct/1 rain/=/NOUN/root/-1", []),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "rows", "expected"), CASES, ids=[one[0] for one in CASES])
def test_find_concepts(label: str, language: str, rows: str, expected: list[str] | None) -> None:
    sentence, text = tree(rows)
    found = find_concepts((sentence,), text, language)
    shown = [f"{one.quote.text}={one.concept}" for one in found]
    assert all(one.quote.span.of(text) == one.quote.text for one in found)
    assert all(left.last < right.first for left, right in pairwise(found)), shown
    assert all(one.first <= one.head <= one.last for one in found)
    if label == "several words":
        assert any(one.concept.startswith("AIR_DEFENCE") for one in found), shown
    else:
        assert shown == expected, label


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("lance-roquettes", ("lance", "roquettes")), ("d’", ("de",)), ("Du", ("de",)), ("aux", ("à",)), ("-", ()), ("sol‑air", ("sol", "air"))],
)  # fmt: skip
def test_pieces(word: str, pieces: tuple[str, ...]) -> None:
    assert pieces_of(word) == pieces


def test_the_other_language_is_not_read() -> None:
    sentence, text = tree("Le/le/DET/det/1 retrait/=/NOUN/root/-1")
    assert [one.concept for one in find_concepts((sentence,), text, "fr")] == ["WITHDRAW"]
    assert find_concepts((sentence,), text, "en") == ()


def test_time_grows_with_the_text_and_no_faster() -> None:
    sentence, text = tree(
        "Moscow/=/PROPN/nsubj/1 sent/send/VERB/root/-1/Past artillery/=/NOUN/compound/3 shells/shell/NOUN/obj/1"
    )

    def seconds(times: int) -> float:
        rows = (sentence,) * times
        start = time.process_time()
        find_concepts(rows, text, "en")
        return time.process_time() - start

    seconds(1)
    assert seconds(8000) < 30 * max(seconds(800), 0.002)
