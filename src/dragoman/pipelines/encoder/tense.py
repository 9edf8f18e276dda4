"""Tenses that the encoder mistakes, set right by the form: "se rendra en mai" has not been, "Ottawa froze assets" has."""

from __future__ import annotations

_ENDINGS = ("ai", "as", "a", "ons", "ez", "ont")  # Riegel, Pellat & Rioul: the infinitive, without a last e, and avoir


def with_future(form: str, lemma: str, features: str) -> str:
    """The features of a finite French verb, with the future where its form is the infinitive's and an ending of the future.

    >>> with_future("rendra", "rendre", "Mood=Ind|Tense=Past|VerbForm=Fin")
    'Mood=Ind|Tense=Fut|VerbForm=Fin'
    >>> with_future("entra", "entrer", "Mood=Ind|Tense=Past|VerbForm=Fin")
    'Mood=Ind|Tense=Past|VerbForm=Fin'
    """
    if "VerbForm=Fin" not in features or "Mood=Ind" not in features or not lemma.endswith(("r", "re")):
        return features
    stem = lemma.removesuffix("e").casefold()
    if not any(form.casefold() == stem + ending for ending in _ENDINGS):
        return features
    return features.replace("Tense=Past", "Tense=Fut").replace("Tense=Pres", "Tense=Fut")


def with_past(form: str, lemma: str, features: str) -> str:
    """The features of an English verb, with the past where it is tagged as an infinitive and its form is no infinitive's.

    An English infinitive is its dictionary form; "froze" can be nothing but a past.

    >>> with_past("froze", "freeze", "VerbForm=Inf")
    'Mood=Ind|Tense=Past|VerbForm=Fin'
    >>> with_past("freeze", "freeze", "VerbForm=Inf")
    'VerbForm=Inf'
    """
    here, plain = form.casefold(), lemma.casefold()
    if features != "VerbForm=Inf" or here == plain or here.endswith(("ing", "s", "'", "’")) or not here.isalpha():
        return features
    return "Mood=Ind|Tense=Past|VerbForm=Fin"
