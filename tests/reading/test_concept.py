"""Concepts in a text: by form and by lemma, in several words, the longest first, and not where the part of speech is another."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token
from dragoman.reading.concept import find_concepts, pieces_of
from dragoman.world.concept import words
from tests.pace import growth
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
    ("an adjective is no noun", "en", "The/the/DET/det/2 military/=/ADJ/amod/2 letter/=/NOUN/root/-1", ["letter=LETTER"]),
    ("an adjective of the lexicon", "en", "They/they/PRON/nsubj/1 sent/send/VERB/root/-1/Past men/man/NOUN/obj/1 dead/=/ADJ/amod/2", ["sent=SEND", "men=PERSON", "dead=DEAD"]),
    ("a verb before an adjective", "en", "Bombs/bomb/NOUN/nsubj/1 injured/injure/VERB/root/-1/Past men/man/NOUN/obj/1", ["Bombs=BOMB", "injured=WOUND", "men=PERSON"]),
    ("a verb is no noun", "en", "They/they/PRON/nsubj/1 ship/=/VERB/root/-1/Pres rice/=/NOUN/obj/1", ["ship=SHIP", "rice=RICE"]),
    ("a verb around its object", "en", "They/they/PRON/nsubj/1 called/call/VERB/root/-1/Past talks/talk/NOUN/obj/1 off/=/ADP/compound:prt/1 ./=/PUNCT/punct/1", ["called=CANCEL", "talks=TALKS"]),
    ("a tail before a preposition", "en", "Chad/=/PROPN/nsubj/1 pulled/pull/VERB/root/-1/Past soldiers/soldier/NOUN/obj/1 out/=/ADP/case/5 of/=/ADP/case/5 Niger/=/PROPN/obl/1", ["pulled=PULL_OUT_TROOPS", "soldiers=TROOPS"]),
    ("a tail of two words", "en", "Police/=/NOUN/nsubj/1 shot/shoot/VERB/root/-1/Past men/man/NOUN/obj/1 to/=/ADP/case/4 death/=/NOUN/obl/1", ["Police=POLICE_FORCE", "shot=SHOOT_DEAD", "men=PERSON"]),
    ("a preposition is no tail", "en", "They/they/PRON/nsubj/1 called/call/VERB/root/-1/Past soldiers/soldier/NOUN/obj/1 off/=/ADP/case/4 Crete/=/PROPN/obl/1", ["called=CALL_NAME", "soldiers=TROOPS"]),
    ("a tail without an object before it", "en", "They/they/PRON/nsubj/1 called/call/VERB/root/-1/Past today/=/NOUN/obl:tmod/1 off/=/ADP/case/4 Crete/=/PROPN/obl/1", ["called=CALL_NAME"]),
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

    assert growth(lambda times: lambda: find_concepts((sentence,) * times, text, "en"), 800, 8000, limit=30) <= 30


def _said(language: str, pos: str, words: tuple[str, ...]) -> tuple[Sentence, str]:
    """A line that holds one entry of the lexicon and nothing else; a reflexive verb with its pronoun under it."""
    tag = {"v": "VERB", "n": "NOUN", "a": "ADJ"}[pos]
    text, tokens, at = " ".join(words), [], 0
    reflexive = pos == "v" and language == "fr" and words[0] in ("se", "s") and len(words) > 1
    head = 1 if reflexive else 0
    for index, word in enumerate(words):
        upos = "PRON" if reflexive and index == 0 else tag
        relation = "root" if index == head else "expl" if upos == "PRON" else "dep"
        span = Span(at, at + len(word))
        tokens.append(Token(span, word, word, upos, "", -1 if index == head else head, relation))
        at += len(word) + 1
    children = tuple(tuple(i for i in range(len(words)) if i != head) if n == head else () for n in range(len(words)))
    return Sentence(Span(0, len(text)), tuple(tokens), 0, children), text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_word_of_the_lexicon_names_its_concept(language: str) -> None:
    lost = []
    entries = words(language)
    once = Counter(entry for _, entry, _ in entries)  # "prêt" is a loan or ready: the tag of the sentence decides
    for pos, entry, concept in (one for one in entries if once[one[1]] == 1):
        sentence, text = _said(language, pos, entry)
        found = find_concepts((sentence,), text, language)
        if concept not in {one.concept for one in found}:
            lost.append(f"{pos}:{' '.join(entry)} is not {concept} but {[one.concept for one in found]}")
    assert not lost, "\n".join(lost)
