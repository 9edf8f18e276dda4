"""The gazetteer: countries, regions, cities, seas and fronts by the names that English and French print.

The tables are under `world/places/`; cities and regions are GeoNames' (geonames.org, CC BY 4.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from unicodedata import combining, normalize

from dragoman.model.place import Place
from dragoman.world.table import BadTable, read_table

PlaceKind = Literal["country", "area", "region", "city"]
# One spelling for the marks that papers print in several ways: "Côte d’Ivoire", "Ivano‑Frankivsk", "New York".
_MARKS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "-": " ", "‐": " ", "‑": " ", "\u00a0": " ",
                        "\u202f": " ", "\n": " ", "\t": " "})  # fmt: skip
_INNER = {" Ste. ": " Sainte ", " St. ": " Saint "}
_SHORT = {"St.": "Saint", "St": "Saint", "Ste.": "Sainte", "Ste": "Sainte", "Ft.": "Fort", "Mt.": "Mount"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the gazetteer knows it.

    region: key of its first-level region ("RUS.41"; a region's own for a region), None if it has none. population: 0 if not known.
    level: 1 or 2 for a region, else 0. capital: of its country. own_name: whether the name asked for is its first one.
    """

    kind: PlaceKind
    place: Place
    region: str | None
    population: int
    level: int
    capital: bool
    own_name: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names and the places that bear them. `names` and `starts` are read by `find`; build it with `load_gazetteer`."""

    language: str
    tables: tuple[tuple[str, ...], ...]
    names: dict[str, int | tuple[int, ...]]
    starts: dict[str, int]
    region_rows: dict[str, int]
    capitals: frozenset[str]
    neighbours: dict[str, frozenset[str]]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Places that bear a name, as printed; the most populous city first. () if there are none.

        >>> load_gazetteer("fr").find("Koursk")[0].place.country
        'RUS'
        """
        key = fold(name)
        rows = self.names.get(key, ())
        return tuple(self._entry(row, key) for row in ((rows,) if isinstance(rows, int) else rows))

    def region(self, key: str) -> Entry | None:
        """The region of a key ("RUS.41"), None if the table has none."""
        row = self.region_rows.get(key)
        return None if row is None else _region(self, self.tables[2][row].split("\t"), "")

    def region_names(self, key: str | None) -> tuple[str, ...]:
        """English and French name of a region, () if the table has none."""
        row = self.region_rows.get(key) if key else None
        return () if row is None else tuple(self.tables[2][row].split("\t")[3:5])

    def region_name(self, key: str | None) -> str | None:
        """Display name of a first-level region."""
        row = self.region_rows.get(key) if key else None
        return None if row is None else _display(self.tables[2][row], self.language)

    def longest_from(self, word: str) -> int:
        """How many words the longest name has that starts with a folded word; 0 if none does."""
        return self.starts.get(word, 0)

    def _entry(self, row: int, key: str) -> Entry:
        for kind, table in zip(("country", "area", "region", "city"), self.tables, strict=True):
            if row < len(table):
                return _MAKERS[kind](self, table[row].split("\t"), key)
            row -= len(table)
        raise IndexError(f"no row {row} in the gazetteer")


def fold(name: str) -> str:
    """A name with one spelling for hyphens, apostrophes and "Saint".

    >>> fold("St. Louis"), fold("Côte d’Ivoire")
    ('Saint Louis', "Côte d'Ivoire")
    """
    key = name.translate(_MARKS)
    if ". " in key:
        for short, full in _INNER.items():
            key = key.replace(short, full)
    first, _, rest = key.partition(" ")
    return f"{_SHORT[first]} {rest}" if rest and first in _SHORT else key


def _country(gazetteer: Gazetteer, cells: list[str], key: str) -> Entry:
    code, number, english, french, lat, lon = cells[0], cells[2], *cells[3:7]
    name = french if gazetteer.language == "fr" else english
    place = Place(name, code, None, _degree(lat), _degree(lon), int(number), 6)
    return Entry("country", place, None, 0, 0, False, True)


def _area(gazetteer: Gazetteer, cells: list[str], key: str) -> Entry:
    name = cells[1] if gazetteer.language == "fr" else cells[0]
    place = Place(name, cells[2] or None, None, _degree(cells[3]), _degree(cells[4]), None, int(cells[5]))
    return Entry("area", place, None, 0, 0, False, fold(name) == key)


def _region(gazetteer: Gazetteer, cells: list[str], key: str) -> Entry:
    code, level = cells[0], int(cells[1])
    first = ".".join(code.split(".")[:2])
    name = cells[4] if gazetteer.language == "fr" and cells[4] else cells[3]
    admin1 = gazetteer.region_name(first)
    place = Place(name, code[:3], admin1, _degree(cells[5]), _degree(cells[6]), int(cells[2]), 4 if level == 1 else 3)
    return Entry("region", place, first, int(cells[7]), level, False, key in (fold(cells[3]), fold(cells[4])))


def _city(gazetteer: Gazetteer, cells: list[str], key: str) -> Entry:
    number, name, country, region, lat, lon, population = cells[:7]
    code = f"{country}.{region}" if region else None
    place = Place(
        name, country, gazetteer.region_name(code), float(lat), float(lon), int(number) if number else None, 1
    )
    own = key in (fold(name), fold(_bare(name)))
    return Entry("city", place, code, int(population), 0, number in gazetteer.capitals, own)


_MAKERS = {"country": _country, "area": _area, "region": _region, "city": _city}


def _bare(name: str) -> str:
    """A name as papers print it, without the marks of a transcription: Wŏnsan, Rafaḥ."""
    if name.isascii():
        return name
    return "".join(letter for letter in normalize("NFKD", name) if not combining(letter))


def _degree(cell: str) -> float | None:
    return float(cell) if cell else None


def _lines(name: str, columns: int) -> tuple[str, ...]:
    """Rows of a large table as printed: a dict a row would take ten times the memory and half a second."""
    text = files("dragoman.world").joinpath(f"places/{name}").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    for row in rows:
        if row.count("\t") != columns - 1:
            raise BadTable(f"world/places/{name}: expected {columns} cells: {row[:80]!r}")
    return tuple(rows[1:])


@cache
def load_gazetteer(language: str) -> Gazetteer:
    """The gazetteer with display names in one language ("fr"; English for any other). Takes about 0.3 s, once.

    Raises BadTable for a row with another number of cells.
    """
    countries, areas = _lines("countries.tsv", 9), _lines("areas.tsv", 8)
    regions, cities = _lines("regions.tsv", 9), _lines("cities.tsv", 8)
    names: dict[str, int | tuple[int, ...]] = {}
    aliases = _aliases(language)
    _add(names, 0, _country_names(countries, language))
    states = frozenset(names)
    _add(names, len(countries), [_area_names(row, language) for row in areas])
    _add(names, len(countries) + len(areas), [_region_names(row, language) for row in regions])
    _add(names, len(countries) + len(areas) + len(regions), [_city_names(row, aliases, states) for row in cities])
    cells = [row.split("\t") for row in countries]
    return Gazetteer(
        language,
        (countries, areas, regions, cities),
        names,
        _starts(names),
        {row.split("\t", 1)[0]: number for number, row in enumerate(regions)},
        frozenset(row[7] for row in cells if row[7]),
        _neighbours(cells),
    )


def _display(row: str, language: str) -> str:
    cells = row.split("\t")
    return cells[4] if language == "fr" and cells[4] else cells[3]


def _neighbours(cells: list[list[str]]) -> dict[str, frozenset[str]]:
    alpha3 = {row[1]: row[0] for row in cells}
    return {row[0]: frozenset(alpha3[two] for two in row[8].split(",") if two in alpha3) for row in cells}


def _country_names(rows: tuple[str, ...], language: str) -> list[list[str]]:
    more: dict[str, list[str]] = {}
    for row in read_table("places/country_names.tsv"):
        if row["language"] == language:
            more.setdefault(row["country"], []).extend(row["names"].split("|"))
    column = 4 if language == "fr" else 3
    return [[cells[column], *more.get(cells[0], ())] for cells in (row.split("\t") for row in rows)]


def _area_names(row: str, language: str) -> list[str]:
    cells = row.split("\t")
    return [cells[1], *cells[7].split("|")] if language == "fr" else [cells[0], *cells[6].split("|")]


def _region_names(row: str, language: str) -> list[str]:
    cells = row.split("\t")
    return [cells[3], cells[4], *cells[8].split("|")] if language == "fr" else [cells[3], *cells[8].split("|")]


def _city_names(row: str, aliases: dict[str, list[str]], states: frozenset[str]) -> list[str]:
    """Names of a city; a state's name is nobody else's by-name: "Mexico" is Mexico City in French, not in English."""
    cells = row.split("\t")
    names = [name for name in cells[7].split("|") if name not in states] if cells[7] else []
    # A name of two letters is nearly always another word ("Il", "Of"); aliases are checked by hand.
    return [name for name in (cells[1], *names) if len(name) > 2] + aliases.get(cells[0], [])


def _aliases(language: str) -> dict[str, list[str]]:
    rows = read_table("places/aliases.tsv")
    return {row["geonames_id"]: row["names"].split("|") for row in rows if row["language"] in (language, "*")}


def _add(names: dict[str, int | tuple[int, ...]], base: int, rows: list[list[str]]) -> None:
    for number, some in enumerate(rows, base):
        for name in some:
            if not name:
                continue
            key = fold(name) if not name.isalpha() else name
            known = names.get(key)
            if known is None:
                names[key] = number
            elif isinstance(known, int):
                names[key] = known if known == number else (known, number)
            elif known[-1] != number:
                names[key] = (*known, number)


def _starts(names: dict[str, int | tuple[int, ...]]) -> dict[str, int]:
    starts: dict[str, int] = {}
    for name in names:
        first = name.partition(" ")[0]
        words = name.count(" ") + 1
        if words > starts.get(first, 0):
            starts[first] = words
        owner = first.removesuffix("'s")  # a token of its own: "Martha" + "'s" + "Vineyard"
        if owner != first and words > starts.get(owner, 0):
            starts[owner] = words
    return starts


@cache
def doubtful_names() -> dict[str, frozenset[str]]:
    """Names of places that are also words ("word"), first names ("first") or surnames ("last")."""
    return {row["name"]: frozenset(row["kinds"].split(",")) for row in read_table("places/doubtful.tsv")}


@cache
def first_names() -> frozenset[str]:
    """First names of people, as printed."""
    return frozenset(row["name"] for row in read_table("places/first_names.tsv"))


@cache
def place_cues(language: str) -> dict[str, frozenset[str]]:
    """Words around a name that tell what it is, in small letters, by kind ("locative", "near"; see places/cues.tsv)."""
    rows = read_table("places/cues.tsv")
    found: dict[str, frozenset[str]] = {row["kind"]: frozenset() for row in rows}
    found.update({row["kind"]: frozenset(row["words"].split("|")) for row in rows if row["language"] == language})
    return found


@cache
def region_abbreviations() -> dict[str, str]:
    """Keys of regions by the abbreviation that follows a town and a comma: "Tex." is "USA.TX"."""
    return {
        short: row["key"] for row in read_table("places/abbreviations.tsv") for short in row["abbreviations"].split("|")
    }
