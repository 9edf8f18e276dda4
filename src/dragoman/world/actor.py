"""States as actors: their names in each language, and the actor that each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from anyascii import anyascii
from babel import Locale, UnknownLocaleError

from dragoman.model.actor import Actor
from dragoman.world.table import read_table

LANGUAGES = ("en", "fr")


class UnknownCountry(LookupError):
    """A code that is no state of the table."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What one language calls a state. name: as shown. seats: the capital first, "" where it cannot stand alone."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. of: its English name after "of". wordings: in the order of LANGUAGES."""

    iso3: str
    iso2: str
    wikidata_id: str | None
    of: str
    wordings: tuple[Wording, ...]

    @property
    def name(self) -> str:
        """The English name, which is the one that data hold."""
        return self.wordings[0].name


def fold(word: str) -> str:
    """A word without case and accents, as names are compared: "Élysée" and "ELYSEE" are one.

    >>> fold("Łódź")
    'lodz'
    """
    return word.lower() if word.isascii() else anyascii(word).lower()


@cache
def states() -> dict[str, State]:
    """All states of the table by their alpha-3 code, in its order."""
    found = {}
    for row in read_table("actors/countries.tsv"):
        wordings = tuple(_wording(row, language) for language in LANGUAGES)
        found[row["iso3"]] = State(row["iso3"], row["iso2"], row["wikidata"] or None, row["of_en"], wordings)
    return found


def _wording(row: dict[str, str], language: str) -> Wording:
    lists = [
        tuple(one for one in row[f"{column}_{language}"].split(";") if one)
        for column in ("names", "adjectives", "people", "seats")
    ]
    seats = tuple("" if one == "-" else one for one in lists[3])
    return Wording(row[f"name_{language}"], lists[0], lists[1], lists[2], seats)


def country_name(iso3: str, language: str) -> str:
    """What a language calls a state: "Corée du Nord" for PRK in French; the code itself for an unknown code.

    iso3: ISO 3166-1 alpha-3. language: ISO 639-1; CLDR has the name where our table has no column for it.

    >>> country_name("PRK", "fr")
    'Corée du Nord'
    """
    state = states().get(iso3)
    if state is None:
        return iso3
    if language in LANGUAGES:
        return state.wordings[LANGUAGES.index(language)].name
    try:
        return str(Locale(language).territories.get(state.iso2, state.name))
    except UnknownLocaleError:
        return state.name


def actor_for_country(iso3: str) -> Actor:
    """A state as an actor, under its English name. Raises UnknownCountry for a code that is not in the table.

    >>> actor_for_country("PRK").name
    'North Korea'
    """
    state = states().get(iso3)
    if state is None:
        raise UnknownCountry(f"no state has the code {iso3!r}; use ISO 3166-1 alpha-3, as PRK or RUS")
    return Actor(state.name, iso3, "GOV", state.wikidata_id)


def name_of(country: str | None) -> str:
    """The English name that follows "of": "the United States" for USA, "" for none, the code for an unknown one."""
    state = states().get(country or "")
    return state.of if state else country or ""


@cache
def _country_index() -> dict[str, str]:
    index: dict[str, str] = {}
    for state in states().values():
        words = [state.iso3, state.iso2, *(name for one in state.wordings for name in (one.name, *one.names))]
        for word in words:
            index.setdefault(fold(word).replace("-", " "), state.iso3)
    return index


def find_country(word: str) -> str | None:
    """The alpha-3 code of what a user typed: an alpha-3 or alpha-2 code, or a name in any of our languages.

    Returns None where no state is called that.

    >>> find_country("Corée du Nord"), find_country("ru"), find_country("Atlantis")
    ('PRK', 'RUS', None)
    """
    return _country_index().get(fold(word.strip().replace("’", "'")).replace("-", " "))


def is_state_itself(actor: Actor) -> bool:
    """Whether an actor is a state or its government as a whole, and no person or body of it.

    >>> is_state_itself(Actor("Government of Norway", "NOR", "GOV")), is_state_itself(Actor("Ministry of Defence of Norway", "NOR", "GOV"))
    (True, False)
    """
    country = actor.country
    return country in states() and actor.name in (actor_for_country(country).name, f"Government of {name_of(country)}")
