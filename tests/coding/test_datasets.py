"""Rows of sets of coded events to claims: what their codes mean, how exact they are, and that no grammar reads them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman.coding.datasets import BadRow, code_row
from dragoman.intake import IntakeOptions, read_inputs
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.span import Quote
from dragoman.world.concept import concepts
from dragoman.world.table import read_table
from tests.intake import rows

ALL = (
    (rows.acled, rows.SKIRMISH), (rows.ucdp, rows.PASS), (rows.gdelt, rows.VISIT), (rows.icews, rows.INTENT), (rows.polecat, rows.TALK),
)  # fmt: skip


def row(tmp_path: Path, make: Any, given: dict[str, str], **changed: str) -> Document:
    (tmp_path / "a.tsv").write_bytes(make({**given, **changed}))
    (one,) = read_inputs([str(tmp_path / "a.tsv")], IntakeOptions())
    assert isinstance(one, Document)
    return one


def claims(tmp_path: Path, make: Any, given: dict[str, str], **changed: str) -> tuple[Claim, ...]:
    return code_row(row(tmp_path, make, given, **changed))


def quotes(value: object) -> list[Quote]:
    if isinstance(value, Quote):
        return [value]
    if isinstance(value, tuple):
        return [one for part in value for one in quotes(part)]
    return [one for f in fields(value) for one in quotes(getattr(value, f.name))] if is_dataclass(value) else []


def bounds(claim: Claim) -> tuple[float | None, float | None, float | None]:
    quantity = claim.quantities[0].mention.quantity
    return quantity.low, quantity.best, quantity.high


@pytest.mark.parametrize(("make", "given"), ALL)
def test_every_span_holds_and_the_set_says_it(make: Any, given: dict[str, str], tmp_path: Path) -> None:
    document = row(tmp_path, make, given)
    found = code_row(document)
    assert found
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert all(quote.span.of(document.text) == quote.text for quote in quotes(one))
        assert one.originator is not None
        assert (one.originator.kind, one.originator.text) == ("dataset", document.publisher)
        assert one.factuality.status == "reported"
        assert one.coder == f"{document.dataset}, mapping 2"
        assert one.evidence.span.covers(one.trigger.span)


def test_acled(tmp_path: Path) -> None:
    event, loss = claims(tmp_path, rows.acled, rows.SKIRMISH)
    assert (event.event_type, event.mode, event.concept) == ("ASSAULT", None, "CLASH")
    assert [(one.actor.name, one.actor.country, one.actor.sector) for one in event.actors] == [
        ("Military Forces of Somalia (2022-)", "SOM", "MIL"), ("Lake Shore Front", None, "REB")]  # fmt: skip
    assert event.recipients == ()
    assert [link.text for link in event.attribution] == ["ACLED", "Radio Luuq", "Evening Ledger"]
    assert (loss.matter, loss.quantities[0].role, bounds(loss)) == ("loss", "killed", (None, 7, None))
    assert {one.actor.name for one in loss.recipients} == {one.actor.name for one in event.actors}
    assert event.place is not None
    assert (event.place.place.name, event.place.place.country, event.place.place.where_prec) == ("Luuq", "SOM", 1)


def test_acled_counts_nobody_where_none_is_reported(tmp_path: Path) -> None:
    assert [one.matter for one in claims(tmp_path, rows.acled, rows.SKIRMISH, fatalities="0")] == ["event"]


@pytest.mark.parametrize(
    ("precision", "edtf", "date_prec"), [("1", "2024-03-12", 1), ("2", "2024-03-06/2024-03-18", 3), ("3", "2024-03", 4)]
)
def test_acled_is_no_more_exact_than_it_says(precision: str, edtf: str, date_prec: int, tmp_path: Path) -> None:
    event, _ = claims(tmp_path, rows.acled, rows.SKIRMISH, time_precision=precision)
    assert event.period is not None
    assert (event.period.period.edtf, event.period.period.date_prec) == (edtf, date_prec)


def test_acled_tells_who_was_struck_only_of_civilians(tmp_path: Path) -> None:
    shelling = {"event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack"}
    both = claims(tmp_path, rows.acled, rows.SKIRMISH, **shelling)[0]
    assert (len(both.actors), both.recipients) == (2, ())
    struck = claims(tmp_path, rows.acled, rows.SKIRMISH, **shelling, actor2="Civilians (Kenya)", inter2="7")
    assert [(len(one.actors), [party.actor.country for party in one.recipients]) for one in struck] == [
        (1, ["KEN"]),
        (0, ["KEN"]),
    ]
    assert struck[1].confidence < struck[0].confidence  # whose dead they are is inferred


@pytest.mark.parametrize(
    ("event_type", "plover", "concept"),
    [
        ("Battle-No change of territory", "ASSAULT", "CLASH"),
        ("Remote violence", "ASSAULT", "ATTACK"),
        ("Strategic development", None, "HAPPEN"),
    ],
)
def test_acled_before_2019_has_no_sub_event_types(
    event_type: str, plover: str | None, concept: str, tmp_path: Path
) -> None:
    event = claims(tmp_path, rows.acled, rows.SKIRMISH, event_type=event_type, sub_event_type="")[0]
    assert (event.event_type, event.concept) == (plover, concept)
    assert event.trigger.text == event_type


def test_in_acled_a_crowd_protests_and_no_police(tmp_path: Path) -> None:
    """Police are named first now and then."""
    protest = {"event_type": "Protests", "sub_event_type": "Protest with intervention", "fatalities": "0"}
    police = {"actor1": "Police Forces of Kenya (2022-)", "inter1": "1"}
    (event,) = claims(tmp_path, rows.acled, rows.SKIRMISH, **protest, **police, actor2="Protesters (Kenya)", inter2="")
    assert [(one.actor.name, one.actor.sector) for one in event.actors] == [("Protesters (Kenya)", "CVL")]
    (both,) = claims(
        tmp_path,
        rows.acled,
        rows.SKIRMISH,
        **protest,
        actor1="Protesters (Mali)",
        inter1="6",
        actor2="Rioters (Mali)",
        inter2="5",
    )
    assert len(both.actors) == 2
    assert (event.recipients, both.recipients) == ((), ())


def test_ucdp(tmp_path: Path) -> None:
    event, total, *sides = claims(tmp_path, rows.ucdp, rows.PASS)
    assert [(one.actor.name, one.actor.country) for one in event.actors] == [
        ("Government of Norway", "NOR"),
        ("IS", None),
    ]
    assert event.period is not None
    assert (event.period.period.edtf, event.period.period.date_prec) == ("2014-07-01/2014-07-04", 2)
    assert bounds(total) == (7, 8, 12)
    assert [(one.recipients[0].actor.name, bounds(one)) for one in sides] == [
        ("Government of Norway", (None, 2, None)), ("IS", (None, 5, None)), ("Civilians", (None, 1, None))]  # fmt: skip


def test_ucdp_counts_one_side_once(tmp_path: Path) -> None:
    found = claims(
        tmp_path,
        rows.ucdp,
        rows.PASS,
        type_of_violence="3",
        side_b="Civilians",
        deaths_a="0",
        deaths_b="0",
        deaths_civilians="8",
    )
    assert [one.matter for one in found] == ["event", "loss"]
    assert [one.actor.name for one in found[0].recipients] == ["Civilians"]
    assert (
        found[1].recipients[0].actor.country is None
    )  # UCDP says where they were killed, not whose citizens they were


def test_ucdp_unclear_events_are_less_sure(tmp_path: Path) -> None:
    clear, unclear = (claims(tmp_path, rows.ucdp, rows.PASS, event_clarity=one)[0] for one in "12")
    assert (clear.factuality.certainty, unclear.factuality.certainty) == ("certain", "probable")
    assert unclear.confidence < clear.confidence


def test_a_source_is_named_once(tmp_path: Path) -> None:
    """Five reports of one agency are five cells of UCDP's and one agency."""
    event = claims(
        tmp_path, rows.ucdp, rows.PASS, source_office="Evening Ledger;Radio Luuq;Evening Ledger", source_original=""
    )[0]
    assert [link.text for link in event.attribution] == ["UCDP GED", "Evening Ledger", "Radio Luuq"]


@pytest.mark.parametrize(
    ("day", "edtf", "date_prec"),
    [
        ("20250612", "2025-06-12", 1),
        ("20250611", "2025-06-11", 1),
        ("20250606", "2025-06-06", 1),
        ("20250605", "2025-05-29/2025-06-12", 3),
        ("20250513", "2025-04-13/2025-06-12", 4),
        ("20240612", "2023-06-13/2025-06-12", 5),
        ("20150615", "2005-06-17/2025-06-12", 5),
    ],
)
def test_gdelt_is_no_more_exact_than_the_words_that_it_resolved(
    day: str, edtf: str, date_prec: int, tmp_path: Path
) -> None:
    """It makes a day of "last year": the one 365 days before it saw the page."""
    (event,) = claims(tmp_path, rows.gdelt, rows.VISIT, SQLDATE=day)
    assert event.period is not None
    assert (event.period.period.edtf, event.period.period.date_prec) == (edtf, date_prec)


def test_gdelt(tmp_path: Path) -> None:
    (event,) = claims(tmp_path, rows.gdelt, rows.VISIT)
    assert (event.event_type, event.mode, event.factuality.certainty) == ("CONSULT", "visit", "unknown")
    assert [one.actor.country for one in (*event.actors, *event.recipients)] == ["FRA", "UKR"]
    assert event.place is not None
    assert (event.place.place.name, event.place.place.admin1, event.place.place.country) == (
        "Lviv",
        "L'vivs'ka Oblast'",
        "UKR",
    )
    assert event.attribution[1].text == "https://ledger.example/a"


def test_a_statement_has_no_type(tmp_path: Path) -> None:
    (event,) = claims(tmp_path, rows.gdelt, rows.VISIT, EventCode="010")
    assert (event.event_type, event.concept) == (None, "STATEMENT")


def test_numbers_as_a_program_of_tables_writes_them(tmp_path: Path) -> None:
    """A column with a gap in it becomes one of decimals, and a code loses its zero: "7.0", "42"."""
    shelled = {"event_type": "Explosions/Remote violence", "sub_event_type": "Grenade", "actor2": "Villagers (Kenya)", "inter2": "7.0"}
    event, loss = claims(tmp_path, rows.acled, rows.SKIRMISH, **shelled, inter1="2.0", time_precision="1.0", geo_precision="2.0", fatalities="7.0")
    assert ([one.actor.sector for one in event.actors], [one.actor.sector for one in event.recipients]) == (["REB"], ["CVL"])
    assert (bounds(loss), event.place and event.place.place.where_prec) == ((None, 7, None), 3)
    assert claims(tmp_path, rows.ucdp, rows.PASS, type_of_violence="1.0", date_prec="2.0", event_clarity="2.0")[0].factuality.certainty == "probable"
    (visit,) = claims(tmp_path, rows.gdelt, rows.VISIT, EventCode="42", ActionGeo_Type="4.0", DATEADDED="20250612001500.0")
    assert (visit.event_type, visit.mode, visit.period and visit.period.period.edtf) == ("CONSULT", "visit", "2025-06-11")


@pytest.mark.parametrize(
    ("code", "event_type"), [("030", "AGREE"), ("43", "CONSULT"), ("14", None), ("141", "PROTEST"), ("1951", "ASSAULT")]
)
def test_icews_and_the_zero_that_a_spreadsheet_took(code: str, event_type: str | None, tmp_path: Path) -> None:
    (event,) = claims(tmp_path, rows.icews, rows.INTENT, **{"CAMEO Code": code})
    assert event.event_type == event_type


@pytest.mark.parametrize(
    ("sectors", "sector"),
    [
        ("Government,Police", "COP"),
        ("Police,Government", "COP"),
        ("Elite,Executive,Government", "GOV"),
        ("Dissident,Exiles", "OPP"),
        ("Exiles", None),
        ("", None),
    ],
)
def test_icews_gives_sectors_in_any_order(sectors: str, sector: str | None, tmp_path: Path) -> None:
    (event,) = claims(tmp_path, rows.icews, rows.INTENT, **{"Source Sectors": sectors})
    assert event.actors[0].actor.sector == sector


def test_polecat(tmp_path: Path) -> None:
    (event,) = claims(tmp_path, rows.polecat, rows.TALK)
    assert [(one.quote.text, one.actor.country) for one in event.actors] == [
        ("Ministry of Trade", "NOR"),
        ("Ministry of Ports", "SWE"),
    ]
    assert (event.contexts, event.mode) == (("economic", "military"), "visit")
    assert event.place is not None
    assert event.place.place.geonames_id == 633679


@pytest.mark.parametrize(("make", "given", "changed", "why"), [
    (rows.acled, rows.SKIRMISH, {"event_date": "31 February 2024"}, "event_date is '31 February 2024'"),
    (rows.acled, rows.SKIRMISH, {"sub_event_type": "Duel"}, "'Duel' is none of ACLED's"),
    (rows.acled, rows.SKIRMISH, {"sub_event_type": ""}, "event_type 'Battles' is none of ACLED's"),
    (rows.acled, rows.SKIRMISH, {"fatalities": "-1"}, "fatalities is '-1'"),
    (rows.acled, rows.SKIRMISH, {"latitude": "91"}, "no point on the globe"),
    (rows.acled, rows.SKIRMISH, {"time_precision": "4"}, "time_precision is '4'"),
    (rows.ucdp, rows.PASS, {"low": "9"}, "bounds out of order"),
    (rows.ucdp, rows.PASS, {"date_end": "2014-06-30"}, "ends 2014-06-30 before it starts"),
    (rows.ucdp, rows.PASS, {"type_of_violence": "4"}, "type_of_violence is '4'"),
    (rows.gdelt, rows.VISIT, {"EventCode": "990"}, "'990' is none of CAMEO's"),
    (rows.icews, rows.INTENT, {"Source Name": "", "Target Name": ""}, "says who"),
    (rows.polecat, rows.TALK, {"Event Type": "FIGHT"}, "'FIGHT' is none of PLOVER's"),
])  # fmt: skip
def test_impossible_rows_say_why(
    make: Any, given: dict[str, str], changed: dict[str, str], why: str, tmp_path: Path
) -> None:
    with pytest.raises(BadRow, match=f"^row {next(iter(given.values()))}") as caught:
        claims(tmp_path, make, given, **changed)
    assert why in str(caught.value)


@pytest.mark.parametrize("name", ["acled", "ucdp", "cameo", "plover"])
def test_tables_name_concepts_of_the_lexicon(name: str) -> None:
    assert {row["concept"] for row in read_table(f"datasets/{name}.tsv")} <= set(concepts())


@pytest.mark.parametrize("name", ["acled", "ucdp", "cameo"])
def test_tables_name_modes_of_plover(name: str) -> None:
    modes = {row["event_type"]: row["modes"].split() for row in read_table("rules/modes.tsv", "dragoman.coding")}
    for row in read_table(f"datasets/{name}.tsv"):
        assert row["mode"] == "-" or row["mode"] in modes[row["event_type"]], row
