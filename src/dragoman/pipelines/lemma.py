"""Corrects the lemmas of the shipped pipelines.

The trained lemmatizer edits letters, so it makes up a lemma for a verb that it never saw ("partageer", "clos" for
"closing"). Three things know better, in this order: the table `lemmas.tsv` beside each pipeline (what the treebanks say
of a form with one tag), the lexicon simplemma, and the regular endings of the language, tried against that lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import simplemma

# Names, figures and signs are spelled, not inflected: a lexicon would make "Paris" a bet ("pari").
_SPELLED = frozenset({"PROPN", "X", "SYM", "PUNCT", "NUM", "SPACE"})
_VERBS = frozenset({"VERB", "AUX"})
# An ending, and what stands in its place in the lemma; the longest are tried first.
_VERB_ENDINGS = {
    "fr": (
        ("issaient", "ir"), ("issait", "ir"), ("issent", "ir"), ("issant", "ir"), ("eraient", "er"), ("iraient", "ir"),
        ("erait", "er"), ("irait", "ir"), ("eront", "er"), ("iront", "ir"), ("geant", "ger"), ("geait", "ger"),
        ("çant", "cer"), ("çait", "cer"), ("aient", "er"), ("aient", "re"), ("èrent", "er"), ("irent", "ir"),
        ("ées", "er"), ("era", "er"), ("ira", "ir"), ("ait", "er"), ("ait", "re"), ("ant", "er"), ("ant", "re"),
        ("ant", "ir"), ("ent", "er"), ("ent", "re"), ("ent", "ir"), ("ées", "er"), ("ies", "ir"), ("ues", "re"),
        ("és", "er"), ("ée", "er"), ("ie", "ir"), ("is", "ir"), ("is", "re"), ("ue", "re"), ("us", "re"), ("it", "ir"),
        ("it", "re"), ("es", "er"), ("é", "er"), ("i", "ir"), ("u", "re"), ("u", "ir"), ("e", "er"), ("a", "er"),
        ("t", "re"), ("s", "re"), ("ert", "rir"), ("erte", "rir"), ("erts", "rir"), ("ertes", "rir"), ("", "re"), ("", "ir"),
    ),
    "en": (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("es", "e"), ("s", "")),
}  # fmt: skip
_INFINITIVES = {"fr": ("er", "ir", "re", "ïr"), "en": ("",)}
# Plurals, and French feminines, of nouns and adjectives; a cut counts where the lexicon has what it gives.
_PLURALS = {
    "fr": (
        ("aux", "al"), ("ées", "é"), ("ée", "é"), ("ives", "if"), ("ive", "if"), ("euses", "eux"), ("euse", "eux"),
        ("ères", "er"), ("ère", "er"), ("es", ""), ("e", ""), ("s", ""), ("x", ""),
    ),
    "en": (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("s", "")),
}  # fmt: skip


class UnknownTable(LookupError):
    """No lemma table is shipped for this language."""


@cache
def lemma_table(language: str) -> Mapping[tuple[str, str], str]:
    """The shipped table: lower-case form and UPOS to lemma. Raises UnknownTable where none is shipped."""
    source = files("dragoman.pipelines").joinpath(language, "lemmas.tsv")
    if not source.is_file():
        raise UnknownTable(f"no lemma table for {language!r}; shipped pipelines have one each")
    rows = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(form, upos): lemma for form, upos, lemma in rows}


@lru_cache(maxsize=65_536)
def correct_lemma(language: str, form: str, upos: str, lemma: str) -> str:
    """The lemma of a form with its tag, given what the pipeline proposes.

    lemma: the pipeline's proposal, kept where nothing better is known.

    >>> correct_lemma("fr", "partageaient", "VERB", "partageaier")
    'partager'
    >>> correct_lemma("en", "shells", "NOUN", "shells")
    'shell'
    """
    plain = form.replace("’", "'").lower()
    known = lemma_table(language).get((plain, upos))
    if known is not None:
        return known
    return lemma_without_table(language, form, upos, lemma)


def lemma_without_table(language: str, form: str, upos: str, lemma: str) -> str:
    """The same from the lexicon and the endings alone; the table holds only what this gets wrong."""
    plain = form.replace("’", "'").lower()
    if upos in _SPELLED or _is_sign(form, language):
        return plain if upos == "NUM" else (form if lemma.lower() == form.lower() or not lemma else lemma)
    if upos in _VERBS:
        return _verb(language, plain, lemma)
    found = _found(language, plain)
    if upos not in ("NOUN", "ADJ", "ADV"):
        return lemma if lemma and lemma.islower() else found
    if _is_known(language, plain) and not _is_verbal(language, plain, found):
        return found
    return _singular(language, plain, lemma.lower())


def _is_sign(form: str, language: str) -> bool:
    """True of initials and of words with a figure: "ESB", "1990s". A long word in capitals is a heading's."""
    if any(c.isdigit() for c in form):
        return True
    return len(form) > 1 and form.isupper() and not (len(form) > 3 and _is_known(language, form.lower()))


def _found(language: str, word: str) -> str:
    return str(simplemma.lemmatize(word, lang=language))


def _is_known(language: str, word: str) -> bool:
    return bool(simplemma.is_known(word, lang=language))


def _is_lemma(language: str, word: str) -> bool:
    """True where the lexicon has the word as a lemma."""
    return _is_known(language, word) and _found(language, word) == word


def _is_infinitive(language: str, word: str) -> bool:
    return word.endswith(_INFINITIVES[language]) and _is_lemma(language, word)


def _is_verbal(language: str, plain: str, found: str) -> bool:
    """True where the lexicon gives a noun or an adjective the lemma of a verb: "blessés" is no "blesser"."""
    if language == "fr":
        return found != plain and _is_infinitive(language, found) and not plain.startswith(found)
    return plain.endswith(("ed", "ing")) and not plain.startswith(found + "s")


def _verb(language: str, plain: str, lemma: str) -> str:
    """An infinitive, or in English a base form: the lexicon's, else the proposal, else one made by the endings."""
    found = _found(language, plain)
    if found != plain and found.endswith(_INFINITIVES[language]):
        return found
    regular = next((one for one in _by_endings(language, plain) if _is_infinitive(language, one)), None)
    if lemma != plain and _is_infinitive(language, lemma):
        # "partis" is no "parer": where the proposal shares less with the form than a regular verb does, it is made up
        return regular if regular and _shared(regular, plain) > _shared(lemma, plain) else lemma
    if regular:
        return regular
    if _is_infinitive(language, plain) or not lemma:
        return plain
    return lemma.lower()


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _by_endings(language: str, plain: str) -> Iterator[str]:
    for ending, instead in sorted(_VERB_ENDINGS[language], key=lambda pair: -len(pair[0])):
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            stem = plain[: len(plain) - len(ending)]
            yield stem + instead
            if language == "en" and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1] + instead  # "shipping" is "ship"


def _singular(language: str, plain: str, lemma: str) -> str:
    """The singular by the plural's endings where the lexicon has it, else the proposal if it is a plausible cut."""
    for ending, instead in _PLURALS[language]:
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            candidate = plain[: len(plain) - len(ending)] + instead
            if _is_lemma(language, candidate) or candidate == lemma:
                return candidate
    return lemma if lemma and plain.startswith(lemma) and len(plain) - len(lemma) <= 1 else plain
