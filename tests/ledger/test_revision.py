"""A text that its publisher changed: decisions go with what it still says, and are open again where it says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dragoman.ledger.store import open_ledger
from dragoman.model.claim import Claim
from dragoman.model.document import Document, document_id
from dragoman.model.entry import Entry
from dragoman.model.fact import Decision, Verdict
from dragoman.model.identity import sha256_of
from dragoman.model.mention import PlaceMention
from dragoman.model.place import Place
from dragoman.model.span import Span, quote
from tests.factory import claim, document

AT = datetime(2025, 1, 1, tzinfo=UTC)
TEXT = "The ministry counted 600 dead soldiers after the battle near the river, it said in its morning report on Monday."
CHANGED = TEXT + " This article was updated."
CORRECTED = TEXT.replace("600", "700") + " This article was corrected."


def article(text: str) -> Document:
    made = document(text, publisher="Gazette")
    url = "https://gazette.example/a"
    return replace(made, id=document_id(text, "Gazette", url, made.published), url=url, text_sha256=sha256_of(text.encode()))


def toll(of: Document, number: float) -> Entry:
    made = claim(of, loss=("killed", number, number, number), who=("the ministry",))
    return Entry(of, (replace(made, trigger=made.evidence.__class__(made.trigger.span.__class__(25, 29), of.text[25:29])),), ())


@pytest.mark.parametrize(("decision", "kept"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_goes_with_what_is_still_said(decision: Decision, kept: str) -> None:
    old, new = toll(article(TEXT), 600), toll(article(CHANGED), 600)
    with open_ledger() as ledger:
        ledger.add_one(old)
        ledger.add_verdicts((Verdict(old.claims[0].id, None, decision, "editor", AT, "read"),))
        ledger.add_one(new)
        carried = ledger.verdicts()[-1]
        assert (carried.left, carried.decision, carried.by) == (new.claims[0].id, decision, "rule:carried"), kept
        assert ledger.reopened() == ()


def test_a_decision_is_open_again_where_the_text_says_otherwise() -> None:
    old, new = toll(article(TEXT), 600), toll(article(CORRECTED), 700)
    with open_ledger() as ledger:
        ledger.add_one(old)
        ledger.add_verdicts((Verdict(old.claims[0].id, None, "accept", "editor", AT, "read"),))
        ledger.add_one(new)
        (again,) = ledger.reopened()
        assert again.left == new.claims[0].id
        assert "quantity 600/600/600 → 700/700/700" in again.reason
        ledger.add_verdicts((Verdict(again.left, None, "accept", "editor", AT, "read again"),))
        assert ledger.reopened() == ()
        assert old.claims[0].id in ledger.claims()


def test_another_article_at_the_same_address_carries_nothing() -> None:
    old = toll(article(TEXT), 600)
    other = toll(article("Quite another story now stands under this address, and it speaks of 600 trees that were planted."), 600)
    with open_ledger() as ledger:
        ledger.add_one(old)
        ledger.add_verdicts((Verdict(old.claims[0].id, None, "accept", "editor", AT, "read"),))
        ledger.add_one(other)
        assert len(ledger.verdicts()) == 1


PAST = "The ministry counted 600 dead soldiers after the battle near the river, it said in its morning report on Monday."
LATE = "Two bakers from the valley counted 600 dead soldiers on the road to the old mill, and told a priest of it in May."


def deaths(of: Document, sentence: str, who: str = "the ministry", **more: object) -> Claim:
    at = of.text.index("600", of.text.index(sentence))
    made = claim(of, evidence=sentence, loss=("killed", 600, 600, 600), who=(who,), **more)
    return replace(made, trigger=quote(Span(at, at + 3), of.text))


def carried(old: tuple[Claim, ...], of: Document, new: tuple[Claim, ...], later: Document) -> dict[str, tuple[str, str]]:
    with open_ledger() as ledger:
        ledger.add_one(Entry(of, old, ()))
        ledger.add_verdicts((Verdict(old[0].id, None, "accept", "editor", AT, "read"),))
        ledger.add_one(Entry(later, new, ()))
        return {one.left: (one.decision, one.by) for one in ledger.verdicts()[1:]}


def test_a_decision_goes_to_no_other_sentence() -> None:
    of = article(f"{PAST}\n{LATE}")
    later = article(f"The report was taken back on Friday by the same ministry.\n{LATE}")
    first, second = deaths(of, PAST), deaths(of, LATE)
    left = deaths(later, LATE)
    assert carried((first, second), of, (left,), later) == {}
    assert carried((first,), of, (left,), later) == {left.id: ("unsure", "rule:reopened")}


@pytest.mark.parametrize("changed", [{"who": "the opposition"}, {"place": "Oslo"}, {"content": "it said"}])
def test_another_mouth_place_or_content_opens_it_again(changed: dict[str, str]) -> None:
    of, later = article(PAST), article(PAST + " This article was updated.")
    more: dict[str, object] = dict(changed)
    at = quote(Span(0, 3), later.text)
    if "place" in more:
        more["place"] = PlaceMention(at, Place("Oslo", "NOR", None, None, None, None, 1), "named")
    if "content" in more:
        more["content"] = at
    old, new = deaths(of, PAST), deaths(later, later.text, **more)  # type: ignore[arg-type]
    assert carried((old,), of, (new,), later) == {new.id: ("unsure", "rule:reopened")}
