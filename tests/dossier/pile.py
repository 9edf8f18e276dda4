"""A small pile of notes in two languages, coded by hand: what reading, coding and weighing would hand to the dossier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim, ClaimQuantity, Flow, Item
from dragoman.model.document import Document, DocumentWarning, Paragraph, Rejected, document_id
from dragoman.model.entry import Entry
from dragoman.model.fact import Cell, Descent, Disagreement, Fact, Grade, Weighing
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify, sha256_of
from dragoman.model.mention import ActorMention, PeriodMention, PlaceMention, QuantityMention
from dragoman.model.period import Period
from dragoman.model.place import Place
from dragoman.model.quantity import Quantity
from dragoman.model.span import Quote, Span

PRK = Actor("North Korea", "PRK", "GOV")
RUS = Actor("Russia", "RUS", "GOV")
KOR = Actor("South Korea", "KOR", "GOV")
KIM = Actor("Kim Jong Un", "PRK", "GOV", "Q56226")
PUTIN = Actor("Vladimir Putin", "RUS", "GOV", "Q7747")
NIS = Actor("National Intelligence Service", "KOR", "SPY")
KURSK = Place("Kursk", "RUS", "Kursk Oblast", 51.73, 36.19, 538560, 1)
KURSK_REGION = Place("Kursk Oblast", "RUS", "Kursk Oblast", 51.67, 36.18, None, 4)
PYONGYANG = Place("Pyongyang", "PRK", None, 39.03, 125.75, 1871859, 1)
VLADIVOSTOK = Place("Vladivostok", "RUS", "Primorye", 43.12, 131.89, 2013348, 2)
RUSSIA = Place("Russia", "RUS", None, 61.52, 105.32, 2017370, 6)
DAYS = {
    "2024-06-19": (date(2024, 6, 19), date(2024, 6, 19), 1),
    "2024-10": (date(2024, 10, 1), date(2024, 10, 31), 4),
    "2025-21": (date(2025, 3, 1), date(2025, 5, 31), 5),
    "2022-02/..": (date(2022, 2, 1), None, 5),
    "../2025-01-13": (None, date(2025, 1, 13), 5),
    "../2025-04-30": (None, date(2025, 4, 30), 5),
    "2025": (date(2025, 1, 1), date(2025, 12, 31), 5),
    "2026": (date(2026, 1, 1), date(2026, 12, 31), 5),
    "2024-10-08/2024-10-13": (date(2024, 10, 8), date(2024, 10, 13), 2),
}


def note(source_id: str, text: str, language: str = "en", publisher: str | None = "The Gazette", published: str | None = "2025-05-01") -> Document:
    """A document whose first line is its title; paragraphs are parted by blank lines."""
    title, body = text.strip().split("\n\n", 1)
    paragraphs, at = [], 0
    for part in body.split("\n\n"):
        start = body.index(part, at)
        paragraphs.append(Paragraph(Span(start, start + len(part))))
        at = start + len(part)
    url = f"https://example.org/{source_id}"
    return Document(
        id=document_id(body, publisher, url, published), text=body, text_sha256=sha256_of(body.encode()),
        source_id=source_id, language=language, paragraphs=tuple(paragraphs), title=title, publisher=publisher, url=url,
        published=published, published_from="given" if published else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """A document to take claims from by their words."""

    document: Document

    def quote(self, words: str, within: str | None = None) -> Quote:
        """The words where they stand, in a sentence if one is named."""
        start = self.document.text.index(within) if within else 0
        at = self.document.text.index(words, start)
        return Quote(Span(at, at + len(words)), words)

    def claim(self, sentence: str, trigger: str, **fields: object) -> Claim:
        """A claim on a sentence; anything else as fields of Claim."""
        base = Claim(
            id=identify("claim", document=self.document.id, sentence=sentence, trigger=trigger, more=sorted(fields)),
            document_id=self.document.id, matter="event", concept="ACT", event_type=None, mode=None, quad=None,
            contexts=(), flow=None, actors=(), recipients=(), item=None, quantities=(), period=None, place=None,
            attribution=self.printed(), factuality=told(), trigger=self.quote(trigger, sentence),
            evidence=self.quote(sentence), content=None, confidence=0.86, reasons=("rule SEND.troops", "named"), coder="hand",
        )  # fmt: skip
        return replace(base, **fields)  # type: ignore[arg-type]

    def printed(self, words: str | None = None, actor: Actor | None = None, origin: str | None = None, direct: bool = False) -> tuple[AttributionLink, ...]:
        """The publisher, and who it says says so."""
        chain = (AttributionLink("publisher", None, self.document.publisher or "", None),)
        if words is None:
            return chain
        return (*chain, AttributionLink("speaker", self.quote(words), words, actor, origin, direct))  # type: ignore[arg-type]

    def actor(self, words: str, actor: Actor, within: str | None = None) -> ActorMention:
        return ActorMention(self.quote(words, within), actor, "named")

    def period(self, words: str, edtf: str, within: str | None = None) -> PeriodMention:
        return PeriodMention(self.quote(words, within), Period(edtf, *DAYS[edtf], "DATE", edtf), "printed")

    def place(self, words: str, place: Place, within: str | None = None) -> PlaceMention:
        return PlaceMention(self.quote(words, within), place, "named")

    def count(self, role: str, words: str, low: float | None, best: float | None, high: float | None, unit: str = "soldier") -> ClaimQuantity:
        return ClaimQuantity(role, QuantityMention(self.quote(words), Quantity(low, best, high, unit)))  # type: ignore[arg-type]


def told(status: str = "reported", by: str | None = None, cues: tuple[Quote, ...] = ()) -> Factuality:
    """A status, with the fields that go with it."""
    negative = status in ("denied", "negated")
    return Factuality(status, by, "negative" if negative else "positive", "certain", "past", cues)  # type: ignore[arg-type]


def fact(*claims: Claim, cells: tuple[Cell, ...] = (), originators: int = 1, disputed: bool = False) -> Fact:
    """Some claims held to say one thing."""
    documents = len({one.document_id for one in claims})
    grade = Grade(2 if originators > 1 else 3, "medium" if originators > 1 else "limited", "high", documents, originators, "counted")
    ids = tuple(one.id for one in claims)
    return Fact(identify("fact", claims=list(ids)), ids[0], ids, cells, grade, disputed)


WIRE = Note(note("wire.md", """
Seoul counts the dead

The National Intelligence Service said on Tuesday that North Korea had sent at least 10,000 soldiers to Russia in October 2024. Thousands of containers of shells followed, it said.

About 600 of them have been killed and 2,700 wounded in Kursk, the service told lawmakers. The Kremlin denied that any North Korean shells had been delivered.

"We fought in one trench," the North Korean leader said. Analysts believe that Moscow will pay with technology in 2026.
""", publisher="The Wire", published="2025-04-30"))  # fmt: skip
RELAIS = Note(note("relais.md", """
Pyongyang admet l’envoi de troupes

La Corée du Nord a reconnu au printemps 2025 l’envoi de milliers de soldats en Russie. Au moins neuf sapeurs sont morts dans la région de Koursk, selon Kim Jong Un.

Les deux pays ont signé un traité à Pyongyang le 19 juin 2024. Moscou prévoit de livrer des systèmes de défense aérienne en 2026. Séoul parle d’environ 300 morts au 13 janvier.
""", language="fr", publisher="Le Relais", published="2025-12-13"))  # fmt: skip
COPY = Note(note("copy.md", """
Six hundred dead, says Seoul

About 600 of them have been killed, the service told lawmakers, The Wire reports. Seoul imposed sanctions on eleven people in Pyongyang.
""", publisher="The Gazette"))  # fmt: skip

SENT_EN = WIRE.claim(
    "The National Intelligence Service said on Tuesday that North Korea had sent at least 10,000 soldiers to Russia in October 2024.",
    "sent", matter="flow", concept="SEND", event_type="AID", quad=2, flow=Flow("troops", "delivered"),
    actors=(WIRE.actor("North Korea", PRK),), recipients=(WIRE.actor("Russia", RUS),),
    item=Item(WIRE.quote("soldiers"), "SOLDIER"), quantities=(WIRE.count("item", "at least 10,000 soldiers", 10000, None, None),),
    period=WIRE.period("October 2024", "2024-10"), place=WIRE.place("Russia", RUSSIA),
    attribution=WIRE.printed("The National Intelligence Service", NIS, "intelligence"),
    factuality=told("reported", cues=(WIRE.quote("said"),)),
)  # fmt: skip
SENT_FR = RELAIS.claim(
    "La Corée du Nord a reconnu au printemps 2025 l’envoi de milliers de soldats en Russie.",
    "envoi", matter="flow", concept="SEND", event_type="AID", quad=2, flow=Flow("troops", "delivered"),
    actors=(RELAIS.actor("La Corée du Nord", PRK),), recipients=(RELAIS.actor("Russie", RUS),),
    item=Item(RELAIS.quote("soldats"), "SOLDIER"), quantities=(RELAIS.count("item", "milliers de soldats", 2000, None, None),),
    period=RELAIS.period("au printemps 2025", "2025-21"), place=None,
    attribution=RELAIS.printed("La Corée du Nord", PRK, "party"),
    factuality=told("acknowledged", "North Korea", (RELAIS.quote("a reconnu"),)),
)  # fmt: skip
SHELLS = WIRE.claim(
    "Thousands of containers of shells followed, it said.", "followed", matter="flow", concept="DELIVER", event_type="AID", quad=2,
    flow=Flow("munitions", "delivered"), actors=(WIRE.actor("North Korea", PRK),), recipients=(WIRE.actor("Russia", RUS),),
    item=Item(WIRE.quote("shells"), "SHELL"), quantities=(WIRE.count("item", "Thousands of containers", 2000, None, None, "container"),),
    attribution=WIRE.printed("The National Intelligence Service", NIS, "intelligence"),
)  # fmt: skip
DENIED = WIRE.claim(
    "The Kremlin denied that any North Korean shells had been delivered.", "delivered", matter="flow", concept="DELIVER",
    flow=Flow("munitions", "delivered"), actors=(WIRE.actor("North Korean", PRK),), recipients=(WIRE.actor("Kremlin", RUS),),
    item=Item(WIRE.quote("shells", "The Kremlin"), "SHELL"), attribution=WIRE.printed("The Kremlin", RUS, "party"),
    factuality=told("denied", "Russia", (WIRE.quote("denied"),)),
)  # fmt: skip
KILLED_EN = WIRE.claim(
    "About 600 of them have been killed and 2,700 wounded in Kursk, the service told lawmakers.", "killed", matter="loss", concept="KILL",
    recipients=(WIRE.actor("North Korea", PRK),),
    quantities=(WIRE.count("killed", "About 600", None, 600, None), WIRE.count("wounded", "2,700", 2700, 2700, 2700)),
    period=WIRE.period("on Tuesday", "../2025-04-30"), place=WIRE.place("Kursk", KURSK),
    attribution=WIRE.printed("The National Intelligence Service", NIS, "intelligence"),
)  # fmt: skip
KILLED_COPY = COPY.claim(
    "About 600 of them have been killed, the service told lawmakers, The Wire reports.", "killed", matter="loss", concept="KILL",
    quantities=(COPY.count("killed", "About 600", None, 600, None),), attribution=COPY.printed("the service", NIS, "intelligence"),
)  # fmt: skip
KILLED_FR = RELAIS.claim(
    "Au moins neuf sapeurs sont morts dans la région de Koursk, selon Kim Jong Un.", "sont morts", matter="loss", concept="DIE",
    recipients=(RELAIS.actor("La Corée du Nord", PRK),), quantities=(RELAIS.count("killed", "Au moins neuf sapeurs", 9, None, None),),
    place=RELAIS.place("région de Koursk", KURSK_REGION), attribution=RELAIS.printed("Kim Jong Un", KIM, "party"),
    factuality=told("acknowledged", "Kim Jong Un"),
)  # fmt: skip
KILLED_JANUARY = RELAIS.claim(
    "Séoul parle d’environ 300 morts au 13 janvier.", "morts", matter="loss", concept="DIE",
    recipients=(RELAIS.actor("La Corée du Nord", PRK),), quantities=(RELAIS.count("killed", "environ 300 morts", None, 300, None),),
    period=RELAIS.period("au 13 janvier", "../2025-01-13"), attribution=RELAIS.printed("Séoul", KOR, "opposing_party"),
)  # fmt: skip
TREATY = RELAIS.claim(
    "Les deux pays ont signé un traité à Pyongyang le 19 juin 2024.", "signé", concept="SIGN", event_type="SUPPORT", quad=1,
    actors=(RELAIS.actor("Les deux pays", PRK), RELAIS.actor("Les deux pays", RUS)),
    period=RELAIS.period("le 19 juin 2024", "2024-06-19"), place=RELAIS.place("Pyongyang", PYONGYANG),
    factuality=told("asserted"),
)  # fmt: skip
PLANNED = RELAIS.claim(
    "Moscou prévoit de livrer des systèmes de défense aérienne en 2026.", "livrer", matter="flow", concept="DELIVER", event_type="AGREE", quad=1,
    flow=Flow("air-defence", "pledged"), actors=(RELAIS.actor("Moscou", RUS),), recipients=(RELAIS.actor("La Corée du Nord", PRK),),
    item=Item(RELAIS.quote("systèmes de défense aérienne"), "AIR_DEFENCE"), period=RELAIS.period("en 2026", "2026"),
    factuality=told("planned", "Russia", (RELAIS.quote("prévoit"),)),
)  # fmt: skip
QUOTED = WIRE.claim(
    '"We fought in one trench," the North Korean leader said.', "said", matter="statement", concept="STATEMENT",
    actors=(WIRE.actor("the North Korean leader", KIM),), content=WIRE.quote('"We fought in one trench,"'),
    attribution=WIRE.printed("the North Korean leader", KIM, "party", direct=True),
)  # fmt: skip
PREDICTED = WIRE.claim(
    "Analysts believe that Moscow will pay with technology in 2026.", "believe", matter="judgement", concept="STATEMENT",
    content=WIRE.quote("Moscow will pay with technology in 2026"), period=WIRE.period("2026", "2026"),
    attribution=WIRE.printed("Analysts", None, "unnamed"), factuality=told("predicted", "Analysts", (WIRE.quote("will"),)),
)  # fmt: skip
SANCTIONS = COPY.claim(
    "Seoul imposed sanctions on eleven people in Pyongyang.", "imposed sanctions", concept="SANCTION", event_type="SANCTION", quad=4,
    actors=(COPY.actor("Seoul", KOR),), recipients=(COPY.actor("Pyongyang", PRK),), place=COPY.place("Pyongyang", PYONGYANG),
    factuality=told("asserted"),
)  # fmt: skip

ENTRIES = (
    Entry(WIRE.document, (SENT_EN, SHELLS, KILLED_EN, DENIED, QUOTED, PREDICTED), (
        DocumentWarning("vague_source", WIRE.quote("Analysts"), "no analyst is named"),
        DocumentWarning("no_author", None, ""),
    )),
    Entry(RELAIS.document, (SENT_FR, KILLED_FR, TREATY, PLANNED, KILLED_JANUARY), ()),
    Entry(COPY.document, (KILLED_COPY, SANCTIONS), (DocumentWarning("no_date", None, "no date was found"),)),
    Entry(note("zeitung.md", "Ein Titel\n\nNiemand liest mich.", "de", None, None), (), (
        DocumentWarning("unread_language", None, "no parser for de"),
    )),
)  # fmt: skip
FACTS = (
    fact(TREATY),
    fact(SENT_EN, SENT_FR, originators=2, cells=(
        Cell("quantity", "10000//", "at least 10,000", (SENT_EN.id,), (SENT_FR.id,)),
        Cell("period", "2024-10", "October 2024", (SENT_EN.id,), (SENT_FR.id,)),
    )),
    fact(SHELLS, DENIED, originators=2, disputed=True),
    fact(KILLED_JANUARY),
    fact(KILLED_EN, KILLED_COPY),
    fact(KILLED_FR),
    fact(PLANNED),
    fact(QUOTED),
    fact(PREDICTED),
    fact(SANCTIONS),
)  # fmt: skip
WEIGHING = Weighing(
    facts=FACTS,
    disagreements=(
        Disagreement("denial", "status", (SHELLS.id,), (DENIED.id,), "one side denies what the other reports"),
        Disagreement("update", "quantity", (KILLED_JANUARY.id,), (KILLED_EN.id,), "a later count"),
    ),
    descents=(Descent((WIRE.document.id, COPY.document.id), "names it as its source"),),
    verdicts=(),
)
REJECTED = (Rejected("scan.png", "intake", "a picture holds no text to read"),)
PAIR = ("PRK", "RUS")
