"""What the address of a site tells of where its paper is printed: the daily papers of a town, and countries by their codes."""

from __future__ import annotations

from functools import cache

from dragoman.world.table import read_table


@cache
def paper_towns() -> dict[str, tuple[str, int]]:
    """Name and GeoNames id of the town of a daily paper, by the host of its site.

    >>> paper_towns()["toledoblade.com"]
    ('Toledo', 5174035)
    """
    return {row["host"]: (row["town"], int(row["geonames_id"])) for row in read_table("places/papers.tsv")}


@cache
def address_words() -> dict[str, frozenset[str]]:
    """Words in the address of a paper's site by kind ("paper", "vanity"; see places/addresses.tsv), in small letters."""
    return {row["kind"]: frozenset(row["words"].split("|")) for row in read_table("places/addresses.tsv")}


@cache
def site_countries() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by the country code at the end of an address; none for codes that are sold to all the world.

    >>> site_countries()["uk"], "tv" in site_countries()
    ('GBR', False)
    """
    codes = {row["alpha2"].lower(): row["country"] for row in read_table("places/countries.tsv")}
    codes["uk"] = codes.pop("gb")
    return {code: country for code, country in codes.items() if code not in address_words()["vanity"]}
