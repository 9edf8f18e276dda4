"""Makes world/actors/countries.tsv: states with their names (CLDR) and the hand-made names, nationalities and seats.

Run from the repository's root: `python training/world/countries.py`. Deterministic: the same inputs, the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "dragoman" / "world" / "actors" / "countries.tsv"
# CLDR's display names for these carry a remark ("Hong Kong SAR China", "Congo - Kinshasa") or are not the press's.
HAND_NAMED = frozenset({"HKG", "MAC", "COD", "COG", "MMR", "PSE", "TUR"})
# Names that are first of all a given name or a common word, so that the word alone does not name the state.
NOT_ALONE = {"en": frozenset({"Dominica"}), "fr": frozenset({"Maurice", "Dominique", "Grenade", "Niue"})}
WITH_ARTICLE = frozenset({
    "USA", "GBR", "NLD", "PHL", "ARE", "BHS", "DOM", "CAF", "COD", "COG", "MDV", "COM", "SYC", "SLB", "MHL",
})  # fmt: skip
COLUMNS = (
    "iso3", "iso2", "wikidata", "name_en", "of_en", "names_en", "adjectives_en", "people_en", "seats_en",
    "name_fr", "names_fr", "adjectives_fr", "people_fr", "seats_fr",
)  # fmt: skip
PROVENANCE = """\
# States: names, nationalities, and the seats that stand for their governments.
# Source: display names from Unicode CLDR through babel {version} (Unicode License v3); the rest by hand (training/world/nationalities.tsv).
# Made by training/world/countries.py; edit its inputs, not this file. Licence of the hand-made part: Apache-2.0.
# Lists are separated by ";". seats: the capital first, "-" where the state has the capital's name or the capital is not used so.
"""


def french_forms(masculine: str) -> list[str]:
    """Masculine and feminine, singular and plural, of a French nationality: "nord-coréen" and its three other forms."""
    if masculine.startswith("="):
        return [masculine[1:]]
    if masculine.endswith("e"):
        return [masculine, masculine + "s"]
    feminine = masculine + "ne" if masculine.endswith(("ien", "éen", "yen")) else masculine + "e"
    plural = masculine if masculine.endswith(("s", "z")) else masculine + "s"
    return list(dict.fromkeys([masculine, plural, feminine, feminine + "s"]))


def english_people(adjectives: list[str], given: str) -> list[str]:
    """Nouns for the people: those given, else the plural of an adjective that takes one ("Russians")."""
    if given:
        return given.split(";")
    return [one + "s" for one in adjectives if one.endswith(("n", "i", "k", "t", "e", "r", "b", "z")) and
            not one.endswith(("ese", "ench", "Lao"))]  # fmt: skip


def split(cell: str) -> list[str]:
    return [one for one in cell.split(";") if one]


def row(cells: dict[str, str], iso2: str) -> list[str]:
    """One line of the table from one line of the hand-made part."""
    out: dict[str, str] = {"iso3": cells["iso3"], "iso2": iso2, "wikidata": cells["wikidata"]}
    for language in ("en", "fr"):
        shown = Locale(language).territories[iso2].replace("’", "'")
        hand = split(cells[f"{language}_names"])
        if cells["iso3"] in HAND_NAMED and hand:
            shown = hand[0]
        names = list(dict.fromkeys([shown, *hand]))
        out[f"name_{language}"] = shown
        out[f"names_{language}"] = ";".join(one for one in names if one not in NOT_ALONE[language])
        out[f"seats_{language}"] = cells[f"{language}_seats"]
    out["of_en"] = ("the " if cells["iso3"] in WITH_ARTICLE else "") + out["name_en"]
    adjectives = split(cells["en_adj"])
    out["adjectives_en"] = ";".join(adjectives)
    out["people_en"] = ";".join(english_people(adjectives, cells["en_people"]))
    spelled = cells["fr_adj"][1:].split(";") if cells["fr_adj"].startswith("=") else None
    forms = spelled or [form for one in split(cells["fr_adj"]) for form in french_forms(one)]
    out["adjectives_fr"] = ";".join(dict.fromkeys(forms))
    out["people_fr"] = ""
    return [out[column] for column in COLUMNS]


def main() -> None:
    """Write the table."""
    import babel

    alpha2 = {alpha3: names[0] for alpha3, names in get_global("territory_aliases").items()}
    alpha2 |= {"XKX": "XK"}
    lines = [one for one in (HERE / "nationalities.tsv").read_text("utf-8").splitlines() if not one.startswith("#")]
    header = lines[0].split("\t")
    rows = [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
    table = [row(cells, alpha2[cells["iso3"]]) for cells in sorted(rows, key=lambda cells: cells["iso3"])]
    body = "\n".join("\t".join(one) for one in [list(COLUMNS), *table])
    TARGET.write_text(PROVENANCE.format(version=babel.__version__) + body + "\n", "utf-8")


if __name__ == "__main__":
    main()
