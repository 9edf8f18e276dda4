"""The last word holds, and takes back no more than it names."""

from __future__ import annotations

from dragoman.model.fact import Decision, Verdict
from dragoman.weighing.ruling import ruling_of

FIX = Verdict("claim:a", None, "correct", "editor", None, "read", None, "quantity", "9//")


def later(decision: Decision, field: str | None) -> Verdict:
    return Verdict("claim:a", None, decision, "editor", None, "read", None, field)


def test_a_field_on_another_decision_takes_no_correction_back() -> None:
    ruling = ruling_of((FIX, later("accept", "quantity")))
    assert ruling.corrected == {"claim:a": (FIX,)}
    assert ruling.accepted == {"claim:a"}
    assert ruling_of((FIX, later("unsure", "quantity"))).corrected == {}
