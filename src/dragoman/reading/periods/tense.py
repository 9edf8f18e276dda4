"""Whether the clause around a time expression speaks of what was or of what is to come."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from dragoman.model.tree import Sentence, Token
from dragoman.reading.periods.calendar import Tense
from dragoman.world.period import read_period_lemmas

_PERFECT = frozenset({"avoir", "être", "have"})  # as auxiliaries of tense, not of the passive
_CLIMB = 12  # heads looked at above a date; trees are rarely deeper, and a wrong cycle must end


@dataclass(frozen=True, slots=True)
class Trees:
    """The sentences of a text in one language, found by place.

    starts: of the sentences, in order. found: auxiliaries and copulas of words asked for before, so that a verb with a
    thousand dates is looked at once.
    """

    language: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    found: dict[tuple[int, int], tuple[Token, ...]] = field(default_factory=dict, compare=False)

    def helpers(self, sentence: Sentence, index: int) -> tuple[Token, ...]:
        """Auxiliaries and copulas of a token."""
        key = (sentence.span.start, index)
        if key not in self.found:
            below = (sentence.tokens[child] for child in sentence.children[index])
            self.found[key] = tuple(one for one in below if one.relation[:3] in ("aux", "cop"))
        return self.found[key]

    def token_at(self, offset: int) -> tuple[Sentence, int] | None:
        """The sentence and token that cover a character, or the token after it; None outside every sentence."""
        place = bisect_right(self.starts, offset) - 1
        if place < 0 or self.sentences[place].span.end <= offset:
            return None
        sentence = self.sentences[place]
        index = bisect_right(sentence.tokens, offset, key=lambda token: token.span.start) - 1
        return sentence, max(index, 0)


def trees_of(sentences: tuple[Sentence, ...], language: str) -> Trees:
    """The sentences with an index of where each starts."""
    return Trees(language, sentences, tuple(one.span.start for one in sentences))


def tense_at(trees: Trees, start: int, end: int) -> Tense | None:
    """The tense of the clause that the words from start to end belong to, None if the tree does not tell.

    "The court will rule on Friday" is future, "ruled on Friday" past; "prévue mardi" is future by its participle.
    """
    place = trees.token_at(start)
    if place is None:
        return None
    sentence, index = place
    if _follows_plan(sentence, index, trees.language):
        return "future"
    if sentence.tokens[index].relation == "nmod:poss":
        return None  # "they would appeal Wednesday's ruling": the clause does not date what is named by its day
    came_from: Token | None = None
    for _ in range(_CLIMB):
        token = sentence.tokens[index]
        if not start <= token.span.start < end:
            told = _told(trees, sentence, index, came_from)
            if told:
                return told
            came_from = token
        if token.head < 0:
            return None
        index = token.head
    return None


def _follows_plan(sentence: Sentence, index: int, language: str) -> bool:
    """Whether the words right before put a date in the future: "la réunion prévue pour mardi", "reportée à lundi"."""
    putoff, onto = read_period_lemmas(language, "PUTOFF"), read_period_lemmas(language, "ONTO")
    if (
        index > 1
        and sentence.tokens[index - 1].form.lower() in onto
        and sentence.tokens[index - 2].lemma.lower() in putoff
    ):
        return True
    for before in range(index - 1, max(index - 4, -1), -1):
        token = sentence.tokens[before]
        if token.upos not in ("ADP", "DET"):
            return _is_planned(token, language) and token.has("VerbForm=Part")
    return False


def _told(trees: Trees, sentence: Sentence, index: int, came_from: Token | None) -> Tense | None:
    """What a word on the way up tells: a verb by its tense, a verb of plans by what it plans."""
    token = sentence.tokens[index]
    helpers = trees.helpers(sentence, index)
    coming = read_period_lemmas(trees.language, "FUTAUX")
    if token.has("Tense=Fut") or any(one.lemma.lower() in coming or one.has("Tense=Fut") for one in helpers):
        unreal = any(one.lemma.lower() in _PERFECT for one in helpers) and any(one.form == "would" for one in helpers)
        return "past" if unreal else "future"  # "would have left" speaks of what was
    if _is_plan(token, helpers, trees.language, came_from):
        before = any(_is_past(one) and one.lemma.lower() in _PERFECT for one in helpers)
        return "past" if before else "future"  # "had planned to come on 3 May": what was once to come
    if any(_is_past(one) or one.lemma.lower() in _PERFECT for one in helpers if one.relation in ("aux", "aux:tense")):
        return "past"  # "a envahi", "has left"; the parser may take a participle for a present ("envahi")
    passive = [one for one in helpers if one.relation not in ("aux", "aux:tense") and one.has("VerbForm=Fin")]
    if passive:
        return _tense_of(passive[0])  # "les vols sont interrompus": the participle is past, the clause is not
    if _is_past(token) and any(one.has("VerbForm=Inf") for one in helpers):
        return None
    return _tense_of(token)


def _tense_of(token: Token) -> Tense | None:
    if _is_past(token):
        return "past"
    return "present" if token.has("Tense=Pres") and token.has("VerbForm=Fin") else None


def _is_past(token: Token) -> bool:
    return token.has("Tense=Past") or token.has("Tense=Imp")


def _is_plan(token: Token, helpers: tuple[Token, ...], language: str, came_from: Token | None) -> bool:
    """Whether a word puts its infinitive, or itself as a participle, in the future: "set to resume Monday", "due Friday"."""
    if came_from is not None and came_from.has("VerbForm=Inf"):
        return token.lemma.lower() in read_period_lemmas(language, "PLAN")
    passive = token.upos == "ADJ" or (token.has("VerbForm=Part") and not any(one.relation == "aux" for one in helpers))
    return passive and _is_planned(token, language)


def _is_planned(token: Token, language: str) -> bool:
    return token.lemma.lower() in read_period_lemmas(language, "FUTURE")
