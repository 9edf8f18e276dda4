"""A check for the eye of someone at a terminal: warnings counted and shown, then each claim with who speaks for and against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.cli.book import counted
from dragoman.model.document import DocumentWarning
from dragoman.model.finding import JUDGEMENTS, Checked, Finding, Witness, words_of_claim

_NAMES = {name: name.replace("_", " ") for name in JUDGEMENTS}
_WIDTH = max(len(name) for name in _NAMES.values())


def show_check(checked: Checked) -> str:
    """One article as plain lines."""
    document = checked.document
    head = document.title or document.source_id
    lines = [f"== {head} ({document.language}, {document.published or 'no date'})"]
    lines += _warnings(checked.warnings)
    counts = ", ".join(f"{checked.count(name)} {_NAMES[name]}" for name in JUDGEMENTS)
    lines.append(f"  {counted(len(checked.findings), 'claim')}: {counts}")
    for one in checked.findings:
        lines += _finding(one)
    return "\n".join(lines) + "\n"


def _warnings(warnings: tuple[DocumentWarning, ...]) -> Iterator[str]:
    counts = sorted(Counter(one.code for one in warnings).items())
    yield f"  {counted(len(warnings), 'warning')}" + (
        ": " + ", ".join(f"{count} {code}" for code, count in counts) if counts else ""
    )
    for one in warnings:
        words = f" {one.quote.span.start}-{one.quote.span.end} {one.quote.text!r}" if one.quote else ""
        yield f"  ! {one.code}{words}: {one.detail}"


def _finding(finding: Finding) -> Iterator[str]:
    claim = finding.claim
    yield f"  {_NAMES[finding.judgement]:<{_WIDTH}} | {claim.trigger.text!r} in {words_of_claim(claim).text!r} ({claim.factuality.status})"
    yield f"  {'':<{_WIDTH}} | {finding.reason}"
    for sign, witnesses in (("+", finding.supported_by), ("-", finding.contradicted_by)):
        for one in witnesses:
            yield f"  {'':<{_WIDTH}} | {sign} {_said(one)}"


def _said(witness: Witness) -> str:
    document = witness.document
    where = document.publisher or document.title or document.source_id
    return f"{witness.originator} ({where}, {document.published or 'no date'}): {words_of_claim(witness.claim).text!r}"
