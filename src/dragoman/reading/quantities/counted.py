"""What a number counts: the noun after it, through adjectives, calibres and "of"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.tree import Token
from dragoman.reading.quantities.lexeme import Lexeme, match_phrase
from dragoman.reading.quantities.numeral import Lexemes
from dragoman.world.quantity import QuantityWords, Unit

_MAX_RUN = 8  # words from a number to its noun: "12 newly built short-range ballistic missile launch vehicles" has 7
_CLOSED = frozenset({"money", "duration", "times", "measure", "calibre"})
_QUOTES = frozenset('"“”«»‘’')
_BETWEEN = frozenset({"ADJ", "ADV", "NUM"})
_INSIDE = frozenset({"NOUN", "ADJ", "PROPN", "CCONJ", "PUNCT"})
_LOOK_AHEAD = 6  # "grenade, mortar, and artillery rounds"


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun: index after it, what it is, and whether the table of units knows it."""

    last: int
    unit: Unit
    known: bool


Tags = Mapping[int, Token]


def counted_after(lexemes: Lexemes, at: int, words: QuantityWords, tags: Tags, linked: bool) -> Counted | None:
    """The noun that a number before the lexeme `at` counts; None if none follows.

    tags: tokens by the code point they end on. linked: whether "of" may stand before it without a determiner
    ("thousands of soldiers", "un million de soldats", and not "10 de Paris").
    """
    here = _after_link(lexemes, at, words, linked)
    if here is None:
        return None
    return _run(lexemes, here, words, tags)


def _after_link(lexemes: Lexemes, at: int, words: QuantityWords, linked: bool) -> int | None:
    """The index after "of", "of the", "de", "d'", "des"; `at` itself if no such word is there; None for an "of" that may not be."""
    extra = words.jobs.get("extra", frozenset())
    while at < len(lexemes) and lexemes[at].word in extra:
        at += 1
    if at >= len(lexemes) or lexemes[at].word not in words.jobs.get("partitive", ()):
        return at
    at += 1
    determined = at < len(lexemes) and lexemes[at].word in words.jobs.get("determiner", ())
    if determined:
        return at + 1
    return at if linked or lexemes[at - 1].word == "des" else None


def _run(lexemes: Lexemes, at: int, words: QuantityWords, tags: Tags) -> Counted | None:
    """Walk the run of words after a number to its noun: the last one in English, the first one in French."""
    found: Counted | None = None
    here = at
    while here < min(at + _MAX_RUN, len(lexemes)):
        if skipped := _skipped(lexemes, here, words):
            here = skipped
            continue
        lexeme = lexemes[here]
        found_here = _noun(lexemes, here, words, tags, found is None) if lexeme.kind == "word" else None
        if found_here is None and (lexeme.kind != "word" or found or not _may_stand_between(lexeme, words, tags)):
            break
        if found and found.known and found_here and not found_here.known and _is_plural(lexemes, found):
            break  # "3,000 troops training in the east"
        found = found_here or found
        if found_here and (not words.noun_last or found_here.unit.kind in _CLOSED):
            break
        here = found_here.last if found_here else here + 1
    if words.noun_last:
        return _plural_or_later(lexemes, at, words, tags, found)
    return _both_losses(lexemes, words, found) if found else _name(lexemes, at, words, tags)


def _skipped(lexemes: Lexemes, at: int, words: QuantityWords) -> int:
    """The index after a calibre, the digits of a name or a quotation mark inside the run; 0 if none stands there."""
    lexeme = lexemes[at]
    if lexeme.kind == "number":
        return _after_calibre(lexemes, at, words)
    if lexeme.kind == "word":
        return _model_end(lexemes, at) or _initials_end(lexemes, at)  # "50 AT-4 launchers", "two U.S. soldiers"
    return at + 1 if lexeme.word in _QUOTES else 0


def _model_end(lexemes: Lexemes, at: int) -> int:
    """The index after the name of a model, letters and digits without a space ("M777", "F-16", "AMX10RC"); 0 if none is there."""
    here, digits = at + 1, False
    while here < len(lexemes) and lexemes[here].start == lexemes[here - 1].end:
        if lexemes[here].kind == "sign" and lexemes[here].word not in ("-", "‑"):
            break
        digits = digits or lexemes[here].kind == "number"
        here += 1
    return here if digits and lexemes[here - 1].kind != "sign" else 0


def _initials_end(lexemes: Lexemes, at: int) -> int:
    """The index after letters that each have a full stop of their own ("U.S.", "U.N."); 0 if there are no two of them."""
    here = at
    while here + 1 < len(lexemes) and len(lexemes[here].word) == 1 and lexemes[here].kind == "word":
        stop = lexemes[here + 1]
        if (
            stop.word != "."
            or stop.start != lexemes[here].end
            or (here > at and lexemes[here].start != lexemes[here - 1].end)
        ):
            break
        here += 2
    return here if here >= at + 4 else 0


def _plural_or_later(
    lexemes: Lexemes, at: int, words: QuantityWords, tags: Tags, found: Counted | None
) -> Counted | None:
    """Where the noun ends its run: the plural that a singular modifies, across "and" ("artillery and rocket rounds")."""
    if found is None:
        return _name(lexemes, at, words, tags)
    if found.unit.kind in _CLOSED or _is_plural(lexemes, found):
        return _both_losses(lexemes, words, found)
    for here in range(found.last, min(found.last + _LOOK_AHEAD, len(lexemes))):
        match = match_phrase(words.units, lexemes, here)
        if match and match[1].kind in ("person", "thing") and lexemes[here].word != match[1].name:
            return Counted(match[0], match[1], True)
        tag = tags.get(lexemes[here].end)
        if tag is None or tag.upos not in _INSIDE or (tag.upos == "PUNCT" and lexemes[here].word != ","):
            break
    return found if found.known or lexemes[found.last - 1].word.endswith("s") else None


def _both_losses(lexemes: Lexemes, words: QuantityWords, found: Counted) -> Counted:
    """ "3,000 killed and wounded" counts casualties: what is killed or wounded is never all killed."""
    after = found.last
    if found.unit.kind != "casualty" or after + 1 >= len(lexemes):
        return found
    if lexemes[after].word not in words.jobs.get("conjunction", ()):
        return found
    match = match_phrase(words.units, lexemes, after + 1)
    if match is None or match[1].kind != "casualty" or match[1].name == found.unit.name:
        return found
    if match[0] < len(lexemes) and lexemes[match[0]].kind == "number":
        return found  # "10 killed and wounded 5": two counts
    return Counted(match[0], Unit("casualty", "casualty"), True)


def _name(lexemes: Lexemes, at: int, words: QuantityWords, tags: Tags) -> Counted | None:
    """A proper name or a model that a number counts by itself: "30 Caesar, 250 VAB, 12 F-16"."""
    if at >= len(lexemes) or lexemes[at].kind != "word" or lexemes[at].word in words.jobs.get("weekday", ()):
        return None
    if end := _model_end(lexemes, at):
        model = tags.get(lexemes[end - 1].end)
        return Counted(end, Unit(model.form, "other"), False) if model else None
    tag = tags.get(lexemes[at].end)
    behind = lexemes[at + 1] if at + 1 < len(lexemes) else None
    alone = behind is None or behind.kind == "sign" or (behind.end in tags and tags[behind.end].upos == "CCONJ")
    if tag is None or tag.upos != "PROPN" or not tag.form[:1].isupper() or not alone:
        return None
    return Counted(at + 1, Unit(tag.form, "other"), False)


def _is_plural(lexemes: Lexemes, counted: Counted) -> bool:
    word = lexemes[counted.last - 1].word
    return word != counted.unit.name.lower() and (counted.known or word.endswith("s"))


def _noun(lexemes: Lexemes, at: int, words: QuantityWords, tags: Tags, first: bool) -> Counted | None:
    lexeme = lexemes[at]
    tag = tags.get(lexeme.end)
    match = match_phrase(words.units, lexemes, at) or _compound(lexemes, at, words)
    if match is not None:
        end, unit = match
        # "3,000 troops killed": an adjective that stands for a person does so only where no noun is before it.
        if first or (unit.kind != "casualty" and (tag is None or tag.upos in ("NOUN", "PROPN", "X", ""))):
            return Counted(end, unit, True)
        return None
    if tag is None:
        return None
    if tag.upos == "NOUN":
        return Counted(at + 1, Unit(tag.lemma.lower(), "other"), False)
    if tag.upos == "PROPN" and first and lexeme.word.endswith("s") and tag.form[:1].isupper():
        return Counted(
            at + 1, Unit(tag.lemma if tag.lemma != lexeme.word else tag.form, "other"), False
        )  # "ten Russians"
    return None


def _compound(lexemes: Lexemes, at: int, words: QuantityWords) -> tuple[int, Unit] | None:
    """The unit of a hyphenated word by its end or, where the noun comes first, its start: "lance-missiles", "camions-citernes"."""
    pieces = lexemes[at].word.split("-")
    if len(pieces) < 2:
        return None
    piece = pieces[-1] if words.noun_last else pieces[0]
    for key, unit in words.units.by_first.get(piece, ()):
        if key == (piece,) and unit.kind in ("person", "thing"):
            return at + 1, unit
    return None


def _may_stand_between(lexeme: Lexeme, words: QuantityWords, tags: Tags) -> bool:
    tag = tags.get(lexeme.end)
    if lexeme.word in words.jobs.get("extra", ()):
        return True
    if tag is None:
        return False
    if tag.upos in ("PROPN", "VERB") and words.noun_last:  # "nine North Korean soldiers", "20 captured tanks"
        return tag.upos == "PROPN" or tag.relation == "amod" or tag.has("VerbForm=Part")
    return tag.upos in _BETWEEN and lexeme.word not in words.jobs.get("partitive", ())


def _after_calibre(lexemes: Lexemes, at: int, words: QuantityWords) -> int:
    """The index after "152-mm" or "152 mm" between a number and its noun; 0 if digits are no calibre."""
    here = at + 1
    if here < len(lexemes) and lexemes[here].word in ("-", "‑"):
        here += 1
    if here < len(lexemes):
        for key, unit in words.units.by_first.get(lexemes[here].word.split("-")[0], ()):
            if unit.kind == "calibre" and len(key) == 1:
                return here + 1
    return 0
