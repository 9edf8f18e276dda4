"""One happening, said in many ways, opens the same roles: trees by hand, with actors, things and places really found."""

from __future__ import annotations

import pytest

from dragoman.model.predication import Predication
from dragoman.reading.read import read
from tests.reading.hand_tree import document_of

GAVE = {"agent=Pyongyang", "theme=obus", "recipient=Moscou"}
SENT = {"agent=North Korea", "theme=shells", "recipient=Russia"}

# label, language, words of the tree, trigger, roles that must be there, roles that must not ("role" or "role=words"), known failure
CASES = [
    ("active", "fr", "Pyongyang/=/PROPN/nsubj/2 a/avoir/AUX/aux/2/Pres livré/livrer/VERB/root/-1/Part des/un/DET/det/4 obus/=/NOUN/obj/2 à/=/ADP/case/6 Moscou/=/PROPN/obl/2",
     "livré", GAVE, set(), ""),
    ("passive with agent", "fr", "Des/un/DET/det/1 obus/=/NOUN/nsubj:pass/4 ont/avoir/AUX/aux/4/Pres été/être/AUX/aux:pass/4/Part livrés/livrer/VERB/root/-1/Part à/=/ADP/case/6 Moscou/=/PROPN/obl/4 par/=/ADP/case/8 Pyongyang/=/PROPN/obl:agent/4",
     "livrés", GAVE, set(), ""),
    ("passive without agent", "fr", "Des/un/DET/det/1 obus/=/NOUN/nsubj:pass/4 ont/avoir/AUX/aux/4/Pres été/être/AUX/aux:pass/4/Part livrés/livrer/VERB/root/-1/Part à/=/ADP/case/6 Moscou/=/PROPN/obl/4",
     "livrés", GAVE - {"agent=Pyongyang"}, {"agent"}, ""),
    ("relative clause", "fr", "Les/le/DET/det/1 obus/=/NOUN/nsubj/8 que/=/PRON/obj/5/Rel Pyongyang/=/PROPN/nsubj/5 a/avoir/AUX/aux/5/Pres livrés/livrer/VERB/acl:relcl/1/Part à/=/ADP/case/7 Moscou/=/PROPN/obl/5 rouillent/rouiller/VERB/root/-1/Pres",
     "livrés", GAVE, set(), ""),
    ("relative clause, called passive by the tagger", "fr", "Les/le/DET/det/1 obus/=/NOUN/nsubj/8 que/=/PRON/obj/5/Rel Pyongyang/=/PROPN/nsubj/5 a/avoir/AUX/aux/5/Pres livrés/livrer/VERB/acl:relcl/1/Tense=Past|VerbForm=Part|Voice=Pass à/=/ADP/case/7 Moscou/=/PROPN/obl/5 rouillent/rouiller/VERB/root/-1/Pres",
     "livrés", GAVE, set(), ""),
    ("participle after its noun", "fr", "Les/le/DET/det/1 obus/=/NOUN/nsubj/7 livrés/livrer/VERB/acl/1/Part par/=/ADP/case/4 Pyongyang/=/PROPN/obl:agent/2 à/=/ADP/case/6 Moscou/=/PROPN/obl/2 rouillent/rouiller/VERB/root/-1/Pres",
     "livrés", GAVE, set(), ""),
    ("noun", "fr", "La/le/DET/det/1 livraison/=/NOUN/nsubj/8 d’/de/ADP/case/3 obus/=/NOUN/nmod/1 à/=/ADP/case/5 Moscou/=/PROPN/nmod/1 par/=/ADP/case/7 Pyongyang/=/PROPN/nmod/1 continue/continuer/VERB/root/-1/Pres",
     "livraison", GAVE, set(), ""),
    ("subject shared by two verbs", "fr", "Pyongyang/=/PROPN/nsubj/1 produit/produire/VERB/root/-1/Pres et/=/CCONJ/cc/3 livre/livrer/VERB/conj/1/Pres des/un/DET/det/5 obus/=/NOUN/obj/3 à/=/ADP/case/7 Moscou/=/PROPN/obl/3",
     "livre", GAVE, set(), ""),
    ("supply X en Y", "fr", "Pyongyang/=/PROPN/nsubj/1 fournit/fournir/VERB/root/-1/Pres Moscou/=/PROPN/obj/1 en/=/ADP/case/4 obus/=/NOUN/obl/1",
     "fournit", GAVE, {"place=obus", "theme=Moscou"}, ""),
    ("active (en)", "en", "North/=/PROPN/compound/1 Korea/=/PROPN/nsubj/2 sent/send/VERB/root/-1/Past shells/shell/NOUN/obj/2 to/=/ADP/case/5 Russia/=/PROPN/obl/2",
     "sent", SENT, set(), ""),
    ("two objects", "en", "North/=/PROPN/compound/1 Korea/=/PROPN/nsubj/2 sent/send/VERB/root/-1/Past Russia/=/PROPN/iobj/2 shells/shell/NOUN/obj/2",
     "sent", SENT, set(), ""),
    ("asked to send: the one asked sends", "en", "Moscow/=/PROPN/nsubj/1 asked/ask/VERB/root/-1/Past Pyongyang/=/PROPN/obj/1 to/=/PART/mark/4 send/=/VERB/xcomp/1/Inf shells/shell/NOUN/obj/4",
     "send", {"agent=Pyongyang", "theme=shells"}, {"agent=Moscow"}, ""),
    ("promised to send: the one who promises sends", "en", "Pyongyang/=/PROPN/nsubj/1 agreed/agree/VERB/root/-1/Past to/=/PART/mark/3 send/=/VERB/xcomp/1/Inf shells/shell/NOUN/obj/3",
     "send", {"agent=Pyongyang", "theme=shells"}, set(), ""),
    ("supplied with", "en", "North/=/PROPN/compound/1 Korea/=/PROPN/nsubj/2 supplied/supply/VERB/root/-1/Past Russia/=/PROPN/obj/2 with/=/ADP/case/5 shells/shell/NOUN/obl/2",
     "supplied", SENT, {"theme=Russia"}, ""),
    ("received from", "en", "Russia/=/PROPN/nsubj/1 received/receive/VERB/root/-1/Past shells/shell/NOUN/obj/1 from/=/ADP/case/5 North/=/PROPN/compound/5 Korea/=/PROPN/obl/1",
     "received", SENT, {"agent=Russia"}, ""),
    ("received from, hung on the object", "en", "Russia/=/PROPN/nsubj/1 received/receive/VERB/root/-1/Past shells/shell/NOUN/obj/1 from/=/ADP/case/5 North/=/PROPN/compound/5 Korea/=/PROPN/nmod/2",
     "received", SENT, {"agent=Russia"}, ""),
    ("sent to, hung on the object", "en", "North/=/PROPN/compound/1 Korea/=/PROPN/nsubj/2 sent/send/VERB/root/-1/Past shells/shell/NOUN/obj/2 to/=/ADP/case/5 Russia/=/PROPN/nmod/3",
     "sent", SENT, set(), ""),
    ("several things", "en", "Iran/=/PROPN/nsubj/1 sent/send/VERB/root/-1/Past drones/drone/NOUN/obj/1 and/=/CCONJ/cc/4 missiles/missile/NOUN/conj/2 to/=/ADP/case/6 Russia/=/PROPN/obl/1",
     "sent", {"agent=Iran", "theme=drones", "theme=missiles", "recipient=Russia"}, set(), ""),
    ("one meets a party", "en", "Putin/=/PROPN/nsubj/1 met/meet/VERB/root/-1/Past Macron/=/PROPN/obj/1",
     "met", {"agent=Putin", "partner=Macron"}, {"theme"}, ""),
    ("support verb", "fr", "Moscou/=/PROPN/nsubj/1 lance/lancer/VERB/root/-1/Pres une/un/DET/det/3 offensive/=/NOUN/obj/1 contre/=/ADP/case/5 Kiev/=/PROPN/obl/1",
     "offensive", {"agent=Moscou", "recipient=Kiev"}, set(), ""),
    ("the soldiers die, they do not kill", "fr", "Neuf/=/NUM/nummod/1 soldats/soldat/NOUN/nsubj:pass/4 ont/avoir/AUX/aux/4/Pres été/être/AUX/aux:pass/4/Part tués/tuer/VERB/root/-1/Part",
     "tués", {"theme=Neuf soldats"}, {"agent"}, ""),
    ("a reflexive verb is no passive", "fr", "L’/le/DET/det/1 armée/=/NOUN/nsubj/5 russe/=/ADJ/amod/1 s’/se/PRON/expl/5 est/être/AUX/aux/5/Pres retirée/retirer/VERB/root/-1/Part",
     "retirée", {"agent=L’armée russe"}, {"theme=L’armée russe"}, ""),
    ("a reflexive verb called passive by the tree", "fr", "L’/le/DET/det/1 armée/=/NOUN/nsubj:pass/5 russe/=/ADJ/amod/1 s’/se/PRON/expl/5 est/être/AUX/aux:pass/5/Pres retirée/retirer/VERB/root/-1/Part",
     "retirée", {"agent=L’armée russe"}, {"theme=L’armée russe"}, ""),
    ("a past tense called passive by the tagger", "en", "Kim/=/PROPN/nsubj/1 voiced/voice/VERB/root/-1/Tense=Past|VerbForm=Part|Voice=Pass support/=/NOUN/obj/1",
     "voiced", {"agent=Kim"}, set(), ""),
    ("what for", "fr", "Pyongyang/=/PROPN/nsubj/2 a/avoir/AUX/aux/2/Pres envoyé/envoyer/VERB/root/-1/Part des/un/DET/det/4 soldats/soldat/NOUN/obj/2 pour/=/ADP/mark/6 soutenir/=/VERB/advcl/2/Inf Moscou/=/PROPN/obj/6",
     "envoyé", {"agent=Pyongyang", "theme=soldats", "purpose=soutenir"}, {"recipient=soutenir"}, ""),
    ("a period is no party", "en", "Russia/=/PROPN/nsubj/1 attacked/attack/VERB/root/-1/Past in/=/ADP/case/4 early/=/ADJ/amod/4 March/=/PROPN/obl/1",
     "attacked", {"agent=Russia"}, {"recipient", "place"}, ""),
]  # fmt: skip


def _predication(language: str, rows: str, trigger: str) -> Predication:
    document, parser = document_of(rows, language)
    return next(one for one in read(document, parser).predications if trigger in one.trigger.text and one.concept)


@pytest.mark.parametrize(
    ("language", "rows", "trigger", "expected", "forbidden"),
    [
        pytest.param(*case[1:6], id=case[0], marks=[pytest.mark.xfail(strict=True, reason=case[6])] if case[6] else [])
        for case in CASES
    ],
)
def test_roles(language: str, rows: str, trigger: str, expected: set[str], forbidden: set[str]) -> None:
    found = _predication(language, rows, trigger)
    roles = {(one.role, one.quote.text) for one in found.arguments}
    told = {f"{role}={words}" for role, words in roles}
    for want in expected:
        role, _, words = want.partition("=")
        assert any(role == one and words in two for one, two in roles), f"missing {want}: {sorted(told)}"
    for one in forbidden:
        role, equals, words = one.partition("=")
        assert not any(role == r and (not equals or w.startswith(words)) for r, w in roles), f"{one}: {sorted(told)}"


@pytest.mark.parametrize(
    ("language", "rows", "trigger"), [case[1:4] for case in CASES], ids=[case[0] for case in CASES]
)
def test_arguments_quote_the_text_in_order(language: str, rows: str, trigger: str) -> None:
    document, parser = document_of(rows, language)
    for one in read(document, parser).predications:
        starts = [argument.quote.span.start for argument in one.arguments]
        assert starts == sorted(starts)
        assert all(argument.quote.span.of(document.text) == argument.quote.text for argument in one.arguments)


def test_a_verb_that_no_lexicon_has_is_kept_without_arguments() -> None:
    document, parser = document_of("Trains/train/NOUN/nsubj/1 glimmered/glimmer/VERB/root/-1/Past", "en")
    (found,) = read(document, parser).predications
    assert (found.trigger.text, found.concept, found.arguments) == ("glimmered", None, ())
