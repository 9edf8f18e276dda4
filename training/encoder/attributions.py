"""Sources, cues and contents, and which cue each belongs to: what the attribution heads learn from.

Only examples written for the project are read here; the gold set measures and is never in shipped weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.pipelines.encoder.pieces import Pieces
from training.encoder.marked import Mark, Words, read_marks, read_rows, words_of
from training.encoder.network import Network
from training.encoder.settings import EXAMPLES
from training.encoder.trees import piece_batch

ROLES = "sct"  # source, cue, content: the marks, in the order of the head's outputs
ROLE_WEIGHTS = (1.0, 1.0, 0.7)


@dataclass(frozen=True)
class SaidExample:
    """A paragraph. roles: for each word whether it is in a source, a cue, a content; cue: the first word of its own cue, or -1."""

    id: str
    words: Words
    roles: tuple[tuple[int, int, int], ...]
    cue: tuple[int, ...]


def said_examples(language: str) -> Iterator[SaidExample]:
    """The project's own examples."""
    for number, row in enumerate(read_rows(EXAMPLES / f"attribution_{language}.tsv")):
        text, marks = read_marks(row[0])
        yield said_example(f"a{number}.{language}", words_of(text, language), marks)


def said_example(name: str, words: Words, marks: Sequence[Mark]) -> SaidExample:
    """Roles and links of a paragraph's words. In a content inside another, a word goes with the inner one."""
    roles = [[0, 0, 0] for _ in words.forms]
    cues: dict[str, int] = {}
    for mark in marks:
        places = words.inside(mark.start, mark.end)
        for place in places:
            roles[place][ROLES.index(mark.letter)] = 1
        if mark.letter == "c" and places:
            cues[mark.number] = min(cues.get(mark.number, places[0]), places[0])
    link = [-1] * len(words.forms)
    for mark in sorted(marks, key=lambda m: m.start - m.end):  # the widest first
        if mark.letter != "c" and mark.number in cues:
            for place in words.inside(mark.start, mark.end):
                link[place] = cues[mark.number]
    return SaidExample(name, words, tuple((a, b, c) for a, b, c in roles), tuple(link))


class SaidTask:
    """Roles of words and their links to cues."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.weights = torch.tensor(ROLE_WEIGHTS)

    def batch(self, examples: Sequence[SaidExample]) -> dict[str, Tensor]:
        """Inputs, roles [batch, words, 3], links [batch, words]; -100 where a window has no word or a word no link."""
        batch = piece_batch(self.pieces.rows([(e.words.forms, e.words.blanks) for e in examples]), self.pieces.pad)
        roles = torch.full((*batch["first"].shape, 3), -100.0)
        links = torch.full(batch["first"].shape, -100)
        for i, example in enumerate(examples):
            roles[i, : len(example.roles)] = torch.tensor(example.roles, dtype=torch.float)
            links[i, : len(example.cue)] = torch.tensor([c if c >= 0 else -100 for c in example.cue])
        return batch | {"roles": roles, "links": links}

    def loss(self, network: Network, batch: dict[str, Tensor]) -> Tensor:
        """Cross-entropies of roles and links."""
        words, _ = network.words(batch)
        asked = batch["roles"][:, :, 0] >= 0
        scores = network.roles(words[asked]).float()
        total = (
            functional.binary_cross_entropy_with_logits(scores, batch["roles"][asked], reduction="none") * self.weights
        ).mean() * 3
        linked = batch["links"] >= 0
        if linked.any():
            links = network.links(words).float().masked_fill(~asked[:, None, :], -1e4)
            total = total + 0.5 * functional.cross_entropy(links[linked], batch["links"][linked])
        return total
