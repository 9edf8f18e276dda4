"""How sure: negation, modals, governors, conditions, by trees made by hand, so that no parser's error decides."""

from __future__ import annotations

import pytest

from dragoman.model.factuality import Factuality
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.reading.factuality import factuality_of


def _tree(rows: str) -> tuple[Sentence, str]:
    """A sentence from "form/lemma/UPOS/relation/head/features" words; head counts from 0, -1 is the root."""
    tokens: list[Token] = []
    text = ""
    for word in rows.split():
        form, lemma, upos, relation, head, *rest = word.split("/")
        start = len(text) + bool(text)
        text = f"{text} {form}".strip()
        tokens.append(
            Token(Span(start, start + len(form)), form, lemma, upos, rest[0] if rest else "", int(head), relation)
        )
    return sentence_of(tuple(tokens), 0), text


def _judge(language: str, rows: str, head: int) -> Factuality:
    sentence, text = _tree(rows)
    return factuality_of(sentence, head, text, language)


PAST, FIN, INF, PART = "Tense=Past|VerbForm=Fin", "VerbForm=Fin", "VerbForm=Inf", "Tense=Past|VerbForm=Part"

# label, language, words of the tree, event, status, by, polarity, certainty, time
CASES = [
    ("plain past", "en", f"They/they/PRON/nsubj/1 fired/fire/VERB/root/-1/{PAST}", 1, "asserted", None, "positive", "certain", "past"),
    ("not", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 fire/fire/VERB/root/-1/{INF}", 3, "negated", None, "negative", "certain", "past"),
    ("not only", "en", f"Not/not/PART/advmod/3 only/only/ADV/advmod/0 they/they/PRON/nsubj/3 fired/fire/VERB/root/-1/{PAST}", 3, "asserted", None, "positive", "certain", "past"),
    ("may", "en", f"They/they/PRON/nsubj/2 may/may/AUX/aux/2/{FIN} fire/fire/VERB/root/-1/{INF}", 2, "possible", None, "positive", "possible", "future"),
    ("will", "en", f"They/they/PRON/nsubj/2 will/will/AUX/aux/2/{FIN} fire/fire/VERB/root/-1/{INF}", 2, "planned", None, "positive", "certain", "future"),
    ("failed to", "en", f"They/they/PRON/nsubj/1 failed/fail/VERB/root/-1/{PAST} to/to/PART/mark/3 fire/fire/VERB/xcomp/1/{INF}", 3, "negated", None, "negative", "certain", "past"),
    ("managed to", "en", f"They/they/PRON/nsubj/1 managed/manage/VERB/root/-1/{PAST} to/to/PART/mark/3 fire/fire/VERB/xcomp/1/{INF}", 3, "asserted", None, "positive", "certain", "past"),
    ("did not fail to", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 fail/fail/VERB/root/-1/{INF} to/to/PART/mark/5 fire/fire/VERB/xcomp/3/{INF}", 5, "asserted", None, "positive", "certain", "past"),
    ("plans to", "en", f"Paris/Paris/PROPN/nsubj/1 plans/plan/VERB/root/-1/{FIN} to/to/PART/mark/3 send/send/VERB/xcomp/1/{INF}", 3, "planned", "Paris", "positive", "probable", "future"),
    ("denied", "en", f"Kyiv/Kyiv/PROPN/nsubj/1 denied/deny/VERB/root/-1/{PAST} that/that/SCONJ/mark/5 it/it/PRON/nsubj/5 had/have/AUX/aux/5/{PAST} fired/fire/VERB/ccomp/1/{PART}", 5, "denied", "Kyiv", "negative", "probable", "past"),
    ("acknowledged", "en", f"Kyiv/Kyiv/PROPN/nsubj/1 admitted/admit/VERB/root/-1/{PAST} that/that/SCONJ/mark/4 it/it/PRON/nsubj/4 fired/fire/VERB/ccomp/1/{PAST}", 4, "acknowledged", "Kyiv", "positive", "certain", "past"),
    ("said", "en", f"Kyiv/Kyiv/PROPN/nsubj/1 said/say/VERB/root/-1/{PAST} it/it/PRON/nsubj/3 fired/fire/VERB/ccomp/1/{PAST}", 3, "reported", None, "positive", "certain", "past"),
    ("expected to", "en", f"Ships/ship/NOUN/nsubj:pass/2 are/be/AUX/aux:pass/2/{FIN} expected/expect/VERB/root/-1/{PART} to/to/PART/mark/4 come/come/VERB/xcomp/2/{INF}", 4, "predicted", None, "positive", "probable", "future"),
    ("if", "en", f"If/if/SCONJ/mark/2 they/they/PRON/nsubj/2 fire/fire/VERB/advcl/5/{FIN} we/we/PRON/nsubj/5 will/will/AUX/aux/5/{FIN} leave/leave/VERB/root/-1/{INF}", 2, "conditional", None, "positive", "possible", "future"),
    ("then", "en", f"If/if/SCONJ/mark/2 they/they/PRON/nsubj/2 fire/fire/VERB/advcl/5/{FIN} we/we/PRON/nsubj/5 will/will/AUX/aux/5/{FIN} leave/leave/VERB/root/-1/{INF}", 5, "conditional", None, "positive", "possible", "future"),
    ("threat of", "en", f"There/there/PRON/expl/1 was/be/VERB/root/-1/{PAST} a/a/DET/det/3 threat/threat/NOUN/nsubj/1 of/of/ADP/case/5 attack/attack/NOUN/nmod/3", 5, "possible", None, "positive", "possible", "past"),
    ("known thing under not", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 see/see/VERB/root/-1/{INF} the/the/DET/det/5 raid/raid/NOUN/obj/3", 5, "asserted", None, "positive", "certain", "past"),
    ("new thing under not", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 launch/launch/VERB/root/-1/{INF} raids/raid/NOUN/obj/3", 4, "negated", None, "negative", "certain", "past"),
    ("reportedly", "en", f"They/they/PRON/nsubj/2 reportedly/reportedly/ADV/advmod/2 fired/fire/VERB/root/-1/{PAST}", 2, "reported", None, "positive", "certain", "past"),
    ("ne pas", "fr", f"Ils/lui/PRON/nsubj/4 n'/ne/ADV/advmod/4 ont/avoir/AUX/aux/4/{FIN}|Tense=Pres pas/pas/ADV/advmod/4 tiré/tirer/VERB/root/-1/{PART}", 4, "negated", None, "negative", "certain", "past"),
    ("ne plus", "fr", f"Ils/lui/PRON/nsubj/2 ne/ne/ADV/advmod/2 tirent/tirer/VERB/root/-1/{FIN}|Tense=Pres plus/plus/ADV/advmod/2", 2, "negated", None, "negative", "certain", "present"),
    ("plus alone", "fr", f"Ils/lui/PRON/nsubj/1 tirent/tirer/VERB/root/-1/{FIN}|Tense=Pres plus/plus/ADV/advmod/1", 1, "asserted", None, "positive", "certain", "present"),
    ("press conditional", "fr", f"Kiev/Kiev/PROPN/nsubj/2 aurait/avoir/AUX/aux/2/Mood=Cnd|{FIN} tiré/tirer/VERB/root/-1/{PART}", 2, "reported", None, "positive", "probable", "past"),
    ("pourrait", "fr", f"Kiev/Kiev/PROPN/nsubj/1 pourrait/pouvoir/VERB/root/-1/Mood=Cnd|{FIN} tirer/tirer/VERB/xcomp/1/{INF}", 2, "possible", None, "positive", "possible", "future"),
    ("devrait", "fr", f"Kiev/Kiev/PROPN/nsubj/1 devrait/devoir/VERB/root/-1/Mood=Cnd|{FIN} tirer/tirer/VERB/xcomp/1/{INF}", 2, "predicted", "Kiev", "positive", "probable", "future"),
    ("future", "fr", f"Kiev/Kiev/PROPN/nsubj/1 tirera/tirer/VERB/root/-1/{FIN}|Tense=Fut", 1, "planned", None, "positive", "certain", "future"),
    ("va", "fr", f"Kiev/Kiev/PROPN/nsubj/1 va/aller/VERB/root/-1/{FIN}|Tense=Pres tirer/tirer/VERB/xcomp/1/{INF}", 2, "planned", "Kiev", "positive", "certain", "future"),
    ("sans", "fr", f"Ils/lui/PRON/nsubj/1 partent/partir/VERB/root/-1/{FIN}|Tense=Pres sans/sans/ADP/mark/3 tirer/tirer/VERB/advcl/1/{INF}", 3, "negated", None, "negative", "certain", "present"),
    ("dément", "fr", f"Kiev/Kiev/PROPN/nsubj/1 dément/démentir/VERB/root/-1/{FIN}|Tense=Pres avoir/avoir/AUX/aux/3/{INF} tiré/tirer/VERB/xcomp/1/{PART}", 3, "denied", "Kiev", "negative", "probable", "past"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "language", "rows", "head", "status", "by", "polarity", "certainty", "time"),
    CASES,
    ids=[c[0] for c in CASES],
)
def test_factuality(
    label: str,
    language: str,
    rows: str,
    head: int,
    status: str,
    by: str | None,
    polarity: str,
    certainty: str,
    time: str,
) -> None:
    found = _judge(language, rows, head)
    told = (found.status, found.by, found.polarity, found.certainty, found.time)
    assert told == (status, by, polarity, certainty, time), f"{label}: {found}"
