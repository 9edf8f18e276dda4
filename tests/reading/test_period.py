"""Periods: what words mean a time, which days they cover, and what looks like a time and is none.

Trees are made by hand, so that no case leans on what a parser happens to say: TAGS names the part of speech and features of the
words that need one; every word hangs from the first verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dragoman.model.edtf import period_of
from dragoman.model.mention import PeriodMention
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.reading.period import find_periods
from dragoman.reading.periods.grammar import levels_of
from dragoman.reading.periods.numerals import number_at
from dragoman.world.period import lexemes_of, read_period_forms
from tests.pace import growth

PAST = ("VERB", "VerbForm=Fin|Tense=Past|Mood=Ind")
TAGS = {
    "arrived": PAST, "sent": PAST, "said": PAST, "left": PAST, "signed": PAST, "partit": PAST, "arriva": PAST, "signa": PAST,
    "partira": ("VERB", "VerbForm=Fin|Tense=Fut|Mood=Ind"), "expected": ("VERB", "VerbForm=Part|Tense=Past"),
    "prévue": ("VERB", "VerbForm=Part|Tense=Past"), "décorés": ("VERB", "VerbForm=Part|Tense=Past"), "march": ("VERB", ""),
    "May": ("PROPN", ""), "may": ("AUX", ""), "été": ("AUX", ""), "l'été": ("NOUN", ""), "spring": ("NOUN", ""),
    "summer": ("NOUN", ""), "soldiers": ("NOUN", "Number=Plur"), "hommes": ("NOUN", ""), "mots": ("NOUN", ""), "noire": ("ADJ", ""),
    "cars": ("NOUN", "Number=Plur"), "printemps": ("NOUN", ""), "leave": ("VERB", ""),
}  # fmt: skip
LEMMAS = {"expected": "expect", "prévue": "prévoir"}


def parse(text: str) -> tuple[Sentence, ...]:
    """One sentence a line, all words under its first verb."""
    sentences, start = [], 0
    for number, line in enumerate(text.split("\n")):
        found = list(re.finditer(r"\w+|[^\w\s]", line))
        tags = [TAGS.get(one.group(), ("NUM" if one.group().isdigit() else "X", "")) for one in found]
        verb = next((i for i, (upos, _) in enumerate(tags) if upos in ("VERB", "AUX")), 0)
        tokens = tuple(
            Token(
                Span(start + one.start(), start + one.end()), one.group(), LEMMAS.get(one.group(), one.group().lower()),
                tags[i][0], tags[i][1], -1 if i == verb else verb, "root" if i == verb else "dep",
            )
            for i, one in enumerate(found)
        )  # fmt: skip
        if tokens:
            sentences.append(sentence_of(tokens, number))
        start += len(line) + 1
    return tuple(sentences)


def read(text: str, language: str, published: str | None) -> tuple[PeriodMention, ...]:
    return find_periods(parse(text), text, language, period_of(published) if published else None)[0]


# Reference of the cases below unless one names its own: a Friday.
FRIDAY = "2025-12-26"

ENGLISH = [
    # text, words, EDTF (or None), TimeML type and value
    ("signed on 26 December 2025", "26 December 2025", "2025-12-26", "DATE", "2025-12-26"),
    ("on December 26, 2025, he left", "December 26, 2025", "2025-12-26", "DATE", "2025-12-26"),
    ("dated 2025-12-26", "2025-12-26", "2025-12-26", "DATE", "2025-12-26"),
    ("dated 12/26/2025", "12/26/2025", "2025-12-26", "DATE", "2025-12-26"),
    ("dated 05/06/2025", "05/06/2025", "2025-05-06", "DATE", "2025-05-06"),
    ("the third of March 1999", "the third of March 1999", "1999-03-03", "DATE", "1999-03-03"),
    ("signed on Dec. 12 in Minsk", "Dec. 12", "2025-12-12", "DATE", "2025-12-12"),
    ("sent in May 2024", "May 2024", "2024-05", "DATE", "2024-05"),
    ("sent in November by rail", "November", "2025-11", "DATE", "2025-11"),
    ("in nineteen seventy-nine", "nineteen seventy-nine", "1979", "DATE", "1979"),
    ("the year two thousand and five", "the year two thousand and five", "2005", "DATE", "2005"),
    ("during the 1990s", "the 1990s", "199X", "DATE", "199"),
    ("a treaty of the nineteenth century", "the nineteenth century", "18XX", "DATE", "18"),
    ("in spring 2025", "spring 2025", "2025-21", "DATE", "2025-SP"),
    ("since last summer", "last summer", "2025-22/..", "DATE", "2025-SU"),
    ("in the third quarter of 2024", "the third quarter of 2024", "2024-35", "DATE", "2024-Q3"),
    ("by Q3 2024", "Q3 2024", "../2024-35", "DATE", "2024-Q3"),
    ("in the first half of 2025", "the first half of 2025", "2025-40", "DATE", "2025-H1"),
    ("in mid-March 2025", "mid-March 2025", "2025-03-11~/2025-03-20~", "DATE", "2025-03"),
    ("in late November 2025", "late November 2025", "2025-11-21~/2025-11~", "DATE", "2025-11"),
    ("early next year", "early next year", "2026-01~/2026-04~", "DATE", "2026"),
    ("by the end of 2026", "the end of 2026", "../2026-12~", "DATE", "2026"),
    ("earlier this year", "earlier this year", "2025-01~/2025-12-25~", "DATE", "2025"),
    ("since February 2022", "February 2022", "2022-02/..", "DATE", "2022-02"),
    ("until 3 May 2024", "3 May 2024", "../2024-05-03", "DATE", "2024-05-03"),
    ("before 2018", "2018", "../2017", "DATE", "2018"),
    ("after March 2020", "March 2020", "2020-04/..", "DATE", "2020-03"),
    ("from 2014 to 2018", "2014 to 2018", "2014/2018", "DATE", "2014/2018"),
    ("between May 2023 and June 2024", "May 2023 and June 2024", "2023-05/2024-06", "DATE", "2023-05/2024-06"),
    ("July 13-15, 2024", "July 13-15, 2024", "2024-07-13/2024-07-15", "DATE", "2024-07-13/2024-07-15"),
    ("the 2023-2024 season", "2023-2024", "2023/2024", "DATE", "2023/2024"),
    ("a mission of 120 days", "120 days", None, "DURATION", "P120D"),
    ("after a 16-hour flight", "16-hour", None, "DURATION", "PT16H"),
    ("held for 5 1/2 hours", "5 1/2 hours", None, "DURATION", "PT5H30M"),
    ("for two and a half years", "two and a half years", None, "DURATION", "P2.5Y"),
    ("nearly two decades of war", "nearly two decades", None, "DURATION", "P20Y"),
    ("it lasted for weeks", "weeks", None, "DURATION", "PXW"),
    ("over the past three months", "the past three months", "2025-09/2025-12-26", "DURATION", "P3M"),
    ("in the next two days", "the next two days", "2025-12-27/2025-12-28", "DURATION", "P2D"),
    ("in recent years", "recent years", None, "DURATION", "PXY"),
    ("every Monday", "every Monday", None, "SET", "XXXX-WXX-1"),
    ("every two weeks", "every two weeks", None, "SET", "P2W"),
    ("each July", "each July", None, "SET", "XXXX-07"),
    ("he arrived on Monday", "Monday", "2025-12-22", "DATE", "2025-12-22"),
    ("he arrived on Friday", "Friday", "2025-12-26", "DATE", "2025-12-26"),
    ("expected on Monday", "Monday", "2025-12-29", "DATE", "2025-12-29"),
    ("last Friday", "last Friday", "2025-12-19", "DATE", "2025-12-19"),
    ("yesterday", "yesterday", "2025-12-25", "DATE", "2025-12-25"),
    ("two days ago", "two days ago", "2025-12-24", "DATE", "2025-12-24"),
    ("three weeks ago", "three weeks ago", "2025-12-05~", "DATE", "2025-12-05"),
    ("ten years ago", "ten years ago", "2015", "DATE", "2015"),
    ("a month ago", "a month ago", "2025-11", "DATE", "2025-11"),
    ("last week", "last week", "2025-12-15/2025-12-21", "DATE", "2025-W51"),
    ("this weekend", "this weekend", "2025-12-20/2025-12-21", "DATE", "2025-W51-WE"),
    ("May of next year", "May of next year", "2026-05", "DATE", "2026-05"),
    ("the first week of 2019", "the first week of 2019", "2018-12-31/2019-01-06", "DATE", "2019-W01"),
    ("last Friday in October 2024", "last Friday in October 2024", "2024-10-25", "DATE", "2024-10-25"),
    ("two weeks before 13 May 1999", "two weeks before 13 May 1999", "1999-04-29~", "DATE", "1999-04-29"),
    ("on Christmas 2024", "Christmas 2024", "2024-12-25", "DATE", "2024-12-25"),
    ("Easter Monday 2025", "Easter Monday 2025", "2025-04-21", "DATE", "2025-04-21"),
    ("he arrived on Thursday night", "Thursday night", "2025-12-25", "TIME", "2025-12-25TNI"),
    ("at 3 p.m. on Thursday he arrived", "3 p.m. on Thursday", "2025-12-25", "TIME", "2025-12-25T15:00"),
    ("at 15:30", "15:30", None, "TIME", "XXXX-XX-XXT15:30"),
    ("the ships are now at sea", "now", None, "DATE", "PRESENT_REF"),
]  # fmt: skip

FRENCH = [
    ("signé le 26 décembre 2025", "le 26 décembre 2025", "2025-12-26", "DATE", "2025-12-26"),
    ("le 1er mai 2024", "le 1er mai 2024", "2024-05-01", "DATE", "2024-05-01"),
    ("le vendredi 3 mai 2024", "le vendredi 3 mai 2024", "2024-05-03", "DATE", "2024-05-03"),
    ("daté du 05/06/2025", "05/06/2025", "2025-06-05", "DATE", "2025-06-05"),
    ("en février 2022", "février 2022", "2022-02", "DATE", "2022-02"),
    ("au printemps 2025", "au printemps 2025", "2025-21", "DATE", "2025-SP"),
    ("dès l’été 2023", "l’été 2023", "2023-22/..", "DATE", "2023-SU"),
    ("dans les années 1990", "les années 1990", "199X", "DATE", "199"),
    ("au XXe siècle", "au XXe siècle", "19XX", "DATE", "19"),
    ("au deuxième trimestre 2025", "au deuxième trimestre 2025", "2025-34", "DATE", "2025-Q2"),
    ("à la mi-mars 2025", "la mi-mars 2025", "2025-03-11~/2025-03-20~", "DATE", "2025-03"),
    ("fin 2025", "fin 2025", "2025-09~/2025-12~", "DATE", "2025"),
    ("en cette fin d’année 2025", "cette fin d’année 2025", "2025-09~/2025-12~", "DATE", "2025"),
    ("depuis février\u00a02022", "février\u00a02022", "2022-02/..", "DATE", "2022-02"),
    ("à partir du 7 janvier 2024", "7 janvier 2024", "2024-01-07/..", "DATE", "2024-01-07"),
    ("jusqu’en 2026", "2026", "../2026", "DATE", "2026"),
    ("avant 2018", "2018", "../2017", "DATE", "2018"),
    ("du 3 au 5 mai 2024", "3 au 5 mai 2024", "2024-05-03/2024-05-05", "DATE", "2024-05-03/2024-05-05"),
    ("du 10 juin au 1er juillet 2024", "10 juin au 1er juillet 2024", "2024-06-10/2024-07-01", "DATE", "2024-06-10/2024-07-01"),
    ("de janvier à mars 2017", "janvier à mars 2017", "2017-01/2017-03", "DATE", "2017-01/2017-03"),
    ("pendant 120 jours", "120 jours", None, "DURATION", "P120D"),
    ("depuis plusieurs mois", "plusieurs mois", None, "DURATION", "PXM"),
    ("une heure et demie de marche", "une heure et demie", None, "DURATION", "PT1H30M"),
    ("ces trois dernières années", "ces trois dernières années", "2022/2025-12-26", "DURATION", "P3Y"),
    ("ces dernières années", "ces dernières années", None, "DURATION", "PXY"),
    ("chaque année", "chaque année", None, "SET", "P1Y"),
    ("tous les lundis", "tous les lundis", None, "SET", "XXXX-WXX-1"),
    ("il arriva lundi", "lundi", "2025-12-22", "DATE", "2025-12-22"),
    ("il partira lundi", "lundi", "2025-12-29", "DATE", "2025-12-29"),
    ("mardi dernier", "mardi dernier", "2025-12-23", "DATE", "2025-12-23"),
    ("il arriva le 6 décembre dernier", "le 6 décembre dernier", "2025-12-06", "DATE", "2025-12-06"),
    ("hier", "hier", "2025-12-25", "DATE", "2025-12-25"),
    ("il y a trois ans", "il y a trois ans", "2022", "DATE", "2022"),
    ("l’an dernier", "l’an dernier", "2024", "DATE", "2024"),
    ("l’année à venir", "l’année à venir", "2026", "DATE", "2026"),
    ("le 17 octobre de l’année dernière", "le 17 octobre de l’année dernière", "2024-10-17", "DATE", "2024-10-17"),
    ("lundi de la semaine prochaine", "lundi de la semaine prochaine", "2025-12-29", "DATE", "2025-12-29"),
    ("le lendemain du 13 février 2024", "le lendemain du 13 février 2024", "2024-02-14", "DATE", "2024-02-14"),
    ("dernier jour d’octobre 2015", "dernier jour d’octobre 2015", "2015-10-31", "DATE", "2015-10-31"),
    ("dans la nuit du 8 au 9 mai 2024", "la nuit du 8 au 9 mai 2024", "2024-05-08/2024-05-09", "TIME", "2024-05-08TNI"),
    ("à 15 h 30", "15 h 30", None, "TIME", "XXXX-XX-XXT15:30"),
    ("les troupes actuellement engagées", "actuellement", None, "DATE", "PRESENT_REF"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words", "edtf", "kind", "value"),
    [("en", *case) for case in ENGLISH] + [("fr", *case) for case in FRENCH],
    ids=[case[0] for case in ENGLISH + FRENCH],
)
def test_words_give_their_period(language: str, text: str, words: str, edtf: str | None, kind: str, value: str) -> None:
    found = read(text, language, FRIDAY)
    assert [(one.quote.text, one.period.edtf, one.period.timex_type, one.period.timex_value) for one in found] == [
        (words, edtf, kind, value)
    ]
    period = found[0].period
    if edtf is not None:
        assert (period.earliest, period.latest) == (period_of(edtf).earliest, period_of(edtf).latest)


NO_TIME = [
    ("en", "you may leave now and then", ["now"]),
    ("en", "they march to the sea", []),
    ("en", "2000 soldiers arrived", []),
    ("en", "he sent 1,500 soldiers", []),
    ("en", "Resolution 1970 and Article 2019", []),
    ("en", "the T-72, the Su-30 and the KN-23", []),
    ("en", "they paid $2000", []),
    ("en", "call 000-555-1212", []),
    ("en", "a second letter", []),
    ("en", "the fall of Kabul", []),
    ("en", "a 44-year-old man", []),
    ("en", "40,000 cars a year", []),
    ("en", "three-quarters of the men", []),
    ("en", "dated 2025-1-32", []),
    ("fr", "ils seraient mai décorés", []),
    ("fr", "il a été décoré", []),
    ("fr", "la planète Mars", []),
    ("fr", "2025 hommes", []),
    ("fr", "un article de 3200 mots", []),
    ("fr", "la résolution 1970", []),
    ("fr", "âgé de 33 ans", []),
    ("fr", "Anna, 44 ans, partit", []),
    ("fr", "dans le Journal du Dimanche", []),
    ("fr", "une année noire", []),
    ("fr", "Sept soldats", []),
    ("fr", "le 29/2/2019", []),
]


@pytest.mark.parametrize(("language", "text", "expect"), NO_TIME, ids=[case[1] for case in NO_TIME])
def test_what_is_no_time_is_left_alone(language: str, text: str, expect: list[str]) -> None:
    assert [one.quote.text for one in read(text, language, FRIDAY)] == expect


UNANCHORED = [
    ("en", "he arrived yesterday", None, None),
    ("en", "he left on Friday", None, "XXXX-WXX-5"),
    ("en", "on 5 May he left", None, "XXXX-05-05"),
    ("en", "a billion years from now", None, "P1000000000Y"),
    ("fr", "il y a 99999 siècles", None, "PAST_REF"),
]


@pytest.mark.parametrize(("language", "text", "edtf", "value"), UNANCHORED, ids=[case[1] for case in UNANCHORED])
def test_without_an_anchor_nothing_is_dated(language: str, text: str, edtf: str | None, value: str | None) -> None:
    periods = [one.period for one in read(text, language, None)]
    assert all((one.edtf, one.earliest, one.date_prec) == (edtf, None, None) for one in periods)


REFERENCES = [
    ("fr", "En cette fin d’année 2025, il partit.", "2025-09~/2025-12~"),
    ("en", "PARIS, 5 May 2025 (Agency)\nHe left on Friday.", "2025-05-05"),
    ("en", "Published 5 May 2025\nHe left.", "2025-05-05"),
    ("en", "He left in May 2024. He arrived in 2024. War came in 1914.", "2024"),
    ("en", "On 5 May 2025 he left.", "2025"),
    ("en", "In 1914 he left.", None),
    ("en", "He left.", None),
]


@pytest.mark.parametrize(("language", "text", "expect"), REFERENCES, ids=[case[1] for case in REFERENCES])
def test_the_time_a_text_speaks_from(language: str, text: str, expect: str | None) -> None:
    _, reference, how = find_periods(parse(text), text, language, None)
    assert (reference.edtf if reference else None, how) == (expect, "text" if expect else None)


def test_a_date_of_publication_goes_before_the_text() -> None:
    text = "En cette fin d’année 2025, il arriva en décembre."
    found, reference, how = find_periods(parse(text), text, "fr", period_of("2026-01-04"))
    assert (reference, how) == (period_of("2026-01-04"), "given")
    assert (found[1].period.edtf, found[1].anchor) == ("2025-12", "published 2026-01-04")


def test_a_year_as_reference_dates_months_and_no_days() -> None:
    text = "L’année 2025 fut dure. Il arriva en décembre 2025. En novembre il partit.\nHier il arriva."
    found, reference, _ = find_periods(parse(text), text, "fr", None)
    assert reference == period_of("2025")
    assert [one.period.edtf for one in found] == ["2025", "2025-12", "2025-11", None]


def test_days_are_counted_from_the_date_told_last() -> None:
    text = "He arrived on 3 May 2024.\nThe next day he left. Three weeks later he arrived."
    assert [one.period.edtf for one in read(text, "en", FRIDAY)] == ["2024-05-03", "2024-05-04", "2024-05-24~"]


def test_what_is_counted_from_no_date_is_a_length() -> None:
    found = read("He left on 3 May 2024, a week after they arrived.", "en", FRIDAY)
    assert [(one.quote.text, one.period.timex_value) for one in found] == [
        ("3 May 2024", "2024-05-03"),
        ("a week", "P1W"),
    ]


def test_order_and_quotes() -> None:
    text = "Depuis février 2022, puis en mai\u202f2023, et du 3 au 5 mai 2024 : 120 jours.\n\nHier, 26 décembre."
    found = read(text, "fr", FRIDAY)
    assert [one.quote.span.of(text) for one in found] == [one.quote.text for one in found]
    assert [one.quote.span for one in found] == sorted(one.quote.span for one in found)


def test_a_language_without_words_has_no_periods() -> None:
    assert read("5 May 2025", "xx", None) == ()


def test_every_rule_of_the_grammar_can_be_read() -> None:
    assert all(level.rules for language in ("en", "fr") for level in levels_of(language))


@pytest.mark.parametrize(
    ("language", "words", "expect"),
    [
        ("en", "twenty-nine days", (3, 29)), ("en", "two thousand and five", (4, 2005)), ("en", "nineteen seventy-nine", (4, 1979)),
        ("en", "twenty twenty", (2, 2020)), ("en", "and five", None), ("fr", "vingt et un", (3, 21)),
        ("fr", "quatre-vingt-dix-sept", (7, 97)), ("fr", "deux mille vingt-cinq", (5, 2025)), ("fr", "soixante-dix", (3, 70)),
    ],
)  # fmt: skip
def test_number_words(language: str, words: str, expect: tuple[int, int] | None) -> None:
    assert number_at(lexemes_of(words), 0, read_period_forms(language)) == expect


@pytest.mark.parametrize(
    "piece", ["may ", "the last of the ", "5 ", "mid-", "1/", "one hundred and ", "from 5 to ", "2025-"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Ten times the text may take at most thirty times as long: room for a busy machine, none for a square."""

    def prepare(count: int) -> Callable[[], object]:
        text = piece * count
        tree = sentence_of((Token(Span(0, len(text)), text, text, "X", "", -1, "root"),), 0)
        return lambda: find_periods((tree,), text, "en", period_of(FRIDAY))

    assert growth(prepare, 400, 4000, limit=30) <= 30


def test_one_long_sentence_takes_linear_time() -> None:
    def prepare(count: int) -> Callable[[], object]:
        text = "in 2025 they sent 2000 soldiers on Friday " * count
        tree = parse(text)
        return lambda: find_periods(tree, text, "en", period_of(FRIDAY))

    assert growth(prepare, 200, 2000, limit=30) <= 30
