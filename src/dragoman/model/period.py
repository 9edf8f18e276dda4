"""When: an EDTF value with the days it may cover and how exact it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Period:
    """A time as exact as the text allows.

    edtf: ISO 8601-2 value ("2025-21" is spring 2025, "2022-02/.." since February 2022), None for a duration without an
    anchor. earliest, latest: first and last possible day, None on an open side. date_prec: UCDP's 1 exact day, 2 within
    a week (2 to 6 days), 3 a week known, 4 a month known, 5 a year known or longer; None where nothing is dated.
    timex_type, timex_value: TimeML's TIMEX3.
    """

    edtf: str | None
    earliest: date | None
    latest: date | None
    date_prec: int | None
    timex_type: TimexType
    timex_value: str | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"period {self.edtf} ends {self.latest} before it starts {self.earliest}")
        if self.date_prec is not None and not 1 <= self.date_prec <= 5:
            raise ValueError(f"date_prec {self.date_prec} is not 1 to 5")
