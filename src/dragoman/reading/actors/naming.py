"""Phrases that name actors, before the document is asked whom they mean: names, offices with names, strangers with titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.reading.actors.hit import Hit, Page
from dragoman.reading.actors.office import RolePhrase, role_phrase
from dragoman.reading.actors.seat import is_place
from dragoman.world.actor import states
from dragoman.world.actor_names import organisations
from dragoman.world.office import persons, roles

NamingKind = Literal[
    "state", "seat", "nationality", "people", "organisation", "person", "role", "stranger", "epithet", "anaphor",
    "short", "pronoun",
]  # fmt: skip
_MAX_NAME = 5
_MANY_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name an actor. first, last: indices of words. key: what the tables call it, "" for a stranger.

    phrase: the office or body said, None without one. name_first, name_last: the words of a person's name, -1 without.
    """

    first: int
    last: int
    kind: NamingKind
    key: str
    phrase: RolePhrase | None = None
    name_first: int = -1
    name_last: int = -1


def find_namings(page: Page) -> tuple[Naming, ...]:
    """All namings of a document in text order; no two share a word."""
    taken = [False] * len(page.words)
    found: list[Naming] = []
    phrases = [one for hit in page.hits if hit.kind == "role" for one in _phrases(page, hit)]
    named = [_with_name(page, one) for one in phrases]
    for naming in sorted(named, key=lambda one: (one.first - one.last, one.first)):
        if not any(taken[naming.first : naming.last + 1]) and _is_worth(page, naming):
            taken[naming.first : naming.last + 1] = [True] * (naming.last + 1 - naming.first)
            found.append(naming)
    for hit in page.hits:
        if hit.kind != "role" and not any(taken[hit.first : hit.last + 1]):
            found.extend(_plain(page, hit))
    return tuple(sorted(found, key=lambda one: one.first))


def _phrases(page: Page, hit: Hit) -> Iterator[RolePhrase]:
    phrase = role_phrase(page, hit)
    if phrase is None:
        return
    if _is_firm(page, phrase, "firm_alone") and name_end(page, phrase.last + 1) is None:
        return  # "un groupe russe" may be anything, "le groupe russe Heron" is a firm
    other = _other_owner(page, phrase)
    role = roles()[phrase.role]
    if other is not None and role.kind == "plural":
        # "the Russian and Ukrainian presidents", "les présidents russe et ukrainien": each state has one.
        single = next(one.key for one in roles().values() if one.kind == "office" and one.stands_for == role.stands_for)
        phrase = replace(phrase, role=single)
    yield phrase
    if other is not None:
        yield replace(phrase, first=other.first, last=other.last, of=other.key)


def _is_firm(page: Page, phrase: RolePhrase, rule: str) -> bool:
    """Whether a phrase is one such word with the state before or behind it, and nothing else: "groupe suédois", "Swedish group"."""
    edge = phrase.last if page.grammar.country_first else phrase.first
    return phrase.last - phrase.first <= 1 and page.grammar.has(rule, page.words.folded[edge])


def _other_owner(page: Page, phrase: RolePhrase) -> Hit | None:
    words = page.words
    if page.grammar.country_first:
        edge = page.starting.get(phrase.first)
        link, place = phrase.first - 1, phrase.first - 2
        other = page.ending.get(place)
    else:
        edge = page.ending.get(phrase.last)
        link, place = phrase.last + 1, phrase.last + 2
        other = page.starting.get(place)
    if edge is None or other is None or edge.kind != "nationality" or other.kind != "nationality":
        return None
    linked = 0 <= link < len(words) and page.grammar.has("and", words.folded[link])
    return other if linked and words.sentence[place] == words.sentence[phrase.first] else None


def _with_name(page: Page, phrase: RolePhrase) -> Naming:
    """Join the name that an office stands before: "Foreign Minister Sergei Lavrov", "le président russe Vladimir Poutine"."""
    plain = Naming(phrase.first, phrase.last, "role", phrase.role, phrase)
    place = phrase.last + 1
    if place >= len(page.words) or not page.words.spaced(place):
        return plain
    hit = page.starting.get(place)
    if hit is not None and hit.kind in ("person", "surname"):
        return Naming(phrase.first, hit.last, "person", hit.key, phrase, hit.first, hit.last)
    last = name_end(page, place)
    kind = roles()[phrase.role].kind
    # "Business Operations Dave Miller": a body with a capital is part of a title, "the newspaper El Universal" is not.
    inside = kind == "group" and (last == place or page.words.capital(phrase.last))
    if last is not None and _is_firm(page, phrase, "firm"):
        phrase = replace(
            phrase, role="business"
        )  # "la société suédoise Heron" is a firm, "la société suédoise" is its people
        plain = Naming(phrase.first, phrase.last, "role", "business", phrase)
    if last is None or kind == "plural" or inside:
        return plain
    owner = _owner_of_name(page, last) if phrase.of is None else None
    if owner is not None:
        phrase = replace(phrase, of=owner.key)
    return Naming(phrase.first, owner.last if owner else last, "stranger", "", phrase, place, last)


def _owner_of_name(page: Page, last: int) -> Hit | None:
    """The state behind a name with its title: "Foreign Minister Ivan Testenko of Ukraine"."""
    words, place = page.words, last + 1
    if place + 1 >= len(words) or not words.spaced(place) or not page.grammar.has("of", words.folded[place]):
        return None
    while place + 1 < len(words) and words.joined[place + 1]:
        place += 1
        hit = page.starting.get(place)
        if hit is not None:
            return hit if hit.kind == "state" else None
        if not page.grammar.has("article", words.folded[place]):
            return None
    return None


def name_end(page: Page, start: int) -> int | None:
    """Last word of a person's name that begins at a word and is in no table; None where none does."""
    words, place, last = page.words, start, None
    while place < len(words) and place < start + _MAX_NAME:
        hit = page.starting.get(place)
        if (place > start and not words.joined[place]) or (hit is not None and hit.kind != "surname"):
            break
        if page.grammar.has("day", words.folded[place]):
            break  # "President Brandt Wednesday signed"
        hyphened = place > start and words.hyphened(place)
        if hyphened or (words.capital(place) and words.token_of(place).upos in ("PROPN", "X")):
            last = place
        elif (
            place == start
            or not page.grammar.has("name_particle", words.folded[place])
            or place + 1 >= len(words)
            or not words.joined[place + 1]
            or not words.capital(place + 1)
        ):
            break
        place += 1
    if last is None or (_is_letters(words.form(start)) and (last == start or not words.capital(start + 1))):
        return None
    if last == start and page.grammar.has("courtesy", words.folded[start]):
        return None
    plural = start > 0 and words.token_of(start - 1).has("Number=Plur")
    return None if plural and last == start else last


def _is_letters(form: str) -> bool:
    """Whether a word is letters that stand for a party or a body: "UDI", "LaREM", not "McCain" or "Macron"."""
    inner = [one for one in form[1:] if one.isupper()]
    return form.isupper() or len(inner) >= _MANY_CAPITALS


def _is_worth(page: Page, naming: Naming) -> bool:
    """Whether a role phrase says somebody: it has an owner or a name, or may take up one named before."""
    phrase = naming.phrase
    if phrase is None or phrase.of is not None or naming.kind != "role":
        return True
    if not roles()[phrase.role].bare:
        return False
    words, grammar = page.words, page.grammar
    before, after = phrase.first - 1, phrase.last + 1
    # "le président du club", "the army of cooks", "spokesman for a union": it has an owner, and one that is no state.
    if after < len(words) and words.spaced(after):
        named = words.capital(after) and words.token_of(after).upos == "PROPN"  # "le président Les Verts du Sénat"
        word = words.folded[after]
        if named or grammar.has("of", word) or grammar.has("office_of", word):
            return False
    said = any(grammar.has("bare_word", words.folded[index]) for index in range(phrase.first, phrase.last + 1))
    definite = before >= 0 and words.joined[phrase.first] and grammar.has("definite", words.folded[before])
    return said and definite and named_before(page, phrase) is None


def named_before(page: Page, phrase: RolePhrase) -> int | None:
    """First word of a name in apposition before an office: "Kang Sun Nam, minister of National Defence"; None without."""
    words = page.words
    place = phrase.first
    if place > 0 and words.joined[place] and page.grammar.has("article", words.folded[place - 1]):
        place -= 1
    if place < 2 or words.between(place).strip() != "," or words.sentence[place - 1] != words.sentence[place]:
        return None
    first = place
    while first > 0 and first > place - _MAX_NAME and _is_name_word(page, first - 1):
        first -= 1
        if not words.joined[first]:
            break
    return first if place - first >= 2 else None


def _is_name_word(page: Page, index: int) -> bool:
    words = page.words
    hyphened = words.joined[index] and "-" in words.between(index)
    taken = page.starting.get(index) or page.ending.get(index)
    if taken is not None and taken.kind != "surname":
        return False
    return hyphened or (words.capital(index) and words.token_of(index).upos == "PROPN")


def _plain(page: Page, hit: Hit) -> Iterator[Naming]:
    if hit.kind == "seat" and is_place(page, hit):
        return
    after = hit.last + 1
    if (
        hit.kind == "anaphor"
        and after < len(page.words)
        and page.words.spaced(after)
        and page.grammar.has("of", page.words.folded[after])
    ):
        return  # "both sides of the argument"
    if hit.kind in ("state", "seat", "nationality", "people", "organisation", "epithet", "anaphor"):
        yield Naming(hit.first, hit.last, hit.kind, hit.key)
    elif hit.kind in ("person", "surname"):
        yield Naming(hit.first, hit.last, "person", hit.key, None, hit.first, hit.last)


def country_of(naming: Naming) -> str | None:
    """The state or "IGO" that a naming is of by its words alone; None if they do not say."""
    if naming.kind in ("state", "seat", "nationality", "people"):
        return naming.key
    if naming.kind == "organisation":
        return organisations()[naming.key].country
    if naming.kind == "person":
        return persons()[naming.key].country
    if naming.kind == "epithet":
        return naming.key.split()[0]
    of = naming.phrase.of if naming.phrase else None
    if of is None or of in states():
        return of
    return organisations()[of].country if of in organisations() else None
