"""FollowTheMoney, read back by the package of that name where it is installed (pip install "dragoman[followthemoney]")."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from dragoman.export.follow_the_money import _dates, name_of
from dragoman.export.formats import find_format
from dragoman.export.holding import Holding, counted_claims
from dragoman.export.rendered import Rendered, Style
from dragoman.model.edtf import period_of
from dragoman.model.mention import PeriodMention
from dragoman.model.span import Quote, Span
from dragoman.weighing.profile import stance_of
from tests.export import stock

WHOLE, HOSTILE = stock.whole(), stock.hostile()


def render(holding: Holding = WHOLE) -> Rendered:
    found = find_format("ftm")
    assert found is not None
    return found.render(holding, Style(version="1"))


def rows(holding: Holding = WHOLE) -> list[dict[str, Any]]:
    return [json.loads(line) for line in render(holding).data.decode("utf-8").splitlines()]


@pytest.mark.parametrize("holding", [WHOLE, HOSTILE], ids=["whole", "hostile"])
def test_the_package_reads_it_and_loses_nothing(holding: Holding) -> None:
    package = pytest.importorskip("followthemoney", reason="an extra: pip install 'dragoman[followthemoney]'")
    found = rows(holding)
    ids = {row["id"]: row["schema"] for row in found}
    for row in found:
        package.model.get(row["schema"]).validate({"properties": row["properties"]})  # raises InvalidData for values that are none
        entity = package.model.get_proxy(row)  # raises it for a schema or a property that there is not
        assert entity.to_dict()["properties"].keys() == row["properties"].keys()
        assert all(sorted(entity.get(name)) == values for name, values in row["properties"].items())
        mended = package.model.get_proxy(row, cleaned=False)  # which takes out what nobody sees, and no value whole
        assert {name: len(mended.get(name)) for name in row["properties"]} == {name: len(values) for name, values in row["properties"].items()}
        for prop in entity.iterprops():
            if prop.type.name == "entity":
                for value in entity.get(prop):
                    assert package.model.get(ids[value]).is_a(prop.range), (row["schema"], prop.name, ids[value])


def test_every_claim_of_a_fact_is_an_event_with_its_words() -> None:
    found = {row["id"]: row for row in rows()}
    for held in counted_claims(WHOLE):
        event = found[name_of(held.claim.id)]
        assert event["schema"] == "Event"
        assert event["properties"]["name"][0].startswith(held.claim.factuality.status)
        assert event["properties"]["proof"] == [name_of(held.claim.document_id)]
        assert " ".join(event["properties"]["summary"][0].split()) == " ".join(held.claim.evidence.text.split())
    assert render().counts["Event"] == len(counted_claims(WHOLE))
    assert sum(render().counts.values()) == len(found)


def test_no_link_is_made_of_what_is_denied() -> None:
    denied = {held.claim.id for held in counted_claims(WHOLE) if stance_of(held.claim) == "denied"}
    links = [row for row in rows() if row["schema"] == "UnknownLink"]
    assert denied
    assert links
    assert not {row["properties"]["recordId"][0] for row in links} & denied
    assert all(row["properties"]["role"][0].startswith(row["properties"]["status"][0]) for row in links)


@pytest.mark.parametrize(("edtf", "dates"), [
    ("2025", {"date": ["2025"]}), ("2025-04", {"date": ["2025-04"]}), ("2025-04-28", {"date": ["2025-04-28"]}), ("2025-21", {}),
    ("2022-02/..", {"startDate": ["2022-02"]}), ("../2023-01-05", {"endDate": ["2023-01-05"]}), ("2023-08/2023-11-01", {"startDate": ["2023-08"], "endDate": ["2023-11-01"]}),
])  # fmt: skip
def test_dates_are_no_more_exact_than_they_are(edtf: str, dates: dict[str, list[str]]) -> None:
    assert _dates(PeriodMention(Quote(Span(0, 1), "x"), period_of(edtf), "printed")) == dates


def test_a_row_of_coded_events_is_no_article() -> None:
    entry = WHOLE.entries[0]
    coded = replace(entry, document=replace(entry.document, dataset="ACLED"))
    (row,) = [one for one in rows(replace(WHOLE, entries=(coded, *WHOLE.entries[1:]))) if one["id"] == name_of(entry.document.id)]
    assert (row["schema"], row["properties"]["description"]) == ("Document", ["row of ACLED"])
