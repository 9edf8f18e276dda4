"""Who held which office when: persons, offices with their dates, and the words for offices and bodies."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from dragoman.model.period import Period
from dragoman.world.actor import fold
from dragoman.world.table import read_table

# An open row says "in office when the table was made"; half a year later it says nothing any more.
OFFICES_CHECKED = date(2025, 12, 31)
_GOOD_UNTIL = date(2026, 6, 30)
UNVERIFIED = "unverified"
_FAMILY_FIRST = frozenset(("PRK", "KOR", "CHN", "VNM", "TWN", "KHM"))  # Korean and Chinese names open with the family's
RoleKind = Literal["office", "plural", "title", "group"]
_KINDS: dict[str, RoleKind] = {"office": "office", "plural": "plural", "title": "title", "group": "group"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the table. names: spellings; alone: surnames that name this person by themselves."""

    name: str
    wikidata_id: str | None
    gender: str
    names: tuple[str, ...]
    alone: tuple[str, ...]
    country: str
    sector: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One office of one person. of: alpha-3 of a state, or an organisation's name. Bounds: first and last possible day.

    end_low: the last day on which the sources surely show the person in office.
    """

    person: str
    of: str
    office: str
    start_low: date
    start_high: date
    end_low: date
    end_high: date
    open: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class Role:
    """Words that name an actor with a state. stands_for: offices; bare: may take up an actor named before.

    kind: "plural" is several holders of one office, "the Russian and Ukrainian presidents".
    """

    key: str
    kind: RoleKind
    sector: str
    label: str
    stands_for: tuple[str, ...]
    bare: bool


@cache
def persons() -> dict[str, Person]:
    """Persons of the table by name."""
    found = {}
    for row in read_table("actors/persons.tsv"):
        names, alone = (tuple(one for one in row[key].split(";") if one) for key in ("names", "alone"))
        found[row["name"]] = Person(
            row["name"], row["wikidata"] or None, row["gender"], names, alone, row["country"], row["sector"]
        )
    return found


@cache
def _by_surname() -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = {}
    for person in persons().values():
        first = person.country in _FAMILY_FIRST
        for name in person.names:
            words = fold(name).replace("-", " " if first else "-").split()
            if len(words) > 1:
                found.setdefault(words[0] if first else words[-1], {})[person.name] = person
    return {surname: tuple(some.values()) for surname, some in found.items()}


def persons_of_surname(surname: str) -> tuple[Person, ...]:
    """Everyone of the table with a family name, folded: two for "xi", should two be known; () for none.

    >>> [one.name for one in persons_of_surname("hegseth")]
    ['Pete Hegseth']
    """
    return _by_surname().get(surname, ())


@cache
def roles() -> dict[str, Role]:
    """Words for offices, bodies and groups by key."""
    found = {}
    for row in read_table("actors/roles.tsv"):
        stands_for = tuple(one for one in row["stands_for"].split(";") if one)
        found[row["role"]] = Role(
            row["role"], _KINDS[row["kind"]], row["sector"], row["label"], stands_for, row["bare"] == "yes"
        )
    return found


def edtf_days(value: str, empty: tuple[date, date]) -> tuple[date, date]:
    """First and last day of an EDTF year, month or day ("2016-05" is the whole of May). Raises ValueError otherwise."""
    if not value:
        return empty
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    day = date(*parts)
    return day, day


def role_for(office: str) -> Role | None:
    """The word for an office: of those that may stand for it, the one that stands for fewest; None if there is none."""
    if office == "supreme_leader":
        return roles()["leader"]
    words = [one for one in roles().values() if office in one.stands_for and one.kind == "office"]
    return min(words, key=lambda one: len(one.stands_for), default=None)


@cache
def tenures() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    """Tenures by (state or organisation, office), in the order of the table."""
    found: dict[tuple[str, str], list[Tenure]] = {}
    for row in read_table("actors/offices.tsv"):
        start = edtf_days(row["start"], (date.min, _GOOD_UNTIL))
        end = edtf_days(row["end"], (_GOOD_UNTIL, date.max))
        # A page of 2022 that shows somebody in office says nothing of 2024, whoever is known to have stayed.
        seen = edtf_days(row["seen"], end)[0]
        sure = min(end[0], seen) if row["end"] else seen
        is_open = not row["end"] and bool(row["start"])
        verified = row["source"] != UNVERIFIED
        tenure = Tenure(row["name"], row["of"], row["office"], *start, sure, end[1], is_open, verified)
        found.setdefault((row["of"], row["office"]), []).append(tenure)
    return {key: tuple(some) for key, some in found.items()}


@cache
def tenures_of(person: str) -> tuple[Tenure, ...]:
    """Every tenure of one person, in the order of the table; () for somebody without."""
    return tuple(one for some in tenures().values() for one in some if one.person == person)


@cache
def leading_office(of: str) -> str | None:
    """The office that "the leader" of a state or organisation stands for; None if the table has none."""
    for row in read_table("actors/leaders.tsv"):
        if row["country"] == of:
            return row["office"]
    return None


def holder(of: str, offices: tuple[str, ...], reference: Period | None) -> Person | None:
    """Who surely held one of these offices of a state, or organisation, through the whole of a period.

    Returns None without a date, if nobody or more than one may be meant, or if the one row is unverified: an office and a
    date make a person only where the dates were checked against a public source.
    """
    if reference is None or reference.earliest is None or reference.latest is None:
        return None
    named = [leading_office(of) or "" if one == "leader" else one for one in offices]
    possible = [
        one
        for office in named
        for one in tenures().get((of, office), ())
        if one.start_low <= reference.latest and reference.earliest <= one.end_high
    ]
    if len({one.person for one in possible}) != 1:
        return None
    for one in possible:
        if one.verified and one.start_high <= reference.earliest and reference.latest <= one.end_low:
            return persons()[one.person]
    return None


def offices_held(person: str, reference: Period | None) -> tuple[Tenure, ...]:
    """Offices that a person may have held in a period, or all of them without a date."""
    if reference is None or reference.earliest is None or reference.latest is None:
        return tenures_of(person)
    return tuple(
        one for one in tenures_of(person) if one.start_low <= reference.latest and reference.earliest <= one.end_high
    )
