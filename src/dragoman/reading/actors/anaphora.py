"""Words that take up an actor named elsewhere: "the two countries", "his Russian counterpart", "Kim", "he"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from dragoman.model.actor import Actor
from dragoman.model.period import Period
from dragoman.model.tree import base
from dragoman.reading.actors.hit import Page
from dragoman.reading.actors.memory import Memory, Someone
from dragoman.reading.actors.named import describe, known_person, stranger, table_person
from dragoman.reading.actors.naming import Naming
from dragoman.reading.actors.office import RolePhrase
from dragoman.world.actor import actor_for_country, name_of
from dragoman.world.actor_names import split_name
from dragoman.world.office import holder, leading_office, persons, role_for, roles

Named = tuple[Actor, str]
_PRONOUN_WITHIN = 3
_LAST_PEOPLE = 8  # whoever a counterpart is the counterpart of was named not long ago
_HYPHENED = re.compile(
    r"\w[-\u2010\u2011][a-z]+$"
)  # "Park Sun-ho": a given name written so stands behind its family name


def parties(memory: Memory) -> tuple[Named, ...]:
    """Both main states of the document so far, for "the two countries"; () if there are not two."""
    return tuple((actor_for_country(one), "both parties: the two states most named") for one in memory.parties())


def states_named(countries: Iterable[str]) -> tuple[Named, ...]:
    """The states of one name, by their codes: "the two Koreas"."""
    return tuple((actor_for_country(one), "one of the states so called") for one in countries)


def leaders(memory: Memory, role: str, reference: Period | None, named_only: bool = False) -> tuple[Named, ...]:
    """Those who hold an office for both main states, for "the two leaders": persons named so, else the date's holders.

    named_only: for "the two men", who are leaders only if the document has named both.
    """
    found: list[Named] = []
    for iso3 in memory.parties():
        office = leading_office(iso3) if role == "leader" else role
        label = roles()[role].label.format(name_of(iso3))
        actor = Actor(label, iso3, roles()[role].sector)
        named = memory.leading.get((iso3, office or ""))
        if named is None and named_only:
            return ()
        person = holder(iso3, (office,), reference) if office else None
        if named is not None:
            actor = named.actor
        elif person is not None:
            actor = known_person(person, reference)[0].actor
        found.append((actor, f"both parties: {role} of {iso3} on {describe(reference)}"))
    return tuple(found) if len(found) == 2 else ()


def armies(memory: Memory, role: str) -> tuple[Named, ...]:
    """The same body of both main states, for "the two armies"."""
    return tuple(
        (Actor(roles()[role].label.format(name_of(one)), one, roles()[role].sector), f"both parties: {role}")
        for one in memory.parties()
    )


def counterpart(phrase: RolePhrase, memory: Memory, reference: Period | None) -> tuple[Someone, str] | None:
    """The holder, in another state, of the office of whoever was named last: "his Russian counterpart"."""
    of = phrase.of
    nearest = memory.people[-_LAST_PEOPLE:]
    other = next((one for _, one in reversed(nearest) if one.offices and one.of != of), None)
    if of is None or other is None or other.of is None:
        return None
    offices = _same_offices(other, of)
    reason = f"counterpart of {other.actor.name} in {of} on {describe(reference)}"
    person = holder(of, offices, reference) if offices else None
    if person is not None:
        return known_person(person, reference)[0], reason
    role = role_for(offices[0]) if offices else None
    label = role.label.format(name_of(of)) if role and offices else f"Government of {name_of(of)}"
    return Someone(Actor(label, of, role.sector if role else "GOV"), "", offices, of, False), reason


def _same_offices(other: Someone, of: str) -> tuple[str, ...]:
    """The counterpart's office: where one leads its state, the one that leads the other, if they are alike."""
    # Macron's German counterpart may be the chancellor or the president: nothing is made of that.
    leading = leading_office(other.of or "")
    if leading not in other.offices and "leader" not in other.offices:
        return other.offices[:1]
    there = leading_office(of)
    if there is None or {leading, there} == {"president", "prime_minister"}:
        return ()
    return (there,)


def bare_role(phrase: RolePhrase, memory: Memory) -> Named | None:
    """Whom "the president" or "the ministry" takes up: the only one in the document so far that was called so."""
    role = roles()[phrase.role]
    if role.kind == "group":
        bodies = [one.actor for key in (role.key, *role.stands_for) for one in memory.holders.get(key, ())]
        return (bodies[-1], f"the only {role.key} named before") if len(set(bodies)) == 1 else None
    if role.key == "counterpart":
        return None
    someone = memory.only_holder(role.key, role.stands_for)
    return (someone.actor, f"the only {role.key} named before") if someone is not None else None


def half(page: Page, naming: Naming, memory: Memory) -> Named | None:
    """ "the North" and "the South" where the document speaks of Korea and the words act; None elsewhere."""
    iso3 = "PRK" if naming.key.startswith("north") else "KOR"
    words, last = page.words, naming.last
    koreas = memory.whole.get("PRK", 0) + memory.whole.get("KOR", 0)
    if not koreas or not words.capital(last):
        return None
    acts = base(words.token_of(last).relation) in ("nsubj", "obj", "iobj")
    after = last + 1
    if not acts and after < len(words) and words.joined[after]:
        # "the North's army", "the North itself", "the North fired"
        word, tag = words.folded[after], words.token_of(after).upos
        acts = word == "s" or page.grammar.has("self", word) or tag in ("VERB", "AUX")
    if not acts:
        return None
    return actor_for_country(iso3), "half of Korea, of which the document speaks"


def pronouns(page: Page) -> Iterable[Naming]:
    """Each "he" or "il" that opens a sentence as its subject and is not the impersonal one."""
    words, grammar = page.words, page.grammar
    begun = -1
    for index in range(len(words)):
        if words.sentence[index] != begun:
            begun, start = words.sentence[index], index
        if index - start >= _PRONOUN_WITHIN or not grammar.has("pronoun_he", words.folded[index]):
            continue
        token = words.token_of(index)
        if token.upos != "PRON" or not token.relation.startswith("nsubj"):
            continue
        lemma = words.sentences[begun].tokens[token.head].lemma.lower() if token.head >= 0 else ""
        after = words.folded[index + 1] if index + 1 < len(words) else ""
        if not grammar.has("impersonal", lemma) and not grammar.has("impersonal_next", after):
            yield Naming(index, index, "pronoun", "")


def pronoun(naming: Naming, page: Page, memory: Memory) -> tuple[Someone, str] | None:
    """The one man whom the sentence before says something of; None if there is none, or more than one."""
    sentence = page.words.sentence[naming.first]
    subjects = {one.actor.name: one for one in memory.subjects.get(sentence - 1, ()) if one.is_person}
    if len(subjects) != 1:
        return None
    someone = next(iter(subjects.values()))
    if someone.gender == "f" or _has_stranger(page, sentence - 1, someone):
        return None
    return someone, "pronoun: the only man who is a subject of the sentence before"


def _has_stranger(page: Page, number: int, someone: Someone) -> bool:
    """Whether a sentence has a second subject that may be a man the tables do not know."""
    # "Ivan Testenko accused Putin, and Putin denied it. He fled.": either may be "he".
    words, own = page.words, set(split_name(someone.actor.name))
    known = False
    for index in range(bisect_left(words.sentence, number), bisect_right(words.sentence, number)):
        hit = page.starting.get(index)
        known = hit is not None or (known and words.joined[index] and index - 1 not in page.ending)
        token = words.token_of(index)
        subject = token.upos == "PROPN" and token.relation.startswith("nsubj")
        if subject and not known and words.folded[index] not in own:
            return True
    return False


def short_names(page: Page, namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Family names alone, and full names again, of persons whom the document has named in full before."""
    known = _known_names(page, namings)
    if not known:
        return ()
    words = page.words
    covered = {index for one in namings for index in range(one.first, one.last + 1)}
    found = []
    for index in range(len(words)):
        if index in covered or words.folded[index] not in known or not words.capital(index):
            continue
        if index in page.starting and page.starting[index].kind not in ("surname", "person"):
            continue
        if _is_inside_name(page, index, covered):
            continue
        named = known[words.folded[index]]
        before = bisect_left(named, (index, ""))
        if before:
            found.append(Naming(index, index, "short", named[before - 1][1], None, index, index))
    return tuple(found)


def _known_names(page: Page, namings: tuple[Naming, ...]) -> dict[str, list[tuple[int, str]]]:
    """For each family name: where and which person was named in full, in text order."""
    words, grammar = page.words, page.grammar
    known: dict[str, list[tuple[int, str]]] = {}
    for one in namings:
        if one.name_first < 0 or one.name_last == one.name_first:
            continue
        if one.kind == "person":
            key, country = one.key, persons()[one.key].country
            parts = split_name(key)
        else:
            key = words.text[words.starts[one.name_first] : words.ends[one.name_last]]
            country, parts = (one.phrase.of if one.phrase else None) or "", split_name(key)
        family = parts[0] if grammar.has("surname_first", country.lower()) or _HYPHENED.search(key) else parts[-1]
        known.setdefault(family, []).append((one.first, key))
    return known


def _is_inside_name(page: Page, index: int, covered: set[int]) -> bool:
    """Whether another name's words stand beside: "Kim Philby", "Paul Kelly"."""
    words = page.words
    for other, edge in ((index - 1, index), (index + 1, index + 1)):
        if not 0 <= other < len(words) or other in covered or not words.joined[edge]:
            continue
        if words.between(edge) in ("'", "’") or words.folded[other] == "s":
            continue
        if words.capital(other) and words.token_of(other).upos == "PROPN" and not _is_title(page, other):
            return True
    return False


def _is_title(page: Page, index: int) -> bool:
    return page.grammar.has("courtesy", page.words.folded[index]) or index in page.ending


def short_person(naming: Naming, memory: Memory, reference: Period | None) -> tuple[Someone, str]:
    """The person whom a short name takes up."""
    if naming.key in memory.by_name:
        return memory.by_name[naming.key], "named in full before"
    if naming.key in persons():
        return known_person(table_person(naming.key), reference)
    return stranger(naming.key, None), "named in full before"
