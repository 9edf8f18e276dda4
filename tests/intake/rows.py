"""Rows of sets of coded events, all invented: the columns are theirs, what stands in them is ours."""

from __future__ import annotations

import csv
import io

from dragoman.world.dataset import datasets

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 "
    "interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes "
    "fatalities tags timestamp"
)
UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name "
    "side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
    "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country "
    "country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
)
ICEWS = (
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,Target Country,"
    "Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude"
)

SKIRMISH = {
    "event_id_cnty": "SOM90001", "event_date": "12 March 2024", "time_precision": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Somalia (2022-)", "inter1": "1", "actor2": "Lake Shore Front", "inter2": "2", "country": "Somalia",
    "admin1": "Gedo", "location": "Luuq", "latitude": "3.80", "longitude": "42.54", "geo_precision": "1", "source": "Radio Luuq; Evening Ledger",
    "notes": "On 12 March 2024, soldiers and the Lake Shore Front\nexchanged fire near the bridge.", "fatalities": "7", "timestamp": "1712000000",
}  # fmt: skip
PASS = {
    "id": "990001", "type_of_violence": "1", "conflict_name": "Norway: High Pass", "side_a": "Government of Norway", "side_b": "IS",
    "source_office": "Evening Ledger", "source_original": "army spokesman", "source_headline": "Fighting on the pass", "where_prec": "2",
    "where_coordinates": "Rokkum village", "adm_1": "Innlandet", "latitude": "61.5", "longitude": "8.5", "country": "Norway", "event_clarity": "1",
    "date_prec": "2", "date_start": "2014-07-01 00:00:00.000", "date_end": "2014-07-04 00:00:00.000", "deaths_a": "2", "deaths_b": "5",
    "deaths_civilians": "1", "deaths_unknown": "0", "best": "8", "high": "12", "low": "7",
}  # fmt: skip
VISIT = {
    "GLOBALEVENTID": "7700001", "SQLDATE": "20250611", "Actor1Code": "FRAGOV", "Actor1Name": "FRANCE", "Actor1CountryCode": "FRA",
    "Actor1Type1Code": "GOV", "Actor2Code": "UKR", "Actor2Name": '"KYIV', "Actor2CountryCode": "UKR", "EventCode": "042", "EventRootCode": "04",
    "ActionGeo_Type": "4", "ActionGeo_FullName": "Lviv, L'vivs'ka Oblast', Ukraine", "ActionGeo_CountryCode": "UP", "ActionGeo_Lat": "49.84",
    "ActionGeo_Long": "24.02", "DATEADDED": "20250612001500", "SOURCEURL": "https://ledger.example/a",
}  # fmt: skip
INTENT = {
    "Event ID": "8800001", "Event Date": "2015-03-04", "Source Name": "Ministry of Ports (Norway)", "Source Sectors": "Government,Executive",
    "Source Country": "Norway", "Event Text": "Express intent to cooperate", "CAMEO Code": "030", "Intensity": "4.0", "Target Name": "Sweden",
    "Target Country": "Sweden", "Publisher": "Evening Ledger", "City": "Oslo", "Province": "Oslo", "Country": "Norway", "Latitude": "59.9",
    "Longitude": "10.7",
}  # fmt: skip
TALK = {
    "Event ID": "EV1", "Event Date": "2024-02-03", "Event Type": "CONSULT", "Event Mode": "visit", "Quad Code": "VERBAL COOPERATION",
    "Contexts": "military; economic", "Actor Name": "Ministry of Trade; Ministry of Ports", "Actor Country": "NOR; SWE",
    "Recipient Name": "President of Finland", "Recipient Country": "FIN", "Primary Recipient Sector": "GOV", "Placename": "Turku", "City": "Turku",
    "Province": "Varsinais-Suomi", "Country": "FIN", "Latitude": "60.45", "Longitude": "22.27", "GeoNames ID": "633679",
    "Source": "Evening Ledger", "Publication Date": "2024-02-04", "Version": "NGEC-1.2",
}  # fmt: skip


def table(columns: list[str], *rows: dict[str, str], delimiter: str = ",") -> bytes:
    """A table with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def acled(*rows: dict[str, str]) -> bytes:
    return table(ACLED.split(), *rows)


def ucdp(*rows: dict[str, str]) -> bytes:
    return table(UCDP.split(), *rows)


def icews(*rows: dict[str, str]) -> bytes:
    return table(ICEWS.split(","), *rows, delimiter="\t")


def polecat(*rows: dict[str, str]) -> bytes:
    from dragoman.export.polecat import COLUMNS

    return table(list(COLUMNS), *rows, delimiter="\t")


def gdelt(*rows: dict[str, str]) -> bytes:
    """61 columns between tabs, no header, no quotation marks."""
    return "".join("\t".join(row.get(name, "") for name in datasets()["GDELT 2.0"].all) + "\n" for row in rows).encode()
