"""The shipped language pipelines, and the one function that opens them."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from dragoman.reading.parser import Parser

SHIPPED = ("en", "fr")


class NoParser(LookupError):
    """No pipeline for this language, or none of that name installed."""


@cache
def load_parser(language: str, name: str | None = None) -> Parser:
    """Open the pipeline that reads a language: ours, or one that the user has installed and names.

    language: ISO 639-1. name: of an installed spaCy pipeline ("fr_core_news_md"), None for the shipped one.
    Raises NoParser; nothing is ever downloaded.
    """
    import spacy

    from dragoman.pipelines.spacy_parser import SpacyParser

    if name is not None:
        if not spacy.util.is_package(name):
            raise NoParser(f"no spaCy pipeline {name!r} is installed; install it, or leave out --parser")
        nlp = spacy.load(name, exclude=["ner"])
        return SpacyParser(nlp, language, name, str(nlp.meta.get("version", "")))
    if language not in SHIPPED:
        raise NoParser(f"no shipped pipeline reads {language!r}; shipped: {', '.join(SHIPPED)}")
    with as_file(files("dragoman.pipelines").joinpath(language)) as path:
        nlp = spacy.load(path)
    return SpacyParser(nlp, language, f"dragoman-{language}", str(nlp.meta.get("version", "")), True)
