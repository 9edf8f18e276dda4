"""`python -m benchmarks.weighing`: seconds and memory to weigh 1,000 to 100,000 claims, and to add one document to a ledger of them.

The claims are made up, in the proportions of news: 20 a document, a fifth of the documents near copies, few pairs of states
in most of them, half without a date of their own, sources that recur. Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal, get_args

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim, ClaimQuantity, Flow, FlowKind, Item
from dragoman.model.document import Document, Paragraph, document_id
from dragoman.model.edtf import period_of
from dragoman.model.entry import Entry
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify, sha256_of
from dragoman.model.mention import ActorMention, PeriodMention, QuantityMention
from dragoman.model.quantity import Quantity
from dragoman.model.span import Quote, Span, quote

SIZES = (1_000, 10_000, 100_000)
_A_DOCUMENT = 20  # claims
_STATES = (
    "RUS",
    "UKR",
    "PRK",
    "USA",
    "FRA",
    "DEU",
    "KOR",
    "CHN",
    "IRN",
    "ISR",
    "GBR",
    "POL",
    "TUR",
    "IND",
    "JPN",
    "BLR",
)
_MATTERS: tuple[Literal["event", "flow", "loss"], ...] = (*("event",) * 5, *("flow",) * 3, *("loss",) * 2)
_PAIRS = sorted(
    ((one, other) for one in _STATES for other in _STATES if one != other), key=lambda pair: identify("pair", of=pair)
)
_EVENTS = ("MEET", "PRAISE", "ACCUSE_WORD", "ATTACK", "SIGN", "ORDER", "URGE", "VISIT")
_FIRST = date(2022, 1, 1)


def made_up(claims: int, seed: int = 1) -> list[Entry]:
    """Entries with so many claims in all, the same for the same seed."""
    chance = random.Random(seed)
    words = [
        f"{chance.choice('bcdfgklmnprstv')}{chance.choice('aeiou')}" + "".join(chance.choices("aeioulnrst", k=5))
        for _ in range(6000)
    ]
    news: list[_News] = []
    entries: list[Entry] = []
    for number in range(claims // _A_DOCUMENT):
        if entries and chance.random() < 0.2:
            text = _edited(chance.choice(entries[-50:]).document.text, chance, words)
        else:
            text = "\n".join(" ".join(chance.choices(words, k=22)) + "." for _ in range(_A_DOCUMENT))
        published = (_FIRST + timedelta(days=number * 1200 // max(claims // _A_DOCUMENT, 1))).isoformat()
        entries.append(_entry(text, f"Paper {chance.randrange(80)}", published, news, chance))
    return entries


def _edited(text: str, chance: random.Random, words: list[str]) -> str:
    return " ".join(chance.choice(words) if chance.random() < 0.03 else one for one in text.split(" "))


def _entry(text: str, publisher: str, published: str, news: list[_News], chance: random.Random) -> Entry:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    document = Document(
        document_id(text, publisher, None, published), text, sha256_of(text.encode()), f"{publisher} {published}", "en",
        tuple(Paragraph(one) for one in lines), publisher=publisher, published=published, published_from="given",
    )  # fmt: skip
    return Entry(document, tuple(_claim(document, quote(one, text), news, chance) for one in lines), ())


def _claim(document: Document, at: Quote, news: list[_News], chance: random.Random) -> Claim:
    """One report: of something told before, or of something new."""
    day = date.fromisoformat(document.published or "2022-01-01") - timedelta(days=chance.randrange(10))
    told = chance.choice(news[-2000:]) if news and chance.random() < 0.5 else _News.new(day, chance)
    news.append(told)
    when = chance.choice((told.day.isoformat(), told.day.isoformat()[:7], None, None))
    amount = told.amount if chance.random() < 0.8 else told.amount + 10
    quantity = QuantityMention(at, Quantity(amount, amount, amount, "soldier"))
    links = [AttributionLink("publisher", None, document.publisher or "")]
    if chance.random() < 0.6:
        source = f"Source {chance.randrange(300)}"
        links.append(AttributionLink("speaker", at, source, Actor(source, None, "GOV"), "official"))
    return Claim(
        identify("claim", document=document.id, start=at.span.start), document.id, told.matter, told.concept,
        "CONSULT" if told.concept == "MEET" else None, None, None, (), told.flow,
        _side(told.sides[0], at), _side(told.sides[1], at),
        Item(at, "TROOPS") if told.flow else None,
        (ClaimQuantity("killed" if told.matter == "loss" else "item", quantity),) if told.matter != "event" else (),
        PeriodMention(at, period_of(when), "printed") if when else None, None, tuple(links),
        Factuality("reported", None, "positive", "certain", "past"), at, at, None, 0.8, ("made up",), "benchmark",
    )  # fmt: skip


def _side(state: str, at: Quote) -> tuple[ActorMention, ...]:
    return (ActorMention(at, Actor(state, state, "GOV"), "named"),)


@dataclass(frozen=True)
class _News:
    """Something that happened, told by several documents."""

    matter: Literal["event", "flow", "loss"]
    concept: str
    flow: Flow | None
    sides: tuple[str, str]
    amount: float
    day: date

    @staticmethod
    def new(day: date, chance: random.Random) -> _News:
        matter: Literal["event", "flow", "loss"] = chance.choice(_MATTERS)
        concept = {"flow": "SEND", "loss": "KILL"}.get(matter, chance.choice(_EVENTS))
        flow = (
            Flow(chance.choice(get_args(FlowKind)), chance.choice(("pledged", "delivered")))
            if matter == "flow"
            else None
        )
        amount = float(chance.choice((chance.randrange(1, 60), chance.randrange(1, 200) * 100)))
        return _News(matter, concept, flow, _PAIRS[min(int(chance.expovariate(0.05)), len(_PAIRS) - 1)], amount, day)


def weigh_once(claims: int) -> None:
    """Weigh so many claims in this process and print what it took."""
    from dragoman.weighing.weigh import weigh

    entries = made_up(claims)
    documents, rows = tuple(one.document for one in entries), tuple(c for one in entries for c in one.claims)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    found = weigh(documents, rows)
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(rows):>7,} claims, {len(documents):,} documents: {took:.1f} s, {took / len(rows) * 1e6:.0f} µs a claim, peak "
        f"{peak:.0f} MiB ({before:.0f} before); {len(found.facts):,} facts, {len(found.disagreements):,} disagreements, "
        f"{len(found.descents):,} lines of descent",
        flush=True,
    )


def add_once(claims: int) -> None:
    """Fill a ledger with so many claims, then add one document more, and print how long that took."""
    from dragoman.ledger.store import open_ledger

    entries = made_up(claims)
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        start = time.perf_counter()
        ledger.add(entries)
        ledger.weigh()
        filled = time.perf_counter() - start
        times = []
        for one in made_up(_A_DOCUMENT * 5, seed=2):
            start = time.process_time()  # what else the machine does is left out
            ledger.add((one,))
            ledger.weigh()
            times.append(time.process_time() - start)
    print(
        f"{claims:>7,} claims: ledger filled in {filled:.0f} s; one document more in {min(times):.2f} to {max(times):.2f} s",
        flush=True,
    )


def main() -> int:
    """Each size in a process of its own. Returns 0."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.weighing", description=__doc__)
    options.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options.add_argument("--only", choices=("weigh", "add"), help="run one measurement in this process")
    given = options.parse_args()
    for size in given.sizes:
        if given.only:
            (weigh_once if given.only == "weigh" else add_once)(size)
            continue
        for name in ("weigh", "add"):
            subprocess.run(
                [sys.executable, "-m", "benchmarks.weighing", "--sizes", str(size), "--only", name], check=True
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
