"""The words right around a place's name that say what kind of place it is and how it stands in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.tree import Token
from dragoman.world.place import Entry, Gazetteer

Cues = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a name is read against: its sentence's tokens, the language's cues, the gazetteer, the document's people.

    people: their surnames. called: their first names.
    """

    tokens: tuple[Token, ...]
    cues: Cues
    gazetteer: Gazetteer
    people: frozenset[str]
    called: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the gazetteer in a sentence: its first and last token, the name as looked up, the places that bear it."""

    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name with its region word. first, last: tokens. The rest is as in `Candidate`."""

    first: int
    last: int
    wants: str | None
    cue: str
    strict: bool
    support: float


def word_of(token: Token) -> str:
    """A token in small letters with a plain apostrophe."""
    return token.form.lower().replace("’", "'")


def read_phrase(hit: Hit, setting: Setting) -> Phrase:
    """Read "Kursk oblast", "région de Koursk", "the city of Kursk" and the preposition before it.

    Weights: a word of kind 3, a preposition of place 2.5, a verb that takes places ("captured Kupiansk") 1.5, "of" and the
    like 0.7.
    """
    tokens, cues = setting.tokens, setting.cues
    start, end, wants, support = hit.first, hit.last, None, 0.0
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if after is not None and after.span.start - tokens[end].span.end <= 1:
        word = after.form.lower()
        kinds = (kind for kind in ("region", "district") if word in cues[kind] and _has(kind, hit.entries, setting))
        wants = next(kinds, None)
        if wants is not None:
            end, support = end + 1, 3.0
        elif word in cues["area"] and after.form.islower():
            wants, support = "area", 2.0
    if wants is None:
        kind, index = _of_phrase(hit, setting)
        if kind is not None:
            wants, support = kind, 3.0
            start = index if kind != "city" else start
        elif _is_county(hit, setting):
            wants, support, start = "district", 3.0, start - 1
    cue, strict = _preposition(start, tokens, cues)
    if wants is None and strict:
        wants = "wide" if cue in cues["wide"] else "town" if cue in cues["town"] else None
    if wants is None and start and word_of(tokens[start - 1]) in cues["definite"] and not _heads_on(end, tokens):
        wants = "wide"  # "in the Pacific": a town takes no article
    support += _given(start, tokens, cues) + _explained(end, tokens, cues)
    support += 2.5 if strict else 1.5 if cue in cues["struck"] else 0.7 if cue in cues["open"] else 0.0
    return Phrase(start, end, wants, cue, strict, support)


def _is_county(hit: Hit, setting: Setting) -> bool:
    """Whether the word of kind stands right before a county's name, as in Ireland: "County Mayo"."""
    before = setting.tokens[hit.first - 1] if hit.first else None
    if before is None or not before.form[0].isupper() or before.form.lower() not in setting.cues["foregoing"]:
        return False
    return any(entry.level == 2 for entry in hit.entries)


def _heads_on(last: int, tokens: tuple[Token, ...]) -> bool:
    """Whether the name belongs to a noun after it, which an article before both is for: "the Toledo mayor"."""
    return tokens[last].head > last and tokens[last].relation in ("compound", "nmod", "amod")


def _given(first: int, tokens: tuple[Token, ...], cues: Cues) -> float:
    """For: the name is given to a kind of place right before, "a village called Orane"."""
    if first < 2 or word_of(tokens[first - 1]) not in cues["named"]:
        return 0.0
    kinds = cues["place"] | cues["region"] | cues["district"]
    return 3.5 if any(word_of(token) in kinds for token in tokens[max(0, first - 5) : first - 1]) else 0.0


def _explained(last: int, tokens: tuple[Token, ...], cues: Cues) -> float:
    """For: the words after the name say what it is, "Orane, a farming village in the hills"."""
    if last + 2 >= len(tokens) or tokens[last + 1].form != ",":
        return 0.0
    for token in tokens[last + 2 : last + 5]:
        if word_of(token) in cues["place"]:
            return 2.5
        if token.upos not in ("DET", "ADJ", "NOUN", "VERB") or not token.form.islower():
            break
    return 0.0


def _has(kind: str, entries: tuple[Entry, ...], setting: Setting) -> bool:
    """Whether a name can be a region's: it is one, or the town gives its region the name, as Kursk does."""
    if any(entry.kind == "region" or (entry.kind == "area" and kind == "region") for entry in entries):
        return True
    return kind == "region" and any(gives_name(entry, setting.gazetteer) for entry in entries[:3])


def gives_name(entry: Entry, gazetteer: Gazetteer) -> bool:
    """Whether a town's region is called after it: Kursk and Kursk Oblast."""
    if entry.kind != "city":
        return False
    stem = entry.place.name[:4].lower()
    words = " ".join(gazetteer.region_names(entry.region)).lower().replace("’", " ").replace("-", " ").split()
    return any(word.startswith(stem) for word in words)


def _of_phrase(hit: Hit, setting: Setting) -> tuple[str | None, int]:
    """The kind that a phrase like "région russe de" before a name calls for, and where it starts."""
    tokens, cues = setting.tokens, setting.cues
    index = hit.first - 1
    while index >= 0 and word_of(tokens[index]) in cues["article"]:
        index -= 1
    if index < 1 or word_of(tokens[index]) not in cues["of"]:
        return None, hit.first
    for back in range(index - 1, max(-1, index - 4), -1):
        word = word_of(tokens[back])
        if back and tokens[back].form[0].isupper() and tokens[back - 1].upos == "PROPN":
            break  # "Vertou City of France": the word ends a name of its own
        for kind in ("region", "district"):
            if word in cues[kind] and (_has(kind, hit.entries, setting) or hit.entries[0].kind == "city"):
                return kind, back
        if word in cues["place"]:
            return "city", back
        if tokens[back].upos != "ADJ":
            break
    return None, hit.first


def _preposition(first: int, tokens: tuple[Token, ...], cues: Cues) -> tuple[str, bool]:
    index = first - 1
    while index >= 0 and (word_of(tokens[index]) in cues["article"] or word_of(tokens[index]) in cues["direction"]):
        index -= 1
    if index < 0:
        return "", False
    cue = word_of(tokens[index])
    around = cue in cues["of"] and index > 0 and _calls_for_place(index, tokens, cues)
    return cue, around or cue in cues["locative"]


def _calls_for_place(index: int, tokens: tuple[Token, ...], cues: Cues) -> bool:
    """Whether what stands before "of" makes a place of what follows: "north of Kyiv", "formerly of Lyon", "Ann Roe, 22, of Lyon"."""
    before = word_of(tokens[index - 1])
    if before in cues["before_of"] or before in cues["origin"]:
        return True
    if tokens[index - 1].form.isupper() and index > 1 and word_of(tokens[index - 2]) in cues["origin"]:
        return True  # "maire LR de Nice": a party stands between
    return before == "," and index > 1 and tokens[index - 2].form.isdigit()
