"""Numbers in words: "dix mille", "quatre-vingt-dix-sept", "half a million", "a dozen", "tens of thousands"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.reading.quantities.numeral import Lexemes, Numeral, NumeralSort, kinds_at, number_parts
from dragoman.world.quantity import NumberKind, QuantityWords

Kinds = dict[NumberKind, float]

_VAGUE_TIMES = 2  # "milliers" is two thousand or more: the contract's low bounds are all twice the word.


@dataclass(slots=True)
class _Sum:
    """A number while its words are read. group: below a thousand; room: what may still be added to it."""

    total: float = 0
    group: float = 0
    room: float = 1e16
    below: float = 1e16
    scale: float = 1
    last: float = 0
    sort: NumeralSort = "exact"
    ended: bool = False

    @property
    def value(self) -> float:
        return self.total + self.group

    def takes(self, kinds: Kinds, first: bool) -> bool:
        """Add one number word; False if it cannot continue this number."""
        if self.ended:
            return False
        if "scale" in kinds and (not first or "count" in kinds):
            return self._multiply(kinds["scale"])
        if "about" in kinds and not first:
            return self._collect(kinds["about"])
        value = kinds.get("count", kinds.get("one"))
        if value is None:
            return False
        # "quatre-vingts": a twenty after a four counts in twenties.
        if value == 20 and self.last == 4 and "scale" not in kinds:
            self.group, self.room, self.last = self.group + 76, 20, 80
            return True
        if value >= self.room:
            return False
        self.group += value
        self.room = 0 if value < 10 else (10 if value == 10 else 0) if value < 20 else 20 if value == 60 else 10
        self.last = value
        return True

    def _multiply(self, scale: float) -> bool:
        if scale == 100:
            if self.group >= 100:
                return False
            self.group = (self.group or 1) * 100
            self.room, self.last, self.scale = 100, 100, max(self.scale, 100)
            return True
        if self.group and scale < self.below:
            self.total += self.group * scale
        elif not self.group and self.total and scale > self.scale and self.total * scale < 1e16:
            self.total *= scale  # "mille milliards"
        elif not self.total and not self.group:
            self.total = scale
        else:
            return False
        self.group, self.room, self.below, self.scale, self.last = 0, 1000, scale, scale, scale
        return True

    def _collect(self, value: float) -> bool:
        self.group = (self.group or 1) * value if not self.total else 0
        self.sort, self.scale, self.ended = "about", value, True
        return self.group > 0


def words_at(lexemes: Lexemes, at: int, words: QuantityWords, follows: str) -> Numeral | None:
    """The number in words that starts at a lexeme; None if none does.

    follows: "several" or "couple" where such a word stands before ("several hundred"); "between" where an "and" ends the
    number ("between two hundred and three hundred"); else "".
    """
    parts = number_parts(lexemes[at].word, words)
    if not parts:
        return None
    kinds = words.numbers[parts[0]]
    if follows in ("several", "couple") and ("scale" in kinds or "about" in kinds):
        return _several(lexemes, at, words, 2 if follows == "couple" else 0)
    if len(parts) == 1 and "vague" in kinds:
        return _vague(lexemes, at, words, kinds["vague"] * _VAGUE_TIMES)
    if "half" in kinds or _half_follows(lexemes, at, words):
        return _half(lexemes, at, words)
    return _plain(lexemes, at, words, follows)


def _plain(lexemes: Lexemes, at: int, words: QuantityWords, follows: str) -> Numeral | None:
    so_far = _Sum()
    here = at
    if "article" in words.numbers[number_parts(lexemes[at].word, words)[0]]:  # "a hundred"
        following = kinds_at(lexemes, at + 1, words)
        if "scale" not in following and "about" not in following:
            return None
        so_far.group, so_far.last, here = 1, 1, at + 1
    before_and: tuple[int, _Sum] | None = None
    while here < len(lexemes) and (parts := number_parts(lexemes[here].word, words)):
        if not _add(so_far, parts, words, here == at):
            if before_and and "scale" in words.numbers[parts[0]]:
                here, so_far = before_and  # "ten thousand and twelve thousand" are two numbers
            break
        here += 1
        if follows != "between" and _joined(lexemes, here, words, so_far):
            before_and = here, replace(so_far)
            here += 1
    if here == at or (so_far.value == 0 and lexemes[at].word not in words.numbers):
        return None
    if so_far.sort == "about":
        here, factor = _chain(lexemes, here, words)
        return Numeral(at, here, so_far.value * factor, "about", scale=so_far.scale * factor)
    half = _and_a_half(lexemes, here, words)
    value = so_far.value + (0.5 * so_far.scale if half else 0)
    lone = here == at + 1 and "one" in words.numbers.get(lexemes[at].word, {})
    return Numeral(at, here + half, value, lone=lone, scale=so_far.scale)


def _add(so_far: _Sum, parts: tuple[str, ...], words: QuantityWords, first: bool) -> bool:
    for part in parts:
        kinds = dict(words.numbers.get(part, {}))
        if kinds and not so_far.takes(kinds, first):
            return False
        first = False
    return True


def _joined(lexemes: Lexemes, at: int, words: QuantityWords, so_far: _Sum) -> bool:
    """Whether an "and" at a lexeme goes on with the number: "two hundred and five", "vingt et un"."""
    if at + 1 >= len(lexemes) or lexemes[at].word not in words.jobs.get("number_and", ()):
        return False
    parts = number_parts(lexemes[at + 1].word, words)
    kinds = words.numbers[parts[0]] if parts else {}
    value = kinds.get("one", kinds.get("count", 0))
    if (
        words.noun_last
    ):  # English joins what is below a hundred to what is above; others units to tens: "vingt et un", "treinta y dos".
        return 0 < value < 100 <= so_far.last
    return (0 < value < 10 or value == 11) and 20 <= so_far.last < 100


def _several(lexemes: Lexemes, at: int, words: QuantityWords, times: float) -> Numeral | None:
    """ "several hundred" (two hundred or more), "several hundred thousand", "a couple of hundred" (about two hundred)."""
    value, here = 1.0, at
    while (kinds := kinds_at(lexemes, here, words)) and value < 1e15:
        if "scale" not in kinds and "about" not in kinds:
            break
        value *= kinds.get("scale", kinds.get("about", 1))
        here += 1
    if times:
        return Numeral(at, here, value * times, "about", scale=value)
    here, factor = _chain(lexemes, here, words)
    return Numeral(at, here, value * factor * _VAGUE_TIMES, "vague", scale=value * factor)


def _vague(lexemes: Lexemes, at: int, words: QuantityWords, value: float) -> Numeral:
    last, factor = _chain(lexemes, at + 1, words)
    return Numeral(at, last, value * factor, "vague", scale=factor)


def _chain(lexemes: Lexemes, at: int, words: QuantityWords) -> tuple[int, float]:
    """The "of thousands" after "tens": the index after it and its worth; once only, so "hundreds of hundreds" ends."""
    if at + 1 < len(lexemes) and lexemes[at].word in words.jobs.get("partitive", ()):
        kinds = kinds_at(lexemes, at + 1, words)
        worth = kinds.get("vague", kinds.get("scale", 0))
        if worth >= 1000:
            return at + 2, worth
    kinds = kinds_at(lexemes, at, words)
    if kinds.get("scale", 0) >= 1000:  # "several hundred thousand"
        return at + 1, kinds["scale"]
    return at, 1


def _half_follows(lexemes: Lexemes, at: int, words: QuantityWords) -> bool:
    """Whether an article stands before a half: "un demi-million", "a half million"."""
    kinds = words.numbers.get(lexemes[at].word, {})
    if ("article" not in kinds and "one" not in kinds) or at + 1 >= len(lexemes):
        return False
    parts = number_parts(lexemes[at + 1].word, words)
    return bool(parts) and "half" in words.numbers[parts[0]]


def _half(lexemes: Lexemes, at: int, words: QuantityWords) -> Numeral | None:
    """ "half a million", "un demi-million", "half a dozen"; None for a half of anything that is no number."""
    names: list[tuple[str, int]] = []
    for index in range(at, min(at + 4, len(lexemes))):
        parts = number_parts(lexemes[index].word, words)
        if not parts:
            break
        names.extend((part, index) for part in parts)
    seen_half = False
    for name, index in names:
        kinds = words.numbers.get(name, {})
        if "half" in kinds:
            seen_half = True
        elif seen_half and "about" in kinds:
            return Numeral(at, index + 1, kinds["about"] / 2, "about", scale=kinds["about"])
        elif seen_half and kinds.get("scale", 0) >= 100:
            return Numeral(at, index + 1, kinds["scale"] / 2, scale=kinds["scale"])
        elif "article" not in kinds and "one" not in kinds:
            return None
    return None


def _and_a_half(lexemes: Lexemes, at: int, words: QuantityWords) -> int:
    """How many lexemes say "and a half" or "et demi" at an index; 0 if none."""
    if at < len(lexemes) and lexemes[at].word in words.jobs.get("number_and", ()):
        for ahead in (1, 2):
            if "half" in kinds_at(lexemes, at + ahead, words):
                return ahead + 1
            if "article" not in kinds_at(lexemes, at + ahead, words):
                break
    return 0
