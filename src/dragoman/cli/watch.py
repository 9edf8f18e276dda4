"""`dragoman watch`: feeds into a ledger, once or again and again."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from dragoman.cli.add import Added, Adding, add_all, say_summary
from dragoman.cli.book import now, opened, with_ledger
from dragoman.cli.choice import Choice, with_choice
from dragoman.cli.gathered import gathered
from dragoman.cli.sources import Sources, with_sources

if TYPE_CHECKING:
    from dragoman.intake.door import Door
    from dragoman.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Asked:
    """How to watch. where: the ledger; every: minutes between two rounds, None for one; rounds: after which to stop, None for none."""

    where: str
    as_json: bool
    every: float | None
    rounds: int | None


@dataclass(frozen=True, slots=True)
class _Watch:
    """What a round needs."""

    ledger: Ledger
    sources: Sources
    choice: Choice
    as_json: bool


@click.command("watch")
@click.argument("feeds", nargs=-1, required=True)
@with_ledger
@click.option("--every", type=click.FloatRange(min=1), metavar="MINUTES", help="Ask again, until it is stopped.")
@click.option("--rounds", type=click.IntRange(min=1), help="Stop after asking so many times.")
@with_choice
@with_sources
@gathered(Asked)
def command(feeds: tuple[str, ...], asked: Asked, choice: Choice, sources: Sources) -> None:
    """Read what is new in FEEDS (addresses of RSS, Atom or sitemaps) into a ledger, made if it is not there.

    A feed is asked only for what changed since it was last read whole; a story whose address the ledger has is not fetched again;
    robots.txt is obeyed, and a host is asked once a second at most, or as seldom as it wishes.

    Exit status: 0 all read, 1 some rejected or unread, 2 wrong usage.
    """
    from dragoman.intake.target import is_url

    for one in feeds:
        if not is_url(one):
            raise click.UsageError(f"{one}: no address; a feed that is a file goes to `dragoman add`")
    flawed = False
    every, rounds = asked.every, asked.rounds
    with opened(asked.where, new=True) as ledger:
        for number in range(1, (rounds or (1 if every is None else sys.maxsize)) + 1):
            done = _round(feeds, _Watch(ledger, sources, choice, asked.as_json))
            say_summary(done, asked.as_json)
            flawed = flawed or bool(done.rejected or done.unread)
            if every is not None and (rounds is None or number < rounds):
                time.sleep(every * 60)
    sys.exit(1 if flawed else 0)


def _round(feeds: tuple[str, ...], watch: _Watch) -> Added:
    """Ask each feed once; robots.txt is read anew."""
    done = Added(run=watch.ledger.begin("watch", now()))
    door = watch.sources.door()
    for url in feeds:
        _one(url, door, watch, done)
    done.facts_changed = watch.ledger.weigh(done.run)
    return done


def _one(url: str, door: Door, watch: _Watch, done: Added) -> None:
    from dragoman.intake.door import Known
    from dragoman.intake.options import UnreadableDocument
    from dragoman.intake.parcel import FEEDS
    from dragoman.intake.refusal import rejected
    from dragoman.intake.web import fetch_parcel

    how = Adding(watch.choice, done, watch.as_json, watch.sources.received)
    marks = watch.ledger.watched(url)
    try:
        fetched = fetch_parcel(url, door, Known(*marks) if marks else None)
        if fetched.parcel is None:
            return
        if fetched.parcel.kind not in FEEDS:
            raise UnreadableDocument("no feed: a page perhaps; `dragoman add` reads it")
    except UnreadableDocument as error:
        add_all(watch.ledger, [rejected(url, str(error))], how)
        return
    before = done.rejected
    add_all(watch.ledger, watch.sources.stories(fetched.parcel, door, watch.ledger.has_address), how)
    if done.rejected == before:  # what failed today is asked for again, so the feed must be sent again
        watch.ledger.note_watched(url, (fetched.known.etag, fetched.known.last_modified), done.run)
