"""GDELT 2.0 events: a program reads the world's news and codes who did what to whom in CAMEO, from one address and more."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.datasets.row import BadRow, Row
from dragoman.coding.datasets.told import Setting, Told, about, actor_of, between, place_of, point_of, source_of
from dragoman.model.mention import ActorMention, PeriodMention, PlaceMention
from dragoman.model.place import Place
from dragoman.world.dataset import cameo_meaning, country_called, country_of_fips, sector_of, whole_cameo

# GDELT's ActionGeo_Type to UCDP's where_prec: a country, a state of the USA, a city there, a city, a first-level region.
_WHERE = {"1": 6, "2": 4, "3": 1, "4": 1, "5": 4}


# What GDELT makes of "last week", "last month", "last year" and "a decade ago": the day so many days before DATEADDED, and UCDP's date_prec for it.
# In the rows that were read (docs/datasets.md) SQLDATE is 0, 30, 365 or 3650 days before; of 7 there was none, and it is held to be alike.
_VAGUE = {7: 3, 30: 4, 365: 5, 3650: 5}


def setting_of(row: Row) -> Setting:
    """When, where and from which page. Raises BadRow."""
    page = row.at("SOURCEURL")
    return Setting(_period(row), _place(row), (source_of(page),) if page else ())


def _period(row: Row) -> PeriodMention:
    """The day to which GDELT resolved the page's words; or, where they were vague ones, so many days around it."""
    words, day = row.needed("SQLDATE"), row.day("SQLDATE")
    days = (row.day("DATEADDED") - day).days if row.at("DATEADDED") else 0
    if days in _VAGUE:
        anchor = f"SQLDATE, {days} days before DATEADDED to the day: what GDELT makes of vague words for that time"
        return about(words, day, days, _VAGUE[days], anchor)
    return between(words, day, day, 1, "SQLDATE, as GDELT resolved it")


def told_by(row: Row) -> Iterator[Told]:
    """The event. Raises BadRow."""
    code = row.needed("EventCode")
    meaning = cameo_meaning(whole_cameo(row.code("EventCode")))
    if meaning is None:
        raise BadRow(f"EventCode {code.text!r} is none of CAMEO's")
    first, second = _actor(row, "Actor1"), _actor(row, "Actor2")
    if not first and not second:
        raise BadRow("neither Actor1 nor Actor2 has a name, a code or a country")
    told = f"EventCode {code.text} of CAMEO: datasets/cameo.tsv" + (
        "" if meaning.event_type else ", no type of PLOVER's"
    )
    yield Told("event", meaning, code, first, second, (told,))


def _actor(row: Row, side: str) -> tuple[ActorMention, ...]:
    code = row.at(f"{side}CountryCode")
    words = row.at(f"{side}Name") or code or row.at(f"{side}Code")
    if words is None:
        return ()
    country = country_called(code.text) if code else None
    return (actor_of(words, country, sector_of("gdelt", row.says(f"{side}Type1Code")), f"{side} of GDELT"),)


def _place(row: Row) -> PlaceMention | None:
    words, kind = row.at("ActionGeo_FullName"), row.code("ActionGeo_Type")
    if words is None or kind in ("", "0"):
        return None
    if kind not in _WHERE:
        raise BadRow(f"ActionGeo_Type is {kind!r}, and must be 1 to 5")
    latitude, longitude = point_of(row, "ActionGeo_Lat", "ActionGeo_Long")
    parts = [part.strip() for part in words.text.split(",")]
    country = country_of_fips(row.says("ActionGeo_CountryCode"))
    region = parts[-2] if len(parts) > 2 else parts[0] if _WHERE[kind] == 4 else None
    place = Place(parts[0], country, region, latitude, longitude, None, _WHERE[kind])
    return place_of(words, place, f"ActionGeo_FullName with ActionGeo_Type {kind}")
