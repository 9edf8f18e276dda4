"""Tenses that the encoder mistakes, set right by the form: "se rendra en mai" has not been, "Ottawa froze assets" has."""

from __future__ import annotations

_ENDINGS = ("ai", "as", "a", "ons", "ez", "ont")  # Riegel, Pellat & Rioul: the infinitive, without a last e, and avoir

PERFECT = frozenset(("avoir", "être"))
_OF_IMPERFECT = ("ais", "ait", "aient")  # the conditional's too, behind the future's stem
_OF_FUTURE_ALONE = ("ai", "as", "a", "ont")  # "courons" and "offrez" are presents


def with_future(form: str, lemma: str, features: str) -> str:
    """The features of a finite French verb, with the future where its form is the infinitive's and an ending of the future.

    >>> with_future("rendra", "rendre", "Mood=Ind|Tense=Past|VerbForm=Fin")
    'Mood=Ind|Tense=Fut|VerbForm=Fin'
    >>> with_future("entra", "entrer", "Mood=Ind|Tense=Past|VerbForm=Fin")
    'Mood=Ind|Tense=Past|VerbForm=Fin'
    >>> with_future("enverra", "envoyer", "Mood=Ind|Tense=Past|VerbForm=Fin")
    'Mood=Ind|Tense=Fut|VerbForm=Fin'
    """
    if "VerbForm=Fin" not in features or "Mood=Ind" not in features or not lemma.endswith(("r", "re")):
        return features
    stem = lemma.removesuffix("e").casefold()
    regular = any(form.casefold() == stem + ending for ending in _ENDINGS)
    if not regular and not _has_own_stem(form.casefold(), lemma.casefold()):
        return features
    return features.replace("Tense=Past", "Tense=Fut").replace("Tense=Pres", "Tense=Fut")


def _has_own_stem(form: str, lemma: str) -> bool:
    """Whether a form is a future on a stem of its own: "enverra", "achètera", "viendront"; the stem of the past "livra" is the verb's."""
    stems = (form.removesuffix(ending) for ending in _OF_FUTURE_ALONE if form.endswith(ending))
    return any(stem.endswith("r") and stem != lemma.removesuffix("er") for stem in stems)


def with_conditional(form: str, lemma: str, features: str) -> str:
    """The features of a finite French verb, with the conditional where its form is a future's stem and an ending of the imperfect.

    "A dit qu’il enverrait des soldats": a plan, which a tagger's imperfect makes a deed done.

    >>> with_conditional("enverrait", "envoyer", "Mood=Ind|Tense=Imp|VerbForm=Fin")
    'Mood=Cnd|Tense=Pres|VerbForm=Fin'
    >>> with_conditional("livrait", "livrer", "Mood=Ind|Tense=Imp|VerbForm=Fin")
    'Mood=Ind|Tense=Imp|VerbForm=Fin'
    >>> with_conditional("ouvraient", "ouvrir", "Mood=Ind|Tense=Imp|VerbForm=Fin")
    'Mood=Ind|Tense=Imp|VerbForm=Fin'
    """
    if "VerbForm=Fin" not in features or "Mood=Cnd" in features:
        return features
    here = form.casefold()
    stem = next((here.removesuffix(one) for one in _OF_IMPERFECT if here.endswith(one)), "")
    bare = lemma.casefold()
    if not stem.endswith("r") or (bare.endswith(("er", "ir")) and stem == bare[:-2]):  # "tirait", "courait": imperfects
        return features
    kept = (one for one in features.split("|") if not one.startswith(("Mood=", "Tense=")))
    return "|".join(sorted(("Mood=Cnd", "Tense=Pres", *kept)))


def as_participle(features: str) -> str:
    """The features of a French verb behind "avoir" or "être", with the past where its form is a present's as well: "a envahi".

    >>> as_participle("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")
    'Number=Sing|Tense=Past|VerbForm=Part'
    >>> as_participle("Gender=Masc|Tense=Past|VerbForm=Part")
    'Gender=Masc|Tense=Past|VerbForm=Part'
    """
    if "VerbForm=Fin" not in features:
        return features
    dropped = ("Mood=", "Person=", "Tense=", "VerbForm=")
    kept = (one for one in features.split("|") if not one.startswith(dropped))
    return "|".join(sorted((*kept, "Tense=Past", "VerbForm=Part")))


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


def of_its_class(upos: str, features: str) -> str:
    """The features that a word of a class can have: what is no verb has no mood, no tense and no person of one.

    >>> of_its_class("ADJ", "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin")
    'Number=Sing'
    >>> of_its_class("VERB", "Mood=Ind|Tense=Fut|VerbForm=Fin")
    'Mood=Ind|Tense=Fut|VerbForm=Fin'
    """
    if upos in ("VERB", "AUX") or "VerbForm=Fin" not in features:
        return features
    return "|".join(
        one for one in features.split("|") if not one.startswith(("Mood=", "Tense=", "Person=", "VerbForm="))
    )
