"""How sure: polarity and certainty as one value, what an effect of the tables makes of it, and what a clause's own words do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.model.factuality import Certainty, Polarity, Tense
from dragoman.reading.reporting import Clause
from dragoman.world.speech import Effect, Mark

_CERTAINTY: dict[str, Certainty] = {"": "certain", "p": "probable", "?": "possible"}
_LEVEL: dict[Certainty, int] = {"certain": 3, "probable": 2, "possible": 1, "unknown": 0}
_CORE = frozenset(("nsubj", "nsubj:pass", "obj"))
_MODAL = frozenset(("modal", "future", "conditional"))


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
    found = _with_modals(clause, index, above) if is_marked else _negated(clause, negations(clause, index), above)
    found = _with_adverbs(clause, index, _with_mood(clause, index, found))
    is_open = is_marked and is_condition(clause, index)
    if is_open or any(_is_condition_clause(clause, child) for child in children):
        found = replace(found, conditional=True).weakened("possible")
    if clause.sentence.tokens[index].head < 0 and _is_question(clause):
        found = found.weakened("unknown")
    return found


def _is_question(clause: Clause) -> bool:
    return any(token.form == "?" for token in clause.sentence.tokens[-3:])


def negations(clause: Clause, index: int) -> tuple[int, ...]:
    """Indices of the words that negate a word's clause; "not only", and "plus" without "ne", are none."""
    sentence = clause.sentence
    found: list[int] = []
    for child in sentence.children[index]:
        relation = sentence.tokens[child].relation
        if _is_negation(clause, index, child):
            found.append(child)
        elif relation in _CORE and not _is_held(clause, index, child):
            found.extend(i for i in sentence.children[child] if _kind(clause, i) == "determiner")
    return tuple(found)


def _is_negation(clause: Clause, index: int, child: int) -> bool:
    """Whether a dependent negates: "not", "ne … plus", "nobody" as a subject, "no" on a noun, "without" before it."""
    operator = clause.words.operators.get(clause.form(child))
    if operator is None:
        return False
    relation = clause.sentence.tokens[child].relation
    if operator.kind == "negation":
        return not _is_focused(clause, child)
    if operator.kind == "half":
        return any(_kind(clause, i) == "particle" for i in clause.sentence.children[index])
    if operator.kind == "pronoun":
        return relation in _CORE or relation == "det"
    is_before = operator.kind == "preposition" and relation in ("case", "mark")
    return (operator.kind == "determiner" or is_before) and operator.effect[0] == "-"


def _is_held(clause: Clause, index: int, child: int) -> bool:
    """ "Has no answer": what is held is lacking, the state of lacking it is not."""
    tokens = clause.sentence.tokens
    return tokens[child].relation == "obj" and clause.words.is_word(tokens[index].lemma.lower(), "hold")


def _kind(clause: Clause, index: int) -> str | None:
    operator = clause.words.operators.get(clause.form(index))
    return operator.kind if operator is not None else None


def _is_focused(clause: Clause, index: int) -> bool:
    """ "Not only did it fire": the word behind a negation takes it for itself."""
    return index + 1 < len(clause.sentence.tokens) and _kind(clause, index + 1) == "focus"


def _with_modals(clause: Clause, index: int, found: Sureness) -> Sureness:
    """Modals with the negation beside them ("cannot"), or the negation alone."""
    negated = negations(clause, index)
    modal = next((i for i in clause.sentence.children[index] if _kind(clause, i) in _MODAL and i < index), None)
    if modal is None:
        return _negated(clause, negated, found)
    operator = clause.words.operators[clause.form(modal)]
    found = found.marked("", modal)
    if operator.kind == "future":
        found = replace(found.marked("plan", modal), time="future", cues=found.cues)
    elif operator.kind == "conditional":
        found = _english_conditional(clause, index, found)
    elif operator.kind == "modal":
        found = replace(found, marks=found.marks | {"possible"})
    if negated and operator.negated is not None:
        return found.turned(operator.negated).marked("", negated[0])
    return found.turned(operator.effect)


def _negated(clause: Clause, negated: tuple[int, ...], found: Sureness) -> Sureness:
    """Turned once, however many words say no: "personne n’a jamais rien vu" is one negation."""
    if not negated:
        return found
    return found.turned(clause.words.operators[clause.form(negated[0])].effect).marked("", negated[0])


def _english_conditional(clause: Clause, index: int, found: Sureness) -> Sureness:
    """ "Said it would send": planned, seen from the past; elsewhere "would" is possible at best."""
    if "report" in found.marks:
        return replace(found, marks=found.marks | {"plan"}, time="future")
    return replace(found, marks=found.marks | {"possible"})


def _with_mood(clause: Clause, index: int, found: Sureness) -> Sureness:
    """Tense and mood by the endings: the future, the imperative, and the conditional of hearsay ("aurait envoyé")."""
    tokens = clause.sentence.tokens
    helpers = [i for i in clause.sentence.children[index] if tokens[i].relation in ("aux", "aux:pass", "cop")]
    finite = helpers[0] if helpers else index
    features = tokens[finite].features
    if "Tense=Fut" in features:
        return replace(found.marked("plan", finite), time="future")
    if "Mood=Imp" in features and tokens[index].upos == "VERB":
        return replace(found.weakened("possible").marked("plan", index), time="future")
    if "Mood=Cnd" in features and not _is_modal_verb(clause, finite):
        is_simple = not helpers or "Tense=Past" not in tokens[index].features
        if "report" in found.marks and is_simple:
            return replace(found.marked("plan", finite), time="future")  # "a dit qu’il viendrait": the past's future
        return found.weakened("probable").marked("report", finite)
    return found


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
        if tokens[child].relation == "amod":
            governor = clause.words.governors.get((tokens[child].lemma.lower(), "adj", "modified"))
            if governor is not None:
                found = found.turned(governor.holds).marked(governor.mark, child)
    return found


def is_condition(clause: Clause, index: int) -> bool:
    """Whether a word heads a clause that sets a condition: "if it fires", "s’il tire"."""
    tokens = clause.sentence.tokens
    return any(
        _kind(clause, i) == "condition" and tokens[i].relation in ("mark", "advmod", "case", "fixed") and i < index
        for i in clause.sentence.children[index]
    )


def _is_condition_clause(clause: Clause, index: int) -> bool:
    return clause.sentence.tokens[index].relation in ("advcl", "dep", "obl", "parataxis") and is_condition(
        clause, index
    )
