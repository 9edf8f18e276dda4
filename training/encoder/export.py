"""Writes what the package ships of a trained network: its graphs (`graphs.py`), and `heads.npz` for what numpy computes."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from dragoman.pipelines.encoder.window import MAX_PIECES
from training.encoder.graph import WEIGHT_TOP, Floats, Matrix, quantised
from training.encoder.graphs import VERSION, Stored, encoder_graph, ranker_graph, vocabulary_graph
from training.encoder.network import Network, Ranker
from training.encoder.sizes import LAYERS, LINK, OWN_LAYERS, WIDTH
from training.encoder.vocabulary import shipped_pieces

State = dict[str, torch.Tensor]
# Heads that every word is asked, in the order of the columns of the one matrix that holds them all.
WORD_HEADS = (
    "upos", "feats", "lemma", "opens", "arc_child.0", "arc_head.0", "label_child", "label_head",
    "factuality.0.0", "roles", "link_child", "link_cue",
)  # fmt: skip
POSITIONS_READ = MAX_PIECES + 2  # of a window with [CLS] and [SEP]


def tensor(value: torch.Tensor) -> Floats:
    """As numpy."""
    return value.detach().float().numpy()


def matrix(state: State, name: str) -> tuple[Floats, Floats]:
    """Weights [in, out] and bias of a linear layer; a layer without bias has noughts."""
    weights = tensor(state[f"{name}.weight"]).T
    bias = state.get(f"{name}.bias")
    return weights, np.zeros(weights.shape[1], np.float32) if bias is None else tensor(bias)


def beside(state: State, names: list[str]) -> Matrix:
    """Linear layers that are asked of the same rows, as one."""
    found = [matrix(state, name) for name in names]
    values, scale = quantised(np.concatenate([weights for weights, _ in found], 1), WEIGHT_TOP)
    return Matrix(values, scale, np.concatenate([bias for _, bias in found]))


def blocks(state: State, names: list[str]) -> Stored:
    """What the layers of those names hold."""
    matrices = {f"{at}.asked": beside(state, [f"{at}.{p}" for p in ("query", "key", "value")]) for at in names}
    matrices |= {f"{at}.{p}": beside(state, [f"{at}.{p}"]) for at in names for p in ("output", "inner", "outer")}
    norms = {name: norm(state, name) for at in names for name in (f"{at}.attention_norm", f"{at}.norm")}
    return Stored(matrices, norms, {})


def norm(state: State, name: str) -> tuple[Floats, Floats]:
    """Gain and bias of a layer norm."""
    return tensor(state[f"{name}.weight"]), tensor(state[f"{name}.bias"])


def stored_vocabulary(state: State) -> Stored:
    """What `vocabulary.onnx` holds; each row of the vocabulary has its own scale."""
    values, scale = quantised(np.ascontiguousarray(tensor(state["encoder.word.weight"]).T))
    print_and_mark = (
        tensor(state["encoder.mark.weight"])[:, None] + tensor(state["encoder.shape.weight"])[None]
    ).reshape(-1, WIDTH)
    tables: dict[str, NDArray[np.generic]] = {
        "word": np.ascontiguousarray(values.T),
        "word.scale": scale[:, None],
        "position": tensor(state["encoder.position.weight"])[:POSITIONS_READ],
        "shape": print_and_mark,
    }
    return Stored({}, {"encoder.embedding_norm": norm(state, "encoder.embedding_norm")}, tables)


def stored_encoder(state: State) -> Stored:
    """What `encoder.onnx` holds."""
    found = blocks(state, [f"encoder.layers.{n}" for n in range(LAYERS)])
    pair = beside(state, ["arc_pair"])
    heads = {"heads": beside(state, list(WORD_HEADS)), "arc_pair": Matrix(pair.values, pair.scale, None)}
    return Stored({**found.matrices, **heads}, found.norms, {})


def word_columns(state: State) -> dict[str, tuple[int, int]]:
    """Where the columns of each head stand in the one matrix of all."""
    places, start = {}, 0
    for name in WORD_HEADS:
        size = len(state[f"{name}.weight"])
        places[name] = (start, start + size)
        start += size
    return places


def write(network: Network, ranker: Ranker, pieces: Path, folder: Path) -> None:
    """Write all files. pieces: the vocabulary of the training, of which what is of use is shipped. The marks of the vocabulary are the ranker's: nobody else asks about a pair."""
    state = network.eval().state_dict() | {"encoder.mark.weight": ranker.state_dict()["shared.mark.weight"]}
    state["encoder.word.weight"] = state["encoder.word.weight"][shipped_pieces(pieces, folder / "pieces.json")]
    places = word_columns(state)
    own = blocks(ranker.state_dict(), [f"layers.{n}" for n in range(OWN_LAYERS)])
    (folder / "version.txt").write_text(f"{VERSION}\n", encoding="utf-8")
    for name, model in (
        ("vocabulary", vocabulary_graph(stored_vocabulary(state))),
        ("encoder", encoder_graph(stored_encoder(state), places["arc_child.0"])),
        ("ranker", ranker_graph(own)),
    ):
        (folder / f"{name}.onnx").write_bytes(model.SerializeToString(deterministic=True))
    heads = numpy_heads(state, ("arc_any", "label", "factuality.1")) | numpy_heads(ranker.state_dict(), RANKER_HEADS)
    columns = {f"columns.{n}": np.array(p) for n, p in places.items()}
    np.savez(folder / "heads.npz", **heads, **columns, link_scale=np.array(LINK**-0.5, np.float32))  # type: ignore[arg-type]


RANKER_HEADS = (*(f"events.parts.{i}" for i in range(4)), "events.key", "events.query", "events.root", "events.mode")


def numpy_heads(state: State, names: tuple[str, ...]) -> dict[str, NDArray[np.generic]]:
    """Arrays of the heads that ask only some words, 8-bit with a scale a column."""
    found: dict[str, NDArray[np.generic]] = {}
    for name in names:
        weights, bias = matrix(state, name)
        values, scale = quantised(weights)
        found |= {f"{name}.weight": values, f"{name}.scale": scale, f"{name}.bias": bias}
    return found
