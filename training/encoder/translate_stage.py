"""Leads the encoder to another language before it sees a tree of it.

Each sentence of a parallel text should land where the source encoder puts its English translation (Reimers & Gurevych 2020,
in our own words), and masked words are to be guessed, in the parallel texts and in texts of the language alone.
"""

import json
import lzma
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from dragoman.pipelines.encoder.pieces import PieceRow, Pieces
from training.encoder.batching import packed
from training.encoder.network import Encoder, source_weights
from training.encoder.settings import SEED, Language
from training.encoder.trees import piece_batch
from training.encoder.trees_stage import rate_at
from training.encoder.vocabulary import first_embeddings, make_pieces, read_lexicon

MASKED_SHARE, PAIR_SHARE = 0.12, 0.6
BATCH_PIECES, MAX_PIECES = 1600, 96
MAX_LINES = 60_000  # of one text: one kind of prose may not drown the others
RATE, EMBEDDING_RATE = 2e-4, 6e-4


def read_lines(path: Path) -> Iterator[str]:
    """Lines of a text, or of the texts of a corpus; plain, .xz or .jsonl."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from json.loads(line)["text"].split("\n") if path.suffix == ".jsonl" else [line.rstrip("\n")]


def sample(lines: Iterator[str], chance: Random) -> list[str]:
    """At most MAX_LINES of the lines that hold a sentence."""
    found = [line for line in lines if len(line.split()) > 3]
    return found if len(found) <= MAX_LINES else chance.sample(found, MAX_LINES)


def split_words(text: str) -> tuple[list[str], list[bool]]:
    """Words between blanks, as far as pieces need them."""
    words = text.split()[:MAX_PIECES]
    return words, [True] * len(words)


def make_vocabulary(language: Language, text: Path, source: Path, target: Path) -> Tensor:
    """Write the language's pieces and return their first embeddings."""
    assert language.translated is not None
    assert language.lexicon is not None
    chance = Random(SEED)
    lines = [line for name in language.texts for line in sample(read_lines(text / name), chance)]
    for name in language.translated:
        lines += [line.split("\t")[0] for line in sample(read_lines(text / name), chance)]
    make_pieces(lines, target)
    table = source_weights(source / "model.safetensors")["word.weight"]
    old = Tokenizer.from_file(str(source / "tokenizer.json"))
    old.no_padding()
    old.no_truncation()
    return first_embeddings(
        Tokenizer.from_file(str(target)), old, table, read_lexicon(text / language.lexicon), language.code
    )


class Translation:
    """The two losses of this stage. teacher: the source encoder with its own pieces; it does not learn."""

    def __init__(self, encoder: Encoder, pieces: Pieces, teacher: Encoder, teacher_pieces: Pieces) -> None:
        self.encoder, self.pieces = encoder, pieces
        self.teacher, self.teacher_pieces = teacher, teacher_pieces
        self.bias = nn.Parameter(torch.zeros(pieces.size))
        self.transform = nn.Sequential(nn.Linear(384, 384), nn.GELU(), nn.LayerNorm(384))

    def parameters(self) -> list[nn.Parameter]:
        """What only this stage needs."""
        return [self.bias, *self.transform.parameters()]

    def loss(self, foreign: list[str], english: list[str] | None, chance: Random) -> Tensor:
        """Of one batch; english None for texts of the language alone."""
        rows = [shortened(r) for r in self.pieces.rows([split_words(t) for t in foreign])]
        batch = piece_batch(rows, self.pieces.pad)
        ids, answers = masked(batch["ids"], batch["lengths"], self.pieces, chance)
        hidden = self.encoder(ids, batch["shapes"], batch["lengths"])
        asked = answers >= 0
        guesses = self.transform(hidden[asked]) @ self.encoder.word.weight.T + self.bias
        total = functional.cross_entropy(guesses.float(), answers[asked])
        if english is None:
            return total
        with torch.no_grad():
            theirs = piece_batch(
                [shortened(r) for r in self.teacher_pieces.rows([split_words(t) for t in english])],
                self.teacher_pieces.pad,
            )
            goal = mean_vector(self.teacher(theirs["ids"], theirs["shapes"] * 0, theirs["lengths"]), theirs["lengths"])
        made = mean_vector(hidden, batch["lengths"])
        apart = 1 - functional.cosine_similarity(made, goal, dim=1).mean()
        return total + 4.0 * apart + 4.0 * (made - goal).square().mean() / goal.square().mean()


def mean_vector(hidden: Tensor, lengths: Tensor) -> Tensor:
    """Mean over the pieces of each sentence, [batch, width]."""
    mask = (torch.arange(hidden.shape[1])[None] < lengths[:, None]).float()[:, :, None]
    return (hidden.float() * mask).sum(1) / mask.sum(1)


def shortened(row: PieceRow) -> PieceRow:
    """The first MAX_PIECES pieces; places of words are not needed here."""
    return PieceRow(row.ids[:MAX_PIECES], row.shapes[:MAX_PIECES], (0,), (0,))


def masked(ids: Tensor, lengths: Tensor, pieces: Pieces, chance: Random) -> tuple[Tensor, Tensor]:
    """Pieces with some masked, and the answers at those places (-1 elsewhere): 8 in 10 hidden, 1 swapped, 1 left."""
    generator = torch.Generator().manual_seed(chance.randrange(2**31))
    inside = (torch.arange(ids.shape[1])[None] < lengths[:, None] - 1) & (torch.arange(ids.shape[1])[None] > 0)
    drawn = (torch.rand(ids.shape, generator=generator) < MASKED_SHARE) & inside
    kind = torch.rand(ids.shape, generator=generator)
    swapped = torch.randint(5, pieces.size, ids.shape, generator=generator)
    seen = torch.where(drawn & (kind < 0.8), pieces.mask, torch.where(drawn & (kind < 0.9), swapped, ids))
    return seen, torch.where(drawn, ids, -1)


def batches(pairs: list[tuple[str, str | None]], chance: Random) -> list[list[tuple[str, str | None]]]:
    """Batches of about BATCH_PIECES pieces, of like lengths, pairs and lone texts apart."""

    def size_of(pair: tuple[str, str | None]) -> int:
        return min(MAX_PIECES, 2 + len(pair[0]) // 4)

    found: list[list[tuple[str, str | None]]] = []
    for kind in (True, False):
        some = sorted((p for p in pairs if (p[1] is None) == kind), key=lambda p: (len(p[0]), chance.random()))
        found += packed(some, size_of, BATCH_PIECES)
    chance.shuffle(found)
    return found


def material(language: Language, text: Path, chance: Random) -> list[tuple[str, str | None]]:
    """Sentences with their translations, and sentences alone."""
    assert language.translated is not None
    found: list[tuple[str, str | None]] = []
    for name in language.translated:
        for line in sample(read_lines(text / name), chance):
            foreign, _, english = line.partition("\t")
            if english and len(foreign) < 400:
                found.append((foreign, english))
    for name in language.texts:
        found += [(line[:500], None) for line in sample(read_lines(text / name), chance)]
    return found


def train_translation(task: Translation, language: Language, text: Path, work: Path, seconds: float) -> None:
    """Train for a time and not a number of rounds: this stage never converges, and the run has to end.

    A rerun on another machine therefore gives other weights; the model card says how many steps the shipped ones saw.
    """
    chance = Random(SEED)
    torch.manual_seed(SEED)
    todo = batches(material(language, text, chance), chance)
    others = [p for n, p in task.encoder.named_parameters() if not n.startswith("word")]
    optimizer = torch.optim.AdamW(
        [
            {"params": others, "lr": RATE},
            {"params": [task.encoder.word.weight], "lr": EMBEDDING_RATE},
            {"params": task.parameters(), "lr": 1e-3},
        ],
        weight_decay=0.01,
        fused=True,
    )
    full = [group["lr"] for group in optimizer.param_groups]
    begun, step = time.monotonic(), 0
    total = 0.0
    while time.monotonic() - begun < seconds:
        share = rate_at(int(1000 * (time.monotonic() - begun) / seconds), 1000)
        for group, rate in zip(optimizer.param_groups, full, strict=True):
            group["lr"] = rate * share
        some = todo[step % len(todo)]
        english = None if some[0][1] is None else [e or "" for _, e in some]
        with torch.autocast("cpu", torch.bfloat16):
            loss = task.loss([f for f, _ in some], english, chance)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        total += float(loss.detach())
        if step % 100 == 0:
            with (work / "translate.log").open("a", encoding="utf-8") as log:
                log.write(f"step {step} of {len(todo)} loss {total / 100:.3f} {time.strftime('%H:%M:%S')}\n")
            total = 0.0
    torch.save(task.encoder.state_dict(), work / "translated.pt")
