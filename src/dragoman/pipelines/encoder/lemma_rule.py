"""Lemmas as short recipes that many words share: how many letters to cut at the end, and what to put there.

A class a recipe is what the lemma head chooses among (Straka 2018, UDPipe 2.0, in our own words: endings only). What it
proposes is then checked against the lexicon (`dragoman.pipelines.lemma`).
"""

from __future__ import annotations

KEEP, SMALL = "k", "s"  # the letters of the form as printed, or made small, before cutting


def rule_of(form: str, lemma: str) -> str:
    """The recipe that turns a form into a lemma.

    >>> rule_of("sent", "send"), rule_of("Troops", "troop"), rule_of("Kim", "Kim")
    ('s1:d', 's1:', 'k0:')
    """
    letters = KEEP if not lemma.islower() and lemma[:1] == form[:1] else SMALL
    base = form if letters == KEEP else form.lower()
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{letters}{len(base) - same}:{lemma[same:]}"


def apply_rule(rule: str, form: str) -> str:
    """The lemma that a recipe gives; one that cuts more than there is, or leaves nothing, gives the form in small letters.

    >>> apply_rule("s1:d", "sent"), apply_rule("s2:be", "is"), apply_rule("s3:y", "ab")
    ('send', 'be', 'ab')
    """
    base = form if rule[0] == KEEP else form.lower()
    count, _, ending = rule[1:].partition(":")
    cut = int(count)
    made = base[: len(base) - cut] + ending if cut <= len(base) else ""
    return made or form.lower()
