"""Shows a pipeline the print of newspapers: typographic quotes and apostrophes, dashes, headings, capitals.

All functions keep the number of tokens and the tree; they change forms and spacing alone.
"""

from dataclasses import replace
from random import Random

from training.conllu import Sentence, Token

TYPOGRAPHIC = {"'": "’", "’": "'"}
DASHES = ("-", "–", "—", "--")
QUOTES = {"fr": (("«", "»"), ("“", "”"), ('"', '"')), "en": (("“", "”"), ('"', '"'), ("«", "»"))}
QUOTE_FORMS = frozenset('"“”«»') | {"``", "''"}
FINAL_STOPS = frozenset(".")


def with_apostrophes(sentence: Sentence, apostrophe: str) -> Sentence:
    """Every apostrophe written the same way."""
    other = TYPOGRAPHIC[apostrophe]
    if not any(other in t.form for t in sentence.tokens):
        return sentence
    return replace(sentence, tokens=tuple(replace(t, form=t.form.replace(other, apostrophe)) for t in sentence.tokens))


def with_quotes(sentence: Sentence, pair: tuple[str, str]) -> Sentence:
    """Double quotation marks replaced by `pair`, opening and closing in turn, guillemets set off by blanks."""
    tokens = list(sentence.tokens)
    places = [i for i, t in enumerate(tokens) if t.form in QUOTE_FORMS]
    if not places or len(places) % 2:
        return sentence
    airy = pair == ("«", "»")
    for count, i in enumerate(places):
        opening = count % 2 == 0
        tokens[i] = replace(tokens[i], form=pair[0] if opening else pair[1], lemma=pair[0] if opening else pair[1])
        if airy and opening:
            tokens[i] = replace(tokens[i], space_after=True)
        elif airy and i:
            tokens[i - 1] = replace(tokens[i - 1], space_after=True)
        elif opening:
            tokens[i] = replace(tokens[i], space_after=False)
        elif i:
            tokens[i - 1] = replace(tokens[i - 1], space_after=False)
    return replace(sentence, tokens=tuple(tokens))


def with_dashes(sentence: Sentence, dash: str) -> Sentence:
    """Dashes between blanks replaced by `dash`; hyphens inside words stay."""
    tokens = list(sentence.tokens)
    for i, token in enumerate(tokens):
        if token.form in DASHES and token.upos == "PUNCT" and token.space_after and i and tokens[i - 1].space_after:
            tokens[i] = replace(token, form=dash, lemma=dash)
    return replace(sentence, tokens=tuple(tokens))


def without_stop(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop, as headings are printed."""
    last = len(sentence.tokens) - 1
    if last < 1 or sentence.tokens[last].form not in FINAL_STOPS or any(t.head == last for t in sentence.tokens):
        return sentence
    return replace(sentence, tokens=sentence.tokens[:last])


def titled(token: Token) -> Token:
    """The token as a headline writes it; short function words stay small."""
    if len(token.form) > 3 and token.form.islower():
        return replace(token, form=token.form[0].upper() + token.form[1:])
    return token


def as_heading(sentence: Sentence, chance: Random) -> Sentence:
    """The sentence as a heading: no final stop, and perhaps capitals."""
    sentence = without_stop(sentence)
    style = chance.random()
    if style < 0.35:
        # No lemma: edit trees are spelled in letters, and one a capital word would drown the others.
        return replace(sentence, tokens=tuple(replace(t, form=t.form.upper(), lemma="") for t in sentence.tokens))
    if style < 0.6:
        return replace(sentence, tokens=tuple(titled(t) for t in sentence.tokens))
    return sentence


def with_spaced_figures(sentence: Sentence) -> Sentence:
    """Figures from 10000 on written in groups of three, as French newspapers do."""
    tokens = tuple(
        replace(t, form=f"{int(t.form):,}".replace(",", " "))
        if t.form.isdecimal() and len(t.form) > 4 and not t.form.startswith("0")
        else t
        for t in sentence.tokens
    )
    return replace(sentence, tokens=tokens)


def split_at_blanks(sentence: Sentence) -> Sentence:
    """Each token with a blank inside ("10 000") cut there, since spaCy cuts at every blank.

    The first part keeps the tree's tag and relation; each later part hangs from it as `flat`.
    """
    if not any(" " in t.form for t in sentence.tokens):
        return sentence
    home: list[int] = []
    parts: list[tuple[int, list[str]]] = []
    for i, token in enumerate(sentence.tokens):
        home.append(sum(len(p) for _, p in parts))
        parts.append((i, token.form.split(" ")))
    tokens: list[Token] = []
    for i, forms in parts:
        whole = sentence.tokens[i]
        for place, form in enumerate(forms):
            last = place == len(forms) - 1
            tokens.append(
                replace(
                    whole,
                    form=form,
                    lemma=whole.lemma if len(forms) == 1 else form,
                    head=home[whole.head] if place == 0 else home[i],
                    deprel=whole.deprel if place == 0 else "flat",
                    space_after=whole.space_after if last else True,
                )
            )
    return replace(sentence, tokens=tuple(tokens))


def printed(sentence: Sentence, language: str, chance: Random) -> Sentence:
    """The sentence as some newspaper might print it."""
    sentence = with_apostrophes(sentence, chance.choice("'’"))
    if chance.random() < 0.8:
        sentence = with_quotes(sentence, chance.choice(QUOTES[language]))
    if chance.random() < 0.5:
        sentence = with_dashes(sentence, chance.choice(DASHES))
    if language == "fr" and chance.random() < 0.6:
        sentence = with_spaced_figures(sentence)
    return sentence
