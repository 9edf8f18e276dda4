"""From words that name an actor to the actor: the dated office, the government behind a seat, the person behind a name."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.actor import Actor
from dragoman.model.period import Period
from dragoman.reading.actors.memory import Someone
from dragoman.reading.actors.office import RolePhrase
from dragoman.world.actor import actor_for_country, fold, name_of, states
from dragoman.world.actor_names import organisations
from dragoman.world.office import (
    Person,
    Tenure,
    holder,
    leading_office,
    offices_held,
    persons,
    persons_of_surname,
    roles,
    tenures_of,
)

# An office makes a sector of its holder; all others are government.
_OFFICE_SECTORS = {
    "chief_of_staff": "MIL", "commander_in_chief": "MIL", "defence_spokesperson": "MIL", "intelligence_chief": "SPY",
    "parliament_speaker": "LEG",
}  # fmt: skip
_ARMED = frozenset(("REB", "PRM", "MIL"))
_OWN_PEOPLE = frozenset(("government", "other_ministry"))
_OWN_STAFF = frozenset(("expert", "journalist", "diplomats", "workers", "people", "business", "media", "rebels"))
# "campaign chairman John Miller", "Secretary Miller": of what, and whether of a state, the words do not say.
_OF_ANYTHING = frozenset(("general_secretary", "secretary_general", "spokesperson"))
# "a Fidesz leader" acts for a party, "a Greenpeace spokesman" for a society; "a UN spokesman" is a government's kind of voice.
_OWN_SECTOR = frozenset(("PTY", "REB", "PRM", "BUS", "SOC", "JRN", "CRM", "EDU", "OPP"))


def describe(reference: Period | None) -> str:
    """The reference in words: its EDTF value, or "no date"."""
    return reference.edtf if reference is not None and reference.edtf is not None else "no date"


def government(iso3: str) -> Actor:
    """The government of a state: what a capital or a palace stands for."""
    return Actor(f"Government of {name_of(iso3)}", iso3, "GOV")


def nationality(iso3: str) -> Actor:
    """A state by its nationality: no sector, for oil and soldiers may be Russian."""
    state = actor_for_country(iso3)
    return Actor(state.name, state.country, None, state.wikidata_id)


def known_person(person: Person, reference: Period | None) -> tuple[Someone, str]:
    """A person of the table at a date: who they acted for then. Somebody whose offices are all over is ELI, PLOVER's elite."""
    held = offices_held(person.name, reference)
    offices = tuple(dict.fromkeys(one.office for one in held))
    country, sector = person.country, person.sector
    current = held[-1] if held else None
    reason = "named"
    if current is not None and reference is not None:
        sector = _OFFICE_SECTORS.get(current.office, sector if sector not in ("GOV", "MIL", "SPY", "LEG") else "GOV")
        organisation = organisations().get(current.of)
        country = current.of if current.of in states() else (organisation.country or "") if organisation else country
        reason = f"named; {current.office} of {current.of} on {describe(reference)}"
    elif _is_over(tenures_of(person.name), reference):
        sector, reason = "ELI", f"named; holds no office of the table on {describe(reference)}"
    actor = Actor(person.name, country or None, sector, person.wikidata_id)
    return Someone(actor, person.gender, offices, current.of if current else country, True), reason


def titled(someone: Someone, phrase: RolePhrase | None) -> Someone:
    """Somebody printed with an office in force acts for it, whatever the table says of the date."""
    if phrase is None or phrase.former or someone.actor.sector != "ELI":
        return someone
    return replace(someone, actor=replace(someone.actor, sector=roles()[phrase.role].sector))


def _is_over(tenures: tuple[Tenure, ...], reference: Period | None) -> bool:
    if reference is None or reference.earliest is None or not tenures:
        return False
    return all(one.end_high < reference.earliest for one in tenures)


def office_holder(phrase: RolePhrase, reference: Period | None) -> tuple[Someone, str]:
    """Whom an office with its state means at a date; the office itself where the table does not surely say."""
    role, of = roles()[phrase.role], phrase.of
    if role.kind == "office" and of is not None and not phrase.former:
        person = holder(of, phrase.offices, reference)
        if person is not None:
            someone, _ = known_person(person, reference)
            return someone, f"office of {role.key} of {of} on {describe(reference)}"
    offices = tuple(leading_office(of or "") or "leader" if one == "leader" else one for one in phrase.offices)
    label = role.label.format(name_of(of) if of in states() else of or "")
    if phrase.former:
        return Someone(Actor(f"Former: {label}", _country(of), "ELI"), "", (), of, False), "a former or acting holder"
    known = f"{role.key} of {of}" if of else role.key
    return Someone(Actor(label, _country(of), _sector(role.sector, of)), "", offices, of, False), known


def _sector(sector: str, of: str | None) -> str | None:
    """The sector of an office: its owner's, where that is a party, a firm or a band."""
    owner = organisations().get(of or "")
    return owner.sector if owner is not None and owner.sector in _OWN_SECTOR and sector == "GOV" else sector


def body(phrase: RolePhrase) -> Actor:
    """A body or group of a state: "North Korean forces" is the Armed Forces of North Korea."""
    role, of = roles()[phrase.role], phrase.of
    owner = organisations().get(of or "")
    # "Taliban fighters" are the Taliban, "Greenpeace experts" are Greenpeace; "UN troops" are not the United Nations.
    if owner is not None and (
        role.key in _OWN_PEOPLE
        or (owner.sector in _ARMED and role.sector == "MIL")
        or (owner.country != "IGO" and role.key in _OWN_STAFF)
    ):
        return owner
    return Actor(role.label.format(name_of(of) if of in states() else of or ""), _country(of), role.sector)


def stranger(name: str, phrase: RolePhrase | None) -> Someone:
    """Somebody in no table: the name as printed, the state and sector of the title."""
    if phrase is None:
        return Someone(Actor(name, None, None), "", (), None, True)
    vague = phrase.of is None and phrase.role in _OF_ANYTHING
    sector = "ELI" if phrase.former else None if vague else _sector(roles()[phrase.role].sector, phrase.of)
    return Someone(Actor(name, _country(phrase.of), sector), "", phrase.offices, phrase.of, True)


def by_surname(name: str, phrase: RolePhrase | None, reference: Period | None) -> tuple[Someone, str] | None:
    """Whom a family name and an office mean together at a date: "Secretary Austin" in 2023. None if nobody, or two, may be."""
    if phrase is None or phrase.former or not phrase.offices or len(name.split()) != 1:
        return None
    found = [one for one in persons_of_surname(fold(name)) if _held(one, phrase, reference)]
    if len(found) != 1:
        return None
    someone, _ = known_person(found[0], reference)
    return someone, f"family name and office of {roles()[phrase.role].key} on {describe(reference)}"


def _held(person: Person, phrase: RolePhrase, reference: Period | None) -> bool:
    held = offices_held(person.name, reference)
    offices = {leading_office(one.of) if office == "leader" else office for one in held for office in phrase.offices}
    return any(one.office in offices and phrase.of in (None, one.of) for one in held)


def table_person(key: str) -> Person:
    """A person of the table by name."""
    return persons()[key]


def _country(of: str | None) -> str | None:
    if of is None or of in states():
        return of
    organisation = organisations().get(of)
    return organisation.country if organisation else None
