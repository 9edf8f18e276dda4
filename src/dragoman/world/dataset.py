"""Sets of coded events that others made: how their rows are known, what their codes mean in PLOVER's terms, and their names of countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Literal

from dragoman.model.factuality import Certainty
from dragoman.world.actor import fold, states
from dragoman.world.table import read_table

Sides = Literal["both", "against", "apart", "first", "crowd"]
_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_WORDED = re.compile(r"(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})")
_SECONDS = re.compile(r"\d{9,10}(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Dataset:
    """A set of coded events. ids: columns that name a row; needed: columns by which a file is known to be of it; core: what a row's claims stand on.

    words: the column of the coders' prose, None if there is none. all: every column in the file's order where files have no header.
    certainty, confidence: of its claims. The other fields are as in datasets/datasets.tsv.
    """

    key: str
    name: str
    ids: tuple[str, ...]
    needed: tuple[str, ...]
    core: tuple[str, ...]
    words: str | None
    all: tuple[str, ...]
    published: str | None
    version_column: str | None
    version_in_name: str | None
    has_header: bool
    certainty: Certainty
    confidence: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means. event_type, mode: PLOVER's, None where it has none; concept: the lexicon's; sides: see datasets/acled.tsv."""

    event_type: str | None
    mode: str | None
    concept: str
    sides: Sides = "against"


@cache
def datasets() -> dict[str, Dataset]:
    """All sets by the name under which their rows are kept."""
    found = {}
    for row in read_table("datasets/datasets.tsv"):
        columns = [one for one in read_table("datasets/columns.tsv") if one["dataset"] == row["dataset"]]
        named = {use: tuple(one["column"] for one in columns if one["use"] == use) for use in ("id", "key", "words")}
        found[row["name"]] = Dataset(
            row["dataset"], row["name"], named["id"], (*named["id"], *named["key"]),
            tuple(one["column"] for one in columns if one["use"] != "rest"), next(iter(named["words"]), None),
            tuple(one["column"] for one in columns), row["published"] or None, row["version_column"] or None,
            row["version_in_name"] or None, row["header"] == "yes", _certainty(row["certainty"]), float(row["confidence"]),
        )  # fmt: skip
    return found


def _certainty(word: str) -> Certainty:
    return "certain" if word == "certain" else "unknown"


def find_dataset(header: Sequence[str]) -> Dataset | None:
    """The set that a table with these columns is of, None if of none. For a set without headers: the first row itself.

    >>> find_dataset(["title", "text"]) is None
    True
    """
    for one in datasets().values():
        if is_header(one, header):
            return one
        if (
            not one.has_header
            and len(header) == len(one.all)
            and header[0].isdecimal()
            and _COMPACT.fullmatch(header[1])
        ):
            return one
    return None


def is_header(dataset: Dataset, row: Sequence[str]) -> bool:
    """Whether a row names the columns of a set: of one whose own files have no header too, as other programs give them out.

    >>> is_header(datasets()["GDELT 2.0"], ["SQLDATE", "title"])
    False
    """
    return {one.strip().lower() for one in row}.issuperset(column.lower() for column in dataset.needed)


@cache
def _meanings(table: str, column: str) -> dict[str, Meaning]:
    found = {}
    for row in read_table(f"datasets/{table}.tsv"):
        event_type, mode = (None if row.get(one, "-") == "-" else row[one] for one in ("event_type", "mode"))
        sides: Sides = next((one for one in ("both", "apart", "first", "crowd") if row.get("sides") == one), "against")
        found[fold(row[column])] = Meaning(event_type, mode, row["concept"], sides)
    return found


def acled_meaning(sub_event_type: str) -> Meaning | None:
    """What a sub-event type of ACLED means, None for one that it does not have."""
    return _meanings("acled", "sub_event_type").get(fold(sub_event_type.replace("protestors", "protesters")))


def ucdp_meaning(type_of_violence: str) -> Meaning | None:
    """What a type of violence of UCDP means, None for one that it does not have."""
    return _meanings("ucdp", "type_of_violence").get(type_of_violence)


def cameo_meaning(code: str) -> Meaning | None:
    """What a CAMEO code means, by the longest code of the table that begins it; None for no code of CAMEO.

    >>> cameo_meaning("1951").concept, cameo_meaning("010").event_type, cameo_meaning("99") is None
    ('AIRSTRIKE', None, True)
    """
    table = _meanings("cameo", "code")
    return next((table[code[:length]] for length in range(min(4, len(code)), 1, -1) if code[:length] in table), None)


# The last code of each of CAMEO's first nine roots: 010 to 019, 020 to 028, and so on. Source: CAMEO manual 1.1b3.
_LAST_OF_ROOT = {"1": 9, "2": 8, "3": 9, "4": 6, "5": 7, "6": 4, "7": 5, "8": 7, "9": 4}
_ROOTS = frozenset(str(one) for one in range(10, 21))


def whole_cameo(code: str) -> str:
    """A code of CAMEO with the zero that a spreadsheet took away, where there is such a code: they have three digits or four.

    >>> whole_cameo("42"), whole_cameo("231"), whole_cameo("190"), whole_cameo("990")
    ('042', '0231', '190', '990')
    """
    is_whole = code.startswith("0") or (len(code) > 2 and code[:2] in _ROOTS)
    lacks_zero = code[:1] in _LAST_OF_ROOT and (
        len(code) == 1 or (code[1].isdecimal() and int(code[1]) <= _LAST_OF_ROOT[code[0]])
    )
    return code if is_whole or not lacks_zero else f"0{code}"


def plover_meaning(event_type: str, mode: str | None) -> Meaning | None:
    """What one of PLOVER's types means, None for a word that is none."""
    row = next((one for one in read_table("datasets/plover.tsv") if one["event_type"] == event_type.upper()), None)
    return Meaning(row["event_type"], mode, row["concept"]) if row else None


@cache
def _sectors() -> dict[tuple[str, str], str]:
    return {(row["dataset"], fold(row["word"])): row["sector"] for row in read_table("datasets/sectors.tsv")}


def sector_of(dataset: str, word: str) -> str | None:
    """PLOVER's sector for what a set calls the kind of an actor, None where the table does not say. dataset: its key."""
    return _sectors().get((dataset, fold(word.strip())))


def narrowest_sector(dataset: str, words: Sequence[str]) -> str | None:
    """PLOVER's sector for several words for one actor, whatever their order: the one that the table has higher up; None if it has none.

    >>> narrowest_sector("icews", ["Government", "Police"]), narrowest_sector("icews", ["Police", "Government"])
    ('COP', 'COP')
    """
    order = list(_sectors())
    found = [key for word in words if (key := (dataset, fold(word.strip()))) in _sectors()]
    return _sectors()[min(found, key=order.index)] if found else None


@cache
def _names() -> dict[str, str]:
    """Names and alpha-3 codes of countries. No code of two letters: UCDP's "IS" is no Iceland."""
    index = {fold(row["name"]): row["iso3"] for row in read_table("datasets/countries.tsv")}
    for state in states().values():
        for word in (state.iso3, state.name, state.of, *state.wordings[0].names):
            index.setdefault(fold(word), state.iso3)
    return index


def country_called(words: str) -> str | None:
    """The alpha-3 code of a country by the name or code that a set gives it, None if it is none.

    >>> country_called("Russia (Soviet Union)"), country_called("IS"), country_called("PRK")
    ('RUS', None, 'PRK')
    """
    names = _names()
    bare = words.strip().removeprefix("the ")  # "Military Forces of the United States of America (2021-2025)"
    return names.get(fold(bare)) or names.get(fold(re.sub(r"\s*\([^()]*\)$", "", bare)))


def country_of_actor(words: str) -> str | None:
    """The country that an actor's name in ACLED or UCDP gives: "Military Forces of X (2011-)", "Civilians (X)", "Government of X".

    >>> country_of_actor("Police Forces of Kenya (2022-)"), country_of_actor("Civilians (Mali)"), country_of_actor("Lake Front")
    ('KEN', 'MLI', None)
    """
    if match := re.match(r"(?:Government|(?:Military|Police) Forces) of (.+)", words):
        whole = match[1]
        return country_called(whole) or country_called(whole.partition("(")[0]) or None
    found = (country_called(one) for one in re.findall(r"\(([^()]+)\)", words))
    return next((one for one in found if one), None)


@cache
def _fips() -> dict[str, str]:
    return {row["fips"]: row["iso3"] for row in read_table("datasets/fips.tsv")}


def country_of_fips(code: str) -> str | None:
    """The alpha-3 code of a FIPS 10-4 code, in which GDELT gives places; None for none.

    >>> country_of_fips("GM"), country_of_fips("UP")
    ('DEU', 'UKR')
    """
    return _fips().get(code)


def day_of(cell: str) -> date:
    """The day in a cell: 2024-03-12 (with or without a time), 20240312, 20240312141500, 12 March 2024, or seconds since 1970.

    Raises ValueError for anything else, and for a day that no calendar has.

    >>> day_of("12 March 2024").isoformat(), day_of("2024-03-12 00:00:00.000").isoformat()
    ('2024-03-12', '2024-03-12')
    """
    text = cell.strip()
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _WORDED.fullmatch(text):
        months = [name for name in _ENGLISH if name.startswith(match[2].lower())]
        if len(months) == 1:
            return date(int(match[3]), _ENGLISH.index(months[0]) + 1, int(match[1]))
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(float(text), UTC).date()
    raise ValueError(f"{cell!r} is no day")
