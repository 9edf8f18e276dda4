"""Through whom it is told: one source read inside another, innermost back to the paper."""

from __future__ import annotations

from dragoman.model.span import Span, quote
from tests.reading.attributed import attributed


def test_the_cited_source_is_read_in_the_one_that_cites() -> None:
    text = "Two ships left, the agency reported, citing a lawmaker."
    inner = next(one for one in attributed(text, "en") if one.cue and one.cue.text == "citing")
    assert inner.source == quote(Span(44, 54), text)
    assert inner.via is not None
    assert inner.via.cue == quote(Span(27, 35), text)


def test_who_is_quoted_is_read_in_the_one_that_quotes() -> None:
    text = "Yonhap quoted a lawmaker as saying that two ships had left."
    inner = next(one for one in attributed(text, "en") if one.cue and one.cue.text == "saying")
    assert inner.via is not None
    assert inner.via.source is not None
    assert inner.via.source.text == "Yonhap"


def test_the_whole_chain_is_read_through() -> None:
    text = "Yonhap, citing a lawmaker briefed by the navy, reported that two ships had left."
    step = next(one for one in attributed(text, "en") if one.cue and one.cue.text == "briefed by")
    names = []
    for _ in range(3):
        assert step.source is not None
        names.append(step.source.text)
        if step.via is None:
            break
        step = step.via
    assert names == ["the navy", "a lawmaker", "Yonhap"]


def test_a_carrier_is_read_around_the_one_it_carries() -> None:
    text = "The navy told lawmakers that two ships had left, Yonhap reported."
    inner = next(one for one in attributed(text, "en") if one.cue and one.cue.text == "told")
    assert inner.via is not None
    assert inner.via.source is not None
    assert inner.via.source.text == "Yonhap"
