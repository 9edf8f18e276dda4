"""The shipped language pipelines, and the one function that opens them."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dragoman.reading.parser import Parser
from dragoman.reading.ranker import EventRanker

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

    from dragoman.pipelines.encoder.heads import Temperatures
    from dragoman.pipelines.encoder.network import Network

SHIPPED = ("en", "fr")
MIN_EVENT_RIGHT = 0.5  # of held-back examples


class NoParser(LookupError):
    """No pipeline for this language, or none of that name installed."""


def load_parser(language: str, name: str | None = None, fast: bool = False) -> Parser:
    """Open the parser that reads a language: ours, or one that the user has installed and names. Each is opened once.

    language: ISO 639-1. name: of an installed spaCy pipeline ("fr_core_news_md") or "stanza", None for ours: the encoder
    where its weights are shipped, else the spaCy pipeline. fast: ours is the spaCy pipeline, several times as fast and less
    often right. A named spaCy pipeline reads its own language; documents in others go to ours. Raises NoParser; nothing is
    ever downloaded.
    """
    if name == "stanza":
        return _stanza(language)
    if name is not None:
        named = _installed(name)
        if named.language == language:
            return named
    if language not in SHIPPED:
        raise NoParser(f"no shipped pipeline reads {language!r}; shipped: {', '.join(SHIPPED)}")
    return _pipeline(language) if fast or not has_encoder(language) else _encoder(language)


def has_encoder(language: str) -> bool:
    """Whether the weights of an encoder are shipped for a language."""
    return files("dragoman.pipelines.encoder").joinpath("weights", language).is_dir()


def load_ranker(language: str, name: str | None = None, fast: bool = False) -> EventRanker | None:
    """The model that backs the coding rules of a language, with the same choice as `load_parser`.

    None without an encoder, and where its event head is wrong more often than right: its shares would be noise.
    """
    if name is not None or fast or language not in SHIPPED or not has_encoder(language):
        return None
    return _ranker(language)


@cache
def _ranker(language: str) -> EventRanker | None:
    from dragoman.pipelines.encoder.ranker import EncoderRanker

    network, temperatures = _network(language)
    if temperatures.event_right < MIN_EVENT_RIGHT:
        return None
    return EncoderRanker(network, temperatures, f"dragoman-encoder-{language}-{network.version}")


@cache
def _network(language: str) -> tuple[Network, Temperatures]:
    from dragoman.pipelines.encoder.heads import read_temperatures
    from dragoman.pipelines.encoder.network import Network

    with as_file(files("dragoman.pipelines.encoder").joinpath("weights", language)) as folder:
        return Network(folder), read_temperatures(folder)


@cache
def _encoder(language: str) -> Parser:
    from dragoman.pipelines.encoder.encoder_parser import EncoderParser
    from dragoman.pipelines.encoder.heads import Judge

    network, temperatures = _network(language)
    judge = Judge(network, temperatures)
    return EncoderParser(
        network, judge, _tokenizer(language), language, f"dragoman-encoder-{language}", network.version
    )


def _tokenizer(language: str) -> Tokenizer:
    """The rules of training/tokenizer.py, all of which are in the file. spaCy's own French would take a second and a half to open and then
    be thrown away.
    """
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    tokenizer = Tokenizer(Vocab(lex_attr_getters=LEX_ATTRS))
    with as_file(files("dragoman.pipelines").joinpath(language, "tokenizer")) as path:
        return tokenizer.from_disk(path)


@cache
def _pipeline(language: str) -> Parser:
    import spacy

    from dragoman.pipelines.spacy_parser import SpacyParser

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


@cache
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
