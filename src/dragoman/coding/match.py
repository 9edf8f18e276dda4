"""Whether a coding rule's conditions hold for a predication and its parties."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.case import is_state, is_whole_state
from dragoman.coding.content import NO_CONTENT, Content
from dragoman.coding.party import Parties
from dragoman.coding.rule import Rule, rules_for
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.world.concept import is_a


def find_rule(
    predication: Predication, theme: str | None, parties: Parties, content: Content = NO_CONTENT
) -> Rule | None:
    """The first rule of the predication's concept, or of its ancestors, whose conditions all hold.

    theme: the concept of the thing in question where a predication has several; None if any will do. content: of the
    clauses under its word.
    """
    for rule in rules_for(predication.concept):
        if all(_holds(condition, predication, theme, parties, content) for condition in rule.when):
            return rule
    return None


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule put to a predication, with the conditions that do not hold: () for one that fires."""

    rule: Rule
    failed: tuple[str, ...]


def try_rules(
    predication: Predication, theme: str | None, parties: Parties, content: Content = NO_CONTENT
) -> tuple[Tried, ...]:
    """Every rule that `find_rule` looks at, in its order, up to the one that fires."""
    tried: list[Tried] = []
    for rule in rules_for(predication.concept or ""):
        failed = tuple(one for one in rule.when if not _holds(one, predication, theme, parties, content))
        tried.append(Tried(rule, failed))
        if not failed:
            break
    return tuple(tried)


def _holds(condition: str, predication: Predication, theme: str | None, parties: Parties, content: Content) -> bool:
    if condition.startswith("!"):
        return not _holds(condition[1:], predication, theme, parties, content)
    if condition in ("domestic", "foreign"):
        states = {one.actor.country for one in (*parties.actors, *parties.recipients) if one.actor.country}
        return len(states) >= 2 if condition == "foreign" else len(states) == 1 and bool(parties.recipients)
    role, _, wanted = condition.partition(":")
    if role == "content":
        plain = {"duty": content.is_duty, "clause": content.is_clause, "errand": content.is_errand}
        return plain[wanted] if wanted in plain else any(is_a(one, wanted) for one in content.concepts)
    if role == "content_thing":
        return any(is_a(one, wanted) for one in content.things)
    if wanted == "state":
        return any(is_state(one) for one in _side(role, parties))
    if wanted == "office":
        return any(one.actor.sector in _IN_OFFICE and not is_whole_state(one) for one in _side(role, parties))
    if wanted == "armed":
        return any(one.actor.sector in _ARMED for one in _side(role, parties))
    arguments = predication.fillers(role)  # type: ignore[arg-type]
    if wanted in ("any", "none"):
        filled = bool(arguments or _side(role, parties))
        return filled == (wanted == "any")
    if wanted == "name":
        return any(one.concept is None and one.quote.text[:1].isupper() for one in arguments)
    if role == "theme" and theme is not None:
        return is_a(theme, wanted)
    return any(one.concept is not None and is_a(one.concept, wanted) for one in arguments)


_IN_OFFICE = ("GOV", "LEG", "PTY", "ELI")
_ARMED = ("MIL", "REB", "UAF", "PRM")


def _side(role: str, parties: Parties) -> tuple[ActorMention, ...]:
    if role == "agent":
        return parties.actors
    if role in ("recipient", "partner"):
        return parties.recipients
    return parties.patients if role == "theme" else ()
