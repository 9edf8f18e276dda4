"""French perfect infinitives that a tree takes apart: "dit avoir « libéré » la ville" has no verb "avoir" and no noun "libéré".

With an object told before it the participle agrees, and a "que" there is that object: "la ville, que Bamako dit avoir reprise".
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.bare_noun import children_of, with_tokens
from dragoman.world.concept import is_known

_BETWEEN = 4  # adverbs and marks between the auxiliary and its participle: "avoir presque entièrement « libéré »"
_MARKS = frozenset('«»“”"‘’„')
_CLAUSES = frozenset(("acl:relcl", "acl", "parataxis", "advcl"))
_RELATIVES = frozenset(("que", "qu'", "qu’"))
_PARTICIPLE = ("Tense=Past", "VerbForm=Part")
_AGREEING = (
    "ée",
    "ées",
    "és",
    "ie",
    "ies",
    "ise",
    "ises",
    "ite",
    "ites",
    "ue",
    "ues",
)  # endings no form without an object before it has
_DENYING = frozenset(("pas", "jamais", "plus"))


def with_perfects(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each such participle as the verb, "avoir" as its auxiliary, and the relative pronoun as its object."""
    return tuple(_with_relatives(_with_perfects(one)) for one in sentences) if language == "fr" else sentences


def _with_perfects(sentence: Sentence) -> Sentence:
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if token.form.casefold() != "avoir" or not token.has("VerbForm=Inf"):
            continue
        verb = _participle(sentence, index)
        if verb is None:
            continue
        if sentence.tokens[verb].head == index and token.head >= 0:
            _make_verb(sentence, tokens, index, verb)
        elif token.head == verb:
            tokens[index] = replace(token, upos="AUX", relation="aux")
            if base(tokens[verb].relation) == "ccomp":
                tokens[verb] = replace(tokens[verb], relation="xcomp")  # an infinitive has the subject of its verb
        else:
            continue
        if index and sentence.tokens[index - 1].form.casefold() in _DENYING:  # "affirme ne pas avoir livré"
            tokens[index - 1] = replace(tokens[index - 1], head=verb)
    return with_tokens(sentence, tokens)


def _participle(sentence: Sentence, auxiliary: int) -> int | None:
    """The participle behind "avoir", past adverbs and quotation marks; None for a noun ("avoir « confiance »")."""
    for index in range(auxiliary + 1, min(auxiliary + 1 + _BETWEEN, len(sentence.tokens))):
        token = sentence.tokens[index]
        if token.form in _MARKS or token.upos == "ADV":
            continue
        return index if _is_participle(token) else None
    return None


def _is_participle(token: Token) -> bool:
    if token.upos == "VERB":
        return token.has("VerbForm=Part") and not token.has("Tense=Pres")
    return token.upos in ("NOUN", "ADJ") and is_known(_infinitive(token), "fr")


def _infinitive(token: Token) -> str:
    """ "libérer" of "libérée"; a word that is no such participle by its end gives itself."""
    stem = token.form.casefold().removesuffix("s").removesuffix("e")
    return stem.removesuffix("é") + "er" if stem.endswith("é") else token.lemma


def _make_verb(sentence: Sentence, tokens: list[Token], auxiliary: int, verb: int) -> None:
    """Let the participle stand where its auxiliary stood, with all that hangs on either."""
    old, found = sentence.tokens[auxiliary], sentence.tokens[verb]
    relation = "xcomp" if base(old.relation) in ("xcomp", "ccomp", "obj") else old.relation
    agreement = [one for one in found.features.split("|") if one.startswith(("Gender=", "Number="))]
    is_verb = found.upos == "VERB"
    tokens[verb] = replace(
        found,
        upos="VERB",
        lemma=found.lemma if is_verb else _infinitive(found),
        features="|".join(sorted((*agreement, *_PARTICIPLE))),
        head=old.head,
        relation=relation,
    )
    tokens[auxiliary] = replace(old, upos="AUX", head=verb, relation="aux")
    for child in sentence.children[auxiliary]:
        if child != verb:
            tokens[child] = replace(tokens[child], head=verb)


def _with_relatives(sentence: Sentence) -> Sentence:
    """A "que" before a participle that agrees with it is its object, and the noun that it takes up is one that agrees too."""
    tokens = list(sentence.tokens)
    for verb, token in enumerate(sentence.tokens):
        if token.upos != "VERB" or not _agrees_with_object(sentence, verb):
            continue
        clause = token.head if token.relation == "xcomp" else verb
        pronoun = _pronoun(sentence, clause)
        noun = _noun_before(sentence, pronoun) if pronoun is not None else None
        if pronoun is None or noun is None or sentence.tokens[clause].relation not in _CLAUSES:
            continue
        tokens[pronoun] = replace(tokens[pronoun], upos="PRON", features="PronType=Rel", head=verb, relation="obj")
        over = sentence.tokens[clause].head
        if sentence.tokens[clause].relation != "acl:relcl" or not _may_agree(sentence.tokens[over], token):
            over = noun
        if _may_agree(sentence.tokens[over], token) and over not in sentence.subtree(clause):
            tokens[clause] = replace(tokens[clause], head=over, relation="acl:relcl")
    return with_tokens(sentence, tokens)


def _agrees_with_object(sentence: Sentence, verb: int) -> bool:
    """Whether a participle with "avoir" bears the ending of an object that stands before it."""
    token = sentence.tokens[verb]
    helpers = [sentence.tokens[child] for child in children_of(sentence, verb, "aux")]
    agrees = token.has("Gender=Fem") or token.has("Number=Plur") or token.form.casefold().endswith(_AGREEING)
    return (
        token.has("VerbForm=Part")
        and agrees
        and any(one.lemma == "avoir" for one in helpers)
        and not children_of(sentence, verb, "obj")
    )


def _pronoun(sentence: Sentence, clause: int) -> int | None:
    """The "que" that opens a clause."""
    below = sentence.children[clause]
    opening = (child for child in below if child < clause and sentence.tokens[child].form.casefold() in _RELATIVES)
    return next((child for child in opening if base(sentence.tokens[child].relation) in ("mark", "obj")), None)


def _noun_before(sentence: Sentence, pronoun: int) -> int | None:
    """The noun or name right before a relative pronoun, past a comma and closing marks."""
    at = pronoun - 1
    while at >= 0 and (sentence.tokens[at].form == "," or sentence.tokens[at].form in _MARKS):
        at -= 1
    return at if at >= 0 and sentence.tokens[at].upos in ("NOUN", "PROPN") else None


def _may_agree(noun: Token, participle: Token) -> bool:
    """Whether no feature of a noun speaks against the ending of a participle."""
    form = participle.form.casefold()
    feminine = participle.has("Gender=Fem") or form.removesuffix("s").endswith("e")
    plural = participle.has("Number=Plur") or form.endswith("es")
    return not (
        noun.has("Gender=Masc" if feminine else "Gender=Fem") or noun.has("Number=Sing" if plural else "Number=Plur")
    )
