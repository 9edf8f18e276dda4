"""Makes treebanks agree: the relations and features that every treebank of a language has, and no others."""

from dataclasses import replace

from training.conllu import Sentence, Token

# Subtypes that a reader of trees needs and that the treebanks agree on; every other subtype is dropped.
KEPT_SUBTYPES = frozenset(
    {
        "nsubj:pass",
        "csubj:pass",
        "aux:pass",
        "obl:agent",
        "acl:relcl",
        "nmod:poss",
        "compound:prt",
        "expl:subj",
    }
)
# What French treebanks write with a treebank's own subtype, by the kept label it means.
RENAMED_RELATIONS = {"dep:comp": "dep", "nmod:appos": "appos", "compound": "compound"}

# Features that at least two treebanks of the language annotate alike and that say something of the word.
KEPT_FEATURES = {
    "fr": frozenset(
        {
            "Definite",
            "Foreign",
            "Gender",
            "Mood",
            "Number",
            "NumType",
            "Person",
            "Polarity",
            "Poss",
            "PronType",
            "Reflex",
            "Tense",
            "VerbForm",
            "Voice",
        }
    ),
    "en": frozenset(
        {
            "Abbr",
            "Case",
            "Definite",
            "Degree",
            "Foreign",
            "Gender",
            "Mood",
            "Number",
            "NumType",
            "Person",
            "Polarity",
            "Poss",
            "PronType",
            "Reflex",
            "Tense",
            "VerbForm",
            "Voice",
        }
    ),
}
# Values that one treebank writes and another leaves out.
DROPPED_VALUES = frozenset(
    {
        ("Voice", "Act"),
        ("Degree", "Pos"),
        ("Polarity", "Pos"),
        ("PronType", "Neg"),
        ("PronType", "Exc"),
        ("PronType", "Emp"),
        ("NumType", "Frac"),
        ("NumType", "Mult"),
        ("Number", "Ptan"),
    }
)


def harmonised_relation(deprel: str) -> str:
    """The relation as the pipelines know it.

    >>> harmonised_relation("obl:mod"), harmonised_relation("nsubj:pass")
    ('obl', 'nsubj:pass')
    """
    deprel = RENAMED_RELATIONS.get(deprel, deprel)
    return deprel if deprel in KEPT_SUBTYPES else deprel.split(":", 1)[0]


def harmonised_token(token: Token, language: str) -> Token:
    """The token with the relation and the features that all treebanks of its language share."""
    kept = KEPT_FEATURES[language]
    feats = tuple((n, v) for n, v in token.feats if n in kept and (n, v) not in DROPPED_VALUES and "," not in v)
    return replace(token, feats=feats, deprel=harmonised_relation(token.deprel))


def without_odd_lemma(token: Token) -> Token:
    """The token with its lemma unknown where the question bank writes it in its own way ("en_cas_de", "il" for "je")."""
    odd = "_" in token.lemma or token.upos in ("PRON", "DET")
    return replace(token, lemma="") if odd else token


def harmonised(sentence: Sentence, language: str) -> Sentence:
    """The sentence with harmonised tokens."""
    return replace(sentence, tokens=tuple(harmonised_token(t, language) for t in sentence.tokens))
