"""The shipped language pipelines, and the one function that opens them."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec

from dragoman.reading.parser import Parser

SHIPPED = ("en", "fr")


class NoParser(LookupError):
    """No pipeline for this language, or none of that name installed."""


@cache
def load_parser(language: str, name: str | None = None) -> Parser:
    """Open the pipeline that reads a language: ours, or one that the user has installed and names.

    language: ISO 639-1. name: of an installed spaCy pipeline ("fr_core_news_md") or "stanza", None for the shipped one.
    A named spaCy pipeline reads its own language; documents in others go to ours. Raises NoParser; nothing is ever
    downloaded.
    """
    if name == "stanza":
        return _stanza(language)
    if name is not None:
        named = _installed(name)
        if named.language == language:
            return named
    return _shipped(language)


def _shipped(language: str) -> Parser:
    import spacy

    from dragoman.pipelines.spacy_parser import SpacyParser

    if language not in SHIPPED:
        raise NoParser(f"no shipped pipeline reads {language!r}; shipped: {', '.join(SHIPPED)}")
    with as_file(files("dragoman.pipelines").joinpath(language)) as path:
        nlp = spacy.load(path)
    return SpacyParser(nlp, language, f"dragoman-{language}", str(nlp.meta.get("version", "")), True)


@cache
def _installed(name: str) -> Parser:
    import spacy

    from dragoman.pipelines.spacy_parser import SpacyParser

    if not spacy.util.is_package(name):
        raise NoParser(f"no spaCy pipeline {name!r} is installed; install it, or leave out --parser")
    nlp = spacy.load(name, exclude=["ner"])
    return SpacyParser(nlp, nlp.lang, name, str(nlp.meta.get("version", "")))


def _stanza(language: str) -> Parser:
    if find_spec("stanza") is None:
        raise NoParser("Stanza is not installed; install it with its models, or leave out --parser")
    import stanza

    from dragoman.pipelines.stanza_parser import PROCESSORS, StanzaParser

    try:
        nlp = stanza.Pipeline(language, processors=PROCESSORS, download_method=None, verbose=False)
    except (OSError, KeyError, ValueError, stanza.pipeline.core.PipelineRequirementsException) as error:
        raise NoParser(
            f"Stanza has no models for {language!r} on this machine ({error}); put them there first"
        ) from error
    return StanzaParser(nlp, language, str(stanza.__version__))
