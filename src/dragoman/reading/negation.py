"""Which words say no of a clause: "not", "ne … plus", "nobody", "has yet to"; and which only seem to, as in "not only"."""

from __future__ import annotations

from dragoman.reading.condition import kind_of
from dragoman.reading.reporting import Clause
from dragoman.world.speech import Effect

_SUBJECT = frozenset(("nsubj", "nsubj:pass"))
_CORE = frozenset(("nsubj", "nsubj:pass", "obj"))
_JOINING = frozenset(("cc", "cc:preconj", "advmod", "det", "case"))  # how parsers hang the first "ni", "neither"
_AUXILIARY = frozenset(("aux", "aux:pass", "cop"))


def negations(clause: Clause, index: int) -> tuple[int, ...]:
    """Indices of the words that negate a word's clause; "not only", and "plus" without "ne", are none."""
    sentence = clause.sentence
    found: list[int] = [*_led_astray(clause, index), *_over_its_verb(clause, index)]
    for child in sentence.children[index]:
        relation = sentence.tokens[child].relation
        if _is_negation(clause, index, child):
            if not _is_behind_another_helper(clause, index, child):
                found.append(child)
        elif relation in _CORE and not _is_held(clause, index, child):
            found.extend(i for i in sentence.children[child] if _denies_all(clause, i) or _is_few(clause, index, i))
        elif clause.words.is_word(clause.form(child), "still") or kind_of(clause, child) == "part":
            # "pas encore", "pas toujours": the parser hangs "pas" on "encore"
            found.extend(i for i in sentence.children[child] if kind_of(clause, i) == "negation")
    return tuple(found)


def what_is_left(clause: Clause, index: int, negation: int) -> Effect | None:
    """What a negation leaves of an event that it does not wholly deny: "not always", "pas entièrement", "not all of the ships"; None for
    one that denies it. "Tous les navires ne sont pas partis" can be read both ways.
    """
    tokens, operators = clause.sentence.tokens, clause.words.operators
    following = operators.get(clause.form(negation + 1)) if negation + 1 < len(tokens) else None
    if following is not None and following.kind == "part":
        return following.effect
    if negation > 0 and kind_of(clause, negation - 1) == "near":
        return "-p"  # "presque aucun navire", "almost nobody"
    subjects = (i for i in clause.sentence.children[index] if tokens[i].relation in _SUBJECT and i < negation)
    parts = (i for subject in subjects for i in (subject, *clause.sentence.children[subject]))
    is_of_all = any(kind_of(clause, i) == "part" and tokens[i].upos in ("DET", "ADJ", "PRON") for i in parts)
    return "?" if is_of_all else None


def _is_near(clause: Clause, index: int, child: int) -> bool:
    """ "The raid almost killed him": it did not. What has almost doubled did grow, and "nearly 40 died" counts."""
    token = clause.sentence.tokens[index]
    return token.upos == "VERB" and child == index - 1 and not clause.words.is_word(token.lemma.lower(), "change")


def _led_astray(clause: Clause, index: int) -> tuple[int, ...]:
    """Negations right behind a helper of this word that the tree hangs on a word above: "said that they will not leave"."""
    tokens = clause.sentence.tokens
    above = tokens[index].head
    if above < 0 or tokens[index].upos != "VERB":
        return ()
    helpers = (i for i in clause.sentence.children[index] if tokens[i].relation in _AUXILIARY and above < i < index - 1)
    behind = (i + 1 for i in helpers)
    return tuple(i for i in behind if tokens[i].head == above and kind_of(clause, i) == "negation")


def _over_its_verb(clause: Clause, index: int) -> tuple[int, ...]:
    """The subject of "Rien n’indique que", which trees put over its verb."""
    above, children = clause.sentence.tokens[index].head, clause.sentence.children[index]
    is_over = 0 <= above < index and kind_of(clause, above) in ("half", "pronoun", "determiner")
    if not is_over or any(clause.words.is_word(clause.form(i), "relative") for i in children if i < index):
        return ()
    return (above,) if any(kind_of(clause, i) == "particle" and above < i < index for i in children) else ()


def _is_behind_another_helper(clause: Clause, index: int, child: int) -> bool:
    """Whether a negation stands right behind the helper of a later verb, and so is that verb's."""
    tokens = clause.sentence.tokens
    if child <= index + 1 or kind_of(clause, child) != "negation":
        return False
    helper = tokens[child - 1]
    return helper.relation in _AUXILIARY and helper.head > child and tokens[helper.head].head == index


def _denies_all(clause: Clause, index: int) -> bool:
    """Whether a word on a noun says no of its whole clause: "aucun", "neither", the first of "ni Séoul ni Tokyo"."""
    token = clause.sentence.tokens[index]
    joins = token.relation in _JOINING and index < token.head and kind_of(clause, index) == "negation"
    return (joins and not _is_focused(clause, index)) or kind_of(clause, index) == "determiner"


def _is_negation(clause: Clause, index: int, child: int) -> bool:
    """Whether a dependent negates: "not", "ne … plus", "nobody" as a subject, "no" on a noun, "without" before it."""
    operator = clause.words.operators.get(clause.form(child))
    if operator is None:
        return False
    relation = clause.sentence.tokens[child].relation
    if operator.kind == "near":
        return _is_near(clause, index, child)
    if operator.kind == "negation":
        return not _is_focused(clause, child) and not _is_of_adjective(clause, index, child)
    if operator.kind == "half":
        if clause.sentence.tokens[child].upos == "NOUN":
            return False  # "n’a pas seulement fermé le point de passage"
        return _has_other_half(clause, index, child)
    if operator.kind == "deferral":
        return leads_to(clause, child)
    if operator.kind == "scarce":
        return _is_scarce(clause, index, child)
    if operator.kind == "pronoun":
        return relation in _CORE or relation == "det"
    is_before = operator.kind == "preposition" and relation in ("case", "mark")
    return (operator.kind == "determiner" or is_before) and operator.effect[0] == "-"


def _is_few(clause: Clause, index: int, child: int) -> bool:
    """ "Peu de navires", where the tree hangs "peu" on the ships."""
    is_led = clause.words.language == "fr" and kind_of(clause, child) == "scarce"
    return is_led and clause.sentence.tokens[index].upos == "VERB" and _is_scarce(clause, index, child)


def _is_scarce(clause: Clause, index: int, child: int) -> bool:
    """ "Peu de navires sont partis", "peu probable", "little hope of"; not "un peu partout", "quelque peu", nor "a livré peu d’armes", which it did."""
    token, words = clause.sentence.tokens[index], clause.words
    before = clause.form(child - 1) if child > 0 else ""
    if child > index or words.is_word(before, "article") or words.is_word(before, "some"):
        return False
    if token.upos == "NOUN":
        return any((token.lemma.lower(), "noun", kind) in words.governors for kind in ("that", "object"))
    if words.language == "fr" and clause.forms[child + 1 : child + 2] in (("de",), ("d’",)):
        return token.upos in ("VERB", "ADJ")
    return token.upos == "ADJ" and child == index - 1


def _has_other_half(clause: Clause, index: int, half: int) -> bool:
    """Whether half of a negation finds the other: "ne" on the verb for "plus"; "no" right before "longer"."""
    if any(kind_of(clause, i) == "particle" for i in clause.sentence.children[index]):
        return True
    return half > 0 and kind_of(clause, half - 1) == "determiner" and clause.sentence.tokens[half - 1].head == half


def _is_of_adjective(clause: Clause, index: int, child: int) -> bool:
    """Whether French "non" stands before an adjective that it alone negates: "a été déclaré persona non grata"."""
    tokens = clause.sentence.tokens
    alone = clause.form(child) == "non" and child > index and child + 1 < len(tokens)
    return alone and tokens[index].upos == "VERB" and tokens[child + 1].upos == "ADJ"


def is_deferred(clause: Clause, index: int) -> bool:
    """Whether "yet to" stands under a word."""
    return any(kind_of(clause, i) == "deferral" and leads_to(clause, i) for i in clause.sentence.children[index])


def leads_to(clause: Clause, index: int) -> bool:
    """Whether an infinitive's mark stands right behind a word: "yet to", "due to"."""
    return index + 1 < len(clause.sentence.tokens) and clause.words.is_word(clause.form(index + 1), "to")


def _is_held(clause: Clause, index: int, child: int) -> bool:
    """ "Has no answer": what is held is lacking, the state of lacking it is not."""
    tokens = clause.sentence.tokens
    return tokens[child].relation == "obj" and clause.words.is_word(tokens[index].lemma.lower(), "hold")


def _is_focused(clause: Clause, index: int) -> bool:
    """ "Not only did it fire": the word behind a negation takes it for itself."""
    return index + 1 < len(clause.sentence.tokens) and kind_of(clause, index + 1) == "focus"
