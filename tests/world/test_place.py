"""The gazetteer and the outlines of land: what they hold, and that they load."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.world.land import load_land
from dragoman.world.paper import address_words, paper_towns, site_countries
from dragoman.world.place import doubtful_names, fold, load_gazetteer, place_cues, region_abbreviations

FIRST = [
    # label, language, name, kind, country, GeoNames id
    ("exonym", "fr", "Koursk", "city", "RUS", 538560),
    ("exonym", "fr", "Pékin", None, "CHN", None),
    ("exonym", "fr", "Londres", "city", "GBR", 2643743),
    ("transcribed village", "fr", "Soudja", "city", "RUS", None),
    ("apostrophe", "fr", "Côte d’Ivoire", "country", "CIV", 2287781),
    ("English country", "en", "North Korea", "country", "PRK", 1873107),
    ("abbreviated country", "en", "U.S.", "country", "USA", 6252001),
    ("saint", "en", "St. Louis", "city", "USA", 4407066),
    ("sea", "en", "Sea of Japan", "area", None, None),
    ("sea", "fr", "mer Noire", "area", None, None),
    ("front", "fr", "Donbass", "area", "UKR", None),
    ("old name", "en", "Artemivsk", "city", "UKR", 713174),
    ("alias", "fr", "Rio", "city", "BRA", 3451190),
    ("hamlet of a post office", "en", "Cold Bay", "city", "USA", None),
    ("village", "en", "Wetwang", "city", "GBR", None),
    ("letters foreign to both", "en", "Lodz", "city", "POL", 3093133),
    ("river", "en", "Brazos River", "area", "USA", None),
    ("strait", "fr", "détroit de Messine", "area", "ITA", None),
    ("code once of another land", "en", "Tbilisi", "city", "GEO", 611717),
    ("code once of another land", "en", "Minsk", "city", "BLR", 625144),
    ("code once of another land", "fr", "Bratislava", "city", "SVK", 3060972),
    ("Mexico City in French", "fr", "Mexico", "city", "MEX", 3530597),
]


@pytest.mark.parametrize(("label", "language", "name", "kind", "country", "number"), FIRST)
def test_find(label: str, language: str, name: str, kind: str | None, country: str | None, number: int | None) -> None:
    found = load_gazetteer(language).find(name)
    assert any(
        (kind is None or one.kind == kind)
        and one.place.country == country
        and (number is None or one.place.geonames_id == number)
        for one in found
    ), (label, found)


@pytest.mark.parametrize("name", ["Ukrainian", "ukrainien", "Of", "Il", "qqqq", ""])
def test_find_nothing(name: str) -> None:
    assert load_gazetteer("en").find(name) == ()


def test_a_state_s_name_is_no_by_name_of_a_town() -> None:
    assert all(one.kind == "country" or one.own_name for one in load_gazetteer("en").find("Mexico"))


@pytest.mark.parametrize(
    ("key", "lat", "lon"), [("CAN.08", 50, -86), ("USA.FL", 28.5, -82.5), ("RUS.41", 51.7, 36.2), ("GBR.SCT", 57, -4)]
)
def test_a_region_lies_at_its_middle(key: str, lat: float, lon: float) -> None:
    region = load_gazetteer("en").region(key)
    assert region is not None
    assert region.place.latitude == pytest.approx(lat, abs=1)
    assert region.place.longitude == pytest.approx(lon, abs=1)


def test_every_row_makes_a_place() -> None:
    for language in ("en", "fr"):
        gazetteer = load_gazetteer(language)
        for row in range(0, sum(map(len, gazetteer.tables)), 37):
            entry = gazetteer._entry(row, "")
            assert entry.place.name
            assert entry.place.latitude is None or -90 <= entry.place.latitude <= 90
            assert entry.place.longitude is None or -180 <= entry.place.longitude <= 180


def test_every_city_and_region_lies_in_a_country_of_the_table() -> None:
    countries, _, regions, cities = load_gazetteer("en").tables
    known = {row.split("\t", 1)[0] for row in countries}
    assert {row.split("\t")[2] for row in cities} | {row[:3] for row in regions} <= known


def test_every_country_in_use_has_a_point() -> None:
    gazetteer = load_gazetteer("en")
    for code in ("UKR", "RUS", "PRK", "KOR", "USA", "CHN", "FRA", "GBR", "ISR", "PSE", "IRN", "SYR", "XKX", "TWN"):
        entry = next(
            e
            for row, cells in enumerate(gazetteer.tables[0])
            if cells.startswith(code)
            for e in [gazetteer._entry(row, "")]
        )
        assert entry.place.latitude is not None, code


def test_fold() -> None:
    assert fold("Ivano‑Frankivsk") == "Ivano Frankivsk"
    assert fold("Sault Ste. Marie") == "Sault Sainte Marie"


def test_cues_and_doubt_load() -> None:
    assert "in" in place_cues("en")["locative"]
    assert "à" in place_cues("fr")["locative"]
    assert "word" in doubtful_names()["Nice"]
    assert region_abbreviations()["Tex."] == "USA.TX"


def test_land() -> None:
    land = load_land()
    codes = [code for code, _ in land.countries]
    assert {"UKR", "PRK", "RUS", "FRA"} <= set(codes)
    assert "public domain" in land.source
    for _, rings in land.countries:
        for ring in rings:
            assert ring[0] == ring[-1]
            assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(ring))  # no jump across the map


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_paper_s_town_is_in_the_gazetteer(language: str) -> None:
    gazetteer = load_gazetteer(language)
    assert len(paper_towns()) > 600
    for host, (town, number) in paper_towns().items():
        assert host == host.lower().removeprefix("www."), host
        assert number in {one.place.geonames_id for one in gazetteer.find(town)}, (host, town)


def test_codes_sold_to_all_the_world_tell_no_country() -> None:
    assert (site_countries()["fr"], site_countries()["ca"], site_countries()["uk"]) == ("FRA", "CAN", "GBR")
    assert not address_words()["vanity"] & set(site_countries())
