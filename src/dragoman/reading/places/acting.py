"""Whether a capital stands for its government: "Moscow denied it" names no place, "a fire in Moscow" does."""

from __future__ import annotations

from dragoman.model.span import Span
from dragoman.model.tree import Token
from dragoman.reading.places.candidate import Candidate
from dragoman.reading.places.phrase import Cues, word_of


def acts(one: Candidate, tokens: tuple[Token, ...], cues: Cues, acted: Candidate | None, actors: set[Span]) -> bool:
    """Whether a capital acts here: "Moscow denied it", "Pyongyang's troops", "relations avec Moscou".

    acted: the capital before it that acts. actors: spans of the mentions that stand for a government.
    """
    if one.wants in ("region", "district", "city", "area", "town") or _is_town(one, tokens, cues):
        return False
    after = tokens[one.last + 1] if one.last + 1 < len(tokens) else None
    if after is not None and after.form.lower() in ("'s", "’s", "'", "’"):
        owned = {token.form.lower() for token in tokens[one.last + 2 : one.last + 5]}
        return not owned & (cues["civic"] | cues["townsfolk"])
    near = {token.form.lower() for token in tokens[max(0, one.first - 6) : one.first]}
    near |= {token.lemma for token in tokens[max(0, one.first - 6) : one.first]}
    if one.cue in cues["move"] or one.cue in cues["between"]:
        return not near & (cues["motion"] | cues["civic"])
    if one.strict or near & (cues["motion"] | cues["struck"]) or (one.cue in cues["of"] and near & cues["civic"]):
        return False
    if one.span in actors or one.cue in cues["open"]:
        return True
    if acted is not None and acted.sentence == one.sentence and tokens[one.first].relation == "conj":
        return True
    subject = tokens[one.last].relation.startswith(("nsubj", "obl:agent"))
    # A small parser may hang a sentence's subject elsewhere: a verb right after the name says the same.
    return (subject or _is_verb(after, one)) and not _is_struck(one, tokens, cues)


def _is_town(one: Candidate, tokens: tuple[Token, ...], cues: Cues) -> bool:
    """Whether the words right beside a capital speak of the town: "the capital Lusaka", "an Oslo woman", "north London"."""
    before = tokens[one.first - 1] if one.first else None
    after = [token.form.lower() for token in tokens[one.last + 1 : one.last + 6]]
    if after and after[0] in cues["civic"] | cues["townsfolk"]:
        return True
    if tokens[one.first].form.isupper() and len(tokens[one.first].form) > 3 and set(after) & {"—", "–", "--", "("}:
        return True  # "MOSCOW — ...", a dateline
    beside = after[:5] if after[:1] == [","] else after[:3] if after[:1] in (["as"], ["comme"]) else []
    if set(beside) & cues["capital"]:
        return True  # "Lusaka, the land's capital"; "Quito as the capital"
    if before is None:
        return False
    nearest = {word_of(token) for token in tokens[max(0, one.first - 2) : one.first] if token.form != ","}
    if word_of(before) in cues["direction"] or nearest & cues["capital"]:
        return True  # "north London"; "la capitale lettone Riga"
    return before.form == "," and one.first > 1 and _ends_address(one, tokens)


def _ends_address(one: Candidate, tokens: tuple[Token, ...]) -> bool:
    """Whether a comma parts the name from a name it locates: "the Institute of Botany, Dublin, opened"; no list, no subject."""
    head = tokens[one.first - 2]
    after = tokens[one.last + 1] if one.last + 1 < len(tokens) else None
    return head.upos == "PROPN" and not one.listed and not _is_verb(after, one)


def _is_verb(after: Token | None, one: Candidate) -> bool:
    return after is not None and after.upos in ("AUX", "VERB") and after.span.start <= one.span.end + 1


def _is_struck(one: Candidate, tokens: tuple[Token, ...], cues: Cues) -> bool:
    head = tokens[one.last].head
    verb = tokens[head] if head >= 0 else tokens[one.last]
    passive = any(token.lemma in ("be", "être") for token in tokens[one.last + 1 : one.last + 4])
    return passive and (verb.lemma in cues["struck"] or verb.form.lower() in cues["struck"])
