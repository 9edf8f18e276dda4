"""Pairs of parties with the type of what one does to the other: what the event head learns from."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from dragoman.pipelines.encoder.pieces import MARKS, Pieces, marked
from training.encoder.inventory import Inventory
from training.encoder.marked import Mark, Words, read_marks, read_rows, words_of
from training.encoder.network import Network, Ranker
from training.encoder.settings import EXAMPLES
from training.encoder.trees import piece_batch

PAIRS, CODEBOOK = "gold/plover_pairs_en.jsonl", "gold/plover_codebook_en.jsonl"
YIELD = ("CONCEDE", "RETREAT")  # what the pairs write as one


@dataclass(frozen=True)
class EventExample:
    """A sentence with the words of the source, the target and the deed (each may be empty), and the types that are right."""

    id: str
    words: Words
    source: tuple[int, ...]
    target: tuple[int, ...]
    deed: tuple[int, ...]
    roots: tuple[str, ...]
    mode: str | None = None


def read_modes() -> list[str]:
    """Every mode that the project's own examples name."""
    return sorted({row[3] for row in read_rows(EXAMPLES / "events.tsv")})


def example_of(name: str, text: str, marks: Sequence[Mark], root: str, mode: str | None) -> EventExample:
    """From a text and its marks s, t and e. name: ends in the code of its language ("e0001.fr")."""
    words = words_of(text, name.rpartition(".")[2])
    found: dict[str, tuple[int, ...]] = {
        letter: tuple(i for m in marks if m.letter == letter for i in words.inside(m.start, m.end)) for letter in "ste"
    }
    return EventExample(name, words, found["s"], found["t"], found["e"], YIELD if root == "YIELD" else (root,), mode)


def own_examples(language: str) -> Iterator[EventExample]:
    """The project's own, in one language."""
    for row in read_rows(EXAMPLES / "events.tsv"):
        if row[1] == language:
            text, marks = read_marks(row[4])
            yield example_of(f"{row[0]}.{language}", text, marks, row[2], row[3])


def pairs(shared: Path) -> Iterator[EventExample]:
    """The marked pairs of `plover_pairs_en` (no licence stated: see the model card)."""
    for line in (shared / PAIRS).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for number, event in enumerate(row["events"]):
            text, marks = read_marks(event["marked"])
            yield example_of(f"{row['id']}.{number}.en", text, marks, event["root"], None)


def codebook(shared: Path) -> Iterator[EventExample]:
    """The ideal codings of `plover_codebook_en`: parties where their names stand in the sentence."""
    for line in (shared / CODEBOOK).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        for number, event in enumerate(row["events"]):
            marks = []
            for letter, side in (("s", "source"), ("t", "target")):
                for name, *_ in event[side]:
                    start = text.find(name)
                    marks += [Mark(letter, "", None, start, start + len(name))] if start >= 0 and name else []
            yield example_of(f"{row['id']}.{number}.en", text, marks, event["root"], None)


class EventTask:
    """Type and mode of a pair. The words of the parties and of the deed are marked in the input."""

    def __init__(self, inventory: Inventory, pieces: Pieces) -> None:
        self.pieces, self.inventory = pieces, inventory

    def batch(self, examples: Sequence[EventExample]) -> dict[str, Tensor]:
        """Inputs, the parties' words as shares that sum to 1, and the right types as a mask [batch, types]."""
        rows = self.pieces.rows([(e.words.forms, e.words.blanks) for e in examples])
        rows = [
            marked(row, {MARKS.index(n): getattr(e, n) for n in ("source", "target", "deed")})
            for row, e in zip(rows, examples, strict=True)
        ]
        batch = piece_batch(rows, self.pieces.pad)
        parties = torch.zeros(len(rows), 2, batch["first"].shape[1])
        for i, example in enumerate(examples):
            for side, places in enumerate((example.source, example.target)):
                parties[i, side, list(places)] = 1.0 / max(1, len(places))
        types, modes = self.inventory.event, self.inventory.mode
        batch["parties"] = parties
        batch["right"] = torch.tensor([[t in e.roots for t in types] for e in examples])
        batch["mode"] = torch.tensor([modes.index(e.mode) if e.mode in modes else -100 for e in examples])
        return batch

    def scores(self, network: Network | Ranker, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Scores of types and modes."""
        words, whole = network.words(batch)
        mask = torch.arange(words.shape[1])[None] < batch["words"][:, None]
        types, modes = network.events(words, whole, batch["parties"].to(words.dtype), mask)
        return types.float(), modes.float()

    def loss(self, network: Network | Ranker, batch: dict[str, Tensor]) -> Tensor:
        """Minus the log of the share that the right types have; a third as much for modes."""
        types, modes = self.scores(network, batch)
        logs = torch.log_softmax(types, 1).masked_fill(~batch["right"], -1e4)
        total = -torch.logsumexp(logs, 1).mean()
        if (batch["mode"] >= 0).any():
            total = total + torch.nn.functional.cross_entropy(modes, batch["mode"], ignore_index=-100) / 3
        return total
