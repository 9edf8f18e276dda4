"""The network in torch: six layers of a small BERT, and heads that share its one pass.

The names of the encoder's parameters are those of the source weights (BERT's), so that they load by name. What the reader
computes from the same weights is `training/encoder/graphs.py`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.pipelines.encoder.pieces import MARKS, SHAPES
from training.encoder.sizes import ARC, EVENT, HEADS, INNER, LABEL, LAYERS, LINK, OWN_LAYERS, POSITIONS, WIDTH

EPSILON = 1e-12  # BERT's, in its layer norms


@dataclass(frozen=True)
class Classes:
    """How many classes each head tells apart."""

    pieces: int
    upos: int
    feats: int
    lemma: int
    relation: int
    event: int
    mode: int
    factuality: int


class Layer(nn.Module):
    """One block of the encoder, post-norm as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: [batch, pieces, WIDTH]; mask: [batch, 1, 1, pieces], true where a piece stands."""
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # Written out, and without dropout on the weights: in 16 bits torch's own kernel is five times slower on a CPU.
        scores = (q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5).masked_fill(~mask, -1e4)
        mixed = torch.softmax(scores, -1) @ v
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.attention_norm(x + functional.dropout(mixed, self.dropout, self.training))
        inner = self.outer(functional.gelu(self.inner(x)))
        return self.norm(x + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Pieces to vectors. `shape` and `mark` are ours: the print of a word, which small letters lose, and its part in a pair that is asked about."""

    def __init__(self, pieces: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.mark = nn.Embedding(len(MARKS), WIDTH, padding_idx=0)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.shape.weight)
        nn.init.normal_(self.mark.weight, std=0.02)
        nn.init.zeros_(self.mark.weight[0])
        self.dropout = dropout

    def forward(self, ids: Tensor, shapes: Tensor, lengths: Tensor) -> Tensor:
        """ids, shapes: [batch, pieces], a shape with SHAPES times its mark added; lengths: [batch]. Returns [batch, pieces, WIDTH]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.shape(shapes % SHAPES) + self.mark(shapes // SHAPES)
        x = functional.dropout(self.embedding_norm(x), self.dropout, self.training)
        mask = (places[None, :] < lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class EventHead(nn.Module):
    """Event type and mode of pairs of parties, from the vectors of words."""

    def __init__(self, types: int, modes: int) -> None:
        super().__init__()
        self.parts = nn.ModuleList(nn.Linear(WIDTH, EVENT, bias=i == 0) for i in range(4))
        self.key, self.query = nn.Linear(WIDTH, 64), nn.Linear(2 * WIDTH, 64)
        self.dropout = nn.Dropout(0.2)
        self.root = nn.Linear(EVENT, types)
        self.mode = nn.Linear(EVENT, modes)

    def forward(self, words: Tensor, whole: Tensor, parties: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of types and modes. parties: [batch, 2, words], each row sums to 1; mask: [batch, words], true for words.

        A party is the mean of its words; what stands between them is the words that the pair looks at.
        """
        source, target = (parties @ words).unbind(1)
        query = self.query(torch.cat([source, target], 1))
        scores = (self.key(words) @ query[:, :, None]).squeeze(2) / 8.0
        seen = torch.softmax(scores.float().masked_fill(~mask, -1e4), 1)
        deed = (seen[:, None] @ words.float()).squeeze(1)
        parts = (whole, source, target, deed)
        joint = functional.relu(torch.stack([f(p) for f, p in zip(self.parts, parts, strict=True)]).sum(0))
        joint = self.dropout(joint)
        return self.root(joint), self.mode(joint)


def word_vectors(hidden: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """The mean of each word's first and last piece, [batch, words, WIDTH]."""
    rows = torch.arange(hidden.shape[0])[:, None]
    vectors: Tensor = (hidden[rows, batch["first"]] + hidden[rows, batch["last"]]) * 0.5
    return vectors


def mlp(width: int, dropout: float) -> nn.Module:
    """One hidden layer in front of a head."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.ReLU(), nn.Dropout(dropout))


class Network(nn.Module):
    """The encoder with its heads. Each `forward` of a head is a method, so that a step pays for what it trains alone."""

    def __init__(self, classes: Classes, dropout: float = 0.3) -> None:
        super().__init__()
        self.classes = classes
        self.encoder = Encoder(classes.pieces)
        self.dropout = nn.Dropout(dropout / 2)
        self.upos = nn.Linear(WIDTH, classes.upos)
        self.feats = nn.Linear(WIDTH, classes.feats)
        self.lemma = nn.Linear(WIDTH, classes.lemma)
        self.opens = nn.Linear(WIDTH, 1)
        self.arc_child, self.arc_head = mlp(ARC, dropout), mlp(ARC, dropout)
        self.arc_pair = nn.Linear(ARC, ARC, bias=False)
        self.arc_any = nn.Linear(ARC, 1, bias=False)
        self.label_child, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL, bias=False)
        self.label = nn.Linear(LABEL, classes.relation)
        self.label_dropout = nn.Dropout(dropout)
        self.factuality = nn.Sequential(mlp(128, 0.1), nn.Linear(128, classes.factuality))
        self.roles = nn.Linear(WIDTH, 3)  # a word is in a source, a cue, a content
        self.link_child, self.link_cue = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.events = EventHead(classes.event, classes.mode)  # in the mix; what is shipped for events is the Ranker

    def words(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Vectors of words [batch, words, WIDTH], the mean of first and last piece, and of windows [batch, WIDTH] ([CLS])."""
        hidden = self.encoder(batch["ids"], batch["shapes"], batch["lengths"])
        return self.dropout(word_vectors(hidden, batch)), hidden[:, 0]

    def arcs(self, words: Tensor, whole: Tensor) -> Tensor:
        """Score of each head for each word, [batch, words, 1 + words]; the first is the root."""
        child = self.arc_child(words)
        head = self.arc_head(torch.cat([whole[:, None], words], 1))
        return self.arc_pair(child) @ head.transpose(1, 2) + self.arc_any(head).transpose(1, 2)

    def labels(self, words: Tensor, whole: Tensor, heads: Tensor) -> Tensor:
        """Score of each relation between a word and its head (0 the root), [batch, words, relations]."""
        above = self.label_head(torch.cat([whole[:, None], words], 1))
        rows = torch.arange(words.shape[0])[:, None]
        return self.label(self.label_dropout(functional.relu(self.label_child(words) + above[rows, heads])))

    def links(self, words: Tensor) -> Tensor:
        """Score of each word as the first of the cue that a word of a source or a content belongs to, [batch, words, words]."""
        return self.link_child(words) @ self.link_cue(words).transpose(1, 2) * LINK**-0.5


class Ranker(nn.Module):
    """Event type and mode of marked pairs: layers of its own above the encoder's vocabulary, which stays as it is.

    Trained above all six layers the types came to a macro-F1 of 0.66: those have learned trees, and forgotten what a sentence is
    about. Above the lowest two 0.74; above none, with the source's own lowest layers to begin with, 0.82 (one fold of five).
    """

    def __init__(self, encoder: Encoder, source: dict[str, Tensor], types: int, modes: int) -> None:
        super().__init__()
        self.shared = encoder
        encoder.layers = nn.ModuleList()
        for name, parameter in encoder.named_parameters():
            parameter.requires_grad_(name == "mark.weight")
        nn.init.normal_(encoder.mark.weight, std=0.02)
        nn.init.zeros_(encoder.mark.weight[0])
        self.layers = nn.ModuleList(Layer(encoder.dropout) for _ in range(OWN_LAYERS))
        self.layers.load_state_dict(
            {
                k.removeprefix("layers."): v
                for k, v in source.items()
                if k.startswith("layers.") and int(k.split(".")[1]) < OWN_LAYERS
            }
        )
        self.events = EventHead(types, modes)
        self.dropout = nn.Dropout(0.15)

    def words(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """As `Network.words`."""
        x = self.shared(batch["ids"], batch["shapes"], batch["lengths"])
        mask = (torch.arange(x.shape[1])[None] < batch["lengths"][:, None])[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return self.dropout(word_vectors(x, batch)), x[:, 0]

    def own(self) -> dict[str, Tensor]:
        """What it does not share: its layers, its head, and the marks."""
        return {k: v for k, v in self.state_dict().items() if not k.startswith("shared.") or k == "shared.mark.weight"}


NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "output", "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "norm",
}  # fmt: skip


def source_weights(path: Path) -> dict[str, Any]:
    """The source encoder's weights under our names. The embedding of the first segment is added to every position."""
    found = load_file(path)
    named = {
        "word.weight": found["embeddings.word_embeddings.weight"],
        "position.weight": found["embeddings.position_embeddings.weight"]
        + found["embeddings.token_type_embeddings.weight"][0],
        "embedding_norm.weight": found["embeddings.LayerNorm.weight"],
        "embedding_norm.bias": found["embeddings.LayerNorm.bias"],
    }
    for key, value in found.items():
        if key.startswith("encoder.layer."):
            number, rest = key.removeprefix("encoder.layer.").split(".", 1)
            part, kind = rest.rsplit(".", 1)
            named[f"layers.{number}.{NAMES[part]}.{kind}"] = value
    return named
