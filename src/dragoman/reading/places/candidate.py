"""Where a text may name a place: names of the gazetteer with what the words around them say for and against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.model.mention import ActorMention
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token
from dragoman.reading.places.longer_name import LongerNames
from dragoman.reading.places.people import first_names_of, names_person, surnames_of
from dragoman.reading.places.phrase import Cues, Hit, Setting, read_phrase, word_of
from dragoman.reading.places.shared_kind import shared_hits
from dragoman.world.place import Entry, Gazetteer, doubtful_names, first_names, fold, place_cues, region_abbreviations

_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ALONE = frozenset(("Fla.", "Ill.", "Kan.", "Neb.", "Nev.", "Tex.", "Ala.", "Ark.", "Wis.", "Ont.", "Que."))
_NEVER_ALONE = frozenset(("Miss.", "Mass.", "Wash."))
_QUOTES = ("“", '"', "«", "'", "‘", ":", "(", "–", "—", "-", "--")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of the gazetteer in a sentence.

    first, last: tokens of the phrase. span: of the name with its region word. support: what the words around it say, above 0
    for a place. wants: the kind of place those words call for, None if they call for none. cue: the preposition that
    stands before it, in small letters, "" for none. strict: whether that is a cue of place. listed: whether only a comma or
    "and" parts it from the name before, which is likely a place; rowed: whether so, whatever the name before is.
    """

    sentence: int
    first: int
    last: int
    span: Span
    name: str
    entries: tuple[Entry, ...]
    support: float
    wants: str | None
    cue: str
    strict: bool
    listed: bool
    rowed: bool


def find_candidates(
    sentences: tuple[Sentence, ...], text: str, gazetteer: Gazetteer, actors: tuple[ActorMention, ...]
) -> tuple[Candidate, ...]:
    """Every name of the gazetteer in a text, longest first where names overlap, with its support, in text order."""
    cues = place_cues(gazetteer.language)
    people, called = surnames_of(sentences, cues), first_names_of(sentences, cues)
    longer = LongerNames(actors, cues)
    found: list[Candidate] = []
    for index, sentence in enumerate(sentences):
        setting = Setting(sentence.tokens, cues, gazetteer, people, called)
        before: Candidate | None = None
        for hit in _scan(setting, text):
            span = Span(sentence.tokens[hit.first].span.start, sentence.tokens[hit.last].span.end)
            if not longer.cover(span, text, hit):
                before = _candidate(index, hit, setting, before)
                found.append(before)
    return _with_longer(found, cues)


def _with_longer(found: list[Candidate], cues: Cues) -> tuple[Candidate, ...]:
    """The candidates; where a document prints a longer name too, the bare one may be that place.

    "DeKalb" beside "DeKalb County", "the Brazos" beside "Brazos River".
    """
    longer: dict[str, tuple[Entry, ...]] = {}
    for one in found:
        bare, _, kind = one.name.rpartition(" ")
        if bare and kind.lower() in cues["district"]:
            longer[bare] = tuple(entry for entry in one.entries if entry.level == 2)
        elif bare and kind.lower() in cues.get("feature", ()):
            longer[bare] = tuple(entry for entry in one.entries if entry.kind == "area")
    return tuple(replace(one, entries=one.entries + longer[one.name]) if one.name in longer else one for one in found)


def _scan(setting: Setting, text: str) -> Iterator[Hit]:
    tokens = setting.tokens
    shared = shared_hits(tokens, text, setting.gazetteer, setting.cues)
    index = 0
    while index < len(tokens):
        hit = (
            shared.get(index)
            or _longest(tokens, index, text, setting.gazetteer)
            or _abbreviation(tokens, index, text, setting.gazetteer)
        )
        if hit is None or hit.name.lower() in setting.cues["never"] or _bites(hit, setting, text):
            index += 1
            continue
        hit = _without_kind(hit, setting, text)
        yield hit
        index = hit.last + 1


def _without_kind(hit: Hit, setting: Setting, text: str) -> Hit:
    """The name without a word that begins the name of a public body: "Toledo" in "Toledo City Council".

    "Dodge City Council" is Dodge City's: the larger town of the two is meant, and no state is, "Iowa City Council".
    """
    tokens = setting.tokens
    after = word_of(tokens[hit.last + 1]) if hit.last + 1 < len(tokens) else ""
    if hit.last == hit.first or after not in setting.cues["local"] | setting.cues["office"]:
        return hit
    if word_of(tokens[hit.last]) not in setting.cues["place"]:
        return hit
    name = text[tokens[hit.first].span.start : tokens[hit.last - 1].span.end]
    entries = setting.gazetteer.find(name)
    whole = max((one.population for one in hit.entries if one.kind == "city"), default=0)
    larger = any(one.kind == "city" and one.population > whole for one in entries)
    states = {one.place.country for one in entries if one.kind == "country" or one.level == 1}
    if not larger or states & {one.place.country for one in hit.entries}:
        return hit
    return Hit(hit.first, hit.last - 1, name, entries)


def _bites(hit: Hit, setting: Setting, text: str) -> bool:
    """Whether a name with an article takes the head off a longer one without it: "The Rock" in "the Rock Hill schools"."""
    if word_of(setting.tokens[hit.first]) not in setting.cues["article"] or hit.last == hit.first:
        return False
    inner = _longest(setting.tokens, hit.first + 1, text, setting.gazetteer)
    return inner is not None and inner.last > hit.last


def _longest(tokens: tuple[Token, ...], first: int, text: str, gazetteer: Gazetteer) -> Hit | None:
    form = tokens[first].form
    head = form if form.isalpha() else fold(form).partition(" ")[0]
    most = gazetteer.longest_from(head)
    saint = head.rstrip(".").capitalize() in ("St", "Ste", "Mt", "Ft")
    shout = form.isupper() and (len(form) > 2 or saint)
    if shout:
        most = max(most, gazetteer.longest_from(head.title()))
    if saint:
        most = 4
    if not most:
        return None
    start = tokens[first].span.start
    for last in range(min(first + 2 * most, len(tokens)) - 1, first - 1, -1):
        name = text[start : tokens[last].span.end]
        if len(name) > 60 or name.count(" ") >= most or not (name[-1].isalpha() or name[-1] == "."):
            continue
        spoken = (
            _WORD.sub(lambda word: word[0].capitalize(), name) if shout and name.isupper() and len(name) > 3 else name
        )
        for one in dict.fromkeys((spoken, name)):
            entries = gazetteer.find(one)
            if entries:
                return Hit(first, last, one, entries)
    return None


def _abbreviation(tokens: tuple[Token, ...], first: int, text: str, gazetteer: Gazetteer) -> Hit | None:
    """A region's abbreviation: "Gary, Ind.", and alone where it is nothing else, "S.C. lawmakers"."""
    form = tokens[first].form
    if not form[:1].isupper() or len(form) > 6 or (first > 0 and tokens[first - 1].form.isdigit()):
        return None
    short = region_abbreviations()
    last, name = first, form
    if name not in short and first + 1 < len(tokens) and tokens[first + 1].form == ".":
        last, name = first + 1, text[tokens[first].span.start : tokens[first + 1].span.end]
    if name not in short:
        return None
    after_comma = first > 1 and tokens[first - 1].form == ","
    if not after_comma and (gazetteer.language != "en" or not _stands_alone(name)):
        return None
    region = gazetteer.region(short[name])
    return None if region is None else Hit(first, last, name, (region,))


def _stands_alone(short: str) -> bool:
    """Whether an abbreviation is one without a town before it: "N.Y.", "Calif.", but not "Miss.", "Mo.", "IN"."""
    return (
        short.endswith(".")
        and (short.count(".") > 1 or len(short) > 4 or short in _ALONE)
        and short not in _NEVER_ALONE
    )


def _candidate(sentence: int, hit: Hit, setting: Setting, before: Candidate | None) -> Candidate:
    """Add up what the words around a name say; the weights stand beside each rule."""
    tokens, cues = setting.tokens, setting.cues
    phrase = read_phrase(hit, setting)
    cue, strict, support = phrase.cue, phrase.strict, phrase.support
    rowed = before is not None and before.sentence == sentence and _continues(before, hit.first, setting)
    listed = rowed and before is not None and before.support > 0.5
    if before is not None and listed:
        # "in Kursk, Belgorod and Bryansk": a list shares its preposition.
        cue, strict, support = before.cue, before.strict, support + (2.0 if before.strict else 0.5)
    support += _left_name(hit, hit.first, cue, setting) + _right_name(phrase.last, setting) + _dateline(hit, tokens)
    loose = strict and cue in cues["loose"]
    support -= _doubt(hit, strict and not loose, setting) + (1.0 if loose and _is_surname(hit) else 0.0)
    if _names_its_kind(hit, setting):
        support = max(support, phrase.support) + 3.0
    if strict and word_of(tokens[hit.first - 1]) in cues["article"] and hit.entries[0].kind == "city":
        support -= 2.0  # "at the Titus clinic": a town takes no article
    span = Span(tokens[phrase.first].span.start, tokens[phrase.last].span.end)
    return Candidate(
        sentence, phrase.first, phrase.last, span, hit.name, hit.entries, support, phrase.wants, cue, strict,
        listed, rowed,
    )  # fmt: skip


def _names_its_kind(hit: Hit, setting: Setting) -> bool:
    """Whether the name says that it is a region's: "Yuma County", "Borno State"; nobody is called so."""
    _, _, last = hit.name.lower().rpartition(" ")
    kinds = setting.cues["district"] | setting.cues["region"]
    return " " in hit.name and hit.entries[0].kind == "region" and last in kinds


def _continues(before: Candidate, first: int, setting: Setting) -> bool:
    words = [word_of(token) for token in setting.tokens[before.last + 1 : first]]
    links = setting.cues["join"] | setting.cues["article"]
    return 0 < len(words) <= 3 and all(word in links for word in words)


def _doubt(hit: Hit, strict: bool, setting: Setting) -> float:
    """Against: the name is also a word or a person's, the tagger sees no name, or the document has a person of that name."""
    tokens, first = setting.tokens, hit.first
    kinds = doubtful_names().get(hit.name, frozenset())
    against = 0.0
    if "word" in kinds:
        against += 4.0 if first == 0 or tokens[first - 1].form in _QUOTES else 2.0
    if "first" in kinds:
        against += 1.5
    if not strict and hit.name.lower() in setting.cues["surname"]:
        against += 6.0
    if hit.name in setting.called and (not strict or _owns(hit, setting)):
        against += 8.0
    if "last" in kinds:
        against += 0.4 if hit.entries[0].population > 200_000 else 1.0
    if first == hit.last and tokens[first].upos != "PROPN":
        against += 1.0 if tokens[first].upos in ("NOUN", "X", "ADJ") else 3.0
    if tokens[first].upos == "PROPN" and (strict or _is_attribute(hit, setting)):
        against *= 0.4  # "in Nice", "a Tulsa woman": where a name stands that is no common noun here, nor a person's
    return against + ((1.0 if strict else 4.0) if hit.name in setting.people else 0.0)


def _owns(hit: Hit, setting: Setting) -> bool:
    after = setting.tokens[hit.last + 1].form if hit.last + 1 < len(setting.tokens) else ""
    return after.replace("’", "'") == "'s"


def _is_surname(hit: Hit) -> bool:
    """Whether a small town's name is a surname too: after "close to" it is more likely somebody."""
    return hit.entries[0].population < 100_000 and "last" in doubtful_names().get(hit.name, ())


def _is_attribute(hit: Hit, setting: Setting) -> bool:
    """Whether the name stands between an article and somebody of the town: people take no article, "a Tulsa woman"."""
    tokens, cues = setting.tokens, setting.cues
    if hit.first == 0 or hit.last + 1 >= len(tokens):
        return False
    return tokens[hit.first - 1].upos in ("DET", "NUM", "ADJ") and tokens[hit.last + 1].form in cues.get(
        "townsfolk", ()
    )


def _dateline(hit: Hit, tokens: tuple[Token, ...]) -> float:
    """For: a town in capitals that opens a report, "KYIV, Ukraine (AP) —", "HUDSON —"."""
    name = "".join(token.form for token in tokens[hit.first : hit.last + 1])
    if not name.isupper() or len(name) < 4:
        return 0.0
    after = {token.form for token in tokens[hit.last + 1 : hit.last + 6]}
    return 4.0 if after & {"—", "–", "--", "-", "("} else 0.5


def _left_name(hit: Hit, first: int, cue: str, setting: Setting) -> float:
    """Against: a title, a first name or the start of a longer name stands right before."""
    tokens, cues = setting.tokens, setting.cues
    if first == 0:
        return 0.0
    left = tokens[first - 1]
    if left.form == "&":
        return -4.0
    if tokens[first].span.start > left.span.end + 1 or not _LETTERS.match(left.form):
        if left.form == "-" and first > 1 and left.span.end == tokens[first].span.start:
            party = len(tokens[first - 2].form) == 1  # "Sen. Robert Hill, D-Salem"
            return 2.5 if party else -3.0 if tokens[first - 2].form[:1].isupper() else 0.0
        return 0.0
    word = left.form.lower()
    if word in cues["title"] and (left.form[0].isupper() or word.endswith(".") or cue == word):
        return -5.0
    if (left.form[0].isupper() and word in cues["body"]) or _institution_of(first, cue, setting):
        return -5.0
    if word in cues["direction"] and left.form[0].isupper() and _is_village(hit):
        return -3.0  # "the South Lawn", a longer name; "North London" is London
    if word in cues["locative"] or word in cues["direction"]:
        return 0.0
    if cue in cues["of"] and _particled(first, setting):
        return -5.0
    if names_person(left, cues):
        return -4.0
    known = left.form[0].isupper() and left.upos == "PROPN" and word not in cues["article"]
    return -3.0 if known else 0.0


def _is_village(hit: Hit) -> bool:
    return all(entry.kind == "city" and entry.population < 50_000 for entry in hit.entries)


def _particled(first: int, setting: Setting) -> bool:
    """Whether "de" before the name is a particle: "le général de Vaux", "Marie de Gournay"."""
    tokens, cues = setting.tokens, setting.cues
    before = tokens[first - 2] if first > 1 and setting.gazetteer.language == "fr" else None
    return before is not None and (
        before.form.lower() in cues.get("particled", ())
        or before.form in cues["first_name"]
        or before.form in first_names()
    )


def _institution_of(first: int, cue: str, setting: Setting) -> bool:
    """Against: "Bank of Moscow", "accords de Minsk" are named after the place and say nothing of where."""
    tokens, cues = setting.tokens, setting.cues
    index = first - 1
    while index > 0 and word_of(tokens[index]) in cues["article"]:
        index -= 1
    if index < 1 or word_of(tokens[index]) not in cues["of"]:
        return False
    head = tokens[index - 1].form
    return head.lower() in cues["body"] and (head[0].isupper() or cue != "of")


def _right_name(last: int, setting: Setting) -> float:
    """Against: the name goes on ("Paris Hilton", "Washington Post"); an office or a public body after it speaks for it."""
    tokens = setting.tokens
    if last + 1 >= len(tokens):
        return 0.0
    right = tokens[last + 1]
    gap = right.span.start - tokens[last].span.end
    if right.form == "&":
        return -4.0
    if gap == 1 and right.form.rstrip(".") in ("24", "1", "2", "3", "5"):
        return -8.0  # "France 24", "Europe 1": channels
    if gap > 1 or not _LETTERS.match(right.form):
        hyphened = gap == 0 and right.form == "-" and last + 2 < len(tokens)
        if hyphened and tokens[last + 2].form == "based":
            return 3.0  # "a Tacoma-based bakery"
        return -3.0 if hyphened and tokens[last + 2].form[:1].isupper() else 0.0
    return _goes_on(last, setting)


def _goes_on(last: int, setting: Setting) -> float:
    tokens, cues = setting.tokens, setting.cues
    right = tokens[last + 1]
    word = right.form.lower()
    if word in cues["calendar"] and right.form[0].isupper():
        return 0.0
    if word in cues["local"] or (word in cues["townsfolk"] and right.form.islower()):
        return 0.0 if "word" in doubtful_names().get(tokens[last].form, ()) else 1.5
    if word in cues["particle"]:
        return -3.0
    if (
        right.upos == "PROPN"
        and (right.form in first_names() or right.form in cues["first_name"])
        and word not in cues["local"]
    ):
        return -6.0  # "the Swiss Benjamin ...": somebody's name begins
    if right.form[0].isupper() and names_person(tokens[last], cues) and right.upos == "PROPN":
        return -6.0  # "Vladimir Poutine": the name is a first name here
    if word in cues["office"] or word in cues["direction"] or not right.form[0].isupper():
        return -5.0 if word in cues["pact"] else 0.0
    if word in cues["body"] or word in cues["pact"]:
        return -8.0
    for token in tokens[last + 2 : last + 5]:
        if not token.form[:1].isupper():
            break
        if token.form.lower() in cues["local"]:
            return 0.5
    return -3.0 if right.upos == "PROPN" and right.span.start == tokens[last].span.end + 1 else 0.0
