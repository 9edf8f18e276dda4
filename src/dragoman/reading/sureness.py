"""How sure: polarity and certainty as one value, what an effect of the tables makes of it, and what a clause's own words do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.model.factuality import Certainty, Polarity, Tense
from dragoman.reading.condition import has_condition, is_condition, is_turned, is_unless, kind_of
from dragoman.reading.negation import leads_to, negations, what_is_left
from dragoman.reading.reporting import Clause
from dragoman.world.speech import Effect, Governor, Mark
from dragoman.world.syntax import never_passive

_CERTAINTY: dict[str, Certainty] = {"": "certain", "p": "probable", "?": "possible"}
_LEVEL: dict[Certainty, int] = {"certain": 3, "probable": 2, "possible": 1, "unknown": 0}
_MODAL = frozenset(("modal", "future", "conditional", "prospective"))
_AUXILIARY = frozenset(("aux", "aux:pass", "cop"))
_ASKED = frozenset(("ccomp", "csubj", "csubj:pass"))  # "it is unclear whether it fell"
_CONDITIONAL = ("rais", "rait", "rions", "riez", "raient")  # Grevisse, Le Bon Usage: the only endings it has
_COMPLEMENT = frozenset(("xcomp", "ccomp"))


@dataclass(frozen=True, slots=True)
class Sureness:
    """What is known of an event so far. marks: the statuses that words have given it; cues: indices of those words."""

    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    time: Tense | None = None
    marks: frozenset[Mark] = frozenset()
    conditional: bool = False
    by: int | None = None
    cues: tuple[int, ...] = ()

    def weakened(self, certainty: Certainty) -> Sureness:
        """No surer than `certainty`."""
        return self if _LEVEL[self.certainty] <= _LEVEL[certainty] else replace(self, certainty=certainty)

    def turned(self, effect: Effect) -> Sureness:
        """After an effect: "=" keeps it, "-" turns its polarity, "p" and "?" weaken it."""
        if effect == "=":
            return self
        if effect == "?":
            return self.weakened("unknown")
        turned: Polarity = "negative" if self.polarity == "positive" else "positive"
        after = replace(self, polarity=turned) if effect[0] == "-" else self
        return after.weakened(_CERTAINTY[effect[1:]])

    def marked(self, mark: Mark, cue: int, by: int | None = None) -> Sureness:
        """With one more status and the word that gives it; the innermost who acknowledges, denies, plans stays."""
        marks = self.marks | {mark} if mark else self.marks
        return replace(self, marks=marks, cues=(*self.cues, cue), by=self.by if by is None else by)


def own_sureness(clause: Clause, index: int, above: Sureness) -> Sureness:
    """What a word's own clause makes of it: its negations, modals, adverbs, determiners, mood and condition."""
    operators, children = clause.words.operators, clause.sentence.children[index]
    is_marked = any(clause.form(child) in operators for child in children)
    found = (
        _with_modals(clause, index, above)
        if is_marked
        else _negated(clause, index, _new_negations(clause, index, above), above)
    )
    found = _with_adverbs(clause, index, _with_mood(clause, index, found))
    is_open = (is_marked or is_unless(clause, index)) and is_condition(clause, index)
    is_open = is_open or is_turned(clause, index)
    if (
        is_open and clause.sentence.tokens[index].relation in _ASKED and not is_unless(clause, index)
    ):  # "asks whether it fired": no condition
        found, is_open = found.weakened("unknown").marked("possible", index), False
    if is_open or has_condition(clause, index):
        found = replace(found, conditional=True).weakened("possible")
    if _is_asked(clause, index):
        found = found.weakened("unknown")
    return found


def _is_asked(clause: Clause, index: int) -> bool:
    """Whether a question leaves a clause open. "When did it fall?" takes the fall for granted; of "I know the port is
    closed, can you help?" the second half alone is asked.
    """
    sentence = clause.sentence
    if not any(token.form == "?" for token in sentence.tokens[-3:]):
        return False
    heads = [i for i, token in enumerate(sentence.tokens) if token.head < 0 or token.relation in ("parataxis", "conj")]
    turned = [i for i in heads if _is_inverted(clause, i) or _asks_what_to_do(clause, i)]
    if turned:
        return index in turned
    takes_for_granted = _is_interrogative(clause, index) and _is_past(clause, index)  # not "what time is the rally?"
    return sentence.tokens[index].head < 0 and not takes_for_granted


def _asks_what_to_do(clause: Clause, index: int) -> bool:
    """ "How do we change that?": what has not been takes nothing for granted."""
    is_open = _is_interrogative(clause, index) and not _is_past(clause, index)
    return is_open and (clause.sentence.tokens[index].head < 0 or _has_turned_helper(clause, index))


def _is_past(clause: Clause, index: int) -> bool:
    tokens = clause.sentence.tokens
    parts = (index, *(i for i in clause.sentence.children[index] if tokens[i].relation in _AUXILIARY))
    return any("Tense=Past" in tokens[i].features or "Tense=Imp" in tokens[i].features for i in parts)


def _is_interrogative(clause: Clause, index: int) -> bool:
    first = clause.sentence.subtree(index)[:3]
    return any("PronType=Int" in clause.sentence.tokens[i].features for i in first)


def _is_inverted(clause: Clause, index: int) -> bool:
    """ "Did it fire?", "a-t-il tiré ?": a helper, or the verb itself, before its subject."""
    return _has_turned_helper(clause, index) and not _is_interrogative(clause, index)


def _has_turned_helper(clause: Clause, index: int) -> bool:
    tokens, children = clause.sentence.tokens, clause.sentence.children[index]
    subjects = [i for i in children if tokens[i].relation in ("nsubj", "nsubj:pass")]
    helpers = [i for i in children if tokens[i].relation in _AUXILIARY]
    first = min((*helpers, index)) if tokens[index].upos in ("VERB", "AUX") or helpers else index
    return bool(subjects) and first < subjects[0]


def _new_negations(clause: Clause, index: int, above: Sureness) -> tuple[int, ...]:
    """Negations that the clause above has not counted: "found no proof" is one, though "no" stands on the proof."""
    found, head = negations(clause, index), clause.sentence.tokens[index].head
    if not found or above.polarity == "positive" or head < 0:
        return found
    counted = negations(clause, head)
    return tuple(one for one in found if one not in counted)


def _with_modals(clause: Clause, index: int, found: Sureness) -> Sureness:
    """Modals with the negation beside them ("cannot"), or the negation alone."""
    negated = _new_negations(clause, index, found)
    modal = next((i for i in clause.sentence.children[index] if i < index and _is_modal(clause, i)), None)
    if modal is None:
        return _negated(clause, index, negated, found)
    operator = clause.words.operators[clause.form(modal)]
    found = found.marked("", modal)
    if operator.kind in ("future", "prospective"):
        found = replace(found.marked("plan", modal), time="future", cues=found.cues)
    elif operator.kind == "conditional" and _is_courteous(clause, index):
        return found
    elif operator.kind == "conditional":
        found = _english_conditional(clause, index, found)
    elif operator.kind == "modal":
        found = _may(clause, index, modal, found)
    if negated and operator.negated is not None:
        left = what_is_left(clause, index, negated[0])
        after = found.turned(operator.negated) if left is None else found.turned(operator.effect).turned(left)
        return after.marked("", negated[0])
    return found.turned(operator.effect)


def _is_modal(clause: Clause, index: int) -> bool:
    kind = kind_of(clause, index)
    if clause.sentence.tokens[index].upos == "PROPN":
        return False  # "in May"
    return kind in _MODAL and (kind != "prospective" or leads_to(clause, index))


def _may(clause: Clause, index: int, modal: int, found: Sureness) -> Sureness:
    """ "May send": possible, and later if at all; "may have sent" and "may be ill" are not ahead."""
    tokens = clause.sentence.tokens
    helpers = [i for i in clause.sentence.children[index] if modal < i < index and tokens[i].relation in _AUXILIARY]
    is_event = tokens[index].upos == "VERB" and all(tokens[i].relation == "aux:pass" for i in helpers)
    is_ahead = is_event and (bool(helpers) or "VerbForm=Inf" in tokens[index].features)
    found = replace(found, marks=found.marks | {"possible"})
    return replace(found, time="future") if is_ahead and found.time != "past" else found


def _negated(clause: Clause, index: int, negated: tuple[int, ...], found: Sureness) -> Sureness:
    """Turned once, however many words say no: "personne n’a jamais rien vu" is one negation."""
    if not negated:
        return found
    effect = what_is_left(clause, index, negated[0]) or clause.words.operators[clause.form(negated[0])].effect
    return found.turned(effect).marked("", negated[0])


def _english_conditional(clause: Clause, index: int, found: Sureness) -> Sureness:
    """ "Said it would send": planned, seen from the past; elsewhere "would" is possible at best."""
    if found.marks & {"report", "acknowledge"}:
        return replace(found, marks=found.marks | {"plan"}, time="future")
    tokens = clause.sentence.tokens
    helpers = [i for i in clause.sentence.children[index] if tokens[i].relation in _AUXILIARY]
    if any(tokens[i].lemma.lower() == "have" for i in helpers) and tokens[index].has("VerbForm=Part"):
        return replace(found, conditional=True)  # "without the loan, it would have failed"
    return replace(found, marks=found.marks | {"possible"})


def _is_courteous(clause: Clause, index: int) -> bool:
    """ "We would like to thank Oslo": a wish that is there, in a form that only softens it."""
    return clause.words.is_word(clause.sentence.tokens[index].lemma.lower(), "courtesy") and not negations(
        clause, index
    )


def _with_mood(clause: Clause, index: int, found: Sureness) -> Sureness:
    """Tense and mood by the endings: the future, the imperative, and the conditional of hearsay ("aurait envoyé")."""
    tokens = clause.sentence.tokens
    helpers = [i for i in clause.sentence.children[index] if tokens[i].relation in ("aux", "aux:pass", "cop")]
    finite = helpers[0] if helpers else index
    features = tokens[finite].features
    is_set = bool(helpers) and tokens[finite].lemma.lower() == "be" and leads_to(clause, finite)
    if is_set and tokens[index].has("VerbForm=Part") and any(tokens[i].lemma.lower() == "have" for i in helpers):
        return found.weakened("possible").marked("plan", finite)  # "was to have sailed": whether it did is left open
    if "Tense=Fut" in features or (is_set and tokens[index].has("VerbForm=Inf")):  # "six of them are to go to Chad"
        return replace(found.marked("plan", finite), time="future")
    if tokens[index].upos == "VERB" and ("Mood=Imp" in features or _is_order(clause, index, helpers)):
        return replace(found.weakened("possible").marked("plan", index), time="future")
    if "Mood=Cnd" in features and _is_conditional(clause, finite) and not _is_modal_verb(clause, finite):
        is_simple = not helpers or "Tense=Past" not in tokens[index].features or _is_passive(clause, finite, index)
        if "report" in found.marks and is_simple:
            return replace(found.marked("plan", finite), time="future")  # "a dit qu’il viendrait": the past's future
        if _is_deprived(clause, index):
            return replace(found, conditional=True).weakened("possible")
        return found.weakened("probable").marked("report", finite)
    return found


def _is_conditional(clause: Clause, index: int) -> bool:
    """Whether a French verb has the endings of the conditional, which taggers give to the subjunctive too: "qu’ils aient livré"."""
    return clause.form(index).endswith(_CONDITIONAL)


def _is_deprived(clause: Clause, index: int) -> bool:
    """ "Sans ce prêt, le pays aurait fait défaut": what would be, without something that is there; no hearsay."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    verbs = (index, *(i for i in children[index] if tokens[i].relation == "xcomp"))
    things = (i for verb in verbs for i in children[verb] if i < verb)
    cases = (at for i in things for at in children[i] if tokens[at].relation in ("case", "mark"))
    small = (clause.words.operators.get(clause.form(at)) for at in cases)
    return any(one is not None and one.kind == "preposition" and one.effect[0] == "-" for one in small)


def _is_passive(clause: Clause, helper: int, index: int) -> bool:
    """Whether a helper makes a passive and no perfect: "seraient livrés", and not "seraient partis"."""
    tokens = clause.sentence.tokens
    intransitive = tokens[index].lemma.lower() in never_passive(clause.words.language)
    return tokens[helper].relation in ("aux:pass", "cop") and not intransitive


def _is_order(clause: Clause, index: int, helpers: list[int]) -> bool:
    """ "Please send help", "don’t fire": an order that its endings do not give away."""
    tokens, children = clause.sentence.tokens, clause.sentence.children[index]
    if any(tokens[i].relation in ("nsubj", "nsubj:pass", "mark") for i in children):
        return False
    is_do = (
        len(helpers) == 1 and clause.words.is_word(clause.form(helpers[0]), "do") and tokens[index].relation != "conj"
    )
    return is_do or any(clause.words.is_word(clause.form(i), "please") for i in children)


def _is_modal_verb(clause: Clause, index: int) -> bool:
    governors, lemma = clause.words.governors, clause.sentence.tokens[index].lemma.lower()
    return (lemma, "aux", "to") in governors or (clause.form(index), "aux", "to") in governors


def _with_adverbs(clause: Clause, index: int, found: Sureness) -> Sureness:
    tokens, operators = clause.sentence.tokens, clause.words.operators
    for child in clause.sentence.children[index]:
        operator = operators.get(clause.form(child))
        if operator is not None and operator.kind in ("adverb", "report") and tokens[child].upos in ("ADV", "ADJ"):
            mark: Mark = "report" if operator.kind == "report" else "possible"
            found = found.turned(operator.effect).marked(mark, child)
        if clause.probably & {child - 1, child}:
            found = found.turned("+p").marked("possible", child)  # "sans doute"
        if tokens[child].relation in ("amod", "acl"):
            governor = _modifier(clause, child)
            if governor is not None:
                found = found.turned(governor.holds).marked(governor.mark, child)
    return found


def _modifier(clause: Clause, index: int) -> Governor | None:
    """What an adjective or participle makes of the thing it stands on: "a planned visit", "des livraisons étudiées"."""
    token, governors = clause.sentence.tokens[index], clause.words.governors
    lemma = token.lemma.lower()
    # by its form too: taggers take "reported" for a verb
    found = governors.get((lemma, "adj", "modified")) or governors.get((clause.form(index), "adj", "modified"))
    if found is None and token.relation == "acl" and "VerbForm=Part" in token.features:
        verb = governors.get((lemma, "verb", "object"))
        found = verb if verb is not None and verb.mark in ("plan", "predict", "possible") else None
    return found
