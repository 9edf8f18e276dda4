"""Grammar words by language: which slot a preposition opens, which verbs only lend a noun its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from dragoman.world.table import BadTable, read_table

SlotName = Literal[
    "subj", "obj", "iobj", "by", "to", "from", "of", "with", "against", "for", "between", "in", "near", "about",
    "inclusive", "exchange", "purpose", "time", "during", "via", "as", "mod", "clause", "said",
]  # fmt: skip
Side = Literal["agent", "theme", "none"]

_PLAIN = {"d": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}


@lru_cache(maxsize=1 << 12)
def plain_case(words: str) -> str:
    """A preposition as the table writes it: case-folded, contractions undone, one space between words.

    >>> plain_case("Aux côtés d’"), plain_case("au profit du")
    ('à côtés de', 'à profit de')
    """
    parts = (part for part in re.split(r"[\s’']+", words.casefold()) if part)
    return " ".join(_PLAIN.get(part, part) for part in parts)


@cache
def cases(language: str) -> dict[str, SlotName]:
    """Preposition (plain form) to slot. Raises BadTable for a slot that no rule reads."""
    table: dict[str, SlotName] = {}
    for row in read_table("syntax/cases.tsv"):
        if row["slot"] not in get_args(SlotName):
            raise BadTable(f"world/syntax/cases.tsv: {row['case']!r} opens unknown slot {row['slot']!r}")
        if row["language"] == language:
            table[plain_case(row["case"])] = cast(SlotName, row["slot"])
    return table


@cache
def support_verbs(language: str) -> dict[str, frozenset[Side]]:
    """Lemma of a support verb to what its subject may be to the noun's event."""
    table: dict[str, set[Side]] = {}
    for row in read_table("syntax/support_verbs.tsv"):
        if row["language"] == language:
            table.setdefault(row["verb"], set()).add(cast(Side, row["side"]))
    return {verb: frozenset(sides) for verb, sides in table.items()}


@cache
def portions(language: str) -> frozenset[str]:
    """Lemmas of nouns that only portion out the deed behind them: the round of "a round of talks"."""
    return frozenset(row["noun"] for row in read_table("syntax/portions.tsv") if row["language"] == language)


@cache
def number_nouns(language: str) -> frozenset[str]:
    """Lemmas of nouns that are numbers: the "million" of "plus d'un million de barils"."""
    return frozenset(row["noun"] for row in read_table("syntax/number_nouns.tsv") if row["language"] == language)


@cache
def never_passive(language: str) -> frozenset[str]:
    """Lemmas of verbs whose perfect looks like a passive and is none: "sont morts", "est arrivé"."""
    return frozenset(row["verb"] for row in read_table("syntax/never_passive.tsv") if row["language"] == language)


@cache
def needs_object(language: str) -> frozenset[str]:
    """Lemmas of verbs that never stand in the active without an object: "arrest", "sentence"."""
    return frozenset(row["verb"] for row in read_table("syntax/needs_object.tsv") if row["language"] == language)


@cache
def aims(language: str) -> frozenset[str]:
    """Prepositions behind which a verb that strikes has whom it aims at: "shot at the crowd"."""
    return frozenset(row["preposition"] for row in read_table("syntax/aims.tsv") if row["language"] == language)


@cache
def linking_verbs(language: str) -> frozenset[str]:
    """Lemmas of verbs behind which a noun says what the subject is: "est devenu un allié"."""
    return frozenset(row["verb"] for row in read_table("syntax/linking_verbs.tsv") if row["language"] == language)


@cache
def adverbial_nouns(language: str) -> frozenset[str]:
    """Lemmas of nouns that say how often, how far or how with no preposition: "cette fois", "this way"."""
    return frozenset(row["noun"] for row in read_table("syntax/adverbial_nouns.tsv") if row["language"] == language)


@cache
def double_object(language: str) -> frozenset[str]:
    """Lemmas of verbs that take a receiver and a thing with no preposition: "gave Chad 30 tanks"."""
    return frozenset(row["verb"] for row in read_table("syntax/double_object.tsv") if row["language"] == language)


@cache
def no_object(language: str) -> frozenset[str]:
    """Lemmas of verbs that never have an object: "périr", "arrive"."""
    return frozenset(row["verb"] for row in read_table("syntax/no_object.tsv") if row["language"] == language)


@cache
def carrying(language: str) -> frozenset[str]:
    """Lemmas of verbs of going that carry the thing that is their object: "flew rice to Chad"."""
    return frozenset(row["verb"] for row in read_table("syntax/carrying.tsv") if row["language"] == language)


@cache
def subject_control(language: str) -> frozenset[str]:
    """Lemmas of verbs whose infinitive is their own subject's: "promise", "refuse"."""
    return frozenset(row["verb"] for row in read_table("syntax/subject_control.tsv") if row["language"] == language)


@cache
def of_somebody(language: str) -> frozenset[str]:
    """Lemmas of adjectives that only somebody can be: "ready", "unwilling"."""
    return frozenset(row["adjective"] for row in read_table("syntax/of_somebody.tsv") if row["language"] == language)


@cache
def phases(language: str) -> dict[str, str]:
    """Verbs that say only when over an infinitive, each with the word before the infinitive, "" for none: "vient de partir"."""
    rows = (row for row in read_table("syntax/phases.tsv") if row["language"] == language)
    return {row["verb"]: row["mark"].strip("-") for row in rows}


@cache
def presence_words(language: str, kind: Literal["have", "there"]) -> frozenset[str]:
    """Lemmas of verbs of having and adjectives of being there: "has 300 soldiers in Mali", "soldats présents au Mali"."""
    rows = read_table("syntax/presence.tsv")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["kind"] == kind)


@cache
def just_done(language: str) -> frozenset[str]:
    """Lemmas of those verbs whose infinitive has been done: "vient de partir" left."""
    rows = (row for row in read_table("syntax/phases.tsv") if row["language"] == language)
    return frozenset(row["verb"] for row in rows if row["time"] == "past")


@cache
def parts(language: str) -> frozenset[str]:
    """Nouns that take a part out of known things: "partie", "half"; lemmas, lower case."""
    return frozenset(row["noun"] for row in read_table("syntax/parts.tsv") if row["language"] == language)


@cache
def object_control(language: str) -> dict[str, frozenset[SlotName]]:
    """Lemma of a verb to the slots in which the one stands, besides the object, who is to do what its infinitive says."""
    table: dict[str, set[SlotName]] = {}
    for row in read_table("syntax/object_control.tsv"):
        if row["slot"] not in get_args(SlotName):
            raise BadTable(f"world/syntax/object_control.tsv: {row['verb']!r} has unknown slot {row['slot']!r}")
        if row["language"] == language:
            table.setdefault(row["verb"], set()).add(cast(SlotName, row["slot"]))
    return {verb: frozenset(slots) for verb, slots in table.items()}


@dataclass(frozen=True, slots=True)
class Inclusion:
    """How a language says what something is made of: verbs whose object or whose subject lists it, and nouns for the whole.

    A reflexive verb stands with "se " before it.
    """

    by_object: frozenset[str]
    by_subject: frozenset[str]
    wholes: frozenset[str]


@cache
def inclusion(language: str) -> Inclusion:
    """The words of inclusion of a language, by lemma. Raises BadTable for a part or a side that no rule reads."""
    found: dict[str, set[str]] = {"object": set(), "subject": set(), "-": set()}
    for row in read_table("syntax/inclusion.tsv"):
        if row["items"] not in found or (row["part"] == "noun") != (row["items"] == "-"):
            raise BadTable(
                f"world/syntax/inclusion.tsv: {row['word']!r} is a {row['part']} with items {row['items']!r}"
            )
        if row["language"] == language:
            found[row["items"]].add(re.sub(r"^s['’]", "se ", row["word"]))
    return Inclusion(frozenset(found["object"]), frozenset(found["subject"]), frozenset(found["-"]))
