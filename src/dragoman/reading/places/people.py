"""The people whom a document names: their names are no places, though a town or a state has the same."""

from __future__ import annotations

from itertools import pairwise

from dragoman.model.tree import Sentence, Token
from dragoman.reading.places.phrase import Cues
from dragoman.world.place import first_names


def surnames_of(sentences: tuple[Sentence, ...], cues: Cues) -> frozenset[str]:
    """Surnames of a document: what follows a title or a first name somewhere in it, and partners, "Roe & Hill"."""
    found: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for index in range(1, len(tokens)):
            form = tokens[index].form
            if form == "&" and index + 1 < len(tokens):
                found.update(one.form for one in (tokens[index - 1], tokens[index + 1]) if one.form[:1].isupper())
            if form[0].isupper() and len(form) > 2 and names_person(tokens[index - 1], cues):
                if index + 1 < len(tokens) and tokens[index + 1].form.lower() in cues["local"]:
                    continue
                found.add(form)
                if (
                    index + 1 < len(tokens)
                    and tokens[index + 1].form[0].isupper()
                    and tokens[index + 1].upos == "PROPN"
                ):
                    found.add(tokens[index + 1].form)
    return frozenset(found)


def first_names_of(sentences: tuple[Sentence, ...], cues: Cues) -> frozenset[str]:
    """First names of a document's people that are places too: "Savannah" where a "Savannah Roe" is named."""
    bodies = cues["local"] | cues["body"] | cues["office"]
    found: set[str] = set()
    for sentence in sentences:
        for left, right in pairwise(sentence.tokens):
            first = left.form in first_names() or left.form in cues["first_name"]
            if first and right.relation == "flat" and right.form[0].isupper() and right.form.lower() not in bodies:
                found.add(left.form)
    return frozenset(found)


def names_person(token: Token, cues: Cues) -> bool:
    """Whether a token is a first name or a title, after which somebody's name goes on."""
    form = token.form
    if not form[0].isupper():
        return form.lower() in cues["title"] and (form.endswith(".") or form in ("président", "ministre", "monsieur"))
    return form.lower() in cues["title"] or form in first_names() or form in cues["first_name"]
