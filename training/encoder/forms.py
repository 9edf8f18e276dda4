"""Makes `forms.tsv`: which features each form, or failing that each ending, has in the training trees.

The features head sees pieces of words and takes "auraient" for an imperfect now and then; a form that the trees know has only
the features that they gave it, and one that they do not know those of words that end alike.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from dragoman.pipelines.encoder.forms import ENDINGS, OPEN, key_of
from training.conllu import Sentence
from training.encoder.inventory import feats_text

MIN_FORMS = 12  # different forms that an ending needs before it says anything
MIN_SEEN = 5  # times that a form is seen before it speaks for itself: "walked" seen once is not only a past
HEAD = """# Features of forms and of endings ("-ndra") by universal part of speech: numbers of classes.json's feats.
# Source: the training trees named in MODEL_CARD.md; licence: as the weights. Made by: python -m training.encoder {} --stage export
"""


def collect_forms(sentences: Iterable[Sentence], feats: tuple[str, ...]) -> dict[tuple[str, str], list[int]]:
    """(form or "-ending", part of speech) to the numbers of its features, in order."""
    number = {name: i for i, name in enumerate(feats)}
    seen: dict[tuple[str, str], set[int]] = defaultdict(set)
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    times: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        for token in sentence.tokens:
            which = number.get(feats_text(token.feats))
            form = key_of(token.form)
            if which is None or token.upos not in OPEN or not any(c.isalpha() for c in form):
                continue
            seen[form, token.upos].add(which)
            times[form, token.upos] += 1
            for size in ENDINGS:
                if len(form) > size:
                    seen["-" + form[-size:], token.upos].add(which)
                    forms["-" + form[-size:], token.upos].add(form)
    return {
        key: sorted(values)
        for key, values in sorted(seen.items())
        if (len(forms[key]) >= MIN_FORMS if key in forms else times[key] >= MIN_SEEN)
    }


def write_forms(table: dict[tuple[str, str], list[int]], language: str, path: Path) -> None:
    """One row a form: form, part of speech, numbers."""
    rows = (f"{form}\t{upos}\t{','.join(map(str, numbers))}\n" for (form, upos), numbers in table.items())
    path.write_text(HEAD.format(language) + "".join(rows), encoding="utf-8")
