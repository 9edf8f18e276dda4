"""Which parser reads and whether a trained model has a say: three options that every reading command shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Choice:
    """Which parser is to read. name: of an installed pipeline, None for ours. fast: of ours the spaCy pipeline.

    rules_alone: the encoder gives trees, and no hint, share or proposal.
    """

    name: str | None = None
    fast: bool = False
    rules_alone: bool = False


def with_choice(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --parser, --fast and --rules-alone, given to a command as its argument `choice`."""

    @click.option("--parser", "name", help="Name of an installed spaCy pipeline to read with, instead of ours.")
    @click.option("--fast", is_flag=True, help="Read with our smaller pipelines: faster, less often right.")
    @click.option("--rules-alone", is_flag=True, help="The encoder gives trees and nothing else: rules judge alone.")
    @wraps(command)
    def chosen(*, name: str | None, fast: bool, rules_alone: bool, **others: Any) -> Any:
        return command(choice=choose(Choice(name, fast, rules_alone)), **others)

    return chosen


def choose(choice: Choice) -> Choice:
    """The choice, checked. Refuses, as wrong usage, two parsers at once and a pipeline that is not installed."""
    from dragoman.pipelines import SHIPPED, NoParser, load_parser

    if choice.name and choice.fast:
        raise click.UsageError("--fast chooses among our own pipelines and --parser names another: give one of them")
    if choice.name:
        try:
            load_parser(SHIPPED[0], choice.name)
        except NoParser as error:
            raise click.UsageError(f"--parser: {error}") from error
    return choice
