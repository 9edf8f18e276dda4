"""Periods: every time that a text names, with the days it may cover; never more exact than the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby

from dragoman.model.edtf import period_of
from dragoman.model.mention import PeriodMention
from dragoman.model.period import Period
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence
from dragoman.reading.periods.atoms import find_atoms
from dragoman.reading.periods.calendar import Context
from dragoman.reading.periods.doubt import Place, accept
from dragoman.reading.periods.grammar import join_atoms
from dragoman.reading.periods.links import with_year
from dragoman.reading.periods.meaning import (
    Beside,
    Calendar,
    InYear,
    Meaning,
    Nth,
    Open,
    Part,
    Range,
    Shift,
    Timed,
    Unit,
    Vague,
    Window,
)
from dragoman.reading.periods.resolve import resolve
from dragoman.reading.periods.stretch import Stretch
from dragoman.reading.periods.tense import Trees, tense_at, trees_of
from dragoman.world.period import PLAIN, lexemes_of, read_period_forms

_GRAINS = {1: "D", 4: "M", 5: "Y"}
_HISTORY = 5  # past dates with their year that make a history
_BETWEEN = 12  # characters between two dates of one list
_DATELINE = 300  # characters at the head of a text in which a full date is taken as the day it was written


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that mean a time, not yet resolved."""

    span: Span
    meaning: Meaning


def find_periods(
    sentences: tuple[Sentence, ...], text: str, language: str, published: Period | None
) -> tuple[tuple[PeriodMention, ...], Period | None, str | None]:
    """Every time named in a text, in its order, and the time that the text speaks from.

    published: when it was published, None if not known. Then the reference is read off the text: a time that calls itself
    this one ("en cette fin d'année 2025"), a full date at the head, or the year named most often.
    Returns the mentions, the reference and how it was found: "given", "text", or None with None.
    """
    ends = [list(block) for _, block in groupby(sentences, key=lambda one: one.paragraph)]
    blocks = tuple(Span(block[0].span.start, block[-1].span.end) for block in ends)
    return _find(trees_of(sentences, language), blocks, text, published)


def find_bare_periods(
    blocks: tuple[Span, ...], text: str, language: str, published: Period | None
) -> tuple[tuple[PeriodMention, ...], Period | None, str | None]:
    """The same for a language that has words of time and no parser: no tense, and no tree refuses anything.

    blocks: the paragraphs of the text.
    """
    return _find(trees_of((), language), blocks, text, published)


def _find(
    trees: Trees, blocks: tuple[Span, ...], text: str, published: Period | None
) -> tuple[tuple[PeriodMention, ...], Period | None, str | None]:
    if not read_period_forms(trees.language):
        return (), published, "given" if published else None
    found = _share_years(tuple(_expressions(trees, blocks, text)), text, trees.language)
    reference = published or _told_reference(found, text, trees)
    how = "given" if published else "text" if reference else None
    return _mentions(found, text, trees, reference, how), reference, how


def _expressions(trees: Trees, blocks: tuple[Span, ...], text: str) -> Iterator[Expression]:
    for block in blocks:
        atoms = join_atoms(find_atoms(text, block.start, block.end, trees.language), trees.language)
        for index, atom in enumerate(atoms):
            if atom.meaning is not None:
                meaning = accept(Place(atoms, index, text, trees))
                if meaning is not None:
                    yield _expression(_neat(Span(atom.start, atom.end), text), meaning, text, trees)


def _expression(span: Span, meaning: Meaning, text: str, trees: Trees) -> Expression:
    """The words and their meaning; "a week after he left" is a length, since what it is counted from is no date."""
    last = text[span.start : span.end].rpartition(" ")[2]
    if isinstance(meaning, Calendar) and meaning.weekday and meaning.day and not meaning.month:
        found = trees.token_at(span.end - 1)
        if found and found[0].tokens[found[1]].relation == "nummod" and found[0].tokens[found[1]].head > found[1]:
            return Expression(Span(span.start, span.end - len(last) - 1), replace(meaning, day=None))  # "Monday 15 men"
    if isinstance(meaning, Shift) and meaning.story and _leads_on(span, text, trees.language):
        return Expression(span, replace(meaning, base=Vague("PAST_REF")))
    counted = isinstance(meaning, Shift) and meaning.story
    if counted and isinstance(meaning, Shift) and is_one_of(last, ("BEFORE", "AFTER"), trees.language):
        following = text[span.end : span.end + 2].strip()
        if following[:1].isalnum() or following[:1] in ("'", "’"):
            named = is_one_of(text[span.start : span.end].split(maxsplit=1)[0], ("ART",), trees.language)
            lost = replace(meaning, base=Vague("PAST_REF"))  # "the day after they left"
            return Expression(Span(span.start, span.end - len(last) - 1), lost if named else meaning.length)
    return Expression(span, meaning)


def _share_years(found: tuple[Expression, ...], text: str, language: str) -> tuple[Expression, ...]:
    """The expressions, with the year printed after the last of a list given to the ones before it: "en mars et avril 2024"."""
    out: list[Expression] = []
    for one in reversed(found):
        after = out[-1] if out else None
        if after is not None and isinstance(one.meaning, Calendar) and isinstance(after.meaning, Calendar):
            near = after.span.start - one.span.end <= _BETWEEN
            partial = (
                after.meaning.month is not None or after.meaning.season is not None
            )  # "in May and in 2019" are two
            between = lexemes_of(text[one.span.end : after.span.start]) if near and partial else ()
            if (
                near
                and partial
                and len(between) <= 3
                and all(one == "," or is_one_of(one, ("AND", "IN"), language) for one in between)
            ):
                one = replace(one, meaning=with_year(one.meaning, after.meaning))
        out.append(one)
    return tuple(reversed(out))


def _leads_on(span: Span, text: str, language: str) -> bool:
    """Whether what a day is counted from follows and is no date: "la veille du scrutin", "the day of"."""
    following = text[span.end : span.end + 4].translate(PLAIN).split()
    word = following[0] if following and text[span.end : span.end + 1].isspace() else ""
    return is_one_of(word[: word.find("'") + 1] or word, ("OFWHAT",), language) if word else False


def is_one_of(word: str, categories: tuple[str, ...], language: str) -> bool:
    """Whether the word table gives a word one of these categories."""
    lexemes = lexemes_of(word)
    forms = read_period_forms(language).get(lexemes[0], ()) if lexemes else ()
    return any(name in form.values for form in forms if form.lexemes == lexemes for name in categories)


def _neat(span: Span, text: str) -> Span:
    """The span without the stop that ends an abbreviation and the sentence with it."""
    if text[span.end - 1] == "." and text[span.end : span.end + 1] in ("", "\n"):
        return Span(span.start, span.end - 1)
    return span


def _mentions(
    found: tuple[Expression, ...], text: str, trees: Trees, reference: Period | None, how: str | None
) -> tuple[PeriodMention, ...]:  # fmt: skip
    context = Context(_stretch(reference) if reference else None)
    if context.reference is not None and _is_history(found, context.reference, how == "given", not trees.sentences):
        context = Context()
    known = f"{'published' if how == 'given' else 'text:'} {reference.edtf}" if reference else ""
    mentions: list[PeriodMention] = []
    for one in found:
        # Where no tree tells, news speaks of what was: a date half a year ahead would be an invention.
        tense = tense_at(trees, one.span.start, one.span.end) if trees.sentences else "past"
        resolved = resolve(one.meaning, replace(context, tense=tense))
        story = context.story
        anchor = "printed"
        if resolved.period.edtf is not None and not _is_printed(one.meaning):
            told = story is not None and (_is_story(one.meaning) or context.reference is None)
            anchor = f"text: {story.first.isoformat()}" if story and told else known or "text"
        mentions.append(PeriodMention(quote(one.span, text), resolved.period, anchor))
        if resolved.stretch is not None and not _is_story(one.meaning):
            context = _told(resolved.stretch, context)
    return tuple(mentions)


def _is_history(found: tuple[Expression, ...], reference: Stretch, given: bool, bare: bool) -> bool:
    """Whether a text tells of years gone by and not of its own time: a chronicle, a life, the course of a war.

    Its dates without a year are then of the year told last: "Le 6 juin 1944, ils débarquèrent. Le 10 juin, ..."
    given: whether the reference is a day of publication; a year read off the text is one of those told. bare: no tree
    tells Wednesday from a milieu in this language (Ukrainian "середа"), so a few words may seem to point at today.
    """
    near = sum(_is_deictic(one.meaning) for one in found)
    told = [resolve(one.meaning, Context()).period.latest for one in found if _is_printed(one.meaning)]
    dated = [day for day in told if day is not None]
    if given and any(day >= reference.first - timedelta(366) for day in dated):
        return False
    few = near == 0 or (bare and near * _HISTORY <= len(dated))
    return few and len(dated) >= _HISTORY and (given or reference.grain != "D")


def _is_deictic(meaning: Meaning | None) -> bool:
    """Whether the words count from the day of writing: "yesterday", "mardi", "last year", "il y a trois jours"."""
    match meaning:
        case Calendar():
            return meaning.turn is not None or (meaning.weekday is not None and meaning.year is None)
        case Unit() | Window():
            return not meaning.story
        case Shift():
            return not meaning.story and (meaning.base is None or _is_deictic(meaning.base))
        case Timed() | Open() | Part() | Nth() | InYear():
            return _is_deictic(meaning.of)
        case Range():
            return _is_deictic(meaning.first) or _is_deictic(meaning.last)
        case _:
            return False


def _told(stretch: Stretch, context: Context) -> Context:
    """The context after a date: it is the one told last, if it is one unit of the calendar."""
    if not stretch.grain:
        return context
    over = stretch.grain in ("Q", "H") and (context.reference is None or stretch.last < context.reference.last)
    return replace(context, story=stretch, part=stretch if over else context.part)


def _is_story(meaning: Meaning | None) -> bool:
    """Whether the words count from the date told last."""
    match meaning:
        case Shift() | Unit() | Window():
            return meaning.story
        case Timed() | Open() | Part():
            return _is_story(meaning.of)
        case _:
            return isinstance(meaning, Beside)


def _is_printed(meaning: Meaning | None) -> bool:
    """Whether the words name their year themselves."""
    match meaning:
        case Calendar():
            return meaning.year is not None or meaning.decade is not None or meaning.century is not None
        case Range():
            return _is_printed(meaning.first) and _is_printed(meaning.last)
        case Part() | Open() | Nth() | Timed():
            return _is_printed(meaning.of)
        case Shift():
            return _is_printed(meaning.base)
        case Unit() | Window() | InYear() | Beside():
            return False
        case _:
            return True


def _stretch(period: Period) -> Stretch | None:
    if period.earliest is None or period.latest is None:
        return None
    grain = _GRAINS.get(period.date_prec or 0, "")
    whole = period.edtf is not None and "/" not in period.edtf and len(period.edtf.rstrip("~?%")) in (4, 7, 10)
    return Stretch(grain if whole else "", period.earliest, period.latest)


def _told_reference(found: tuple[Expression, ...], text: str, trees: Trees) -> Period | None:
    """The time a text speaks from, by its own words: as exact as they are, None if it does not tell."""
    dated = [(one, resolve(one.meaning, Context())) for one in found if _is_printed(one.meaning)]
    dated = [(one, made) for one, made in dated if made.period.earliest and made.period.latest]
    for one, made in dated:
        if _calls_itself_this(one, text, trees.language):
            return made.period
    for one, made in dated:
        if one.span.start < _DATELINE and made.period.date_prec == 1 and _is_dateline(one, text, trees):
            return made.period
    years = Counter(made.period.latest.year for _, made in dated if made.period.latest and made.stretch)
    exact = {made.period.latest.year for _, made in dated if made.period.latest and (made.period.date_prec or 5) < 5}
    told = [year for year in years if years[year] > 1 or year in exact]
    return period_of(f"{max(told, key=lambda year: (years[year], year)):04d}") if told else None


def _calls_itself_this(one: Expression, text: str, language: str) -> bool:
    """Whether the words point at themselves: "en cette fin d'année 2025", "this December 2025"."""
    return is_one_of(one.span.of(text).split(maxsplit=1)[0], ("THIS",), language)


def _is_dateline(one: Expression, text: str, trees: Trees) -> bool:
    """Whether a date at the head of a text is its own: "PARIS, 5 mai 2025 (AFP) —", "Published 5 May 2025", a line by itself."""
    place = trees.token_at(one.span.start)
    if place is None:
        return False
    sentence, index = place
    before = sentence.tokens[:index]
    if any(is_one_of(token.form, ("PUBLISHED",), trees.language) for token in before[-4:]):
        return True
    after = text[one.span.end : one.span.end + 3].lstrip(" \u00a0,.")
    return not any(token.upos in ("VERB", "AUX") for token in before) and after[:1] in (
        "",
        "—",
        "–",
        "-",
        "(",
        ")",
        "\n",
        "|",
        ":",
    )
