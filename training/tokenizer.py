"""Tokenizer rules that cut raw text where the treebanks cut it. They are saved inside each pipeline.

spaCy's own French rules cut at most hyphens ("Royaume - Uni") and leave "-t-il" in two; the treebanks do neither. Its
English rules miss "you’ve" and cut prefixes ("co - founder") that the treebanks keep.
"""

import re
from collections.abc import Callable, Iterable

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

Rules = dict[str, list[dict[int, str]]]

LETTER = r"[^\W\d_]"
ELIDED_LETTERS = "cdjlmnst"
ELIDED_WORDS = ("qu", "jusqu", "lorsqu", "puisqu", "quoiqu")

# What may follow an elided word: a vowel, a mute h, a figure, a quotation mark, initials. "N'Djamena" stays whole.
AFTER_ELISION = r"(?=[aeiouyhàâäæéèêëîïôöœùûüAEIOUYHÀÂÄÆÉÈÊËÎÏÔÖŒÙÛÜ\d\"“«(\[‘]|[A-Z]{2})"

# A clitic follows the verb ending that grammar asks for, so that "Kim Jong-il" stays whole: "est-il", "donne-la".
FRENCH_CLITICS = (
    ("[tdTD]", "il|ils|elle|elles|on"),
    ("[tasTAS]", "ce"),
    ("[sxSX]", "tu"),
    ("[a-zéA-ZÉ]", "je"),
    ("[sSzZ]", "nous|vous"),
    ("[szeaSZEA]", "moi|toi|lui|leur|le|la|les|y|en"),
    (LETTER, "là|ci"),
)
# Words that the rules above would cut; written in lower case, with a capital and in capitals.
FRENCH_WHOLE = (
    "c'est-à-dire",
    "l'on",
    "rendez-vous",
    "celui-là",
    "celle-là",
    "ceux-là",
    "celles-là",
    "celui-ci",
    "celle-ci",
    "ceux-ci",
    "celles-ci",
    "jusque-là",
    "par-là",
    "n°",
)
FRENCH_ABBREVIATIONS = (
    "M.",
    "MM.",
    "Dr.",
    "Pr.",
    "Me.",
    "Mr.",
    "St.",
    "Ste.",
    "etc.",
    "cf.",
    "p.",
    "pp.",
    "av.",
    "apr.",
    "J.-C.",
    "art.",
    "vol.",
    "No.",
    "fig.",
    "éd.",
    "env.",
    "janv.",
    "févr.",
    "juil.",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
    "c.-à-d.",
    "Cie.",
    "Jr.",
    "Inc.",
    "Corp.",
    "Ltd.",
    "chap.",
    "°C",
)
FRENCH_PREFIXES = (
    r"\.\.+",
    "…",
    "--+",
    "[\"“”«»„‟‘’'`‹›]",
    r"[(\[{)\]},;:!?]",
    r"\.(?!\d)",
    "[–—―•·|*/]",
    "[$€£¥<>^=~&]",
    rf"-(?={LETTER})",
)
FRENCH_SUFFIXES = (
    r"\.\.+",
    "…",
    "--+",
    "[\"“”«»„‟‘’'`‹›]",
    r"[(\[{,;:!?]",
    r"(?<!\(e)(?<!\(s)[)\]}]",
    "[–—―•|*^]",
    r"(?<=\d)(?:[$€£¥%‰]|°C?|[kcm]?m[²³2]?|kg|km/h|h|MW|kW|Mds?)",
    "[%$€£¥/<>=&]",
    r"(?<=\w)-",
    r"(?<=[^\W_]{2})\.",
    r"(?<=[\"»”’'%)\]°€])\.",
    r"(?<=\d)\.",
    r"(?<=°C)\.",
)

ENGLISH_HELD_PREFIXES = (
    "anti",
    "co",
    "counter",
    "e",
    "ex",
    "inter",
    "mid",
    "mini",
    "multi",
    "non",
    "over",
    "post",
    "pre",
    "pro",
    "re",
    "semi",
    "sub",
    "trans",
    "ultra",
    "un",
)
ENGLISH_ABBREVIATIONS = (
    "Ft.",
    "al.",
    "Sept.",
    "Lt.",
    "Col.",
    "Maj.",
    "Capt.",
    "Sgt.",
    "Gen.",
    "Adm.",
    "Rep.",
    "Reps.",
    "Sen.",
    "Sens.",
    "Gov.",
    "Rev.",
    "Prof.",
    "Mon.",
    "Tue.",
    "Wed.",
    "Thur.",
    "Fri.",
    "Sat.",
    "Sun.",
    "Mt.",
    "vs.",
    "Ave.",
    "Blvd.",
    "b/c",
)
ENGLISH_SPLIT = (("wan", "na"), ("out", "ta"), ("a", "lot"), ("Wan", "na"), ("A", "lot"))
RULED_LINES = ("=+", r"\*{2,}", "_{2,}", "~{2,}", r"\${2,}", "-{2,}", "#{2,}")
TELEPHONE = r"(?:\d{3}-)?\d{3}-\d{4}$"


def in_all_print(words: Iterable[str]) -> Rules:
    """Exceptions that keep each word whole, in three cases and with both apostrophes.

    >>> sorted(in_all_print(["l'on"]))
    ["L'ON", "L'on", 'L’ON', 'L’on', "l'on", 'l’on']
    """
    forms: set[str] = set()
    for word in words:
        for form in (word, word[0].upper() + word[1:], word.upper()):
            forms |= {form, form.replace("'", "’")}
    return {form: [{ORTH: form}] for form in sorted(forms)}


def french_infixes() -> tuple[str, ...]:
    """Cuts inside French words: after elided words, before clitics, at slashes, quotes and long dashes."""
    elided = [f"[{ELIDED_LETTERS}{ELIDED_LETTERS.upper()}]"]
    for word in ELIDED_WORDS:
        elided += [f"[{word[0]}{word[0].upper()}]{word[1:]}", word.upper()]
    clitics = []
    for ending, forms in FRENCH_CLITICS:
        some = f"(?:{forms}|{forms.upper()})"
        clitics.append(rf"(?<={ending})(?<!-[tT])(?=-{some}(?:-(?:moi|toi|lui|leur|nous|y|en|là))?(?![\w'’-]))")
    return (
        *(rf"(?<=(?<![\w-]){word}['’]){AFTER_ELISION}" for word in elided),
        rf"(?<={LETTER})(?=-[tT]-(?:ils?|elles?|on|ILS?|ELLES?|ON)(?![\w-]))",
        *clitics,
        r"\.\.+",
        "…",
        "--+",
        '["“”«»„‹›–—―]',
        rf"(?<={LETTER})/(?={LETTER})",
        r"(?<=\d)h(?=\d)",
        rf"(?<=[^\W_])[:,;!?](?={LETTER})",
        r"(?<=\w\w)[(\[](?=\w{3})",
    )


def french_tokenizer(nlp: Language) -> Tokenizer:
    """The French rules, made from nothing but the tables above."""
    elided = [f"{word}'" for word in (*ELIDED_LETTERS, *ELIDED_WORDS)]
    initials = [f"{letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    rules = in_all_print((*FRENCH_WHOLE, *elided)) | {w: [{ORTH: w}] for w in (*FRENCH_ABBREVIATIONS, *initials)}
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(FRENCH_PREFIXES).search,
        suffix_search=compile_suffix_regex(FRENCH_SUFFIXES).search,
        infix_finditer=compile_infix_regex(french_infixes()).finditer,
        url_match=nlp.tokenizer.url_match,
    )


def with_capitals(rules: Rules) -> Rules:
    """The rules for contractions, and each again in capitals, as in "DON'T"."""
    return {
        form.upper(): [{ORTH: str(part[ORTH]).upper()} for part in parts]
        for form, parts in rules.items()
        if "'" in form
    } | rules


def with_typographic_apostrophes(rules: Rules) -> Rules:
    """The rules, and each again with ’ for '."""
    double = {
        form.replace("'", "’"): [{ORTH: str(part[ORTH]).replace("'", "’")} for part in parts]
        for form, parts in rules.items()
        if "'" in form
    }
    return double | rules


def english_tokenizer(nlp: Language) -> Tokenizer:
    """spaCy's English rules, less the cuts that the treebanks do not make, plus those that they do."""
    held = "".join(rf"(?<!\b{p})(?<!\b{p.capitalize()})" for p in ENGLISH_HELD_PREFIXES)
    infixes = [
        rf"(?<=[^\W\d_]){held}-(?=[^\W\d_])" if "(?:-|" in rule else rule
        for rule in map(str, nlp.Defaults.infixes or [])
    ]
    infixes += ["[—―]", r"(?<=[^\W\d_])(?:-{2,}|~)(?=[^\W\d_])", r"(?<=\w)–(?=\w)", rf"(?<=\d)-(?={LETTER}{{2}})"]
    suffixes = [
        r"[!?]{2,}",
        *RULED_LINES,
        r"(?<!\.)\.\?",
        r"<<",
        ">>",
        r"(?<=\d)(?:[aApP]\.?[mM]\.?|bn|mn|tn)",
        *map(str, nlp.Defaults.suffixes or []),
    ]
    prefixes = [
        r"[!?]{2,}",
        "<<",
        ">>",
        *RULED_LINES,
        "#(?!\\w*[a-zA-Z])",
        *(str(p) for p in nlp.Defaults.prefixes or [] if p != "#"),
    ]
    plain = {f: [{ORTH: str(p[ORTH])} for p in parts] for f, parts in nlp.tokenizer.rules.items()}
    rules = with_typographic_apostrophes(with_capitals(plain)) | {w: [{ORTH: w}] for w in ENGLISH_ABBREVIATIONS}
    for parts in ENGLISH_SPLIT:
        rules["".join(parts)] = [{ORTH: part} for part in parts]
    rules.pop("and/or", None)
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        token_match=re.compile(TELEPHONE).match,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        url_match=nlp.tokenizer.url_match,
    )


MAKERS = {"fr": french_tokenizer, "en": english_tokenizer}


def create_tokenizer_callback(language: str) -> Callable[[Language], Language]:
    """Gives a new pipeline its tokenizer; named by the configuration under [initialize.before_init]."""

    def install(nlp: Language) -> Language:
        nlp.tokenizer = MAKERS[language](nlp)
        return nlp

    return install


spacy.registry.callbacks.register("dragoman.tokenizer.v1", func=create_tokenizer_callback)
