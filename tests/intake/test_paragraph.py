"""Paragraphs of plain text and Markdown: where they are and what they are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.intake.paragraph import find_paragraphs
from tests.pace import growth

WRAPPED = (
    "The convoy left the depot before dawn and crossed the old bridge in\n"
    "two columns, followed by a dozen fuel trucks and by the field kitchen\n"
    "that the brigade had borrowed from its neighbours.\n"
)
POEM = "Nobody waited at the gate today\nEveryone had left the town by noon\nOnly one old dog was there to stay\n"

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("each line is one", "Un train part.\nUn autre arrive.\n", [("text", "Un train part."), ("text", "Un autre arrive.")]),
    ("white space is trimmed", "  \n\t Un train. \u00a0\n\n", [("text", "Un train.")]),
    ("CRLF", "Un train.\r\n\r\nUn bus.\r\n", [("text", "Un train."), ("text", "Un bus.")]),
    ("old Mac line ends", "Un train.\rUn bus.", [("text", "Un train."), ("text", "Un bus.")]),
    ("line and paragraph separators", "Un train.\u2028Un bus.\u2029", [("text", "Un train."), ("text", "Un bus.")]),
    ("hard-wrapped", WRAPPED, [("text", WRAPPED.strip())]),
    ("hard-wrapped, then a line", f"{WRAPPED}\nThe end.", [("text", WRAPPED.strip()), ("text", "The end.")]),
    ("lines of one length, each with a capital", POEM, [("text", line) for line in POEM.splitlines()]),
    ("a short line that could have held more", "It was late.\nthen the rest of the column came over the bridge again.\n",
     [("text", "It was late."), ("text", "then the rest of the column came over the bridge again.")]),
    ("Markdown heading", "# Le titre\n## Suite ##\n", [("heading", "Le titre"), ("heading", "Suite")]),
    ("a hash tag is no heading", "#paix maintenant.", [("text", "#paix maintenant.")]),
    ("Title Case", "Les Nouveaux Trains de Nuit\nIls partent ce soir.", [("heading", "Les Nouveaux Trains de Nuit"), ("text", "Ils partent ce soir.")]),
    ("Title Case with a stop", "John Smith Left Paris.", [("text", "John Smith Left Paris.")]),
    ("a short line over a long paragraph", "Perspectives pour demain\nLe port rouvrira ses quais au printemps, assure la direction des douanes.",
     [("heading", "Perspectives pour demain"), ("text", "Le port rouvrira ses quais au printemps, assure la direction des douanes.")]),
    ("a name is no heading by itself", "Paris", [("text", "Paris")]),
    ("bullets", "- un\n* deux\n• trois\n1. quatre\n2) cinq\na) six", [("list", word) for word in ("un", "deux", "trois", "quatre", "cinq", "six")]),
    ("an entry that goes on", "- un wagon\n  et sa charge\n- deux", [("list", "un wagon\n  et sa charge"), ("list", "deux")]),
    ("a bullet keeps its capital", "- Envoi de Personnel Militaire", [("list", "Envoi de Personnel Militaire")]),
    ("a dash of speech is no bullet", "– Je pars, dit-il.", [("text", "– Je pars, dit-il.")]),
    ("a number is no bullet", "1.5 million is a lot.", [("text", "1.5 million is a lot.")]),
    ("table", "| a | b |\n|---|:-:|\n| 1 | 2 |", [("table", "| a | b |"), ("table", "| 1 | 2 |")]),
    ("one bar is no table", "| alone", [("text", "| alone")]),
    ("rules are no paragraphs", "Un.\n\n***\n\n---\n===\nDeux.", [("text", "Un."), ("text", "Deux.")]),
    ("quoted lines", "> Nous partons.\n>> Eux aussi.", [("quote", "Nous partons."), ("quote", "Eux aussi.")]),
    ("wholly in quotation marks", "« Nous partons demain. »\n“We leave.”", [("quote", "« Nous partons demain. »"), ("quote", "“We leave.”")]),
    ("two quotations and words between", "“We leave,” he said, “now.”", [("text", "“We leave,” he said, “now.”")]),
    ("nothing", "", []),
    ("only white space", " \n\u00a0\n\t", []),
    ("only marks", "---\n***\n> \n- \n", []),
    ("letters beyond the first plane", "𝐀 train 🚂 left.\nIt is gone.", [("text", "𝐀 train 🚂 left."), ("text", "It is gone.")]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "text", "expect"), CASES, ids=[label for label, _, _ in CASES])
def test_paragraphs(label: str, text: str, expect: list[tuple[str, str]]) -> None:
    found = find_paragraphs(text)
    assert [(one.kind, one.span.of(text)) for one in found] == expect, label
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@pytest.mark.parametrize("unit", ["\n", " \n", ">", "- ", "|", "#", "---|", "« ", "\t- \n", "a b\n", "|--", "1. "])
def test_time_is_linear(unit: str) -> None:
    assert growth(lambda times: lambda: find_paragraphs(unit * times + "x"), 1000, 8000, limit=32) <= 32
