"""What the templates ask for: each value of a row in the words of the interface, and the numbers of its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from dragoman.dossier import label
from dragoman.dossier.change_words import change_words
from dragoman.dossier.detail_words import detail_words
from dragoman.dossier.fact_rows import FactRow, NetworkEdge
from dragoman.dossier.period_words import edtf_words, period_words
from dragoman.dossier.quantity_words import quantity_words
from dragoman.dossier.shown import Dealing, Direction, Measure, Party, Reference, Shown, Source
from dragoman.dossier.wording import Wording
from dragoman.model.period import Period
from dragoman.model.place import Place
from dragoman.world.actor import country_name, name_of, states
from dragoman.world.concept import TABLES
from dragoman.world.table import read_table

# What these measure is said by the item, or by nothing but the words as printed.
PLAIN = frozenset({"item", "money", "other"})


@dataclass(frozen=True, slots=True)
class Display:
    """Values in words. numbers: the number of the evidence row of each claim. names: of states, by code."""

    wording: Wording
    numbers: dict[str, int]
    names: dict[str, str]

    def change(self, what: str) -> str:
        """One thing that changed in a fact: "2 claims more"."""
        return change_words(what, self.wording)

    def detail(self, detail: str) -> tuple[str, str]:
        """Why a warning is given, and the language that says so."""
        return detail_words(detail, self.wording)

    def party(self, party: Party) -> str:
        """A side: the name of a state, or the actor's own."""
        return party.name or self.country(party.country)

    def country(self, code: str) -> str:
        """A state's name, or the code of one we have no name for."""
        return self.names.get(code, code)

    def parties(self, parties: tuple[Party, ...]) -> str:
        """Several sides as a list."""
        return self.wording.join([self.party(one) for one in parties])

    def direction(self, direction: Direction) -> str:
        """From whom to whom: "North Korea → Russia", "North Korea and Russia"."""
        senders, receivers = self.parties(direction.senders), self.parties(direction.receivers)
        if not receivers:
            return senders or self.wording.text("sides not named")
        unnamed = self.wording.text("not named")
        return f"{senders or unnamed} → {receivers}"

    def sides(self, row: FactRow) -> str:
        """The direction of a fact; for a loss that nobody is said to have inflicted, those who suffered it."""
        direction = row.direction.value
        if direction.senders or row.dealing.value.flow or row.dealing.value.event:
            return self.direction(direction)
        return self.parties(direction.receivers) or self.wording.text("sides not named")

    def dealing(self, dealing: Dealing) -> str:
        """The kind of a flow, the type of an event, else the concept."""
        if dealing.flow:
            return self.label("FLOWS", dealing.flow)
        if dealing.event:
            return self.label("EVENTS", dealing.event)
        return self.concept(dealing.concept)

    def concept(self, concept: str) -> str:
        """A concept's name, lower-case: "ARTILLERY_SHELL" is artillery shell."""
        return concept_names(self.wording.language).get(concept) or concept.replace("_", " ").lower()

    def label(self, table: str, code: object) -> str:
        """The name of a code; the code itself, with spaces, where a table has none."""
        labels: dict[object, str] = getattr(label, table)
        return self.wording.text(labels[code]) if code in labels else str(code).replace("_", " ")

    def quantity(self, shown: Shown[Measure]) -> str:
        """A quantity with its bounds."""
        return quantity_words(shown.value.quantity, self.wording, shown.surface.text if shown.surface else "")

    def measure(self, shown: Shown[Measure]) -> str:
        """A quantity with what it measures, unless it is simply how many of the item."""
        words = self.quantity(shown)
        if not words or shown.value.role in PLAIN:
            return words
        if shown.value.role == "duration":
            return shown.surface.text if shown.surface else words
        return f"{words} {self.label('MEASURES', shown.value.role)}"

    def period(self, period: Period) -> str:
        """When, as exact as it is; its TIMEX3 value where there is no other."""
        return period_words(period, self.wording) or period.timex_value or ""

    def precision(self, period: Period) -> str:
        """How exact a period is."""
        return self.label("PRECISIONS", period.date_prec) if period.date_prec else ""

    def edtf(self, edtf: str | None) -> str:
        """A date of publication."""
        return edtf_words(edtf, self.wording) if edtf else ""

    def place(self, place: Place) -> str:
        """A place and its state; a state alone where that is all that is known."""
        if place.where_prec == 6 and place.country:
            return self.country(place.country)
        return f"{place.name}, {self.country(place.country)}" if place.country else place.name

    def source(self, source: Source) -> str:
        """Who says so: the originator, or the publisher where it speaks for itself."""
        if source.name:
            where = self.country(source.country) if source.country and source.country != "IGO" else ""
            if where and source.name in (name_of(source.country), f"Government of {name_of(source.country)}"):
                return where
            # "National Intelligence Service (South Korea)" and "Ministry of Defence of Greece" already say whose they are.
            says_whose = source.name.endswith((")", f" of {where}"))
            return f"{source.name} ({where})" if where and not says_whose else source.name
        return self.wording.join(list(source.publishers)) or self.wording.text("publisher not known")

    def printed(self, source: Source) -> str:
        """Where an originator's words were printed; "" for a publisher that speaks for itself."""
        if not source.name or not source.publishers:
            return ""
        return self.wording.text("printed by %(publishers)s", publishers=self.wording.join(list(source.publishers)))

    def language(self, code: str) -> str:
        """The name of a language."""
        try:
            return str(Locale.parse(code).get_language_name(self.wording.locale) or code)
        except (UnknownLocaleError, ValueError):
            return code

    def evidence(self, references: tuple[Reference, ...]) -> tuple[int, ...]:
        """Numbers of the sentences behind a cell, each once, in order."""
        return tuple(sorted({self.numbers[one.claim_id] for one in references}))

    def edge(self, edge: NetworkEdge) -> tuple[int, ...]:
        """Numbers of the sentences behind an edge of the network."""
        return self.evidence(tuple(one for kind in edge.kinds for one in kind.facts.references))

    def value(self, shown: Shown[object] | None) -> str:
        """A cell of a disagreement, whichever it is."""
        found = shown.value if shown else None
        if isinstance(found, Measure) and shown is not None:
            words = quantity_words(found.quantity, self.wording, shown.surface.text if shown.surface else "")
            return f"{words} {self.label('MEASURES', found.role)}" if found.role not in PLAIN else words
        if isinstance(found, Period):
            return self.period(found)
        if isinstance(found, Place):
            return self.place(found)
        if isinstance(found, str):
            tables = (label.STATUSES, label.STAGES)
            return next((self.wording.text(one[found]) for one in tables if found in one), self.concept(found))
        return ""


def state_names(language: str) -> dict[str, str]:
    """Names of states by ISO 3166-1 alpha-3 code."""
    return {code: country_name(code, language) for code in states()}


@cache
def concept_names(language: str) -> dict[str, str]:
    """A name for each concept of the lexicon: the first noun it has in a language, else its first word."""
    names: dict[str, str] = {}
    for table in TABLES:
        for row in read_table(table):
            words = [one.split(":", 1) for one in row[language].split("; ") if ":" in one]
            nouns = [word for part, word in words if part == "n"]
            if words:
                names[row["concept"]] = nouns[0] if nouns else words[0][1]
    return names
