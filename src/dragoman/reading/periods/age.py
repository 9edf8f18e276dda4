"""Years that are an age and no stretch of time: "un soldat de 19 ans", "mort à 69 ans", "il a 45 ans", "ses 60 ans"."""

from __future__ import annotations

from functools import cache

from dragoman.model.tree import Sentence, Token
from dragoman.reading.periods.atoms import Atom
from dragoman.reading.periods.tense import Trees
from dragoman.world.concept import concepts, words
from dragoman.world.period import read_period_lemmas

_BESIDE = 3  # atoms looked at before the words for "âgé", "aged"
_NEAR = 6  # tokens looked at before the years for a word of measure
_AGENTS = {
    "fr": ("euse", "trice", "iste", "ienne", "ien", "teur", "neur", "seur")
}  # ends of words for who does a thing


def is_age(atoms: list[Atom], index: int, text: str, trees: Trees) -> bool:
    """Whether an amount of years tells how old somebody is. text: of the document; index: of the amount among the atoms."""
    atom = atoms[index]
    if any("AGE" in atoms[index - step].values for step in range(1, _BESIDE + 1) if index >= step):
        return True
    before, after = text[max(0, atom.start - 3) : atom.start].rstrip()[-1:], text[atom.end : atom.end + 1]
    if before in (",", "(") and (after in (",", ")") or _follows_name(atom, text, trees)):
        return True
    led = atoms[index - 1].values if index else {}
    goes_on = index + 1 < len(atoms) and bool({"OF", "ADJ"} & set(atoms[index + 1].values))
    if "POSS" in led:
        return not goes_on  # "ses 60 ans", but "ses dix ans de règne"
    found = trees.token_at(atom.end - 1)
    if found is None or goes_on:
        return False
    sentence, place = found
    noun = sentence.tokens[place]
    if _is_owned(sentence, noun):
        return not _has_task(sentence, place, trees.language)
    if "AT" in led:
        return not _is_measured(sentence, place, trees.language)
    return "FROM" in led and _is_person(sentence, place, trees.language)


def _follows_name(atom: Atom, text: str, trees: Trees) -> bool:
    """Whether a comma parts the years from a name: "Anna, 44 ans et sa sœur"."""
    comma = text.rfind(",", 0, atom.start)
    found = trees.token_at(comma - 1) if comma > 0 else None
    return found is not None and found[0].tokens[found[1]].upos == "PROPN"


def _is_owned(sentence: Sentence, noun: Token) -> bool:
    """Whether the years are what somebody has: "il a 45 ans", "elle aurait eu 70 ans"."""
    head = sentence.tokens[noun.head] if noun.head >= 0 else None
    return head is not None and head.lemma.lower() == "avoir" and head.upos == "VERB" and noun.relation == "obj"


def _has_task(sentence: Sentence, place: int, language: str) -> bool:
    """Whether what follows says what the time is for: "il a deux ans pour partir", "a deux ans devant lui"."""
    following = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    return following is not None and following.lemma.lower() in read_period_lemmas(language, "TASK")


def _is_measured(sentence: Sentence, place: int, language: str) -> bool:
    """Whether a word of measure reaches the years, "condamné à dix ans", "prolongé à cinq ans", where "mort à 69 ans" tells an age."""
    measures = read_period_lemmas(language, "MEASURE")
    head = sentence.tokens[place].head
    near = (*range(max(0, place - _NEAR), place), *((head,) if head >= 0 else ()))
    return any(sentence.tokens[one].lemma.lower() in measures for one in near)


def _is_person(sentence: Sentence, place: int, language: str) -> bool:
    """Whether the years hang from somebody: "un soldat de 19 ans", "son fils de 15 ans", not "une peine de 15 ans"."""
    index = place
    while index > 0 and sentence.tokens[index].upos != "ADP":
        index -= 1
    owner = next(
        (one for one in reversed(sentence.tokens[max(0, index - 3) : index]) if one.upos in ("NOUN", "PROPN")), None
    )
    if owner is None:
        return False
    lemma = owner.lemma.lower()
    return owner.upos == "PROPN" or lemma in _people(language) or lemma.endswith(_AGENTS.get(language, ("\n",)))


@cache
def _people(language: str) -> frozenset[str]:
    """Nouns for people: of the concept lexicon, and by age, family and trade."""
    lexicon = concepts()
    told = {
        entry[0]
        for pos, entry, concept in words(language)
        if pos == "n" and len(entry) == 1 and lexicon[concept].kind == "people"
    }
    return frozenset(told) | read_period_lemmas(language, "AGED")
