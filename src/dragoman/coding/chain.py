"""Who says a claim, outermost first, and what their saying does to how sure it is."""

from __future__ import annotations

from dragoman.coding.carried import is_document
from dragoman.coding.case import Case
from dragoman.model.attribution import Attribution, AttributionLink, LinkKind
from dragoman.model.factuality import Factuality, Status, Tense, first_status
from dragoman.model.span import Span
from dragoman.world.concept import names_people
from dragoman.world.speech import fold, is_reporting_form, load_speech

_STATUS: dict[str, Status] = {
    "say": "reported", "acknowledge": "acknowledged", "deny": "denied", "plan": "planned", "predict": "predicted",
    "judge": "reported", "doubt": "possible",
}  # fmt: skip


def attributions_of(trigger: Span, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Attributions whose content holds a trigger, the widest first; the cue itself is not its own content.

    Who is said, behind it, to deny it ("…, a claim that Tokyo denies") tells of nothing: that is a claim of its own (`denied.py`).
    """
    over = [
        one
        for one in attributions
        if one.content.span.covers(trigger)
        and not (one.cue and (one.cue.span.overlaps(trigger) or (one.speech == "deny" and _is_behind(one))))
    ]
    return tuple(sorted(over, key=lambda one: (one.content.span.start - one.content.span.end, one.content.span.start)))


def tellers_of(trigger: Span, attributions: tuple[Attribution, ...], time: Tense) -> tuple[Attribution, ...]:
    """As `attributions_of`, without those who plan or threaten, of what is past: "threatened to veto it unless Kyiv reopened the
    pipe, which drones hit in May" plans no hit.
    """
    over = attributions_of(trigger, attributions)
    return tuple(one for one in over if one.speech != "plan" or time != "past")


def _is_behind(one: Attribution) -> bool:
    return one.cue is not None and one.cue.span.start >= one.content.span.end


def chain_of(case: Case, over: tuple[Attribution, ...]) -> tuple[AttributionLink, ...]:
    """Who prints the document, then everyone through whom the claim came, the originator last."""
    links, language = list(case.issuers), case.reading.document.language
    for attribution in over:
        vias: list[Attribution] = []
        step: Attribution | None = attribution
        while step is not None:
            if (
                step is attribution or step.speech != "deny" or not _is_behind(step)
            ):  # who is said, behind it, to deny a report hands nothing on
                vias.append(step)
            step = step.via
        links.extend(_link(one, language) for one in reversed(vias) if _is_somebody(one, language))
    return _once(links)


def _is_somebody(attribution: Attribution, language: str) -> bool:
    """Whether a source is someone or something that says: known, of a known kind, with a name, or the doer of a verb of speech.

    "Les pêcheurs racontent" is somebody; "un fait" is not, and in "la visite indique" nobody speaks.
    """
    if attribution.source is None:
        return False
    if attribution.speaker is not None or attribution.origin is not None:
        return True
    if any(letter.isupper() for letter in attribution.source.text[1:]) or _names_people(
        attribution.source.text, language
    ):
        return True
    if attribution.cue is None or is_document(attribution.source.text, language):
        return is_document(attribution.source.text, language)  # "a memo shows": a writing speaks whatever its verb
    if any(_gives_number(fold(one), language) for one in attribution.cue.text.split()):
        return True  # "le gérant donne le chiffre de 40 morts"; of an event that brings a toll nothing is read (`told_amount.py`)
    word = fold(attribution.cue.text).split()[-1]
    return is_reporting_form(word, language) and not load_speech(language).is_word(word, "shows")


def _names_people(source: str, language: str) -> bool:
    """Whether a noun of a source is one for people: "his lawyer", "des pêcheurs"; they speak whatever the cue."""
    words = [fold(one) for one in source.split()]
    return any(names_people(one, language) or names_people(one.removesuffix("s"), language) for one in words)


def _gives_number(form: str, language: str) -> bool:
    """Whether a word is a verb by which somebody gives a number: "put the toll at 40", "gave a toll of 40"."""
    words = load_speech(language)
    verb = words.forms.get(("verb", form))
    return form in words.amounts or (verb is not None and any(one[:1] == "~" for one in verb.takes))


def _once(links: list[AttributionLink]) -> tuple[AttributionLink, ...]:
    seen: dict[tuple[str, str], AttributionLink] = {}
    for link in links:
        seen.setdefault((link.kind, link.actor.name if link.actor else link.text.casefold()), link)
    return tuple(seen.values())


def _link(attribution: Attribution, language: str) -> AttributionLink:
    source = attribution.source
    kind: LinkKind = "speaker"
    if attribution.speaker and attribution.speaker.sector == "JRN":
        kind = "agency"
    elif attribution.speaker is None and source is not None and is_document(source.text, language):
        kind = "document"
    text = source.text if source else attribution.speaker.name if attribution.speaker else ""
    return AttributionLink(kind, source, text, attribution.speaker, attribution.origin, attribution.direct)


def merge(stance: Factuality, over: tuple[Attribution, ...]) -> Factuality:
    """How sure a claim is: what its own clause says, under what those who report it do.

    "Séoul affirme que Pyongyang a envoyé" is reported; "Pyongyang a reconnu avoir envoyé" is acknowledged by Pyongyang.
    """
    statuses: list[Status] = [stance.status]
    by, polarity, certainty = stance.by, stance.polarity, stance.certainty
    for attribution in over:
        status = _STATUS[attribution.speech]
        statuses.append(status)
        if status in ("acknowledged", "denied", "predicted", "planned") and by is None:
            by = (
                attribution.speaker.name
                if attribution.speaker
                else attribution.source.text
                if attribution.source
                else None
            )
        if attribution.speech == "deny":
            polarity = "negative"
        if attribution.speech in ("predict", "doubt") and certainty == "certain":
            certainty = "probable" if attribution.speech == "predict" else "possible"
    status = first_status(tuple(statuses))
    return Factuality(
        status,
        by if status in ("acknowledged", "denied", "predicted", "planned") else stance.by,
        polarity,
        certainty,
        stance.time,
        stance.cues,
    )
