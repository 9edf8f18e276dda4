"""States, offices and names: the tables load, and answer what they must."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from dragoman.model.period import Period
from dragoman.world.actor import UnknownCountry, actor_for_country, country_name, find_country, fold, states
from dragoman.world.actor_grammar import ambiguities, grammar_of
from dragoman.world.actor_names import actor_names, organisations, split_name
from dragoman.world.office import edtf_days, holder, leading_office, offices_held, persons, role_for, roles, tenures
from dragoman.world.table import read_table

PLOVER_SECTORS = frozenset(
    ["COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC"]
)


def on(day: str, until: str | None = None) -> Period:
    first = date.fromisoformat(day)
    last = date.fromisoformat(until) if until else first
    return Period(day if until is None else f"{day}/{until}", first, last, 1, "DATE", day)


@pytest.mark.parametrize(
    ("word", "expect"),
    [
        ("PRK", "PRK"),
        ("prk", "PRK"),
        ("KP", "PRK"),
        ("ru", "RUS"),
        ("North Korea", "PRK"),
        ("Corée du Nord", "PRK"),
        ("coree du nord", "PRK"),
        ("DPRK", "PRK"),
        ("Côte d’Ivoire", "CIV"),
        ("Etats-Unis", "USA"),
        ("  Ukraine ", "UKR"),
        ("Atlantis", None),
        ("", None),
        ("Kim", None),
        ("Korea", None),
    ],
)
def test_find_country(word: str, expect: str | None) -> None:
    assert find_country(word) == expect


def test_names_in_both_languages_and_beyond() -> None:
    assert country_name("PRK", "fr") == "Corée du Nord"
    assert country_name("USA", "en") == "United States"
    assert country_name("PRK", "de") == "Nordkorea"  # CLDR, for a language without a column
    assert country_name("ZZZ", "fr") == "ZZZ"
    assert country_name("PRK", "xx-nothing") == "North Korea"


def test_actor_for_country() -> None:
    actor = actor_for_country("PRK")
    assert (actor.name, actor.country, actor.sector, actor.wikidata_id) == ("North Korea", "PRK", "GOV", "Q423")
    with pytest.raises(UnknownCountry):
        actor_for_country("XXX")


def test_tables_hold_together() -> None:
    codes = states()
    assert len(codes) > 195
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert len({one.iso2 for one in codes.values()}) == len(codes)
    for actor in organisations().values():
        assert actor.country in codes or actor.country in ("IGO", None), actor
        assert actor.sector in PLOVER_SECTORS, actor
    for person in persons().values():
        assert person.country in codes or person.country == "IGO", person
        assert person.sector in PLOVER_SECTORS, person
        assert person.gender in ("m", "f"), person
    for role in roles().values():
        assert role.sector in PLOVER_SECTORS, role
        assert "{}" in role.label, role


def test_wikidata_ids_are_ids_and_nobody_shares_one() -> None:
    ids = [one.wikidata_id for one in persons().values()] + [one.wikidata_id for one in organisations().values()]
    ids += [one.wikidata_id for one in states().values()]
    given = [one for one in ids if one is not None]
    assert all(one[0] == "Q" and one[1:].isdigit() for one in given)
    assert len(set(given)) == len(given)


def test_tenures_name_known_persons_and_run_forward() -> None:
    for (of, office), some in tenures().items():
        assert of in states() or of in organisations(), of
        for one in some:
            assert one.person in persons(), one
            assert one.start_low <= one.end_high, one
            assert office.islower()


def test_two_verified_holders_never_share_a_day() -> None:
    for some in tenures().values():
        checked = sorted((one for one in some if one.verified), key=lambda one: one.start_low)
        for left, right in itertools.pairwise(checked):
            assert left.person == right.person or left.end_low <= right.start_high, (left, right)


def test_every_source_is_a_page_or_unverified() -> None:
    for row in read_table("actors/offices.tsv"):
        if row["source"] == "unverified":
            assert not row["seen"], row
            continue
        assert all(one.startswith("http") for one in row["source"].split(" ")), row


def test_most_rows_were_checked_on_a_page() -> None:
    rows = read_table("actors/offices.tsv")
    assert len({row["of"] for row in rows}) >= 60
    assert sum(row["source"] != "unverified" for row in rows) >= 0.7 * len(rows)


@pytest.mark.parametrize(
    ("of", "offices", "reference", "expect"),
    [
        ("PRK", ("leader",), on("2025-12-26"), "Kim Jong Un"),
        ("RUS", ("president",), on("2010-06-01"), "Dmitry Medvedev"),
        ("RUS", ("president",), on("2024-06-01"), "Vladimir Putin"),
        ("USA", ("president",), on("2024-06-01"), "Joe Biden"),
        ("USA", ("president",), on("2025-06-01"), "Donald Trump"),
        ("USA", ("president",), on("2025-01-20"), None),  # the day of the change
        ("USA", ("president",), on("2025-01-01", "2025-12-31"), None),  # two held it that year
        ("DEU", ("leader",), on("2025-09-01"), "Friedrich Merz"),
        ("UKR", ("defence_minister",), on("2024-03-01"), "Rustem Umerov"),
        ("NATO", ("secretary_general",), on("2025-03-01"), "Mark Rutte"),
        ("RUS", ("president",), None, None),  # no date, no person
        ("RUS", ("president",), on("2031-01-01"), None),  # the table is silent on the far future
        ("RUS", ("spokesperson",), on("1999-01-01"), None),
        ("RUS", ("foreign_spokesperson",), on("2024-01-01"), None),  # its row is unverified
        ("ATL", ("president",), on("2024-01-01"), None),
        ("POL", ("foreign_minister",), on("2016-03-01"), "Witold Waszczykowski"),
        ("POL", ("foreign_minister",), on("2023-12-20"), "Radosław Sikorski"),
        ("POL", ("foreign_minister",), on("2024-06-01"), None),  # last seen in office in December 2023
        ("FIN", ("prime_minister",), on("2021-06-01"), "Sanna Marin"),
        ("FIN", ("prime_minister",), on("2022-12-01"), None),  # her end is in the table, but no page of it was opened
        ("GBR", ("foreign_minister",), on("2018-07-09"), None),  # the day of the change
        ("GBR", ("defence_minister",), on("2024-01-01"), "Grant Shapps"),
        ("TUR", ("intelligence_chief",), on("2018-01-01"), "Hakan Fidan"),
    ],
)
def test_holder(of: str, offices: tuple[str, ...], reference: Period | None, expect: str | None) -> None:
    person = holder(of, offices, reference)
    assert (person.name if person else None) == expect


def test_offices_held_follow_the_date() -> None:
    assert [one.office for one in offices_held("Mark Rutte", on("2025-01-01"))] == ["secretary_general"]
    assert [one.office for one in offices_held("Mark Rutte", on("2020-01-01"))] == ["prime_minister"]
    assert len(offices_held("Vladimir Putin", None)) == 3


def test_words_for_offices() -> None:
    president, leader = role_for("president"), role_for("supreme_leader")
    assert president is not None
    assert president.key == "president"
    assert leader is not None
    assert leader.key == "leader"
    assert role_for("no_such_office") is None
    assert leading_office("IRN") == "supreme_leader"
    assert leading_office("ZZZ") is None


@pytest.mark.parametrize(
    ("value", "expect"),
    [
        ("2016", (date(2016, 1, 1), date(2016, 12, 31))),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2016-02-03", (date(2016, 2, 3), date(2016, 2, 3))),
    ],
)
def test_edtf_days(value: str, expect: tuple[date, date]) -> None:
    assert edtf_days(value, (date.min, date.max)) == expect


def test_edtf_days_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="spring"):
        edtf_days("spring", (date.min, date.max))


def test_folding_and_splitting() -> None:
    assert fold("Élysée") == fold("ELYSEE") == "elysee"
    assert split_name("N’Djamena") == ["n", "djamena"]
    assert split_name("Kim Jong-un") == ["kim", "jong", "un"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_language_has_names_and_grammar(language: str) -> None:
    assert len(actor_names(language).next) > 500
    grammar = grammar_of(language)
    assert all(grammar.words[rule] for rule in ("of", "article", "place_before", "motion", "giving", "pronoun_he"))


def test_an_unknown_language_is_empty_not_an_error() -> None:
    assert not actor_names("xx").next
    assert not grammar_of("xx").has("of", "of")


def test_ambiguous_names_are_folded() -> None:
    assert ("georgia", "GEO") in ambiguities()
