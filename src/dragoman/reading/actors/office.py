"""Phrases that join an office or a body with a state: "the North Korean leader", "le ministre ukrainien de la Défense"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.tree import base
from dragoman.reading.actors.hit import Hit, Page
from dragoman.world.actor_names import organisations
from dragoman.world.office import persons, roles

_MAX_BETWEEN = 3
_HEADS = frozenset(("president", "head_of_state", "leader", "prime_minister", "monarch", "general_secretary"))
_GOVERNING = frozenset(
    ("government", "foreign_ministry", "defence_ministry", "interior_ministry", "other_ministry", "people")
)
# "Paris police" and "les habitants de Kiev" are a city's, whatever its government is called.
_OF_A_CITY = frozenset(("police", "people", "workers", "media", "business", "judiciary", "refugees"))
# "porte-parole du ministère russe de la Défense" speaks for that ministry.
_SPEAKS_FOR = {"foreign_ministry": "foreign_spokesperson", "defence_ministry": "defence_spokesperson"}


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """An office or body and whose it is. of: alpha-3 or an organisation's name, None if the words do not say.

    offices: those of the office table that may be meant. former: "former", "acting": not the holder of the date.
    """

    first: int
    last: int
    role: str
    of: str | None
    offices: tuple[str, ...]
    former: bool


def role_phrase(page: Page, hit: Hit) -> RolePhrase | None:
    """The phrase around a word for an office or body; None where the word is no noun here ("Russia forces Ukraine")."""
    if not _is_noun(page, hit):
        return None
    role = roles()[hit.key]
    first, last, of, offices = hit.first, hit.last, hit.inner, role.stands_for
    if of is None:
        first, last, of, offices = _owner(page, hit, offices)
    former = _is_former(page, first, hit, last)
    if role.key == "secretary_general" and (of not in organisations() or _heads_a_branch(page, first, hit, last)):
        return None
    if _is_tied(page, last) or _is_ones_unit(page, first, hit):
        return None
    inner = _inner_body(page, hit, last)
    if inner is not None:
        # "le chef de l'opposition russe", "the president of the Libyan parliament": no head of state.
        return RolePhrase(first, last, inner, of, roles()[inner].stands_for, former)
    return RolePhrase(first, last, role.key, of, offices, former)


def _heads_a_branch(page: Page, first: int, hit: Hit, last: int) -> bool:
    """Whether words beside a bare "chief" say what of the body he heads: "the UN humanitarian chief" is not its secretary-general."""
    owner = page.starting.get(first) if first < hit.first else page.ending.get(last)
    if owner is None or hit.first != hit.last:
        return False
    between = range(owner.last + 1, hit.first) if first < hit.first else range(hit.last + 1, owner.first)
    return any(page.words.token_of(one).upos in ("ADJ", "NOUN") for one in between)


def _is_tied(page: Page, last: int) -> bool:
    """Whether a hyphen makes a quality of it: "Norwegian government-backed"."""
    after = last + 1
    return (
        after < len(page.words)
        and page.words.hyphened(after)
        and page.grammar.has("compound_after", page.words.folded[after])
    )


def _is_ones_unit(page: Page, first: int, hit: Hit) -> bool:
    """Whether a unit or a fleet is a firm's: "its U.K. unit"."""
    before = first - 1
    return (
        before >= 0
        and page.words.joined[first]
        and page.grammar.has("unit", page.words.folded[hit.last])
        and page.grammar.has("possessive", page.words.folded[before])
    )


def _inner_body(page: Page, hit: Hit, last: int) -> str | None:
    """The body that a head of something heads, where it stands behind the word: a parliament, an opposition, a party."""
    if hit.key not in _HEADS:
        return None
    for index in range(hit.last + 1, last + 1):
        inner = page.starting.get(index)
        if inner is not None and inner.kind == "role":
            return inner.key if roles()[inner.key].kind == "group" and inner.key not in _GOVERNING else None
    return None


def _is_noun(page: Page, hit: Hit) -> bool:
    tokens = [page.words.token_of(index) for index in range(hit.first, hit.last + 1)]
    if all(one.has("VerbForm=Part") for one in tokens):
        return False  # "un match opposant deux clubs"
    if hit.first == hit.last:
        return tokens[0].upos in ("NOUN", "PROPN", "X") or (tokens[0].upos == "ADJ" and _stands_alone(page, hit))
    return any(one.upos in ("NOUN", "PROPN", "X") for one in tokens)


def _stands_alone(page: Page, hit: Hit) -> bool:
    """Whether a word that a parser calls an adjective has no noun to go with: "the US military struck"."""
    words, before, after = page.words, hit.first - 1, hit.last + 1
    if not page.grammar.country_first:
        return before >= 0 and words.joined[hit.first] and words.token_of(before).upos == "DET"
    return after >= len(words) or not words.joined[after] or words.token_of(after).upos in ("VERB", "AUX", "ADP")


def _owner(page: Page, hit: Hit, offices: tuple[str, ...]) -> tuple[int, int, str | None, tuple[str, ...]]:
    """First and last word, owner and offices of a role phrase, by the three places where an owner may stand."""
    before = _owner_before(page, hit) if page.grammar.country_first else None
    if before is not None:
        nested = before.kind == "role"
        inner = role_phrase(page, before) if nested else None
        of = _key(before) if not nested else inner.of if inner else None
        if of is not None:
            first = inner.first if inner else before.first
            return first, hit.last, of, _narrowed(offices, inner)
        if nested:
            # "a Ukrainian military official": what owns nothing itself is passed over.
            return _owner(page, Hit(before.first, hit.last, "role", hit.key), offices)
    after = _adjective_after(page, hit) if not page.grammar.country_first else None
    if after is not None:
        return hit.first, after.last, after.key, offices
    owner = _owner_after(page, hit)
    if owner is None:
        return hit.first, hit.last, None, offices
    if owner.kind == "role":
        inner = role_phrase(page, owner)
        if inner is None or inner.of is None:
            return hit.first, hit.last, None, offices
        return hit.first, inner.last, inner.of, _narrowed(offices, inner)
    return hit.first, owner.last, _key(owner), offices


def _narrowed(offices: tuple[str, ...], inner: RolePhrase | None) -> tuple[str, ...]:
    if inner is None or "spokesperson" not in offices:
        return offices
    return (_SPEAKS_FOR.get(inner.role, "spokesperson" if inner.role in ("government", "president") else ""),)


def _key(hit: Hit) -> str:
    return persons()[hit.key].country if hit.kind in ("person", "surname") else hit.key


def _owner_before(page: Page, hit: Hit) -> Hit | None:
    """The owner to the left, with its possessive and a few plain words between: "Russia's new deputy defence minister"."""
    words, place = page.words, hit.first
    for _ in range(_MAX_BETWEEN + 1):
        if place == 0 or not words.joined[place]:
            return None
        before = page.ending.get(place - 1)
        possessive = words.folded[place - 1] == "s" and not words.between(place - 1).isspace()
        if before is None and possessive:
            before = page.ending.get(place - 2)
        if before is not None:
            return before if _may_own(page, before, hit, possessive) else None
        if words.token_of(place - 1).upos not in ("ADJ", "NOUN", "PROPN", "NUM") or possessive:
            return None
        place -= 1
    return None


def _is_citys(owner: Hit, hit: Hit) -> bool:
    return owner.kind == "seat" and hit.key in _OF_A_CITY


def _may_own(page: Page, owner: Hit, hit: Hit, possessive: bool) -> bool:
    if _is_citys(owner, hit):
        return False
    if owner.kind in ("state", "seat", "organisation"):
        # "US troops" and "DPRK government" need no possessive; "told Russia troops would come" has a verb of its own.
        # "Russia forces Ukraine to choose": a state that follows has no place behind a body.
        adjacent = owner.last + 1 == hit.first and page.words.form(owner.last).isupper()
        bound = base(page.words.token_of(owner.last).relation) in ("compound", "amod", "nmod", "flat")
        return possessive or adjacent or (bound and hit.last + 1 not in page.starting)
    if owner.kind in ("person", "surname"):
        return hit.key == "government"
    if owner.kind == "role":
        return owner.last + 1 == hit.first and roles()[owner.key].kind == "group"
    return owner.kind in ("nationality", "people") and not possessive


def _adjective_after(page: Page, hit: Hit) -> Hit | None:
    """The nationality to the right: "forces nord-coréennes", "troupes d'élite russes"; or by the tree."""
    words, place = page.words, hit.last + 1
    for _ in range(_MAX_BETWEEN):
        if place >= len(words) or not words.joined[place]:
            return None
        after = page.starting.get(place)
        if after is not None:
            if after.kind == "nationality":
                return after
            if hit.key == "government" and after.kind in ("person", "surname"):
                return Hit(after.first, after.last, after.kind, persons()[after.key].country)
            return None
        if words.token_of(place).upos != "ADJ" and not (
            words.token_of(place).upos in ("ADP", "NOUN") and _governs(page, hit, place)
        ):
            return None
        place += 1
    return None


def _governs(page: Page, hit: Hit, index: int) -> bool:
    """Whether a word of the same sentence hangs on the role's noun, directly or through one other."""
    tokens = page.words.sentences[page.words.sentence[index]].tokens
    if page.words.sentence[index] != page.words.sentence[hit.first]:
        return False
    head = tokens[page.words.token[index]].head
    noun = page.words.token[hit.first]
    return head == noun or (head >= 0 and tokens[head].head == noun)


def _owner_after(page: Page, hit: Hit) -> Hit | None:
    """The owner behind "of": "president of the Russian Federation", "porte-parole du Kremlin"."""
    words, grammar, place = page.words, page.grammar, hit.last + 1
    linked = False
    for _ in range(_MAX_BETWEEN):
        if place >= len(words) or not words.joined[place]:
            return None
        after = page.starting.get(place)
        if after is not None:
            owns = linked and after.kind in ("state", "seat", "organisation", "role") and not _is_citys(after, hit)
            return after if owns else None
        word = words.folded[place]
        if grammar.has("of", word) or (roles()[hit.key].kind == "office" and grammar.has("office_of", word)):
            linked = True
        elif not (linked and grammar.has("article", word)):
            return None
        place += 1
    return None


def _is_former(page: Page, first: int, hit: Hit, last: int) -> bool:
    words = page.words
    around = [first - 1, hit.first - 1, last + 1]
    return any(
        0 <= index < len(words)
        and words.sentence[index] == words.sentence[hit.first]
        and (words.joined[max(index, 0)] or index == first - 1)
        and page.grammar.has("not_holder", words.folded[index])
        for index in around
    )
