"""Words of saying and of sureness: who is said to say, and what a word makes of the event it governs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from dragoman.model.attribution import Origin, Speech
from dragoman.world.table import BadTable, read_table

CueSide = Literal["after", "via", "citing", "self", "none"]
Effect = Literal["+", "+p", "+?", "-", "-p", "-?", "?", "="]
OperatorKind = Literal[
    "negation", "particle", "determiner", "pronoun", "preposition", "condition", "modal", "future", "conditional",
    "adverb", "report", "focus", "half", "excess", "ahead", "deferral", "prospective", "near", "scarce", "part",
]  # fmt: skip
GrammarRole = Literal[
    "link", "time", "mark", "that", "relative", "by", "of", "to", "pronoun", "article", "speaker", "governed",
    "possessive", "hold", "prospect", "reflexive", "manner", "since", "still", "mute",
    "outside", "platform", "same", "anaphor", "estimate", "person", "occasion", "passive",
    "deed", "outcome", "change", "awaited", "courtesy", "contrast", "please", "label",
    "shows", "human", "talk", "untrue", "press", "document", "he", "do", "keeps", "breaks", "instead", "unless", "occurs", "holder",
    "one", "many", "several", "confirms", "beside",
    "neuter", "whole", "gainsays", "as", "quotes", "published", "hearers", "briefed", "probably", "foreteller", "spies",
    "figures", "view", "raising", "before", "averse", "issues", "among", "asks", "dummy", "feels", "rate", "meets", "utters",
    "anybody", "performs", "first", "some", "neither", "compares", "nameless", "whereabouts", "unconfirmed",
]  # fmt: skip
Mark = Literal["", "plan", "predict", "report", "deny", "acknowledge", "possible"]

_MELTED = {"de": ("d’", "du", "des"), "à": ("au", "aux")}
_APOSTROPHES = str.maketrans("'ʼ", "’’")


@dataclass(frozen=True, slots=True)
class ReportingWord:
    """A verb or noun that reports. takes: what its content may be ("that", "quote", "object", "to", "of", "predicate", "+about")."""

    lemma: str
    pos: str
    speech: Speech
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that attributes without a verb of its own, as lower-case words, and the side its source stands on."""

    words: tuple[str, ...]
    side: CueSide
    speech: Speech


@dataclass(frozen=True, slots=True)
class Governor:
    """What a word says of the event it governs: affirmed (`holds`), denied (`negated`), and the status it gives."""

    holds: Effect
    negated: Effect
    mark: Mark


@dataclass(frozen=True, slots=True)
class Operator:
    """A small word that turns or weakens an event in its own clause. negated: what a negated modal leaves of it."""

    kind: OperatorKind
    effect: Effect
    negated: Effect | None


@dataclass(frozen=True, slots=True)
class AmountVerb:
    """A verb that tells an amount with what stands behind it. noun: a form, "estimate" (a noun of that role) or "number"."""

    noun: str
    links: frozenset[str]
    speech: Speech


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """All of one language. Keys are lower case with the typographic apostrophe.

    language: ISO 639-1. reporting: by (pos, lemma); forms: by (pos, inflected form); cues: by first word, longest phrase first;
    origins: by noun; governors: by (lemma, pos, complement); operators: by word; grammar: words by their role;
    amounts: verbs that tell one, by lemma and by form; phrases: verbs of several words ("mettre en garde"), by the first one's
    lemma, each with the words behind it, longest first.
    """

    language: str
    reporting: dict[tuple[str, str], ReportingWord]
    forms: dict[tuple[str, str], ReportingWord]
    cues: dict[str, tuple[Cue, ...]]
    origins: dict[str, Origin]
    governors: dict[tuple[str, str, str], Governor]
    operators: dict[str, Operator]
    grammar: dict[str, frozenset[str]]
    amounts: dict[str, tuple[AmountVerb, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], ReportingWord], ...]]

    def is_phrase(self, cue: str) -> bool:
        """Whether the words of a cue open as a phrase of the table does: "according to", "selon", "d’après"."""
        return fold(cue.split()[0].replace("’", "’ ").split()[0]) in self.cues

    def is_word(self, form: str, role: GrammarRole) -> bool:
        """Whether a word, as a key, plays a part in the grammar of reports ("that", "mark", "pronoun", ...)."""
        return form in self.grammar.get(role, ())

    def is_stated(self, lemma: str) -> bool:
        """Whether a noun names what somebody says or wants ("objection", "plan")."""
        known = ("noun", lemma) in self.reporting
        return known or any((lemma, "noun", complement) in self.governors for complement in ("to", "that"))

    def is_deed(self, lemma: str) -> bool:
        """Whether a noun names something done, said or wanted, so that a text can be sure or unsure of it."""
        return self.is_word(lemma, "deed") or self.is_stated(lemma)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case, with one kind of apostrophe: the key under which a word is looked up.

    >>> fold("D'après")
    'd’après'
    """
    return word.lower().translate(_APOSTROPHES)


@cache
def load_speech(language: str) -> SpeechWords:
    """The words of a language; empty maps for a language without rows.

    language: ISO 639-1. Raises BadTable for a value that the contract does not know.
    """
    reporting: dict[tuple[str, str], ReportingWord] = {}
    forms: dict[tuple[str, str], ReportingWord] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], ReportingWord]]] = {}
    for row in _rows("reporting", language):
        speech = cast(Speech, _known(row["speech"], get_args(Speech), "reporting"))
        word = ReportingWord(fold(row["lemma"]), row["pos"], speech, _takes(row["takes"], row["pos"]))
        first, *rest = split_words(row["lemma"])
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), word))
            continue
        reporting[word.pos, word.lemma] = word
        for form in (row["lemma"], *row["forms"].split()):
            forms.setdefault((word.pos, fold(form)), word)
    return SpeechWords(
        language, reporting, forms, _cues(language), _origins(language), _governors(language), _operators(language),
        _grammar(language), _amounts(language),
        {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in phrases.items()},
    )  # fmt: skip


@cache
def reporting_forms(language: str) -> frozenset[str]:
    """Every inflected form of a language's reporting verbs that can take words in quotation marks."""
    forms = load_speech(language).forms
    return frozenset(form for (pos, form), word in forms.items() if pos == "verb" and "quote" in word.takes)


def is_reporting_form(word: str, language: str) -> bool:
    """Whether a printed word is a form of a reporting verb that can take words in quotation marks, tree or no tree.

    >>> is_reporting_form("declared", "en"), is_reporting_form("table", "en")
    (True, False)
    """
    return fold(word) in reporting_forms(language)


def _rows(table: str, language: str) -> tuple[dict[str, str], ...]:
    return tuple(row for row in read_table(f"speech/{table}.tsv") if row["language"] == language)


def _takes(cell: str, pos: str) -> frozenset[str]:
    """What a word takes; a French preposition with the forms in which it melts into an article: "+à" is "+au" and "+aux" too."""
    takes = cell.split("|")
    if pos == "noun":
        return frozenset(takes)  # "un appel aux pompiers" is made to them, and says nothing of them
    melted = (
        sign + form
        for one in takes
        for sign in ("+", "~")
        for form in _MELTED.get(one.removeprefix(sign), ())
        if one[:1] == sign
    )
    return frozenset((*takes, *melted))


def _known(value: str, allowed: tuple[str, ...], table: str) -> str:
    if value not in allowed:
        raise BadTable(f"world/speech/{table}.tsv: {value!r} is none of {', '.join(allowed)}")
    return value


def _cues(language: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for row in _rows("cues", language):
        side = cast(CueSide, _known(row["side"], get_args(CueSide), "cues"))
        speech = cast(Speech, _known(row["speech"], get_args(Speech), "cues"))
        words = tuple(split_words(row["phrase"]))
        found.setdefault(words[0], []).append(Cue(words, side, speech))
    return {first: tuple(sorted(some, key=lambda one: -len(one.words))) for first, some in found.items()}


def split_words(phrase: str) -> list[str]:
    """Words of a phrase as a French or English tokenizer cuts them: after an elision's apostrophe and at spaces.

    >>> split_words("à ce qu’il paraît")
    ['à', 'ce', 'qu’', 'il', 'paraît']
    """
    return fold(phrase).replace("’", "’ ").split()


def _origins(language: str) -> dict[str, Origin]:
    allowed = get_args(Origin)
    return {
        fold(row["lemma"]): cast(Origin, _known(row["origin"], allowed, "sources"))
        for row in _rows("sources", language)
    }


def _governors(language: str) -> dict[tuple[str, str, str], Governor]:
    found: dict[tuple[str, str, str], Governor] = {}
    for row in _rows("governors", language):
        holds = cast(Effect, _known(row["holds"], get_args(Effect), "governors"))
        negated = cast(Effect, _known(row["negated"], get_args(Effect), "governors"))
        mark = cast(Mark, _known(row["status"], get_args(Mark), "governors"))
        found[fold(row["lemma"]), row["pos"], row["complement"]] = Governor(holds, negated, mark)
    return found


def _operators(language: str) -> dict[str, Operator]:
    found: dict[str, Operator] = {}
    for row in _rows("operators", language):
        kind = cast(OperatorKind, _known(row["kind"], get_args(OperatorKind), "operators"))
        effect = cast(Effect, _known(row["effect"], get_args(Effect), "operators"))
        negated = cast(Effect, _known(row["negated"], get_args(Effect), "operators")) if row["negated"] else None
        found[fold(row["word"])] = Operator(kind, effect, negated)
    return found


def _grammar(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _rows("grammar", language):
        found.setdefault(_known(row["role"], get_args(GrammarRole), "grammar"), set()).add(fold(row["word"]))
    return {role: frozenset(some) for role, some in found.items()}


def _amounts(language: str) -> dict[str, tuple[AmountVerb, ...]]:
    found: dict[str, tuple[AmountVerb, ...]] = {}
    for row in _rows("told_amounts", language):
        speech = cast(Speech, _known(row["speech"], get_args(Speech), "told_amounts"))
        verb = AmountVerb(fold(row["noun"]), frozenset(fold(row["link"]).split("|")) - {""}, speech)
        for form in dict.fromkeys(fold(one) for one in (row["verb"], *row["forms"].split())):
            found[form] = (*found.get(form, ()), verb)
    return found
