"""What a word says of the word that it governs: which row of the table holds for them, by what kind of complement it is."""

from __future__ import annotations

from dragoman.model.tree import Token
from dragoman.reading.reporting import Clause
from dragoman.world.speech import Governor
from dragoman.world.syntax import object_control

_HELPERS = frozenset(("aux", "aux:pass", "cop"))
# a tagger's particle or unknown word that governs a clause ("were not convinced that") is an adjective more often than not
_POS = {
    "VERB": "verb", "AUX": "aux", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adj", "PART": "adj", "X": "adj",
}  # fmt: skip

_NAMES = frozenset(("NOUN", "PROPN", "PRON"))
_LED = frozenset(("obl", "obl:arg", "obl:mod", "nmod", "advcl", "xcomp", "ccomp", "acl", "obj"))


def find_governor(clause: Clause, parent: int, child: int) -> Governor | None:
    """The table's word on what `parent` says of `child`, if it governs it by the right kind of complement."""
    tokens = clause.sentence.tokens
    pos = _POS.get(tokens[parent].upos)
    if pos is None:
        return None
    led = _led_by(clause, parent, child) or _led_by_thing(clause, parent, child)
    if led is not None:
        return led
    complement = complement_of(clause, parent, child)
    if complement is None:
        return None
    lemma, governors = tokens[parent].lemma.lower(), clause.words.governors
    phrases = _phrases_from(clause, parent)
    if complement != "that" and _is_told_number(clause, parent, child):
        return Governor("+", "?", "report")
    by_form = next((row for one in phrases if (row := governors.get((one, pos, complement)))), None)
    found = by_form or governors.get((lemma, pos, complement))
    if found is None and complement == "to" and tokens[child].relation == "ccomp":
        said = governors.get(
            (lemma, pos, "that")
        )  # "demands they be freed", "proposed that she stay": a wish, not a fact
        found = Governor("+?", "-?", "plan") if said is not None and said.mark == "report" else said
    is_predicate = complement == "to" and not is_infinitive(clause, child)  # "had set a low" is no "set to"
    if is_predicate and clause.words.is_word(lemma, "hold"):
        return None  # "has once again refused it": a perfect that the parser cut in two, and no "has to"
    if found is None and pos in ("verb", "adj", "aux") and not is_predicate:  # a tagger's "is set to", "venait d’être"
        other = "adj" if pos == "verb" else "verb"
        found = clause.words.governors.get((lemma, other, complement))
    if found is None and pos == "verb":
        word = clause.words.forms.get(("verb", clause.form(parent)))
        found = clause.words.governors.get((word.lemma, pos, complement)) if word is not None else None
    return found


def _phrases_from(clause: Clause, index: int) -> tuple[str, ...]:
    """One, two and three printed words: a form ("devrait", "ruled out", "mis en garde") says more than its lemma ("devoir", "rule")."""
    return tuple(" ".join(clause.forms[index : index + size]) for size in (1, 2, 3))


def _led_by(clause: Clause, parent: int, child: int) -> Governor | None:
    """The row for a word with the preposition that leads to this one ("conditional on", "succeeded in"), or with its bare gerund."""
    complement = _leader(clause, parent, child)
    pos = _POS[clause.sentence.tokens[parent].upos]
    if complement is None:
        return None
    kinds = (pos,) if pos == "noun" else (pos, "adj" if pos == "verb" else "verb")
    words = (*reversed(_phrases_from(clause, parent)), clause.sentence.tokens[parent].lemma.lower())
    rows = (clause.words.governors.get((word, kind, complement)) for kind in kinds for word in words)
    return next((row for row in rows if row is not None), None)


def _led_by_thing(clause: Clause, parent: int, child: int) -> Governor | None:
    """The row for a verb with its object, over an infinitive: "took the trouble to visit", "had the courage to close"."""
    tokens = clause.sentence.tokens
    if (
        tokens[parent].upos not in ("VERB", "AUX")
        or tokens[child].relation not in _LED
        or not is_infinitive(clause, child)
    ):
        return None
    marks = (i for i in clause.sentence.children[child] if i < child)
    things = (i for i in clause.sentence.children[parent] if parent < i < child and tokens[i].relation == "obj")
    if not any(clause.words.is_word(clause.form(i), "to") for i in marks):
        return None
    verb, governors = tokens[parent].lemma.lower(), clause.words.governors
    rows = (governors.get((f"{verb} {tokens[i].lemma.lower()}", "verb", "to")) for i in things)
    return next((row for row in rows if row is not None), None)


def governs_through(clause: Clause, verb: int, thing: int, child: int) -> bool:
    """Whether an infinitive that a tree hangs on a verb's object is the verb's: "had the courage | to close", "interdit aux navires | de
    partir". "Refused an offer to sell" is not: the offer has a row of its own.
    """
    tokens, governors = clause.sentence.tokens, clause.words.governors
    if tokens[child].relation != "acl" or tokens[verb].upos != "VERB" or verb > thing:
        return False
    lemma, relation = tokens[verb].lemma.lower(), tokens[thing].relation
    is_told = relation in ("obl", "obl:arg") and lemma in object_control(clause.words.language)
    marks = (i for i in clause.sentence.children[child] if i < child)
    if not (is_told or relation in ("obj", "iobj")) or not is_infinitive(clause, child):
        return False
    if not any(clause.words.is_word(clause.form(i), "to") for i in marks):
        return False
    if _led_by_thing(clause, verb, child) is not None:
        return True
    is_own = (tokens[thing].lemma.lower(), "noun", "to") in governors or tokens[thing].upos not in _NAMES
    if is_own or clause.words.is_word(lemma, "hold"):  # "has nothing to say"
        return False
    return find_governor(clause, verb, child) is not None and complement_of(clause, verb, child) == "to"


def _leader(clause: Clause, parent: int, child: int) -> str | None:
    """The preposition behind a word that leads to another, as the table names it ("+on"); "+ing" for a gerund without one."""
    tokens = clause.sentence.tokens
    if child < parent or tokens[child].relation not in _LED or is_infinitive(clause, child):
        return None
    small = (i for i in clause.sentence.children[child] if parent < i < child)
    first = next((i for i in small if tokens[i].relation in ("case", "mark")), None)
    if first is not None:
        word = tokens[first].lemma.lower() if clause.words.language == "fr" else clause.form(first)
        return f"+{word}"  # "au" is "à"
    return "+ing" if clause.words.language == "en" and is_bare_gerund(clause, child) else None


def _is_told_number(clause: Clause, parent: int, child: int) -> bool:
    """ "Revendique 200 morts", "compte 17 morts": a number of them is told, and neither owned up to nor planned."""
    rows = clause.words.amounts.get(clause.form(parent), ())
    numbered = (clause.sentence.tokens[i].relation == "nummod" for i in clause.sentence.children[child])
    return any(row.noun == "number" for row in rows) and any(numbered)


def complement_of(clause: Clause, parent: int, child: int) -> str | None:
    """How a clause or noun stands under its governor: "that", "to" or "object", as the governors' table names it; None if it is none."""
    tokens = clause.sentence.tokens
    relation = tokens[child].relation
    if relation in ("advcl", "dep", "obl", "obl:arg") and _has_that(clause, child):
        return "that"
    if relation == "acl:relcl" and _is_according(clause, parent):
        return "that"
    if relation == "parataxis" and is_infinitive(clause, child) and _is_next_infinitive(clause, parent, child):
        return "to"  # "a échoué à adopter", where the tree loses the link
    if relation in ("ccomp", "csubj", "csubj:pass", "xcomp", "acl", "advcl", "obl", "obl:arg", "dep"):
        if is_infinitive(clause, child):
            return "to" if relation != "advcl" or _is_bare_aim(clause, parent, child) else None
        if relation in ("ccomp", "csubj", "csubj:pass") or (relation == "acl" and _has_that(clause, child)):
            is_thing = tokens[child].upos == "NOUN" and relation != "ccomp"
            return "object" if is_thing or is_bare_gerund(clause, child) else "that"
        if relation == "xcomp":
            return "object" if is_bare_gerund(clause, child) else "to"
        if relation == "advcl" and is_gerund(tokens[child]) and 0 < child - parent <= 2:
            return "object"  # "ruled out sending": the parser's adjunct, right behind its verb
        return "object" if _is_led(clause, child) else None
    if relation == "nmod":
        return "object" if _is_led(clause, child) else None
    is_passive = relation == "nsubj" and any(tokens[i].relation == "aux:pass" for i in clause.sentence.children[parent])
    return "object" if relation in ("obj", "nsubj:pass") or is_passive else None


def is_gerund(token: Token) -> bool:
    """An -ing or -ant form, which taggers call a gerund or a present participle."""
    features = token.features
    return "VerbForm=Ger" in features or ("VerbForm=Part" in features and "Tense=Pres" in features)


def is_bare_gerund(clause: Clause, index: int) -> bool:
    """A gerund that no helper makes a finite verb: "ruled out sending", and not "thinks that they were sending"."""
    tokens = clause.sentence.tokens
    has_helper = any(tokens[i].relation in _HELPERS for i in clause.sentence.children[index])
    return is_gerund(tokens[index]) and not has_helper


def _is_bare_aim(clause: Clause, parent: int, child: int) -> bool:
    """An infinitive that the parser hung on as an aim but that completes its verb or adjective: close behind it."""
    if clause.sentence.tokens[parent].upos not in ("ADJ", "VERB"):
        return False
    if any(clause.words.is_word(clause.form(i), "awaited") for i in clause.sentence.children[child]):
        return False  # "go on until sanctions force him", whose verb taggers take for an infinitive
    marks = (
        i for i in clause.sentence.children[child] if parent < i < child and clause.words.is_word(clause.form(i), "to")
    )
    first = next(marks, child - 1)  # "did not use to be a buyer of wheat": the mark is near, however far the noun
    return child > parent and (first - parent <= 3 or clause.sentence.tokens[parent].upos == "ADJ")


def _has_that(clause: Clause, child: int) -> bool:
    return any(clause.words.is_word(clause.form(i), "that") for i in clause.sentence.children[child])


def _is_according(clause: Clause, parent: int) -> bool:
    """ "L’information selon laquelle elle a cédé": what the noun says, in a relative clause's dress."""
    if clause.sentence.tokens[parent].upos != "NOUN" or parent + 2 >= len(clause.forms):
        return False
    return clause.forms[parent + 1] in clause.words.cues and clause.words.is_word(clause.forms[parent + 2], "relative")


def _is_next_infinitive(clause: Clause, parent: int, child: int) -> bool:
    """Whether nothing but an infinitive's mark stands between two verbs."""
    return child == parent + 2 and clause.words.is_word(clause.form(parent + 1), "to")


def _is_led(clause: Clause, child: int) -> bool:
    """Whether a preposition that completes a word leads to this one: "threat of a raid", "prevented from firing"."""
    return any(clause.words.is_word(clause.form(i), "governed") and i < child for i in clause.sentence.children[child])


def is_infinitive(clause: Clause, index: int) -> bool:
    """Whether a word is an infinitive, by its own form or by that of its first helper."""
    features = clause.sentence.tokens[index].features
    above = clause.sentence.tokens[index].head
    # "a échoué à adopter": a helper before the verb above is that verb's, wherever the tree hangs it
    own = (i for i in clause.sentence.children[index] if not i < above < index)
    helpers = [i for i in own if clause.sentence.tokens[i].relation in _HELPERS]
    if helpers:
        features = clause.sentence.tokens[helpers[0]].features
    elif clause.words.language == "fr" and not _ends_as_one(clause.sentence.tokens[index]):
        return False  # "ne livre plus", which taggers take for one
    return "VerbForm=Inf" in features


def _ends_as_one(token: Token) -> bool:
    is_first_group = token.lemma.casefold().endswith("er")
    return not is_first_group or token.form.casefold().endswith("er")
