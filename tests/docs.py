"""`python -m tests.docs`: documents that are generated from the code, compared with it; --write makes them anew."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from dragoman.cli import main as commands

ROOT = Path(__file__).parents[1]


def command_pages() -> str:
    """Help of every command, as it is printed."""
    lines = ["# Commands", "", "Made from the program by `python -m tests.docs --write`.", ""]
    lines += ["```text", _help(), "```", ""]
    for name in commands.list_commands(click.Context(commands)):
        lines += [f"## dragoman {name}", "", "```text", _help(name), "```", ""]
    return "\n".join(lines)


def _help(*words: str) -> str:
    """What the program prints for --help."""
    return CliRunner().invoke(commands, [*words, "--help"], prog_name="dragoman").output.rstrip()


def contract_page() -> str:
    """The JSON Schema of the reading, as tables."""
    schema = json.loads(files("dragoman.dossier").joinpath("contract.schema.json").read_text(encoding="utf-8"))
    lines = [
        "# The machine-readable reading", "", "Made from `src/dragoman/dossier/contract.schema.json` by `python -m tests.docs --write`.", "",
        "`dragoman read INPUT... --json` writes one JSON object a line: a document read, or an input rejected. Offsets are",
        "half-open code-point offsets into the document's text; `text[start:end]` equals the `text` beside them, always.", "",
    ]  # fmt: skip
    for shape in schema["oneOf"]:
        lines += [*_table(shape["description"], shape), ""]
        for name, inner in shape["properties"].items():
            if inner.get("type") == "object":
                lines += [*_table(f"`{name}`: {inner['description']}", inner), ""]
    for name, shape in schema["$defs"].items():
        for one in shape.get("oneOf", [shape]):
            lines += [*_table(f"{name}: {one['description']}", one), ""]
            for key, inner in one.get("properties", {}).items():
                inner = next(
                    (x for x in inner.get("oneOf", [inner.get("items", inner)]) if x.get("type") == "object"), {}
                )
                if inner.get("properties"):
                    lines += [*_table(f"{name}.{key}: {inner.get('description', '')}", inner, "###"), ""]
    return "\n".join(lines)


def _table(title: str, shape: dict[str, Any], level: str = "##") -> Iterator[str]:
    yield from (f"{level} {title}", "", "| field | what it holds |", "| --- | --- |")
    for name, inner in shape.get("properties", {}).items():
        yield f"| `{name}` | {_kind(inner)} |"


def _kind(shape: dict[str, Any]) -> str:
    if "$ref" in shape:
        return f"{shape['$ref'].rpartition('/')[2]}"
    if "oneOf" in shape:
        return " or ".join(_kind(one) for one in shape["oneOf"])
    if "enum" in shape:
        kind = " · ".join("null" if one is None else str(one) for one in shape["enum"])
        return f"{kind}; {shape['description']}" if "description" in shape else kind
    if "const" in shape:
        return f"`{shape['const']}`"
    kind = shape.get("type", "object")
    kind = " or ".join(kind) if isinstance(kind, list) else kind
    if kind == "array":
        kind = f"list of {_kind(shape.get('items', {}))}"
    return f"{kind}; {shape['description']}" if "description" in shape else str(kind)


def _dead_links() -> Iterator[tuple[str, str]]:
    """Links to files that are not there."""
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in link and not (page.parent / link).exists():
                yield page.name, link


PAGES = {"docs/commands.md": command_pages, "docs/contract.md": contract_page}


def main() -> int:
    """Compare, or write. Returns 1 if a page is stale or a link in README or docs/ leads nowhere."""
    stale = [f"{page}: no such page: {link}" for page, link in _dead_links()]
    for name, made in PAGES.items():
        path = ROOT / name
        if "--write" in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made() + "\n", encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != made() + "\n":
            stale.append(f"{name} is stale: run python -m tests.docs --write")
    for line in stale:
        print(line)
    print("docs: " + (f"{len(stale)} to mend" if stale else f"{len(PAGES)} pages agree with the code"))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
