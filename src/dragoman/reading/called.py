"""Whom the words of a source call by name: of "Clinton's adviser, Anna Petrov" it is Petrov, of "Petrov" alone the Anna Petrov named before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, base
from dragoman.world.speech import fold

_TITLES = frozenset(("appos", "flat", "compound"))  # "General Petrov", "Anna Petrov, the minister"
_HYPHENS = frozenset("-\u2010\u2011")
_NAMED_BESIDE = frozenset(("appos", "flat", "list"))  # "psychologist Anna Petrov", "the director, Anna Petrov"


@dataclass(frozen=True)
class Names:
    """A document's proper names, by its trees."""

    sentences: Sequence[Sentence]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.sentences]

    @cached_property
    def full(self) -> dict[str, list[tuple[int, str]]]:
        """For each last word of a name of two words or more, by its key: where it was printed and the whole name, in order."""
        found: dict[str, list[tuple[int, str]]] = {}
        for sentence in self.sentences:
            for first, last in _runs(sentence):
                tokens = sentence.tokens
                if last > first:
                    name = " ".join(one.form for one in tokens[first : last + 1])
                    found.setdefault(fold(tokens[last].form), []).append((tokens[first].span.start, name))
        return found

    def head(self, source: Span) -> Span | None:
        """The word of a source on which the others hang, None if the source is not made of whole words."""
        sentence, inside = self._tokens(source)
        if sentence is None:
            return None
        return next((sentence.tokens[i].span for i in inside if sentence.tokens[i].head not in inside), None)

    def is_many(self, source: Span) -> bool:
        """Whether the words of a source name several people: a plural noun, or names that "and" joins; "Anna and her crew" are one
        that "she" can mean.
        """
        sentence, inside = self._tokens(source)
        if sentence is None:
            return False
        top = next((i for i in inside if sentence.tokens[i].head not in inside), None)
        if top is None:
            return False
        joined = any(
            sentence.tokens[i].relation == "conj"
            and sentence.tokens[i].head == top
            and sentence.tokens[i].upos == "PROPN"
            for i in inside
        )
        is_plural = "Number=Plur" in sentence.tokens[top].features and sentence.tokens[top].upos == "NOUN"
        return joined or is_plural

    def name(self, source: Span) -> Span | None:
        """The proper name that a source is, or that stands beside its noun; None for "Kyiv's allies", whose name is another's."""
        found = self._named(source)
        if found is None:
            return None
        sentence, first, last, _ = found
        return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)

    def describes(self, words: Span, source: Span) -> bool:
        """Whether words of a source say what the one named in it is: his title, or the noun beside his name."""
        found = self._named(source)
        if found is None:
            return False
        sentence, first, last, top = found
        tokens = sentence.tokens
        own = next(i for i in range(first, last + 1) if tokens[i].head not in range(first, last + 1))
        beside = [i for i in sentence.children[own] if base(tokens[i].relation) in _TITLES and not first <= i <= last]
        return any(words.covers(tokens[i].span) for i in (top, *beside))

    def _named(self, source: Span) -> tuple[Sentence, int, int, int] | None:
        """The sentence of a source, first and last token of the name that is its own, and the token all hang on."""
        sentence, inside = self._tokens(source)
        if sentence is None:
            return None
        tokens = sentence.tokens
        top = next((i for i in inside if tokens[i].head not in inside), None)
        if top is None:
            return None
        for first, last in _runs(sentence):
            own = [i for i in range(first, last + 1) if tokens[i].head not in range(first, last + 1)]
            if first not in inside or last not in inside or not own:
                continue
            is_beside = tokens[own[0]].head == top and base(tokens[own[0]].relation) in _NAMED_BESIDE
            if (own[0] == top or is_beside) and not _is_common(sentence, first, last):
                return sentence, first, last, top
        return None

    def in_full(self, name: str, at: int) -> str:
        """A name as the text gave it in full before a place: "Petrov" is Anna Petrov. The name itself if it is whole or new."""
        said = self.full.get(fold(name), ())
        before = bisect_left(said, (at, "")) if said else 0
        return said[before - 1][1] if before else name

    def _tokens(self, source: Span) -> tuple[Sentence | None, range]:
        at = bisect_right(self._starts, source.start) - 1
        if at < 0:
            return None, range(0)
        tokens = self.sentences[at].tokens
        first = bisect_left(tokens, source.start, key=lambda token: token.span.start)
        last = bisect_left(tokens, source.end, key=lambda token: token.span.start)
        return self.sentences[at], range(first, last)


def _runs(sentence: Sentence) -> list[tuple[int, int]]:
    """First and last token of each run of proper nouns in capitals: "Anna Petrov", "Lee Jin-ho", of "Mr. Petrov" the name."""
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    for index, token in enumerate(tokens):
        is_name = token.upos == "PROPN" and token.form[:1].isupper() and not _is_courtesy(token.form)
        is_going_on = bool(found) and found[-1][1] == index - 1
        if (is_going_on and _is_hyphened(tokens, index)) or (is_name and is_going_on):
            found[-1] = (found[-1][0], index)
        elif is_name:
            found.append((index, index))
    return [(first, last - 1 if tokens[last].form in _HYPHENS else last) for first, last in found]


def _is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    """A hyphen within a name, or what follows one: the "-" and the "ho" of "Jin-ho", which some tokenizers cut apart."""
    if index + 1 < len(tokens) and tokens[index].form in _HYPHENS:
        return tokens[index].span.start == tokens[index - 1].span.end == tokens[index + 1].span.start - 1
    return tokens[index - 1].form in _HYPHENS and tokens[index - 1].span.end == tokens[index].span.start


def _is_common(sentence: Sentence, first: int, last: int) -> bool:
    """One capital word behind an article, or several people: "the President", "des Gilets jaunes" name no one person or body."""
    token = sentence.tokens[last]
    determined = any(sentence.tokens[i].upos == "DET" for i in sentence.children[last] if i < first)
    return determined and (first == last or "Number=Plur" in token.features)


def _is_courtesy(form: str) -> bool:
    """A short form with a stop before a name: "Mr.", "Dr.", "Gen."; no initial, "J."."""
    return form.endswith(".") and 2 < len(form) < 7 and form.count(".") == 1
