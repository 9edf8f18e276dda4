"""EDTF values to days. Expected days are the calendar's; seasons, quarters and halves are as ISO 8601-2:2019 numbers them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model.edtf import days_of, period_of, precision_of, timex_value_of


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


CASES = [
    # label, edtf, earliest, latest, date_prec, TimeML value
    ("day", "2025-12-26", "2025-12-26", "2025-12-26", 1, "2025-12-26"),
    ("leap day", "2024-02-29", "2024-02-29", "2024-02-29", 1, "2024-02-29"),
    ("month", "2025-02", "2025-02-01", "2025-02-28", 4, "2025-02"),
    ("year", "2025", "2025-01-01", "2025-12-31", 5, "2025"),
    ("about a year", "2025~", "2025-01-01", "2025-12-31", 5, "2025"),
    ("about a day", "2025-05-03~", "2025-05-03", "2025-05-03", 2, "2025-05-03"),
    ("decade", "199X", "1990-01-01", "1999-12-31", 5, "199"),
    ("century", "19XX", "1900-01-01", "1999-12-31", 5, "19"),
    ("unknown day", "2025-05-XX", "2025-05-01", "2025-05-31", 4, "2025-05"),
    ("spring", "2025-21", "2025-03-01", "2025-05-31", 5, "2025-SP"),
    ("autumn", "2025-23", "2025-09-01", "2025-11-30", 5, "2025-FA"),
    ("either winter of a year", "2025-24", "2024-12-01", "2026-02-28", 5, "2025-WI"),
    ("second quarter", "2025-34", "2025-04-01", "2025-06-30", 5, "2025-Q2"),
    ("last third", "2025-39", "2025-09-01", "2025-12-31", 5, "2025"),
    ("first half", "2025-40", "2025-01-01", "2025-06-30", 5, "2025-H1"),
    ("since", "2022-02/..", "2022-02-01", "", 5, "2022-02"),
    ("until", "../2024", "", "2024-12-31", 5, "2024"),
    ("from to", "2025-03/2025-05", "2025-03-01", "2025-05-31", 5, "2025-03/2025-05"),
    ("three days", "2025-05-03/2025-05-05", "2025-05-03", "2025-05-05", 2, "2025-05-03/2025-05-05"),
    ("a week", "2025-05-05/2025-05-11", "2025-05-05", "2025-05-11", 3, "2025-05-05/2025-05-11"),
]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "prec", "value"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_days(edtf: str, earliest: str, latest: str, prec: int, value: str) -> None:
    period = period_of(edtf)
    assert (period.earliest, period.latest, period.date_prec, period.timex_value) == (
        day(earliest),
        day(latest),
        prec,
        value,
    )
    assert (period.edtf, period.timex_type) == (edtf, "DATE")


NONSENSE = [
    "", "hier", "2025-13", "2025-00", "2025-02-30", "2023-02-29", "2025-5-3", "26/12/2025", "../..", "/", "2025-05/2025-03",
    "2025/2024/2023", "0000", "2025-21-03", "2025-42", "199X-05", "2025-XX-03", "2025-12-26T10:00", "12025",
]  # fmt: skip


@pytest.mark.parametrize("edtf", NONSENSE)
def test_nonsense_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        days_of(edtf)


def test_nothing_dated_has_no_precision() -> None:
    assert precision_of(None, None) is None


def test_an_interval_of_nothing_has_no_value() -> None:
    assert timex_value_of("../..") is None
