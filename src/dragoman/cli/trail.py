"""A trail for the eye of someone at a terminal: tree, mentions, predications, rules, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.cli.reader import Read
from dragoman.cli.show import claim_lines
from dragoman.coding.case import Case
from dragoman.coding.code import case_as_coded
from dragoman.coding.match import Tried
from dragoman.coding.trail import Attempt, Step, steps_of
from dragoman.model.claim import Claim
from dragoman.model.factuality import Factuality
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span


def explain_line(done: Read, line: int) -> Iterator[str]:
    """Each sentence that touches a line of the document's text, the first being 1; nothing for a line without one."""
    lines = done.document.text.split("\n")
    if done.reading is None or line > len(lines):
        return
    start = sum(len(one) + 1 for one in lines[: line - 1])
    there = Span(start, start + len(lines[line - 1]))
    case = case_as_coded(done.reading)
    for number, sentence in enumerate(done.reading.sentences):
        if sentence.span.overlaps(there):
            yield _sentence(done, case, number)


def lines_of(done: Read) -> set[int]:
    """The lines of a document's text that sentences touch, the first being 1."""
    text = done.document.text
    spans = (one.span for one in done.reading.sentences) if done.reading else ()
    return {at + 1 for one in spans for at in range(text.count("\n", 0, one.start), text.count("\n", 0, one.end) + 1)}


def ranges(numbers: Iterable[int]) -> str:
    """Whole numbers, those in a row as one.

    >>> ranges({1, 2, 3, 7, 9, 10})
    '1-3, 7, 9-10'
    """
    runs: list[list[int]] = []
    for one in sorted(numbers):
        if runs and one == runs[-1][1] + 1:
            runs[-1][1] = one
        else:
            runs.append([one, one])
    return ", ".join(f"{first}-{last}" if first < last else f"{first}" for first, last in runs)


def explain_claim(done: Read, claim_id: str) -> Iterator[str]:
    """The sentence in which a claim has its trigger; nothing if the document has no claim whose id begins so."""
    wanted = claim_id.removeprefix("claim:")
    claims = [one for one in done.claims if one.id.removeprefix("claim:").startswith(wanted)]
    if done.reading is None or not claims:
        return
    case = case_as_coded(done.reading)
    for claim in claims:
        for number, sentence in enumerate(done.reading.sentences):
            if sentence.span.covers(claim.trigger.span):
                yield _sentence(done, case, number)
                break


def _sentence(done: Read, case: Case, number: int) -> str:
    sentence = case.reading.sentences[number]
    line = case.text.count("\n", 0, sentence.span.start) + 1
    parts = [f"== {done.document.source_id}, line {line}, sentence {number + 1}", sentence.span.of(case.text)]
    parts += ["", "tree", *_tree(case, number), "", "named", *_named(case, number)]
    steps = steps_of(case, number, done.claims)
    for step in steps:
        parts += ["", *_step(step)]
    built = {one.id for step in steps for one in step.claims}
    said = [one for one in done.claims if one.id not in built and sentence.span.covers(one.trigger.span)]
    if said:
        parts += ["", "statements and judgements", *_claims(said)]
    return "\n".join((*parts, ""))


def _tree(case: Case, number: int) -> Iterator[str]:
    tokens = case.reading.sentences[number].tokens
    for index, token in enumerate(tokens):
        over = tokens[token.head].form if token.head >= 0 else "-"
        yield f"  {index:3} {token.form:20} {token.upos:6} {token.relation:12} < {over:20} {token.lemma}"


def _named(case: Case, number: int) -> Iterator[str]:
    index = case.index
    for concept in index.concepts.inside(number):
        yield f"  concept  {concept.quote.text!r}: {concept.concept}"
    for actor in index.actors.inside(number):
        yield f"  actor    {actor.quote.text!r}: {_actor(actor)} ({actor.reason})"
    for place in index.places.inside(number):
        yield f"  place    {place.quote.text!r}: {place.place.name}, {place.place.country or '-'}"
    for period in index.periods.inside(number):
        yield f"  period   {period.quote.text!r}: {period.period.edtf or period.period.timex_value} ({period.anchor})"
    for amount in index.quantities.inside(number):
        found = amount.quantity
        yield f"  quantity {amount.quote.text!r}: low {found.low} best {found.best} high {found.high} {found.unit or ''}"


def _step(step: Step) -> Iterator[str]:
    one = step.predication
    yield f"{one.concept} by {one.trigger.text!r}: {_stance(one.factuality)}"
    for argument in one.arguments:
        what = f" = {argument.concept}" if argument.concept else ""
        yield f"  {argument.role:9} {argument.quote.text!r}{what}{f' ({argument.repaired})' if argument.repaired else ''}"
    if one.doubt:
        yield f"  doubtful: {one.doubt}"
    yield f"  sides: {_side(step.parties.actors)} > {_side(step.parties.recipients)}"
    yield from (f"    {why}" for why in step.parties.inferred)
    for attempt in step.attempts:
        yield from _attempt(attempt)
    yield from _claims(step.claims)
    yield from (f"  silent: {why}" for why in step.silences)


def _attempt(attempt: Attempt) -> Iterator[str]:
    about = f" for {attempt.theme}" if attempt.theme else ""
    yield f"  fired{about}: {_rule(attempt.fired) if attempt.fired else 'no rule'}"
    yield from (f"  nearly{about}: {_rule(one)}, but not {', '.join(one.failed)}" for one in attempt.nearly)


def _rule(tried: Tried) -> str:
    rule = tried.rule
    what = " ".join(
        one for one in (rule.event_type or "no event", rule.mode, f"flow {rule.stage}" if rule.stage else "") if one
    )
    return f"{rule.name}: {what}"


def _claims(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        yield f"  claim {claim.id}"
        yield from (f"  {line}" for line in claim_lines(claim)[:1])
        yield from (f"      {reason}" for reason in claim.reasons)


def _side(actors: tuple[ActorMention, ...]) -> str:
    return " + ".join(_actor(one) for one in actors) or "-"


def _actor(mention: ActorMention) -> str:
    return f"{mention.actor.name} [{mention.actor.country or '-'} {mention.actor.sector or '-'}]"


def _stance(stance: Factuality) -> str:
    cues = ", ".join(repr(one.text) for one in stance.cues)
    return f"{stance.status}, {stance.polarity}, {stance.certainty}, {stance.time}{f' by {cues}' if cues else ''}"
