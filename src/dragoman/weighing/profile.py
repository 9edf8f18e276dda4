"""What two claims are compared by, taken out of a claim once: its block, item, number, days, place, persons, source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.model.claim import Claim
from dragoman.model.place import Place
from dragoman.model.quantity import Quantity
from dragoman.weighing.name import known_name
from dragoman.weighing.origin import Bench, Origin, head_of, one_mouth, origin_of
from dragoman.weighing.print_mark import words_of
from dragoman.weighing.window import Window, printed_on, window_of
from dragoman.world.office import persons
from dragoman.world.quantity import people_units

# A page that follows another's news does so within days.
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 1 day costs 0.06 of F1 on lines, 7 changes nothing.
FOLLOWING_DAYS = 3
LOSSES = ("killed", "wounded", "killed_or_wounded", "captured", "missing", "arrested", "displaced")
_COUNTED = (*LOSSES, "item", "money", "other")
# What is done together has no first side: "A met B" and "B received A" are one meeting.
_MUTUAL_TYPES = frozenset(("CONSULT", "COOPERATE"))
_MUTUAL_CONCEPTS = frozenset(("SIGN", "RATIFY", "AGREE_DEED", "EXCHANGE", "NEGOTIATE_END"))
# One saying that one page says was said, and another that was admitted, is one saying.
_TOLD = frozenset(("asserted", "reported", "acknowledged"))
_STEPS = {
    "requested": "asked", "offered": "promised", "pledged": "promised", "agreed": "promised", "allocated": "promised",
    "shipped": "done", "delivered": "done", "completed": "done", "in-use": "used", "returned": "returned",
    "cancelled": "off", "refused": "off",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The comparable part of a claim.

    block: claims of two blocks are never one fact. persons: known persons on its sides. own_voice: nobody but the publisher is
    named for it. printed: first and last day on
    which its document may have been printed. words: its sentence, folded. head: head of its document's line of copies; copied: whether its document is in one.
    content: what is said, folded, "" of what is no saying. known_sides: how many states or others are on its sides. row: the name of the row
    that it is of a set of coded events, None for what was read.
    """

    claim: Claim
    block: tuple[str, ...]
    item: str
    quantity: Quantity | None
    window: Window | None
    place: Place | None
    persons: frozenset[str]
    origin: Origin
    own_voice: bool
    printed: tuple[int, int] | None
    words: str
    head: str
    copied: bool
    trigger: str
    content: str
    known_sides: int
    row: str | None = None


def profile_of(claim: Claim, bench: Bench) -> Profile:
    """Take out of a claim what it is compared by."""
    published = bench.published(claim.document_id)
    everyone = (one.actor.name for one in (*claim.actors, *claim.recipients))
    return Profile(
        claim=claim,
        block=block_of(claim),
        item=claim.item.concept if claim.item else "",
        quantity=quantity_of(claim),
        window=window_of(claim, published),
        place=claim.place.place if claim.place else None,
        persons=frozenset(one for one in everyone if one in persons()),
        origin=origin_of(claim, bench),
        own_voice=_is_own_voice(claim),
        printed=printed_on(published),
        words=folded(claim.evidence.text),
        head=head_of(claim.document_id, bench),
        copied=claim.document_id in bench.heads,
        trigger=claim.trigger.text.casefold(),
        content=content_of(claim),
        known_sides=sum(len(countries(claim, side)) for side in ("actors", "recipients")),
        row=claim.row.quote.text if claim.row and claim.row.quote else None,
    )


def _is_own_voice(claim: Claim) -> bool:
    """Whether nobody but the publisher says it: an agency that signs what it prints itself is no other."""
    own = {known_name(link.text) for link in claim.attribution if link.kind == "publisher"}
    others = (link for link in claim.attribution if link.kind != "publisher")
    return all(known_name(link.actor.name if link.actor else link.text) in own for link in others)


def with_first_sources(members: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """Claims of one cluster with the source that the first print gives, so that what was taken over counts once.

    "600 were killed, the service told lawmakers, Yonhap reported" is printed on as "600 were killed, Yonhap reported": copies in
    the same words have the head's source. And where one named speaker alone is behind a fact, a page that tells it within
    days in its own voice has it from there: it is counted with him, not beside him. So is a state beside a body of its own.
    """
    first: dict[tuple[str, str], Profile] = {}
    copies = sorted(
        (one for one in members if one.copied), key=lambda one: (one.claim.document_id != one.head, one.claim.id)
    )
    for one in copies:
        first.setdefault((one.head, one.trigger), one)
    settled = [replace(one, origin=first[one.head, one.trigger].origin) if one.copied else one for one in members]
    own = {(one.claim.document_id, one.origin.key): one.origin for one in settled}
    settled = [_as_proclaimed(one, own) for one in settled]
    spoken = [one for one in settled if one.origin.named and not one.own_voice and not one.origin.coded]
    if len({one.origin.key for one in spoken}) == 1:
        settled = [replace(one, origin=spoken[0].origin) if _follows(one, spoken) else one for one in settled]
    loose = one_mouth(one.origin for one in settled)
    settled = [replace(one, origin=loose.get(one.origin.key, one.origin)) for one in settled]
    return tuple(_without_coded(settled))


def _as_proclaimed(one: Profile, own: Mapping[tuple[str, str], Origin]) -> Profile:
    """A claim that a named speaker has from somebody unnamed, with that speaker's origin, where he says it in that text himself too.

    "The minister declares: ... According to media reports, ..." is the minister both times, not he and somebody beside him.
    own: origins of the claims of its cluster, by document and key.
    """
    speakers = [link for link in one.claim.attribution if link.kind != "publisher"]
    if one.origin.named or len(speakers) < 2 or speakers[-2].actor is None:
        return one
    said = own.get((one.claim.document_id, f"name:{known_name(speakers[-2].actor.name)}"))
    return replace(one, origin=said) if said is not None else one


def _without_coded(members: list[Profile]) -> Iterator[Profile]:
    """The members, with only such sets of coded events named as may count: the first by name, where nobody else is named."""
    others = any(one.origin.named and not one.origin.coded for one in members)
    first = min((one.origin.key for one in members if one.origin.coded), default="")
    for one in members:
        counts = not one.origin.coded or (not others and one.origin.key == first)
        yield one if counts else replace(one, origin=replace(one.origin, named=False))


def set_of(one: Profile) -> str:
    """The set of coded events that a claim is a row of, by its key; "" for what was read in a text."""
    return one.origin.key if one.row is not None else ""


def are_two_rows(left: Profile, right: Profile) -> bool:
    """Whether two claims are of two rows of one set of coded events, which holds them for two events."""
    return (
        left.row is not None and right.row is not None and left.row != right.row and left.origin.key == right.origin.key
    )


def _follows(one: Profile, spoken: list[Profile]) -> bool:
    """Whether a page tells in its own voice what others had from a named speaker within days of it."""
    if not one.own_voice or one.printed is None:
        return False
    return any(
        other.printed is not None and abs(one.printed[0] - other.printed[0]) <= FOLLOWING_DAYS for other in spoken
    )


def block_of(claim: Claim) -> tuple[str, ...]:
    """What kind of thing a claim is about and which states are on each side; whether it is denied, or only foreseen.

    A transfer that is promised and one that is done are two things, whatever event type each was given. Of a statement: whose it is.
    """
    if claim.matter in ("statement", "judgement"):
        last = claim.originator  # the same words from two mouths are two statements
        by = "" if last is None else known_name(last.actor.name if last.actor else last.text)
        status = claim.factuality.status
        return (claim.matter, by, "told" if status in _TOLD else status, claim.factuality.polarity)
    return (claim.matter, kind_of(claim), *sides_of(claim), stance_of(claim), _world(claim))


def content_of(claim: Claim) -> str:
    """What a statement or judgement says, its words folded: what was said, or the sentence where that is not marked off; "" for all else.

    "Free at last," he said, and "Free at last." are one saying: marks are the printer's.
    """
    if claim.matter not in ("statement", "judgement"):
        return ""
    return " ".join(words_of((claim.content or claim.evidence).text))


def folded(text: str) -> str:
    """Words of a text in one case and with one space between.

    >>> folded("Peace\\n  NOW")
    'peace now'
    """
    return " ".join(text.casefold().split())


def kind_of(claim: Claim) -> str:
    """What is transferred and how far it got, what is lost, or what happens."""
    if claim.flow:
        return f"{claim.flow.kind}/{_STEPS[claim.flow.stage]}"
    loss = loss_of(claim)
    if loss:
        return loss
    return "CONSULT" if claim.event_type == "CONSULT" else claim.concept


def sides_of(claim: Claim) -> tuple[str, str]:
    """States on each side, in one order for what is done together. For losses: whose they are; who did it is often left out.

    What is sent goes one way, though sender and receiver work together: workers sent from one state to another.
    """
    actors, recipients = (countries(claim, side) for side in ("actors", "recipients"))
    if claim.matter == "loss":
        return "", "+".join(recipients or actors)
    if claim.flow is None and (claim.event_type in _MUTUAL_TYPES or claim.concept in _MUTUAL_CONCEPTS):
        return "+".join(sorted({*actors, *recipients})), ""
    return "+".join(actors), "+".join(recipients)


def stance_of(claim: Claim) -> str:
    """ "denied" where a claim says that it is not so, else "said"."""
    no = claim.factuality.polarity == "negative" or claim.factuality.status == "denied"
    return "denied" if no else "said"


def _world(claim: Claim) -> str:
    # What is planned, predicted or conditional is not the thing itself: a planned visit and the visit are two facts.
    return claim.factuality.status if claim.factuality.status in ("planned", "predicted", "conditional") else "told"


def countries(claim: Claim, side: str) -> tuple[str, ...]:
    """Countries of one side of a claim, sorted; an actor without one stands by its name."""
    mentions = claim.actors if side == "actors" else claim.recipients
    return tuple(sorted({one.actor.country or one.actor.name for one in mentions}))


def loss_of(claim: Claim) -> str | None:
    """What a claim counts as lost (killed, wounded, ...), None if it counts none: deaths without a number are no count of 300."""
    return next((one.role for one in claim.counted if one.role in LOSSES), None)


def quantity_of(claim: Claim) -> Quantity | None:
    """The number that a claim is compared by: of its item or its loss, else its money; None if it has none."""
    found = sorted((_COUNTED.index(one.role), i) for i, one in enumerate(claim.counted) if one.role in _COUNTED)
    return claim.counted[found[0][1]].mention.quantity if found else None


def bounds_text(quantity: Quantity | None) -> str:
    """Bounds as "low/best/high" with "" for what is not said.

    >>> bounds_text(Quantity(9, None, None, "soldier"))
    '9//'
    """
    if quantity is None:
        return ""
    return "/".join("" if one is None else f"{one:.15g}" for one in (quantity.low, quantity.best, quantity.high))


def bounds_words(value: str) -> str:
    """Bounds as LOW/BEST/HIGH in words; anything else, as "undisclosed", as it is.

    >>> [bounds_words(one) for one in ("9//", "/2000/", "8/8/8", "//9000000", "3000//4000", "9/12/", "/12/15", "/12/12")]
    ['at least 9', 'about 2,000', '8', 'up to 9,000,000', '3,000 to 4,000', 'about 12, at least 9', 'about 12, up to 15', 'nearly 12']
    """
    parts = value.split("/")
    if len(parts) != 3:
        return value
    low, best, high = (f"{float(one):,.15g}" if one else "" for one in parts)
    if best:
        exact = {(best, best): best, (best, ""): f"at least {best}", ("", best): f"nearly {best}"}
        if (low, high) in exact:
            return exact[low, high]
        return ", ".join(one for one in (f"about {best}", low and f"at least {low}", high and f"up to {high}") if one)
    if low and high:
        return f"{low} to {high}"
    return f"at least {low}" if low else f"up to {high}"


def unit_of(quantity: Quantity) -> str | None:
    """The unit two amounts are compared by: people are people, whatever word counts them.

    >>> unit_of(Quantity(600, 600, 600, "dead"))
    'person'
    """
    return "person" if quantity.unit in people_units() else quantity.unit


def level_of(quantity: Quantity) -> float:
    """One number to order amounts by: the best, else the low, else the high."""
    return next((one for one in (quantity.best, quantity.low, quantity.high) if one is not None), 0.0)
