"""What is one thing and what is two for how it is told: lists, occasions, sayings, days ahead, next stories."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim, ClaimQuantity, Item
from dragoman.model.document import Document
from dragoman.model.factuality import Factuality, Status
from dragoman.model.mention import ActorMention, PlaceMention
from dragoman.model.place import Place
from dragoman.model.span import Span, quote
from dragoman.weighing.weigh import weigh
from tests.factory import amount, claim, document, speaker, words

LIST = document("Norway sent rifles, pistols and ammunition to Ukraine. The aid comprises 40 helmets; 30 helmets and boots.", publisher="Gazette", published="2025-03-01")
TALKS = document("On a visit to Oslo the minister of Japan met her colleague. They phoned again. The talks in Oslo were long.", publisher="Gazette", published="2025-03-01")
LATER = document("Ministers of Japan and Norway held talks, on fishing this time.", publisher="Gazette", published="2025-03-03")
OTHER = document("Talks of Norway and Japan on fishing took place.", publisher="Courier", published="2025-03-03")
SAYING = document("We express support for open seas. We express support for open skies.", publisher="Ministry", published="2025-03-01")
ORDER = document("Vladimir Putin ordered a rise in the output of ships for 2027.", publisher="Gazette", published="2025-12-26")
AGAIN = document("The note came a day after Vladimir Putin ordered more ships.", publisher="Courier", published="2025-12-27")


def thing(of: Document, name: str, concept: str, trigger: str | None = None, nth: int = 0) -> Claim:
    """A transfer of a thing that a text names. trigger: its verb, None for an entry of a list."""
    at = words(of.text, name)
    if nth:
        start = of.text.index(name, at.span.end)
        at = at.__class__(at.span.__class__(start, start + len(name)), name)
    return claim(of, flow=("munitions", "delivered"), between="NOR UKR", item=Item(at, concept), trigger=words(of.text, trigger) if trigger else at)


def meet(of: Document, trigger: str, concept: str, **given: object) -> Claim:
    sentence = next(one for one in of.text.split(". ") if trigger in one)
    return claim(of, between="JPN NOR", event_type="CONSULT", concept=concept, trigger=words(of.text, trigger), evidence=sentence, **given)


def place(of: Document, name: str, country: str, prec: int) -> PlaceMention:
    at = words(of.text, name)
    return PlaceMention(at, Place(name, country, None, None, None, None, prec), "named")


def said(trigger: str, content: str, evidence: str) -> Claim:
    text = SAYING.text
    return claim(SAYING, matter="judgement", concept="STATEMENT", between="", trigger=words(text, trigger), content=words(text, content), evidence=evidence)


def person(of: Document, name: str, country: str) -> tuple[ActorMention, ...]:
    return (ActorMention(words(of.text, name), Actor(name, country, "GOV"), "named"),)


def ordered(of: Document, when: str | None = None) -> Claim:
    return claim(of, concept="ORDER", between="", actors=person(of, "Vladimir Putin", "RUS"), trigger=words(of.text, "ordered"), when=when)


@dataclass(frozen=True)
class Case:
    label: str
    claims: tuple[Claim, ...]
    facts: int


ROUTE = document("Soldiers of Norway came to Ukraine by rail. Soldiers of Norway moved onward to the coast. Norway sent soldiers over land.", publisher="Gazette", published="2025-03-01")
BOATS = document("The aid comprises: two Kestrel patrol boats; four Heron drones", publisher="Gazette", published="2025-03-01")
OWNED = document("The ministry admits that a ferry is lost. ", publisher="Ministry", published="2025-03-01")


def moved(trigger: str, nth: int) -> Claim:
    sentence = ROUTE.text.split(". ")[nth]
    start = ROUTE.text.lower().index("soldiers", ROUTE.text.index(sentence))
    at = quote(Span(start, start + len("soldiers")), ROUTE.text)
    return claim(ROUTE, flow=("troops", "delivered"), between="NOR UKR", evidence=sentence, trigger=words(ROUTE.text, trigger), item=Item(at, "TROOPS"))


def listed(thing: str, word: str) -> Claim:
    return claim(BOATS, flow=("vehicles-aircraft-ships", "pledged"), between="NOR UKR", item=Item(words(BOATS.text, thing), "BOAT"), trigger=words(BOATS.text, word))


def admitted(status: Status) -> Claim:
    return claim(OWNED, matter="statement", concept="STATEMENT", between="", content=words(OWNED.text, "a ferry is lost"), factuality=Factuality(status, None, "positive", "certain", "past"))


NORWAY = place(TALKS, "Oslo", "NOR", 1)
CASES = (
    Case("one verb, two objects", (thing(LIST, "rifles", "RIFLE", "sent"), thing(LIST, "ammunition", "MUNITION", "sent")), 2),
    Case("one verb, a kind and the whole", (thing(LIST, "rifles, pistols and ammunition", "WEAPON", "sent"), thing(LIST, "ammunition", "MUNITION", "sent")), 2),
    Case("entries of a list", (thing(LIST, "helmets", "HELMET"), thing(LIST, "helmets", "HELMET", nth=1)), 2),
    Case("the same thing twice in one text", (thing(LIST, "rifles", "RIFLE", "sent"), thing(LIST, "pistols", "RIFLE", "comprises")), 1),
    Case("a visit and a meeting in one sentence", (meet(TALKS, "visit", "VISIT"), meet(TALKS, "met", "MEET")), 2),
    Case("a meeting and a call", (meet(TALKS, "met", "MEET"), meet(TALKS, "phoned", "CALL_PHONE")), 2),
    Case("a meeting and the talks", (meet(TALKS, "met", "MEET"), meet(TALKS, "talks", "TALKS")), 1),
    Case("the state of the minister, and the town", (
        meet(TALKS, "met", "MEET", place=place(TALKS, "Japan", "JPN", 6)), meet(TALKS, "talks", "TALKS", place=NORWAY)), 1),
    Case("two towns", (
        meet(TALKS, "met", "MEET", place=place(TALKS, "Japan", "JPN", 1)), meet(TALKS, "talks", "TALKS", place=NORWAY)), 2),
    Case("one paper, two issues", (meet(TALKS, "talks", "TALKS"), meet(LATER, "talks", "TALKS")), 2),
    Case("two papers", (meet(TALKS, "talks", "TALKS"), meet(OTHER, "Talks", "TALKS")), 1),
    Case("a saying in a saying", (
        said("express", "support for open seas", "We express support for open seas."),
        said("support", "open seas", "We express support for open seas.")), 1),
    Case("two sayings of one mouth", (
        said("express", "support for open seas", "We express support for open seas."),
        said("support for open skies", "open skies", "We express support for open skies.")), 2),
    Case("one person, one deed in two papers", (ordered(ORDER), ordered(AGAIN)), 1),
    Case("an order for a year to come", (ordered(ORDER, "2027"), ordered(AGAIN)), 1),
    Case("a move onward", (moved("came", 0), moved("moved", 1)), 2),
    Case("one move told twice", (moved("came", 0), moved("sent", 2)), 1),
    Case("one entry, by its name and by its kind", (listed("two Kestrel patrol boats", "Kestrel"), listed("two Kestrel patrol boats", "boats")), 1),
    Case("two entries", (listed("two Kestrel patrol boats", "boats"), listed("four Heron drones", "drones")), 2),
    Case("a saying that is reported and admitted", (admitted("reported"), admitted("acknowledged")), 1),
    Case("a saying and a prediction", (admitted("reported"), admitted("predicted")), 2),
    Case("an order of another year", (ordered(ORDER, "2021"), ordered(AGAIN)), 2),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[one.label for one in CASES])
def test_one_or_two(case: Case) -> None:
    documents = tuple({one.id: one for one in (LIST, TALKS, LATER, OTHER, SAYING, ORDER, AGAIN, ROUTE, BOATS, OWNED)}.values())
    here = tuple(one for one in documents if any(one.id == c.document_id for c in case.claims))
    assert len(weigh(here, case.claims).facts) == case.facts
    assert len(weigh(here, case.claims[::-1]).facts) == case.facts


NINE = document("Nine engineers died, the mayor said.", publisher="Gazette", published="2025-03-01")
MANY = document("At least nine engineers died, the mayor said.", publisher="Courier", published="2025-03-02")
CRASH = document("The police count 105 dead. The hospital counts 109 dead.", publisher="Gazette", published="2025-03-01")
TOTAL = document("Norway announced $80 million, bringing the total to $200 million.", publisher="Gazette", published="2025-03-01")


def money(of: Document, number: float) -> Claim:
    at = words(of.text, of.text)
    return claim(of, flow=("money", "pledged"), between="NOR UKR", who=("Norway",), item=Item(at, "CURRENCY_UNIT"),
                 trigger=words(of.text, f"${number:.0f}"), quantities=(ClaimQuantity("money", amount(number, number, number, "USD", at)),))  # fmt: skip


BEFORE = document("The mayor counts 4,000 dead. In May the mayor had counted 3,000 dead. The union had counted 2,000 dead.", publisher="Gazette", published="2025-06-01")
SPRING = document("The service counts 700 killed in April. The ministry counts 400 killed and wounded in April.", publisher="Gazette", published="2025-06-01")


def toll(of: Document, number: str, who: str, role: str = "killed", when: str | None = None) -> Claim:
    sentence = next(one for one in of.text.split(". ") if number in one)
    at, value = words(of.text, sentence), float(number.replace(",", ""))
    link = AttributionLink("speaker", words(of.text, who), who[4:], Actor(who[4:], "NOR", "GOV"), "official")
    if sentence.startswith("In May"):
        start = of.text.index(who, at.span.start)
        link = replace(link, quote=quote(Span(start, start + len(who)), of.text))
    links = (AttributionLink("publisher", None, "Gazette"), link)
    return claim(of, loss=(role, value, value, value), between=" NOR", attribution=links, evidence=sentence, trigger=words(of.text, number), when=when)


def dead(number: float, who: str) -> Claim:
    sentence = next(one for one in CRASH.text.split(". ") if f"{number:.0f} dead" in one)
    return claim(CRASH, loss=("killed", number, number, number), between="", who=(who,), evidence=sentence)


@pytest.mark.parametrize(("label", "documents", "claims", "kinds"), [
    ("an exact number of what is bounded", (NINE, MANY), (
        claim(NINE, loss=("killed", 9, 9, 9), when="2025-02", who=("mayor",)),
        claim(MANY, loss=("killed", 9, None, None), when="2025-02", who=("mayor",))), ["refinement"]),
    ("two of the same", (NINE, MANY), (
        claim(NINE, loss=("killed", 9, 9, 9), when="2025-02", who=("mayor",)),
        claim(MANY, loss=("killed", 9, 9, 9), when="2025-02", who=("mayor",))), []),
    ("two tolls of nobody in one text", (CRASH,), (
        dead(105, "Police"), dead(109, "Hospital")), ["contradiction"]),
    ("what one had said before", (BEFORE,), (toll(BEFORE, "4,000", "The mayor"), toll(BEFORE, "3,000", "the mayor")), ["update"]),
    ("what another had said before", (BEFORE,), (toll(BEFORE, "4,000", "The mayor"), toll(BEFORE, "2,000", "The union")), []),
    ("more killed than killed and wounded", (SPRING,), (
        toll(SPRING, "700", "The service", when="2025-04"), toll(SPRING, "400", "The ministry", "killed_or_wounded", "2025-04")), ["contradiction"]),
    ("more killed, of no stated time", (SPRING,), (
        toll(SPRING, "700", "The service"), toll(SPRING, "400", "The ministry", "killed_or_wounded")), ["scope"]),
    ("a total that a part brings", (TOTAL,), (money(TOTAL, 80), money(TOTAL, 200)), ["part"]),
])  # fmt: skip
def test_kinds(label: str, documents: tuple[Document, ...], claims: tuple[Claim, ...], kinds: list[str]) -> None:
    assert [one.kind for one in weigh(documents, claims).disagreements] == kinds


OWNS = (
    document("Oslo confirmed in April that it had sent trucks and drivers to Ukraine.", publisher="Gazette", published="2025-05-02"),
    document("Lundi, Oslo a reconnu la présence de ses camions à la frontière.", publisher="Le Cap", published="2025-04-15", language="fr"),
    document("Oslo confirmed in April that it had lost a ferry.", publisher="Courier", published="2025-05-03"),
    document("Oslo confirmed in May that it had sent trucks to Ukraine.", publisher="Courier", published="2025-06-03"),
)


def owned(of: Document, trigger: str, content: str, status: Status, when: str | None) -> Claim:
    links = (AttributionLink("publisher", None, of.publisher or ""), AttributionLink("speaker", words(of.text, "Oslo"), "Oslo", Actor("Government of Norway", "NOR", "GOV"), "party"))
    return claim(of, matter="statement", concept="STATEMENT", between="", trigger=words(of.text, trigger), content=words(of.text, content), when=when,
                 attribution=links, factuality=Factuality(status, None, "positive", "certain", "past"))  # fmt: skip


def test_an_admission_in_two_languages_is_one() -> None:
    one = owned(OWNS[0], "confirmed", "it had sent trucks and drivers to Ukraine", "acknowledged", "2025-04")
    other = owned(OWNS[1], "a reconnu", "la présence de ses camions à la frontière", "acknowledged", None)
    assert len(weigh(OWNS, (one, other)).facts) == 1
    another = owned(OWNS[2], "confirmed", "it had lost a ferry", "acknowledged", "2025-04")
    later = owned(OWNS[3], "confirmed", "it had sent trucks to Ukraine", "acknowledged", "2025-05")
    said_only = owned(OWNS[1], "a reconnu", "la présence de ses camions à la frontière", "reported", None)
    assert [len(weigh(OWNS, (one, two)).facts) for two in (another, later, said_only)] == [2, 2, 2]


def test_a_denied_saying_is_not_a_saying() -> None:
    no = Factuality("denied", "Ministry", "negative", "certain", "past")
    one = said("express", "support for open seas", "We express support for open seas.")
    assert len(weigh((SAYING,), (one, claim(SAYING, matter="judgement", concept="STATEMENT", between="", factuality=no, content=one.content))).facts) == 2


def test_two_mouths_are_two_statements() -> None:
    links = (AttributionLink("publisher", None, "Ministry"), speaker("A union"))
    one = said("express", "support for open seas", "We express support for open seas.")
    other = claim(SAYING, matter="judgement", concept="STATEMENT", between="", attribution=links, content=one.content, trigger=one.trigger)
    assert len(weigh((SAYING,), (one, other)).facts) == 2


def test_a_proclaimer_and_what_he_has_from_nobody_are_one_originator() -> None:
    text = document("The minister declares: Soldiers of the North went to Russia. According to media reports, they were sent by ship.", publisher="Gazette", published="2025-03-01")
    own, nobody = speaker("Minister", "NOR"), AttributionLink("speaker", None, "media reports", None, "unnamed")
    claims = tuple(claim(text, flow=("troops", "delivered"), trigger=words(text.text, word), who=who, when="2025-02")
                   for word, who in (("went", (own,)), ("sent", (own, nobody))))  # fmt: skip
    (fact,) = weigh((text,), claims).facts
    assert [one.label for one in fact.backing] == ["Minister"]
