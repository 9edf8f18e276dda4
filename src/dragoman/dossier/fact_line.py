"""A fact as one line: what a terminal, a spreadsheet and a program are shown of it, and by what a reader chooses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.dossier.quantity_words import VAGUE
from dragoman.model.claim import Claim
from dragoman.model.edtf import days_of
from dragoman.model.fact import Cell, Fact
from dragoman.model.quantity import Quantity
from dragoman.weighing.origin import Imprint
from dragoman.weighing.profile import bounds_text, bounds_words, countries, loss_of, quantity_of

# Of the units in world/quantities/units.tsv those whose plural is no rule's.
_PLURALS = {
    "person": "people", "child": "children", "life": "lives",
    **{one: one for one in ("aircraft", "personnel", "crew", "dead", "wounded", "missing", "captured", "arrested", "displaced", "percent")},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact. actors, recipients: states; grade: Admiralty letter and digit; originators: named ones, and sets of coded events, which may not count; counted: how many the grade counts; decision: a person's.

    sentence, document, start, end: the words of the claim shown first; document_ids: its document, then those of the other claims. Fields are None where the fact does not say.
    """

    id: str
    matter: str
    type: str | None
    flow: str | None
    stage: str | None
    loss: str | None
    concept: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    item: str | None
    quantity: str | None
    unit: str | None
    period: str | None
    place: str | None
    status: str
    grade: str
    evidence: str
    agreement: str
    documents: int
    originators: tuple[str, ...]
    counted: int
    disputed: bool
    decision: str | None
    claims: tuple[str, ...]
    document: str
    publisher: str | None
    published: str | None
    start: int
    end: int
    sentence: str
    document_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts are wanted; None and () leave a field open. parties: states that must all be on a side.

    documents: one of them must hold a claim of the fact. since, until: EDTF; a fact with a period that may reach in between is wanted, one without only by its date of printing.
    """

    parties: tuple[str, ...] = ()
    kind: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    status: str | None = None
    grade: str | None = None
    originator: str | None = None
    disputed: bool = False
    decided: str | None = None
    documents: frozenset[str] | None = None


def line_of(
    fact: Fact, claims: Mapping[str, Claim], imprints: Mapping[str, Imprint], decided: Mapping[str, str]
) -> FactLine:
    """The line of a fact. claims: at least the fact's own, as corrected; imprints: of their documents; decided: claim id to "accepted"."""
    head = claims[fact.head]
    cells = {cell.name: cell for cell in fact.cells}
    quantity = next((one for claim in fact.claim_ids if (one := quantity_of(claims[claim])) is not None), None)
    imprint = imprints[head.document_id]
    return FactLine(
        id=fact.id, matter=head.matter, type=head.event_type, flow=head.flow.kind if head.flow else None,
        stage=_value(cells.get("stage")), loss=loss_of(head), concept=head.concept,
        actors=countries(head, "actors"), recipients=countries(head, "recipients"), item=_value(cells.get("item")),
        quantity=_amount(cells.get("quantity"), quantity), unit=quantity.unit if quantity else None,
        period=_value(cells.get("period")), place=_value(cells.get("place")), status=head.factuality.status,
        grade=f"{fact.grade.source}{fact.grade.report}", evidence=fact.grade.evidence, agreement=fact.grade.agreement,
        documents=fact.grade.documents, originators=tuple(one.label for one in fact.backing if one.named or claims[one.claim_ids[0]].row),
        counted=fact.grade.originators,
        disputed=fact.disputed, decision=next((decided[one] for one in fact.claim_ids if one in decided), None),
        claims=fact.claim_ids, document=head.document_id, publisher=imprint.publisher, published=imprint.published,
        start=head.evidence.span.start, end=head.evidence.span.end, sentence=head.evidence.text,
        document_ids=tuple(dict.fromkeys(claims[one].document_id for one in (fact.head, *fact.claim_ids))),
    )  # fmt: skip


def _value(cell: Cell | None) -> str | None:
    return cell.value if cell else None


def _amount(cell: Cell | None, quantity: Quantity | None) -> str | None:
    if quantity is not None and quantity.state != "value":
        return quantity.state
    return cell.value if cell and cell.value.strip("/") else bounds_text(quantity).strip("/") or None


def is_wanted(line: FactLine, choice: Choice) -> bool:
    """Whether a reader who chose so wants this fact."""
    sides = {*line.actors, *line.recipients}
    return (
        set(choice.parties) <= sides
        and choice.kind in (None, line.flow, line.loss, line.matter)
        and choice.type in (None, line.type)
        and choice.status in (None, line.status)
        and choice.decided in (None, line.decision)
        and (choice.place is None or choice.place.casefold() in (line.place or "").casefold())
        and (choice.grade is None or _graded(line.grade, choice.grade))
        and (
            choice.originator is None or any(choice.originator.casefold() in one.casefold() for one in line.originators)
        )
        and (line.disputed or not choice.disputed)
        and (choice.documents is None or not choice.documents.isdisjoint(line.document_ids))
        and _in_time(line, choice)
    )


def _graded(found: str, wanted: str) -> bool:
    """ "B2" is that grade, "B" that letter, "2" that digit.

    >>> _graded("B2", "2"), _graded("B2", "C")
    (True, False)
    """
    return wanted.upper() in (found, found[0], found[1])


def _in_time(line: FactLine, choice: Choice) -> bool:
    if not (choice.since or choice.until):
        return True
    try:
        first, last = days_of(line.period or line.published or "")
    except ValueError:
        return False
    since = days_of(choice.since)[0] if choice.since else None
    until = days_of(choice.until)[1] if choice.until else None
    return not ((since and last and last < since) or (until and first and first > until))


def say(line: FactLine) -> str:
    """A fact in the terms of its code: who, what, to whom, how many, when."""
    what = (
        " ".join(one for one in (line.type, line.flow, line.stage, line.loss) if one)
        or line.concept.replace("_", " ").lower()
    )
    sides = " → ".join(one for one in ("+".join(line.actors), "+".join(line.recipients)) if one)
    amount = amount_words(line.quantity, line.unit, line.sentence) if line.quantity else ""
    parts = [sides or "?", what, amount, line.period or "",
             line.place or ""]  # fmt: skip
    return " · ".join(one for one in parts if one)


def amount_words(value: str, unit: str | None, sentence: str) -> str:
    """An amount as LOW/BEST/HIGH in words, no more exact than its sentence: "more than 1,700" is kept as at least 1,701, and nobody counted the one.

    >>> amount_words("1701//", "drone", "Iran supplied more than 1,700 drones."), amount_words("9//", "drone", "at least nine")
    ('more than 1,700 drones', 'at least 9 drones')
    """
    low, _, rest = value.partition("/")
    words = bounds_words(value)
    printed = "".join(one for one in sentence if one.isdigit())
    if low and rest == "/" and float(low).is_integer() and str(int(float(low))) not in printed:
        least = int(float(low))
        if least in VAGUE:
            words = f"{VAGUE[least]} ({words})"
        elif least > 1 and (least - 1) % 10 == 0:
            words = f"more than {least - 1:,}"
    if not unit:
        return words
    return f"{words} {unit if value in ('1/1/1', '/1/', '//1', '1//') else plural(unit)}"


def plural(unit: str) -> str:
    """The name of a unit for several; the code of a currency stays as it is.

    >>> [plural(one) for one in ("shell", "battery", "person", "wounded", "aircraft", "EUR", "gunman", "crew member")]
    ['shells', 'batteries', 'people', 'wounded', 'aircraft', 'EUR', 'gunmen', 'crew members']
    """
    if unit in _PLURALS or unit.isupper():
        return _PLURALS.get(unit, unit)
    if unit.endswith("man"):
        return f"{unit[:-2]}en"
    if unit.endswith("y") and unit[-2:-1] not in tuple("aeiou"):
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(("s", "x", "ch", "sh")) else f"{unit}s"


def find_lines(lines: Iterable[FactLine], choice: Choice) -> tuple[FactLine, ...]:
    """The lines that are wanted, in the order given."""
    return tuple(one for one in lines if is_wanted(one, choice))
