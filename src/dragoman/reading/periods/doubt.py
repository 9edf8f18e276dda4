"""What looks like a time and is none: quantities, names with numbers, verbs that are spelled like months and seasons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.model.tree import Sentence, Token
from dragoman.reading.periods.age import is_age
from dragoman.reading.periods.atoms import Atom
from dragoman.reading.periods.meaning import Beside, Calendar, Length, Meaning, Open, Recurring, Unit, Vague
from dragoman.reading.periods.name import is_named_day, is_named_length
from dragoman.reading.periods.tense import Trees
from dragoman.world.period import lexemes_of, read_period_forms, read_period_lemmas

# Categories of what may stand before a bare month, season or year: prepositions of time.
_BEFORE = frozenset(
    {"IN", "SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "FROM", "TO", "BETWEEN", "OF", "INPRE", "ON", "PARTW"}
)
_ALWAYS = frozenset({"DATE", "TIME", "WIN", "SETT", "VAGUE1", "RANGE", "OPEN", "PDATE", "SPAN"})
_CAPITALISING = frozenset({"en"})  # languages that write days and months with a capital
_YEARS = range(1900, 2051)  # years that may stand without a preposition


@dataclass(frozen=True, slots=True)
class Place:
    """An atom that holds a meaning, among its neighbours."""

    atoms: list[Atom]
    index: int
    text: str
    trees: Trees

    @property
    def atom(self) -> Atom:
        return self.atoms[self.index]

    def beside(self, step: int) -> frozenset[str]:
        """Categories of the atom before (-1) or after (1); none at the ends."""
        other = self.index + step
        return frozenset(self.atoms[other].values) if 0 <= other < len(self.atoms) else frozenset()

    def token(self, offset: int) -> tuple[Sentence, Token] | None:
        """The token that covers a character."""
        found = self.trees.token_at(offset)
        return (found[0], found[0].tokens[found[1]]) if found else None


def accept(place: Place) -> Meaning | None:
    """The meaning of an atom if the words about it let it be a time, else None; a rate ("a year") becomes what recurs."""
    category, meaning = next(iter(place.atom.values.items()))
    if not isinstance(meaning, Meaning):
        return None
    if _is_tied(place) or _is_glued(place) or "BC" in place.beside(1):
        return None
    if category == "OPEN" and isinstance(meaning, Open) and _is_bare_year(meaning.of):
        return meaning if _is_year(place) else None  # "after 2000 soldiers left"
    if category in _ALWAYS:
        return meaning if _is_plain(place, category, meaning) else None
    judged = {
        "MDATE": _is_month, "SDATE": _is_season, "YDATE": _is_year, "QDATE": _is_quarter, "UDATE": _is_unit, "DUR": _is_length,
        "RATE": _is_rate,
    }.get(category)  # fmt: skip
    return meaning if judged and judged(place) else None


def _is_plain(place: Place, category: str, meaning: Meaning) -> bool:
    """Whether words that mostly are a time are one here: not "this may", "the past decisions", "annual report"."""
    token = place.token(place.atom.end - 1)
    after = place.token(place.atom.end + 1)
    if (
        isinstance(meaning, Vague)
        and meaning.value != "PRESENT_REF"
        and place.text[place.atom.end - 4 : place.atom.end].isalpha()
    ):
        named = token is not None and token[1].upos in ("NOUN", "ADJ") and after is not None
        return not (named and after is not None and after[1].upos in ("NOUN", "PROPN", "ADJ", "NUM"))
    if isinstance(meaning, Recurring) and category == "SETT" and token is not None and token[1].upos in ("ADJ", "NOUN"):
        # "quarterly dividend" names a kind; "daily life" still says how often.
        some = " " in place.text[place.atom.start : place.atom.end]
        return some or (token[1].upos == "ADJ" and meaning.value in ("P1D", "PT1H"))
    if isinstance(meaning, Beside):
        meaning = meaning.date
    if _is_capital_name(place, meaning):
        return False
    if isinstance(meaning, Calendar) and (_is_any(place, meaning) or _is_feast_of_nobody(place, meaning)):
        return False
    if isinstance(meaning, Calendar) and (_is_named(place, meaning) or _is_small_doubt(place, meaning)):
        return False
    if isinstance(meaning, Calendar) and meaning.month and not meaning.day and not meaning.year and _is_doubtful(place):
        return token is None or (
            token[1].upos in ("NOUN", "PROPN") and (token[1].form[0].isupper() or place.trees.language != "en")
        )
    return True


def _is_feast_of_nobody(place: Place, meaning: Calendar) -> bool:
    """Whether a capital feast without its article is rather somebody's name: "Tariq Ramadan" in French."""
    word = place.text[place.atom.start : place.atom.end]
    moon = meaning.feast is not None and meaning.feast.count("/") == 1 and not meaning.year
    return place.trees.language == "fr" and moon and word == word.title() and " " not in word


def _is_any(place: Place, meaning: Calendar) -> bool:
    """Whether it is no certain day: "un lundi", "on a Monday", but "a Monday deadline"."""
    if not meaning.weekday or meaning.day or meaning.turn is not None or "INDEF" not in place.beside(-1):
        return False
    found = place.token(place.atom.end - 1)
    return found is None or found[1].relation != "compound"


def _is_named(place: Place, meaning: Calendar) -> bool:
    return place.trees.language in _CAPITALISING and is_named_day(meaning, place.atom.end, place.trees)


def _is_small_doubt(place: Place, meaning: Calendar) -> bool:
    """Whether a month in small letters is the verb or noun it is spelled like: "the second march", but "5 may"."""
    if place.trees.language not in _CAPITALISING:
        return False
    word = place.text[place.atom.start : place.atom.end]
    told = meaning.year is not None or " of " in word or any(one.isdigit() for one in word)
    return bool(meaning.month) and not told and _is_doubtful(place) and word.rpartition(" ")[2][:1].islower()


def _is_capital_name(place: Place, meaning: Meaning) -> bool:
    """Whether a bare weekday is part of a name where such words have small letters: "le Journal du Dimanche"."""
    if (
        place.trees.language in _CAPITALISING
        or not isinstance(meaning, Calendar)
        or meaning.day
        or meaning.turn is not None
    ):
        return False
    found = place.token(place.atom.end - 1)
    return (
        meaning.weekday is not None
        and found is not None
        and found[1].form[:1].isupper()
        and found[0].tokens[0] != found[1]
    )


_MODEL = re.compile(r"\d{4}-\d")


def _is_tied(place: Place) -> bool:
    """Whether the words are part of a longer name or number: "Su-30", "2024-A"."""
    start, end, text = place.atom.start, place.atom.end, place.text
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if _MODEL.fullmatch(text[start:end]):
        return True  # "Mirage 2000-5": a month after a year has two digits (ISO 8601)
    named = (
        before == "-" and text[start].isupper() and text[start - 2 : start - 1].isalpha()
    )  # "Languedoc-Midi-Pyrénées"
    return named or before in ("_", "@", "#") or after in ("_", "@")


def _is_doubtful(place: Place) -> bool:
    last = lexemes_of(place.text[place.atom.start : place.atom.end])[-1]
    return any("DOUBTFUL" in form.values for form in read_period_forms(place.trees.language).get(last, ()))


def _is_month(place: Place) -> bool:
    """Whether a bare month is one: "in May", "en mai", not "may", "seraient mai décorés", "la planète Mars"."""
    word = place.text[place.atom.start : place.atom.end]
    led = bool(place.beside(-1) & _BEFORE)
    token = place.token(place.atom.end - 1)
    forms = read_period_forms(place.trees.language).get(word.lower().rstrip("."), ())
    if any("ONE" in form.values for form in forms):
        return False  # "de sept à neuf"
    if " " in word:
        return True  # "le mois de mai"
    if isinstance(place.atom.meaning, Calendar) and _is_named(place, place.atom.meaning):
        return False
    if not _is_doubtful(place):
        return word[0].isupper() or led or place.trees.language != "en"
    if place.trees.language == "en" and not word[0].isupper():
        return (
            bool(place.beside(-1) & (_BEFORE - {"TO", "OF"}))
            and token is not None
            and token[1].upos in ("NOUN", "PROPN")
        )
    if place.trees.language == "en":
        return token is None or (token[1].upos in ("PROPN", "NOUN") and (led or token[1].upos == "PROPN"))
    series = bool(
        place.beside(-1) & {"AND", "COMMA"} and place.index > 1 and "MDATE" in place.atoms[place.index - 2].values
    )
    return (led or series) and not word[0].isupper()


def _is_season(place: Place) -> bool:
    """Whether a season is one: "in spring", "this summer", not "a spring in his step", "the fall of Kabul", "a été"."""
    before = place.beside(-1) - {"TO", "AFTER"}
    led = bool(before & (_BEFORE - ({"OF", "FROM"} if "IN" not in before else set())))  # "jeux d'hiver" names a kind
    token = place.token(place.atom.end - 1)
    noun = token is None or token[1].upos in ("NOUN", "PROPN")
    bare = " " not in place.text[place.atom.start : place.atom.end].strip() and "'" not in place.text[
        place.atom.start : place.atom.end
    ].replace("’", "'")
    if "OF" in place.beside(1) or not noun:
        return False
    return led if bare or _is_doubtful(place) else True


def _is_bare_year(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning == Calendar(meaning.year)


def _is_year(place: Place) -> bool:
    """Whether a bare number is a year: "in 2025", "2025 was", "the 1996 games", not "2000 soldiers", "Resolution 1970"."""
    meaning = place.atom.meaning
    meaning = meaning.of if isinstance(meaning, Open) else meaning
    year = meaning.year if isinstance(meaning, Calendar) and meaning.year else 0
    before = place.beside(-1)
    if "NUMBERED" in before or _ends_amounts(place):
        return False
    led = bool(before & _BEFORE)
    found = place.trees.token_at(place.atom.start)
    if found is None and _counts_without_tree(place, year, led):
        return False
    if found is not None and _is_counted(*found, year, "DET" in before, place.trees.language):
        return False
    return led or year in _YEARS


def _counts_without_tree(place: Place, year: int, led: bool) -> bool:
    """Whether a bare number before a small word is rather a count, where no tree tells: "2000 чоловік", "із 1500 осіб"."""
    after = place.text[place.atom.end : place.atom.end + 2]
    return after[:1].isspace() and after[1:].islower() and "YEARTAIL" not in place.beside(1) and not (led and year % 50)


def _ends_amounts(place: Place) -> bool:
    """Whether the number is the end of a span of amounts, "de 400 à 1200"."""
    first = place.atoms[place.index - 2].values if place.index > 1 else {}
    return "TO" in place.beside(-1) and "NUM" in first and "YEAR" not in first


def _is_glued(place: Place) -> bool:
    """Whether the number touches a letter, a currency sign or another number: "$2000", "2010-2015-86", "(206) 555-1212"."""
    start, end, text = place.atom.start, place.atom.end, place.text
    before = text[start - 1 : start] if start and text[start].isdigit() else ""
    after = text[end : end + 2] if text[end - 1].isdigit() else ""
    if (before in tuple("$€£¥₩₽#+_°:=&?.") and before) or (after[:1] in tuple("%$€£_°") and after[:1]):
        return True
    if after[:1] in ("-", "/", ".", ",") and after[1:2].isdigit():
        return True
    return before in ("-", "/", ",") and bool(before) and text[max(0, start - 2) : start - 1].isdigit()


def _is_counted(sentence: Sentence, index: int, year: int, determined: bool, language: str) -> bool:
    token = sentence.tokens[index]
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if following is None or following.upos not in ("NOUN", "SYM", "ADJ") or following.form[:1].isupper():
        return False
    counted = following.upos in ("NOUN", "SYM") or (token.relation == "nummod" and token.head > index)
    if language != "en":
        return counted and (following.upos != "ADJ")
    plural = following.has("Number=Plur") or (following.form.endswith("s") and following.upos == "NOUN")
    head = sentence.tokens[token.head] if token.head >= 0 else None
    if following.upos == "ADJ":
        return token.relation == "nummod" and head is not None and head.has("Number=Plur") and not determined
    return plural and not determined and (year % 50 == 0 or token.relation == "nummod" or year not in _YEARS)


def _is_quarter(place: Place) -> bool:
    return not place.beside(-1) & {"NUMBERED"}


def _is_unit(place: Place) -> bool:
    """Whether "the quarter", "the weekend" stands for one near: other units are too often no time of their own."""
    meaning = place.atom.meaning
    return isinstance(meaning, Unit) and meaning.unit in ("Q", "WE") and not place.beside(1) & {"OF"}


def _is_length(place: Place) -> bool:
    """Whether an amount of time is one: not an age ("a 44-year-old", "âgé de 33 ans"), not "a second letter"."""
    meaning = place.atom.meaning
    if not isinstance(meaning, Length):
        return False
    if (
        meaning.unit == "S"
        and meaning.count == 1.0
        and not any(one.isdigit() for one in place.text[place.atom.start : place.atom.end])
    ):
        return False
    words = place.text[place.atom.start : place.atom.end]
    if meaning.count == 1.0 and len(words.split()) == 2 and _counts_one(place) and not _is_measured(place, meaning):
        return False
    if meaning.unit == "Y" and is_age(place.atoms, place.index, place.text, place.trees):
        return False
    if meaning.unit == "D" and words.lower() == "un jour" and not place.beside(-1) and "OF" not in place.beside(1):
        return False  # "un jour, il partira" names no length
    if words[0].isdigit() and words.split()[-1][:1].isupper() and not words.isupper():
        return False  # a programme called "60 Minutes"
    if is_named_length(place.atom.start, place.atom.end, place.trees):
        return False
    after = place.atoms[place.index + 1 : place.index + 3]
    if (after and "OLD" in after[0].values) or (
        len(after) == 2 and "DASH" in after[0].values and "OLD" in after[1].values
    ):
        return False
    return not _is_tied(place)


def _is_measured(place: Place, meaning: Length) -> bool:
    """Whether "a year" measures: not after an amount ("40,000 cars a year"), nor where it is described ("une année noire")."""
    led = place.beside(-1) & {"FOR", "IN", "SINCE", "AFTER", "BEFORE"}
    if led:
        return True
    before, after = place.token(max(0, place.atom.start - 2)), place.token(place.atom.end + 1)
    rate = before is not None and before[1].upos in ("NOUN", "NUM", "SYM", "PROPN") and not place.beside(-1)
    described = after is not None and after[1].upos in ("ADJ", "ADV") and after[1].span.start == place.atom.end + 1
    return not (rate or described or meaning.unit in ("WE", "Q", "FN"))


def _is_rate(place: Place) -> bool:
    return not _counts_one(place)


def _counts_one(place: Place) -> bool:
    """Whether an atom opens with an article: "a minute", "une journée"."""
    first = place.text[place.atom.start : place.atom.end].lower().split()[:1]
    return bool(first) and first[0] in read_period_lemmas(place.trees.language, "ONE")
