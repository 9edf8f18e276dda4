"""Periods that lean on their text: the date told last, the tense of the clause, who is how old, what is only a name.

Trees are made by hand: WORDS gives lemma, part of speech, features, relation and the head's form of the words that need them.
"""

from __future__ import annotations

import re

import pytest

from dragoman.model.edtf import period_of
from dragoman.model.mention import PeriodMention
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.reading.period import find_periods
from dragoman.reading.periods.feast import moving_feast

FRIDAY = "2025-12-26"
PAST = "VerbForm=Fin|Tense=Past"
PRESENT = "VerbForm=Fin|Tense=Pres"
PARTICIPLE = "VerbForm=Part|Tense=Past"

Word = tuple[str, str, str, str, str | None]
WORDS: dict[str, Word] = {
    # form: lemma, part of speech, features, relation, form of the head (None: the first verb)
    "left": ("leave", "VERB", PAST, "root", None), "began": ("begin", "VERB", PAST, "root", None),
    "meets": ("meet", "VERB", PRESENT, "root", None), "killed": ("kill", "VERB", PAST, "root", None),
    "resume": ("resume", "VERB", "VerbForm=Inf", "root", None), "would": ("would", "AUX", "VerbForm=Fin", "aux", "resume"),
    "ruling": ("ruling", "NOUN", "", "obj", "resume"), "wrote": ("write", "VERB", PAST, "root", None),
    "partit": ("partir", "VERB", PAST, "root", None), "manifestent": ("manifester", "VERB", PRESENT, "root", None),
    "arrive": ("arriver", "VERB", PRESENT, "root", None), "laisse": ("laisser", "VERB", PRESENT, "root", None),
    "envahi": ("envahir", "VERB", PRESENT, "root", None), "a": ("avoir", "AUX", PRESENT, "aux", "envahi"),
    "interrompus": ("interrompre", "VERB", PARTICIPLE, "root", None), "sont": ("être", "AUX", PRESENT, "aux:pass", "interrompus"),
    "possède": ("avoir", "VERB", PRESENT, "root", None), "prévue": ("prévoir", "VERB", PARTICIPLE, "acl", "réunion"),
    "réunion": ("réunion", "NOUN", "", "nsubj", None), "reportée": ("reporter", "VERB", PARTICIPLE, "root", None),
    "soldat": ("soldat", "NOUN", "", "nsubj", None), "chanteuse": ("chanteuse", "NOUN", "", "nsubj", None),
    "peine": ("peine", "NOUN", "", "obj", None), "condamné": ("condamner", "VERB", PARTICIPLE, "root", None),
    "Mort": ("mourir", "VERB", PARTICIPLE, "advcl", None), "de": ("de", "ADP", "", "case", None),
    "d": ("de", "ADP", "", "case", None), "à": ("à", "ADP", "", "case", None), "pour": ("pour", "ADP", "", "case", None),
    "ans": ("an", "NOUN", "", "obj", None), "soldiers": ("soldier", "NOUN", "Number=Plur", "nsubj", None),
    "Theresa": ("Theresa", "PROPN", "", "nsubj", None), "May": ("May", "PROPN", "", "flat", "Theresa"),
    "Sunday": ("Sunday", "PROPN", "", "compound", "Times"), "Times": ("Times", "PROPN", "", "nsubj", None),
    "Day": ("day", "NOUN", "", "compound", "War"), "War": ("war", "NOUN", "", "obj", None), "Six": ("six", "NUM", "", "nummod", "Day"),
    "march": ("march", "NOUN", "", "nsubj", None), "15": ("15", "NUM", "", "nummod", "soldiers"),
}  # fmt: skip


def parse(text: str) -> tuple[Sentence, ...]:
    """One sentence a line."""
    sentences, start = [], 0
    for number, line in enumerate(text.split("\n")):
        found = list(re.finditer(r"\w+|[^\w\s]", line))
        forms = [one.group() for one in found]
        words = [WORDS.get(form, (form.lower(), "NUM" if form.isdigit() else "X", "", "dep", None)) for form in forms]
        verb = next((i for i, word in enumerate(words) if word[1] == "VERB" and word[3] == "root"), 0)
        heads = [forms.index(word[4]) if word[4] in forms else (-1 if i == verb else verb) for i, word in enumerate(words)]
        sentences.append(
            sentence_of(
                tuple(
                    Token(Span(start + at.start(), start + at.end()), at.group(), word[0], word[1], word[2], head, word[3])
                    for at, word, head in zip(found, words, heads, strict=True)
                ),
                number,
            )
        )
        start += len(line) + 1
    return tuple(sentences)


def read(text: str, language: str) -> tuple[PeriodMention, ...]:
    return find_periods(parse(text), text, language, period_of(FRIDAY))[0]


TOLD = [
    # language, text, the words last read, EDTF, TimeML value
    ("en", "He left in 2019. The following year he left.", "The following year", "2020", "2020"),
    ("en", "He left in 2019. That year he left.", "That year", "2019", "2019"),
    ("en", "He left on 3 May. That night it began.", "That night", "2025-05-03", "2025-05-03TNI"),
    ("en", "He left on 3 May. The next morning it began.", "The next morning", "2025-05-04", "2025-05-04TMO"),
    ("en", "He left on 3 May. The following Monday it began.", "The following Monday", "2025-05-05", "2025-05-05"),
    ("en", "He left in March 2024. The previous month it began.", "The previous month", "2024-02", "2024-02"),
    ("en", "The following week it began.", "The following week", None, None),
    ("en", "The same month it began.", "The same month", None, None),
    ("en", "It began the day after the vote.", "the day", None, None),
    ("fr", "Il partit en 2019. L’année suivante il partit.", "L’année suivante", "2020", "2020"),
    ("fr", "Il partit en mars 2024. Le mois précédent il partit.", "Le mois précédent", "2024-02", "2024-02"),
    ("fr", "Il partit le 3 mai. Ce soir-là il partit.", "Ce soir-là", "2025-05-03", "2025-05-03TEV"),
    ("fr", "Il partit en 2019. Cette année-là il partit.", "Cette année-là", "2019", "2019"),
    ("fr", "Il partit le 3 mai. Le dimanche il partit.", "Le dimanche", "2025-05-04", "2025-05-04"),
    ("fr", "Il partit le 3 mai. Les trois jours suivants il partit.", "Les trois jours suivants", "2025-05-04/2025-05-06", "P3D"),
    ("fr", "La semaine suivante il partit.", "La semaine suivante", None, None),
    ("fr", "Il partit à la veille du scrutin.", "la veille", None, None),
    ("fr", "Il partit au lendemain de la trêve.", "au lendemain", None, None),
    ("fr", "Il partit la veille de Noël.", "la veille de Noël", "2025-12-24", "2025-12-24"),
    ("fr", "Il partit en la nuit du 3 au 4.", "la nuit du 3 au 4", "2025-12-03/2025-12-04", "2025-12-03TNI"),
    ("fr", "Il partit dans la nuit de mardi à mercredi.", "la nuit de mardi à mercredi", "2025-12-23/2025-12-24", "2025-12-23TNI"),
    ("fr", "Il partit dans la nuit du 1 er au 2 mars.", "la nuit du 1 er au 2 mars", "2025-03-01/2025-03-02", "2025-03-01TNI"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "edtf", "value"), TOLD, ids=[case[1] for case in TOLD])
def test_what_counts_from_the_date_told_last(language: str, text: str, words: str, edtf: str | None, value: str | None) -> None:
    last = read(text, language)[-1]
    assert (last.quote.text, last.period.edtf, last.period.timex_value) == (words, edtf, value)


TENSES = [
    ("fr", "la Russie a envahi le 24 février", "2025-02-24"),
    ("fr", "les vols sont interrompus jusqu’à mardi", "../2025-12-30"),
    ("fr", "il arrive depuis mardi", "2025-12-23/.."),
    ("fr", "il arrive à partir de mardi", "2025-12-30/.."),
    ("fr", "la réunion prévue jeudi", "2026-01-01"),
    ("fr", "reportée à jeudi", "2026-01-01"),
    ("fr", "il arrive pas avant mars 2026", "2026-03/.."),
    ("fr", "ils manifestent le dimanche", None),
    ("en", "it would resume on Monday", "2025-12-29"),
    ("en", "he left no earlier than March 2024", "2024-03/.."),
    ("en", "he meets them Saturday", "2025-12-27"),
    ("en", "he meets them Wednesday", "2025-12-24"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), TENSES, ids=[case[1] for case in TENSES])
def test_the_tense_of_the_clause_places_a_date(language: str, text: str, edtf: str | None) -> None:
    assert [one.period.edtf for one in read(text, language)] == [edtf]


NO_LENGTH = [
    ("fr", "un soldat de 19 ans partit"), ("fr", "la chanteuse de 22 ans partit"), ("fr", "Mort à 69 ans, il laisse un fils"),
    ("fr", "il possède 45 ans"), ("fr", "il partit pour ses 60 ans"), ("fr", "il partit d’une boîte de nuit"),
    ("fr", "les jeux d’hiver"), ("fr", "un jour il partit"), ("fr", "il arrive de 400 à 1200"), ("fr", "six milliards d’années"),
    ("en", "Theresa May left"), ("en", "the Sunday Times wrote"), ("en", "he left the Six Day War"), ("en", "the second march began"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NO_LENGTH, ids=[case[1] for case in NO_LENGTH])
def test_an_age_a_kind_and_a_name_are_no_times(language: str, text: str) -> None:
    assert read(text, language) == ()


LENGTHS = [
    ("fr", "une peine de 15 ans", "15 ans", "P15Y"),
    ("fr", "condamné à 15 ans", "15 ans", "P15Y"),
    ("fr", "il possède 2 ans pour partir", "2 ans", "P2Y"),
    ("fr", "il partit après ses dix ans de règne", "dix ans", "P10Y"),
    ("fr", "depuis une vingtaine d’années", "une vingtaine d’années", "P20Y"),
    ("fr", "depuis des décennies", "des décennies", "PXDE"),
    ("fr", "une grève de 24 heures", "24 heures", "PT24H"),
    ("fr", "en 1 heure 58 minutes et 59 secondes", "1 heure 58 minutes et 59 secondes", "PT1H58M59S"),
    ("fr", "les six premiers mois de 2016", "les six premiers mois de 2016", "P6M"),
    ("en", "the last two weeks of May 2024", "the last two weeks of May 2024", "P2W"),
    ("en", "it began days before the vote", "days", "PXD"),
    ("en", "every other week", "every other week", "P2W"),
    ("en", "twice a month", "twice a month", "P1M"),
    ("en", "the first Monday of every month", "the first Monday of every month", "P1M"),
    ("en", "on Mondays", "Mondays", "XXXX-WXX-1"),
    ("fr", "deux fois par semaine", "deux fois par semaine", "P1W"),
    ("fr", "un mercredi sur deux", "un mercredi sur deux", "P2W"),
    ("fr", "chaque premier lundi du mois", "chaque premier lundi du mois", "P1M"),
]


@pytest.mark.parametrize(("language", "text", "words", "value"), LENGTHS, ids=[case[1] for case in LENGTHS])
def test_lengths_and_what_recurs(language: str, text: str, words: str, value: str) -> None:
    assert [(one.quote.text, one.period.timex_value) for one in read(text, language)] == [(words, value)]


SPANS = [
    ("en", "on Monday 15 soldiers left", "Monday", "2025-12-22"),
    ("en", "the 1950-53 war", "1950-53", "1950/1953"),
    ("en", "at 2200 GMT on 3 May 2024", "2200 GMT on 3 May 2024", "2024-05-03"),
    ("en", "by year's end", "year's end", "../2025-12~"),
    ("en", "3 May through 5 May 2024", "3 May through 5 May 2024", "2024-05-03/2024-05-05"),
    ("fr", "ce mois de juin 2016", "ce mois de juin 2016", "2016-06"),
    ("fr", "d’avril-mai prochain", "avril-mai prochain", "2026-04/2026-05"),
    ("fr", "du 3 mars à la mi-avril 2024", "3 mars à la mi-avril 2024", "2024-03-03/2024-04-20~"),
    ("fr", "samedi, en fin d’après-midi, il partit", "samedi, en fin d’après-midi", "2025-12-20"),
    ("fr", "entre dimanche soir et lundi matin il partit", "dimanche soir et lundi matin", "2025-12-21/2025-12-22"),
    ("fr", "des faits antérieurs à 2005", "2005", "../2004"),
]


@pytest.mark.parametrize(("language", "text", "words", "edtf"), SPANS, ids=[case[1] for case in SPANS])
def test_words_that_belong_together(language: str, text: str, words: str, edtf: str) -> None:
    assert [(one.quote.text, one.period.edtf) for one in read(text, language)] == [(words, edtf)]


def test_the_anchor_of_what_is_counted_names_the_date_told_last() -> None:
    found = read("He left on 3 May. The following week it began.", "en")
    assert [one.anchor for one in found] == ["published 2025-12-26", "text: 2025-05-03"]


def test_a_history_dates_what_has_no_year_by_the_year_told_last() -> None:
    text = "En 1939, il partit. Le 6 juin 1944 il partit. Le 10 juin il partit. En décembre 1944, en 1941 puis en 1942. En mars il partit."
    assert [one.period.edtf for one in read(text, "fr")][2:] == ["1944-06-10", "1944-12", "1941", "1942", "1942-03"]


def test_news_that_looks_back_dates_what_has_no_year_by_its_own_day() -> None:
    text = "Mardi il partit. En 1939, le 6 juin 1944, en 1940, en 1941 puis en 1942. Le 10 juin il partit."
    assert [one.period.edtf for one in read(text, "fr")][-1] == "2025-06-10"


def test_a_time_stamp_is_a_day_with_its_hour() -> None:
    (one,) = read("2024-05-12T10:30:00Z", "en")
    assert (one.quote.text, one.period.edtf, one.period.timex_value) == ("2024-05-12T10:30:00Z", "2024-05-12", "2024-05-12T10:30")


MORE = [
    ("fr", "hier en début d’après-midi il partit", "hier en début d’après-midi", "2025-12-25"),
    ("fr", "entre le printemps et l’automne 2017 il partit", "le printemps et l’automne 2017", "2017-21/2017-23"),
    ("fr", "ce samedi il partit", "ce samedi", "2025-12-20"),
    ("fr", "en mars et avril 2024 il partit", "mars", "2024-03"),
    ("fr", "en décembre et janvier 2025 il partit", "décembre", "2024-12"),
    ("en", "He left in August and in 2019", "August", "2025-08"),
    ("en", "He left in August                    and September 2019", "August", "2025-08"),
]


@pytest.mark.parametrize(("language", "text", "words", "edtf"), MORE, ids=[case[1] for case in MORE])
def test_parts_seasons_and_lists(language: str, text: str, words: str, edtf: str) -> None:
    first = read(text, language)[0]
    assert (first.quote.text, first.period.edtf) == (words, edtf)


def test_a_region_named_after_noon_is_no_time() -> None:
    assert read("la région Languedoc-Midi-Pyrénées", "fr") == ()


FEASTS = [
    # Authority: Orthodox Easter as kept in 2016, 2024 and 2025; 1 Shawwal 1445 and 1 Ramadan 1446 as announced in Saudi Arabia.
    ("en", "Orthodox Easter 2016", "2016-05-01"), ("en", "Orthodox Easter 2024", "2024-05-05"), ("fr", "la Pâque orthodoxe 2025", "2025-04-20"),
    ("en", "Eid al-Fitr 2024", "2024-04-10~"), ("fr", "le ramadan 2025", "2025-03-01~/2025-03-30~"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "edtf"), FEASTS, ids=[case[1] for case in FEASTS])
def test_feasts_that_move(language: str, text: str, edtf: str) -> None:
    assert [one.period.edtf for one in read(text, language)] == [edtf]


@pytest.mark.parametrize("rule", ["easter+60", "orthodox+60", "islamic/9", "islamic/10/1", "islamic/12"])
def test_a_feast_at_the_edge_of_the_calendar(rule: str) -> None:
    for year in (*range(-1, 40), *range(9960, 10002)):
        found = moving_feast(rule, year)
        assert found is None or found.first.year == year
    assert moving_feast(rule, 40) is not None
    assert moving_feast(rule, 9960) is not None


def test_ramadan_is_also_a_name() -> None:
    assert read("Tariq Ramadan partit", "fr") == ()


GUARDS = [
    ("en", "He left on 3 May. He left on Friday, a week later.", ["2025-05-03", "2025-12-26", None]),
    ("en", "He left over the past decade.", ["2015/2024"]),
    ("en", "He meets them for the first time in two years.", [None]),
    ("fr", "Il partit lundi 22 décembre. Il partit samedi. Ce lundi-là il partit.", ["2025-12-22", "2025-12-20", None]),
]


@pytest.mark.parametrize(("language", "text", "edtf"), GUARDS, ids=[case[1] for case in GUARDS])
def test_nothing_past_is_dated_after_the_day_of_writing(language: str, text: str, edtf: list[str | None]) -> None:
    assert [one.period.edtf for one in read(text, language)] == edtf
