"""Arguments that a tree lost: a thing hung on its receiver, a receiver hung on the thing, a list that spells a theme out.

What may fill a role finds them, and each says why it stands where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.mention import ConceptMention
from dragoman.model.predication import Role
from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.frame import Filled
from dragoman.reading.passive import is_passive
from dragoman.reading.scene import Scene
from dragoman.reading.slot import case_of, conjuncts
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases, inclusion

_MAX_CLIMB = 12  # words between a noun and the one it says more about
_HANDING = ("PROMISE_GROUP", "OFFER")
_BEHIND = frozenset(("nmod", "appos", "flat", "compound", "dep", "conj"))
_MEANT_FOR = frozenset(("for", "purpose"))  # "des armes pour Kiev"
_HELD = frozenset(("with", "to", "for", "toward", "against"))  # whom a feeling is for: "solidarity with", "support for"
_LISTED = frozenset(
    ("conj", "appos", "parataxis", "obj", "obl", "root", "dep", "list", "nmod")
)  # of a list behind a colon
_LOSING = ("LOSS_GROUP", "KILL", "WOUND", "CAPTURE")


def listed(scene: Scene, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """Things that spell a theme out: "un soutien important : obus, missiles", "aid, including tanks"."""
    themes = tuple(one for one in filled if one.role in ("theme", "topic"))
    if not themes:
        return
    spelled = (*_spelled_out(scene, filled, themes), *_behind_participle(scene, themes))
    spelled = tuple({one.token: one for one in spelled}.values())
    yield from spelled
    yield from _behind_colon(scene, themes, {one.token for one in (*filled, *spelled)})


def _spelled_out(scene: Scene, filled: tuple[Filled, ...], themes: tuple[Filled, ...]) -> Iterator[Filled]:
    """Things below a theme in the tree that say what it is made of: "aid, including tanks"."""
    sentence = scene.sentence
    seen = {one.token for one in filled}
    for theme in themes:
        for index in sentence.subtree(theme.token):
            token = sentence.tokens[index]
            if index in seen or not _names_thing(scene, index):
                continue
            if base(token.relation) == "nmod" and token.head in seen:
                continue  # "systèmes de roquettes" is one thing
            if (
                not _is_share(scene, index)
                and not _is_converted(scene, index)
                and _spells_out(sentence, index, theme.token, scene.language)
            ):
                seen.add(index)
                yield Filled(theme.role, index, "spells out what is named before it")


def _behind_participle(scene: Scene, themes: tuple[Filled, ...]) -> Iterator[Filled]:
    """Things behind a participle of inclusion that follows a theme at once, though the tree hangs it on the verb: "reçoit une aide, incluant
    du blé et des chars".
    """
    sentence, verbs = scene.sentence, inclusion(scene.language).by_object
    for theme in themes:
        behind = sentence.subtree(theme.token)[-1] + 1
        comma = behind < len(sentence.tokens) and sentence.tokens[behind].form == ","
        verb = behind + comma
        if verb >= len(sentence.tokens) or not sentence.tokens[verb].has("VerbForm=Part"):
            continue
        if sentence.tokens[verb].lemma.casefold() not in verbs:
            continue
        for index in sentence.children[verb]:
            if index > verb and base(sentence.tokens[index].relation) == "obj":
                things = (one for one in conjuncts(sentence, index) if _names_thing(scene, one))
                yield from (Filled(theme.role, one, "spells out what is named before it") for one in things)


def _behind_colon(scene: Scene, themes: tuple[Filled, ...], seen: set[int]) -> Iterator[Filled]:
    """Things listed after the colon behind a theme, wherever the tree hangs them: "un soutien important : obus, missiles"."""
    tokens, last = scene.sentence.tokens, max(one.token for one in themes)
    colon = next((index for index, token in enumerate(tokens) if token.form == ":" and index > last), None)
    if colon is None:
        return
    for index in range(colon + 1, len(tokens)):
        if _opens_clause(tokens[index]):
            return
        if index in seen or base(tokens[index].relation) not in _LISTED or not _names_thing(scene, index):
            continue
        if not case_of(scene.sentence, index):
            yield Filled("theme", index, "listed after the colon")


def _names_thing(scene: Scene, index: int) -> bool:
    return scene.sentence.tokens[index].upos in ("NOUN", "PROPN") and scene.kind(index) in ("thing", "people")


def _is_share(scene: Scene, index: int) -> bool:
    """Whether a noun only says of what a share is taken: "30 million euros (a tenth, 10% of its budget)"."""
    token = scene.sentence.tokens[index]
    heads = (index, token.head) if base(token.relation) == "nmod" else (index,)
    return any(one.quantity.unit == "percent" for at in heads for one in scene.index.quantities.at(scene.number, at))


def _is_converted(scene: Scene, index: int) -> bool:
    """Whether a sum only says another in other money: "$3 million (2.8 million euros)" is one sum."""
    token = scene.sentence.tokens[index]
    named = (scene.concept(index), scene.concept(token.head) if token.head >= 0 else None)
    return base(token.relation) == "appos" and all(one and is_a(one, "CURRENCY_UNIT") for one in named)


def _opens_clause(token: Token) -> bool:
    """Whether a word behind a colon begins a clause, so that a list ends: "offered to help: by paying the teachers" lists none."""
    return token.upos == "VERB" and not (token.has("VerbForm=Part") and not token.has("Tense=Pres"))


def _spells_out(sentence: Sentence, index: int, theme: int, language: str) -> bool:
    """Whether a noun below a theme is an apposition to it, or listed by "such as", "incluant", "including"."""
    node = index
    for _ in range(_MAX_CLIMB):
        token = sentence.tokens[node]
        relation = base(token.relation)
        if relation == "appos" and _is_name_of(sentence, node):
            return False
        if relation == "appos" or cases(language).get(case_of(sentence, node)) == "inclusive":
            return True
        if (
            relation == "obj"
            and token.head >= 0
            and sentence.tokens[token.head].lemma.casefold() in inclusion(language).by_object
        ):
            return True
        if relation not in ("conj", "nmod") or token.head in (-1, theme):
            return False
        node = token.head
    return False


def _is_name_of(sentence: Sentence, index: int) -> bool:
    """Whether a name in apposition stands right behind what it names, with no mark between: "des systèmes de défense Pantsir" are one thing."""
    token = sentence.tokens[index]
    between = sentence.tokens[token.head + 1 : index]
    return token.form[0].isupper() and token.head < index and not any(one.upos in ("PUNCT", "CCONJ") for one in between)


def second_object(scene: Scene, mention: ConceptMention, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """Whom it is for, where the tree hangs them on what is given or felt, and what is given, where it hangs on whom it is for.

    "Offered Somalia military advisers" makes Somalia a word of the advisers; "expressed its support for Chile" Chile one of
    the support.
    """
    if frame not in ("give", "say"):
        return
    if any(one.role in ("theme", "topic") for one in filled):
        yield from _first_object(scene, mention, frame, filled)
    elif frame == "give" or any(is_a(mention.concept, name) for name in _HANDING):
        yield from _thing_behind(scene, frame, filled)


def _thing_behind(scene: Scene, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """What is given, where the tree hangs it on whom it is for: "promised Ukraine fourteen howitzers" as a Ukraine of howitzers."""
    role: Role = "theme" if frame == "give" else "topic"
    sentence = scene.sentence
    for party in (one.token for one in filled if one.role == "recipient"):
        for child in sentence.children[party]:
            bare = child > party and base(sentence.tokens[child].relation) in _BEHIND and not case_of(sentence, child)
            if bare and scene.kind(child) in ("thing", "people"):
                yield Filled(role, child, "stands bare behind whom it is for")
                return


def _first_object(scene: Scene, mention: ConceptMention, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    handing = frame == "give" or any(is_a(mention.concept, name) for name in _HANDING)
    telling = handing or is_a(mention.concept, "ANNOUNCE")
    if any(one.role == "recipient" for one in filled) or not (telling or is_a(mention.concept, "EXPRESS")):
        return
    sentence = scene.sentence
    for theme in (one.token for one in filled if one.role in ("theme", "topic")):
        goods = telling and scene.kind(theme) == "thing"
        for child in sentence.children[theme]:
            token = sentence.tokens[child]
            if scene.kind(child) != "actor":
                continue
            name = token.upos == "PROPN" and base(token.relation) == "compound" and child > mention.head
            slot = cases(scene.language).get(case_of(sentence, child))
            # "announced a package for Chad"; "voiced support for Chad"
            meant = _MEANT_FOR if goods else _HELD if not telling else ()
            if (handing and name) or (base(token.relation) in ("nmod", "obl") and slot in meant):
                yield Filled("recipient", child, "hangs on the object in the tree")
                return


def own_object(scene: Scene, mention: ConceptMention, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """What stands behind the preposition that is part of a verb: "renonce à sa réforme", "threw its weight behind the bid".

    The lexicon has the preposition in the verb, so that no slot of the tree is opened for it.
    """
    role: Role | None = {"act": "theme", "toward": "recipient"}.get(frame)  # type: ignore[assignment]
    tokens = scene.sentence.tokens
    own = range(mention.first, mention.last + 1)
    if role is None or any(one.role == role and one.token > mention.head for one in filled):
        return
    for index in own:
        noun = tokens[index].head
        behind = base(tokens[index].relation) == "case" and index > mention.head and noun > mention.last
        if behind and tokens[noun].upos in ("NOUN", "PROPN") and scene.kind(noun) != "period":
            for one in conjuncts(scene.sentence, noun):
                yield Filled(role, one, "stands behind the preposition of the verb")
            return


def missing_theme(scene: Scene, mention: ConceptMention, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """The thing sent, or the people struck, where the tree lost it: the nearest in the clause that nothing else claims.

    A small parser hangs "plus de 20 000 conteneurs" of "a livré à la Russie plus de 20 000 conteneurs" on "Russie".
    """
    losing = any(is_a(mention.concept, name) for name in _LOSING)
    wanted = ("thing", "people") if frame in ("give", "get") else ("people",) if losing else ()
    themes = [one.token for one in filled if one.role == "theme"]
    counted = any(scene.index.quantities.at(scene.number, token) for token in themes)
    if not wanted or counted or any(scene.kind(token) in wanted for token in themes):
        return
    sentence = scene.sentence
    if any(sentence.tokens[one].upos == "PRON" and one < mention.head for one in themes):
        return  # "les verser": what is given is named before
    taken = {one.token for one in filled if scene.kind(one.token) != "actor"}
    for index in _clause(sentence, mention):
        token = sentence.tokens[index]
        numbered = bool(scene.index.quantities.at(scene.number, index))
        if token.upos not in ("NOUN", "PROPN") or index in taken or not (numbered or frame in ("give", "get")):
            continue
        if cases(scene.language).get(case_of(sentence, index)) == "by" and base(token.relation) == "obl":
            continue  # "expédié par cargo des obus": what carries it is not what is sent
        if scene.kind(index) in wanted and scene.concept(index) and not _is_inside(sentence, index, taken):
            for one in conjuncts(sentence, index):
                if one == index or (scene.kind(one) in wanted and scene.concept(one)):
                    yield Filled("theme", one, "the nearest thing in the clause that can fill the role")
            return


def _clause(sentence: Sentence, mention: ConceptMention) -> Iterator[int]:
    """Tokens after a trigger up to the next verb, a colon or a semicolon; for a passive those before it, back to a verb."""
    tokens = sentence.tokens
    after = range(mention.last + 1, len(tokens))
    before = range(mention.first - 1, -1, -1)
    for index in before if is_passive(sentence, mention.head) else after:
        if tokens[index].upos in ("VERB", "SCONJ") or tokens[index].form in (":", ";", "(", "–", "—"):
            return
        if tokens[index].form == "," and index < mention.first:
            return
        yield index


def _is_inside(sentence: Sentence, index: int, taken: set[int]) -> bool:
    """Whether a noun only says more about one that fills another role: "missiles" in "au programme de missiles"."""
    node = index
    for _ in range(_MAX_CLIMB):
        token = sentence.tokens[node]
        if token.head < 0 or base(token.relation) not in ("nmod", "amod", "compound", "conj", "appos", "flat"):
            return False
        if token.head in taken:
            return True
        node = token.head
    return False
