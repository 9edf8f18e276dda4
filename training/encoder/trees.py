"""Windows of treebank sentences as tensors: what the tree and tag heads learn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.pipelines.encoder.lemma_rule import rule_of
from dragoman.pipelines.encoder.pieces import PieceRow, Pieces
from training.augment import as_heading, printed, split_at_blanks
from training.conllu import Sentence
from training.corpus import read_sentences, read_training_sentences
from training.docs import paragraphs
from training.encoder.batching import packed
from training.encoder.inventory import Inventory, feats_text
from training.encoder.network import Network
from training.encoder.settings import Language

IGNORED = -100  # torch's number for a class that is not asked
HEADING_SHARE, CAPITALS_SHARE = 0.04, 0.02
MAX_WORDS = 128


@dataclass(frozen=True)
class Window:
    """Sentences that stand together; `words` and `blanks` as `Pieces.rows` takes them."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> list[str]:
        """Forms."""
        return [t.form for s in self.sentences for t in s.tokens]

    @property
    def blanks(self) -> list[bool]:
        """Whether a blank stands before each word; before a sentence one does."""
        found: list[bool] = []
        for sentence in self.sentences:
            found += [True, *(t.space_after for t in sentence.tokens[:-1])]
        return found


def training_windows(language: Language, treebanks: Path, chance: Random) -> list[Window]:
    """One round of windows: sentences grouped anew, printed anew, a few as headings."""
    windows: list[Window] = []
    for name, times in language.trees.items():
        sentences = read_training_sentences(treebanks / name, language.code)
        for _ in range(times):
            for group in paragraphs(sentences, chance):
                if chance.random() < HEADING_SHARE:
                    group = [as_heading(group[0], chance)]
                seed = chance.random()
                shown = [split_at_blanks(printed(s, language.code, Random(seed))) for s in group]
                windows += cut([s for s in shown if s.tokens])
    chance.shuffle(windows)
    return windows


def cut(sentences: list[Sentence]) -> list[Window]:
    """Windows of at most MAX_WORDS words; a longer sentence stands alone."""
    windows: list[list[Sentence]] = []
    room = 0
    for sentence in sentences:
        if not windows or room < len(sentence.tokens):
            windows.append([])
            room = MAX_WORDS
        windows[-1].append(sentence)
        room -= len(sentence.tokens)
    return [Window(tuple(w)) for w in windows if sum(len(s.tokens) for s in w) <= 2 * MAX_WORDS]


def fixed_windows(language: Language, treebanks: Path, names: Sequence[str]) -> list[Window]:
    """Windows of files as they are printed, the same each time."""
    found: list[Window] = []
    for name in names:
        for group in paragraphs(read_sentences(treebanks / name, language.code), Random(0)):
            found += cut([split_at_blanks(s) for s in group])
    return found


def piece_batch(rows: Sequence[PieceRow], pad: int) -> dict[str, Tensor]:
    """Padded tensors of the encoder's inputs."""
    length, words = max(len(r.ids) for r in rows), max(len(r.first) for r in rows)

    def padded(values: Sequence[Sequence[int]], size: int, filler: int) -> Tensor:
        return torch.tensor([[*v, *[filler] * (size - len(v))] for v in values])

    return {
        "ids": padded([r.ids for r in rows], length, pad),
        "shapes": padded([r.shapes for r in rows], length, 0),
        "lengths": torch.tensor([len(r.ids) for r in rows]),
        "first": padded([r.first for r in rows], words, 0),
        "last": padded([r.last for r in rows], words, 0),
        "words": torch.tensor([len(r.first) for r in rows]),
    }


class TreeTask:
    """Trees, tags, features, lemmas and sentence openings."""

    def __init__(self, inventory: Inventory, pieces: Pieces) -> None:
        self.pieces = pieces
        self.number = {
            name: {value: i for i, value in enumerate(getattr(inventory, name))}
            for name in ("upos", "feats", "lemma", "relation")
        }
        bare = [label.split(":")[0] for label in inventory.relation]
        self.bare = torch.tensor([bare.index(label) for label in bare])

    def universal(self, relation: Tensor) -> Tensor:
        """Relations with subtypes folded into one number."""
        return self.bare[relation.clamp(min=0)]

    def batch(self, windows: Sequence[Window]) -> dict[str, Tensor]:
        """Inputs and answers. head: 0 for a root, else 1 + the place of the head in the window."""
        rows = self.pieces.rows([(w.words, w.blanks) for w in windows])
        made = piece_batch(rows, self.pieces.pad)
        size = made["first"].shape[1]
        names = ("upos", "feats", "lemma", "relation", "head", "opens", "group")
        answers: dict[str, list[list[int]]] = {name: [] for name in names}
        for window in windows:
            rows_of = self.answers(window)
            for name in names:
                filler = -1 if name == "group" else IGNORED
                answers[name].append(rows_of[name] + [filler] * (size - len(rows_of[name])))
        return made | {name: torch.tensor(values) for name, values in answers.items()}

    def answers(self, window: Window) -> dict[str, list[int]]:
        """The classes of each word; `group` numbers its sentence."""
        found: dict[str, list[int]] = {n: [] for n in ("upos", "feats", "lemma", "relation", "head", "opens", "group")}
        base = 0
        for group, sentence in enumerate(window.sentences):
            for place, token in enumerate(sentence.tokens):
                root = token.head == place
                found["upos"].append(self.number["upos"].get(token.upos, IGNORED))
                found["feats"].append(self.number["feats"].get(feats_text(token.feats), IGNORED))
                rule = self.number["lemma"].get(rule_of(token.form, token.lemma), IGNORED) if token.lemma else IGNORED
                found["lemma"].append(rule)
                found["relation"].append(0 if root else self.number["relation"].get(token.deprel, IGNORED))
                found["head"].append(0 if root else 1 + base + token.head)
                found["opens"].append(int(place == 0))
                found["group"].append(group)
            base += len(sentence.tokens)
        return found

    def loss(self, network: Network, batch: dict[str, Tensor]) -> Tensor:
        """Sum of the heads' cross-entropies."""
        words, whole = network.words(batch)
        arcs = same_sentence(network.arcs(words, whole).float(), batch["group"])
        heads = batch["head"].clamp(min=0)
        labels = network.labels(words, whole, heads).float()
        total = entropy(arcs, batch["head"]) + entropy(labels, batch["relation"])
        for name, weight in (("upos", 0.5), ("feats", 0.3), ("lemma", 0.3)):
            total = total + weight * entropy(getattr(network, name)(words).float(), batch[name])
        asked = batch["group"] >= 0
        opens = network.opens(words).squeeze(2).float()
        return total + functional.binary_cross_entropy_with_logits(opens[asked], batch["opens"][asked].float())


def same_sentence(arcs: Tensor, group: Tensor) -> Tensor:
    """Arc scores with heads in other sentences, and a word as its own head, ruled out."""
    allowed = group[:, :, None] == group[:, None, :]
    allowed &= ~torch.eye(group.shape[1], dtype=torch.bool)
    allowed = torch.cat([torch.ones_like(allowed[:, :, :1]), allowed], 2)
    return arcs.masked_fill(~allowed, -1e4)


def entropy(scores: Tensor, answers: Tensor) -> Tensor:
    """Mean cross-entropy over what is asked."""
    return functional.cross_entropy(scores.flatten(0, -2), answers.flatten(), ignore_index=IGNORED)


@torch.no_grad()
def attachment(network: Network, task: TreeTask, windows: Sequence[Window]) -> dict[str, float]:
    """Greedy UAS, LAS and accuracies on gold words, in percent; relations without subtypes. For choosing a checkpoint."""
    network.eval()
    right: dict[str, float] = {}
    total = 0
    for some in batches_by_length(windows, 2500, Random(0)):
        batch = task.batch(some)
        words, whole = network.words(batch)
        arcs = same_sentence(network.arcs(words, whole).float(), batch["group"])
        heads = arcs.argmax(2)
        relation = network.labels(words, whole, heads).argmax(2)
        asked = batch["head"] != IGNORED
        hit = heads == batch["head"]
        counts = {"uas": hit, "las": hit & (task.universal(relation) == task.universal(batch["relation"]))}
        counts |= {n: getattr(network, n)(words).argmax(2) == batch[n] for n in ("upos", "feats", "lemma")}
        counts["opens"] = (network.opens(words).squeeze(2) > 0).long() == batch["opens"]
        for name, values in counts.items():
            right[name] = right.get(name, 0.0) + float((values & asked).sum())
        total += int(asked.sum())
    network.train()
    return {name: round(100 * value / total, 2) for name, value in right.items()}


def batches_by_length(windows: Sequence[Window], words: int, chance: Random) -> list[list[Window]]:
    """Batches of about `words` words whose windows are about as long as one another, in random order."""

    def size_of(window: Window) -> int:
        return sum(len(s.tokens) for s in window.sentences)

    found = packed(sorted(windows, key=lambda w: (size_of(w), chance.random())), size_of, words)
    chance.shuffle(found)
    return found
