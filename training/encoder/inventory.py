"""The classes of each head, collected from the training trees and kept beside the weights as `classes.json`."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dragoman.pipelines.encoder.lemma_rule import rule_of
from training.conllu import Sentence
from training.encoder.network import Classes

ROOTS = (
    "NONE", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
FACTUALITY = ("asserted", "hedged", "uncertain", "hedged-negative", "denied")
MIN_FEATS, MIN_LEMMA, MAX_LEMMA = 4, 3, 700


@dataclass(frozen=True)
class Inventory:
    """Names of the classes, in the order of the network's outputs. `relation[0]` is root."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    relation: tuple[str, ...]
    event: tuple[str, ...]
    mode: tuple[str, ...]
    factuality: tuple[str, ...]

    def classes(self, pieces: int) -> Classes:
        """Their numbers."""
        return Classes(pieces, *(len(getattr(self, name)) for name in asdict(self)))

    def write(self, path: Path) -> None:
        """As JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_inventory(path: Path) -> Inventory:
    """What `Inventory.write` wrote."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Inventory(**{name: tuple(values) for name, values in found.items()})


def feats_text(token_feats: Sequence[tuple[str, str]]) -> str:
    """Features in CoNLL-U notation; "" for none."""
    return "|".join(f"{n}={v}" for n, v in token_feats)


def collect(sentences: Iterable[Sentence], modes: Sequence[str]) -> Inventory:
    """Classes met often enough to learn; the rest is left to the nearest class at reading."""
    upos: Counter[str] = Counter()
    feats: Counter[str] = Counter()
    lemma: Counter[str] = Counter()
    relation: Counter[str] = Counter()
    for sentence in sentences:
        for place, token in enumerate(sentence.tokens):
            upos[token.upos] += 1
            feats[feats_text(token.feats)] += 1
            if token.lemma:
                lemma[rule_of(token.form, token.lemma)] += 1
            if token.head != place:
                relation[token.deprel] += 1
    return Inventory(
        upos=tuple(sorted(upos)),
        feats=tuple(sorted(f for f, n in feats.items() if n >= MIN_FEATS)),
        lemma=tuple(rule for rule, n in sorted(lemma.items(), key=lambda x: (-x[1], x[0])) if n >= MIN_LEMMA)[
            :MAX_LEMMA
        ],
        relation=("root", *sorted(relation)),
        event=ROOTS,
        mode=("", *sorted(set(modes) - {""})),
        factuality=FACTUALITY,
    )
