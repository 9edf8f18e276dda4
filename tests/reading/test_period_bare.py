"""Times in a language that has words of time and no parser: Ukrainian, Russian and Greek, from tables alone."""

from __future__ import annotations

import pytest
from babel import Locale

from dragoman.model.edtf import period_of
from dragoman.model.mention import PeriodMention
from dragoman.model.span import Span
from dragoman.reading.period import find_bare_periods
from dragoman.reading.read import read_bare
from dragoman.world.period import lexemes_of, read_period_forms
from tests.factory import document
from tests.pace import growth

FRIDAY = "2025-12-26"


def read(text: str, language: str, published: str | None = FRIDAY) -> tuple[PeriodMention, ...]:
    return find_bare_periods((Span(0, len(text)),), text, language, period_of(published) if published else None)[0]


CASES = [
    # language, text, words, EDTF, TimeML value
    ("uk", "підписано 24 лютого 2022 року", "24 лютого 2022", "2022-02-24", "2022-02-24"),
    ("uk", "у березні 2024 року", "березні 2024", "2024-03", "2024-03"),
    ("uk", "у 2024 році", "2024", "2024", "2024"),
    ("uk", "з 2014 року", "2014", "2014/..", "2014"),
    ("uk", "наприкінці травня 2024", "наприкінці травня 2024", "2024-05-21~/2024-05~", "2024-05"),
    ("uk", "навесні 2024", "навесні 2024", "2024-21", "2024-SP"),
    ("uk", "протягом шести місяців", "шести місяців", None, "P6M"),
    ("uk", "кілька днів", "кілька днів", None, "PXD"),
    ("uk", "вчора", "вчора", "2025-12-25", "2025-12-25"),
    ("uk", "минулого тижня", "минулого тижня", "2025-12-15/2025-12-21", "2025-W51"),
    ("uk", "вівторок цього тижня", "вівторок цього тижня", "2025-12-23", "2025-12-23"),
    ("uk", "у ніч на 7 квітня 2024", "ніч на 7 квітня 2024", "2024-04-07", "2024-04-07TNI"),
    ("uk", "з 11 квітня по 19 липня 2024", "11 квітня по 19 липня 2024", "2024-04-11/2024-07-19", "2024-04-11/2024-07-19"),
    ("uk", "щомісяця", "щомісяця", None, "P1M"),
    ("ru", "подписано 24 февраля 2022 года", "24 февраля 2022", "2022-02-24", "2022-02-24"),
    ("ru", "в мае 2024 года", "мае 2024", "2024-05", "2024-05"),
    ("ru", "тридцать первого октября 2024", "тридцать первого октября 2024", "2024-10-31", "2024-10-31"),
    ("ru", "13-е февраля 2024", "13-е февраля 2024", "2024-02-13", "2024-02-13"),
    ("ru", "две недели назад", "две недели назад", "2025-12-12~", "2025-12-12"),
    ("ru", "на прошлой неделе", "прошлой неделе", "2025-12-15/2025-12-21", "2025-W51"),
    ("el", "στις 3 Ιουλίου 1963", "3 Ιουλίου 1963", "1963-07-03", "1963-07-03"),
    ("el", "τον Μάρτιο του 2024", "Μάρτιο του 2024", "2024-03", "2024-03"),
    ("el", "το 2024", "2024", "2024", "2024"),
    ("el", "μετά από δύο χρόνια", "δύο χρόνια", None, "P2Y"),
    ("el", "στα τέλη του 2024", "τέλη του 2024", "2024-09~/2024-12~", "2024"),
    ("ru", "зимой", "зимой", "2025-12/2026-02", "2025-WI"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "edtf", "value"), CASES, ids=[case[1] for case in CASES])
def test_words_give_their_period(language: str, text: str, words: str, edtf: str | None, value: str) -> None:
    assert [(one.quote.text, one.period.edtf, one.period.timex_value) for one in read(text, language)] == [(words, edtf, value)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "втратили близько 2000 чоловік"), ("uk", "із 1500 осіб"), ("uk", "у 490 до н. е."), ("uk", "на північ від Києва"),
        ("ru", "потеряли 2000 человек"), ("ru", "статья 2019"), ("ru", "в 1200 до н. э. пришли"),
    ],
)  # fmt: skip
def test_a_count_is_no_year(language: str, text: str) -> None:
    assert read(text, language) == ()


def test_a_history_is_dated_by_the_year_told_last() -> None:
    text = "1939 року, у 1940 році, 1941 року, 1942 року, 6 червня 1944 року. Наступного дня відступили. 10 червня увійшли."
    assert [one.period.edtf for one in read(text, "uk")][-2:] == ["1944-06-07", "1944-06-10"]


def test_a_language_without_words_of_time_gives_nothing() -> None:
    assert read("5. Mai 2025", "de") == ()


@pytest.mark.parametrize("language", ["el", "en", "fr", "ru", "uk"])
def test_months_and_weekdays_are_those_of_cldr(language: str) -> None:
    """Authority: CLDR, through babel: the wide names in a date and alone."""
    locale = Locale(language)
    forms = read_period_forms(language)

    def value_of(name: str, category: str) -> str | None:
        lexemes = lexemes_of(name)
        return next((form.values.get(category) for form in forms.get(lexemes[0], ()) if form.lexemes == lexemes), None)

    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            assert value_of(name, "MONTH") == str(number)
        for number, name in locale.days[context]["wide"].items():
            assert str(number + 1) in (value_of(name, "WDAY"), value_of(name, "WDAYX"))


def test_a_document_without_a_parser_is_read_for_its_times_alone() -> None:
    told = read_bare(document("Війська відступили 12 травня 1942 року.", language="uk"))
    assert told is not None
    assert [one.quote.text for one in told.periods] == ["12 травня 1942"]
    assert (told.sentences, told.actors, told.places, told.quantities, told.predications) == ((), (), (), (), ())


def test_a_document_without_parser_and_words_of_time_is_not_read() -> None:
    assert read_bare(document("Am 12. Mai 1942.", language="de")) is None


@pytest.mark.parametrize(
    ("language", "piece"),
    [("uk", "у ніч на 7 "), ("uk", "1942 року та "), ("ru", "с 5 по 6 "), ("el", "του "), ("fr", "nuit du 3 au "), ("en", "the same ")],
)
def test_hostile_text_takes_linear_time(language: str, piece: str) -> None:
    """Ten times the text may take at most thirty times as long: room for a busy machine, none for a square."""

    assert growth(lambda count: lambda: read(piece * count, language), 400, 4000, limit=30) <= 30


def test_without_a_tree_a_date_without_its_year_is_gone_by() -> None:
    assert [one.period.edtf for one in read("признала 26 мая", "ru")] == ["2025-05-26"]
