"""The formats by name. A format's module is opened when it is asked for: some want a library of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from dragoman.export.holding import Holding
from dragoman.export.rendered import Rendered, Style


@dataclass(frozen=True, slots=True)
class Format:
    """A format. module, function: what renders it; suffix: of its files; says: in a line."""

    name: str
    module: str
    function: str
    suffix: str
    says: str

    def render(self, holding: Holding, style: Style) -> Rendered:
        """The holding in this format. Raises MissingLibrary if it needs one that is not installed."""
        function: Callable[[Holding, Style], Rendered] = getattr(
            import_module(f"dragoman.export.{self.module}"), self.function
        )
        return function(holding, style)


FORMATS: tuple[Format, ...] = (
    Format("jsonl", "ledger_lines", "render_lines", ".jsonl", "all of it; `dragoman restore` makes the ledger again"),
    Format("csv", "comma", "render_csv", ".csv", "one table, by default a row for each claim"),
    Format("xlsx", "workbook", "render_xlsx", ".xlsx", "all tables and a codebook"),
    Format(
        "geojson", "geojson", "render_geojson", ".geojson", "claims at the point of their place, with its precision"
    ),
    Format("kml", "kml", "render_kml", ".kml", "the same for Google Earth and its like, a folder for each precision"),
    Format("graphml", "graphml", "render_graphml", ".graphml", "actors, and claims as edges between them"),
    Format("polecat", "polecat", "render_polecat", ".tsv", "POLECAT's 40 columns, for claims told as done"),
    Format("parquet", "arrow", "render_parquet", ".parquet", "one table, as csv, for programs that read columns"),
    Format("sqlite", "database", "render_sqlite", ".db", "all tables in one SQLite file, which Datasette browses"),
    Format(
        "stix", "stix", "render_stix", ".json", "STIX 2.1 bundle: relationships, notes, reports, opinions for denials"
    ),
    Format(
        "ftm", "follow_the_money", "render_ftm", ".ftm.json", "FollowTheMoney: events, who is in them, articles, links"
    ),
    Format("jsonld", "json_ld", "render_json_ld", ".jsonld", "schema.org Claim and PROV"),
    Format("ris", "reference", "render_ris", ".ris", "the documents as references, their claims as notes"),
    Format("bibtex", "reference", "render_bibtex", ".bib", "the same for LaTeX"),
    Format("markdown", "paper", "render_markdown", ".md", "a dossier to read: every fact with all its sentences"),
    Format("docx", "paper", "render_docx", ".docx", "the same for Word"),
)


def find_format(name: str) -> Format | None:
    """The format of that name, None if there is none."""
    return next((one for one in FORMATS if one.name == name), None)
