"""First stage: the encoder learns trees. Resumable: a checkpoint holds weights, optimizer and the place in the run."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import torch

from dragoman.pipelines.encoder.pieces import Pieces
from training.encoder.inventory import Inventory
from training.encoder.network import Network
from training.encoder.settings import SEED, Language
from training.encoder.trees import TreeTask, attachment, batches_by_length, fixed_windows, training_windows

BATCH_WORDS = 1400
ENCODER_RATE, HEAD_RATE, DECAY, WARMUP = 2.5e-4, 1.2e-3, 0.01, 0.06
SAVE_SECONDS = 240


def optimizer_for(network: Network, encoder_rate: float, head_rate: float) -> torch.optim.Optimizer:
    """AdamW, slower for what is pretrained than for the heads; `shape` is new and learns as fast as a head."""
    new: list[torch.nn.Parameter] = []
    old: list[torch.nn.Parameter] = []
    for name, parameter in network.named_parameters():
        (old if name.startswith("encoder.") and "shape" not in name else new).append(parameter)
    return torch.optim.AdamW(
        [{"params": old, "lr": encoder_rate}, {"params": new, "lr": head_rate}],
        weight_decay=DECAY,
        betas=(0.9, 0.98),
        fused=True,
    )


def rate_at(step: int, steps: int) -> float:
    """Share of the full rate: up over the first WARMUP of the run, then down to nought in a straight line."""
    warm = max(1, int(WARMUP * steps))
    return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))


def step_once(
    network: torch.nn.Module, optimizer: torch.optim.Optimizer, loss: Callable[[], torch.Tensor], share: float
) -> float:
    """One step at a share of the full rate. Returns the loss."""
    full = [group.setdefault("full", group["lr"]) for group in optimizer.param_groups]
    for group, rate in zip(optimizer.param_groups, full, strict=True):
        group["lr"] = rate * share
    with torch.autocast("cpu", torch.bfloat16):
        value = loss()
    value.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(value.detach())


def train_trees(
    network: Network, language: Language, pieces: Pieces, inventory: Inventory, treebanks: Path, work: Path, rounds: int
) -> Network:
    """Train for `rounds` rounds of the treebanks; `work` receives the checkpoint and a log of development scores."""
    torch.manual_seed(SEED)
    task = TreeTask(inventory, pieces)
    development = fixed_windows(language, treebanks, language.development)
    optimizer = optimizer_for(network, ENCODER_RATE, HEAD_RATE)
    state: dict[str, Any] = {"round": 0, "batch": 0, "step": 0}
    checkpoint = work / "trees.pt"
    if checkpoint.exists():
        found = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(found["network"])
        optimizer.load_state_dict(found["optimizer"])
        state = found["state"]
    saved = time.monotonic()
    while state["round"] < rounds:
        chance = Random(SEED * 1_000_003 + state["round"])
        batches = batches_by_length(training_windows(language, treebanks, chance), BATCH_WORDS, chance)
        total = len(batches) * rounds
        losses = []
        for some in batches[state["batch"] :]:
            batch = task.batch(some)
            losses.append(
                step_once(network, optimizer, lambda b=batch: task.loss(network, b), rate_at(state["step"], total))  # type: ignore[misc]
            )
            state["step"] += 1
            state["batch"] += 1
            if time.monotonic() - saved > SAVE_SECONDS:
                save(checkpoint, network, optimizer, state)
                saved = time.monotonic()
        state |= {"round": state["round"] + 1, "batch": 0}
        row = {"round": state["round"], "loss": round(sum(losses) / max(1, len(losses)), 3)}
        row |= attachment(network, task, development)
        with (work / "trees.log").open("a", encoding="utf-8") as log:
            log.write(json.dumps(row | {"at": time.strftime("%H:%M:%S")}) + "\n")
    save(checkpoint, network, optimizer, state)
    return network


def save(path: Path, network: Network, optimizer: torch.optim.Optimizer, state: dict[str, Any]) -> None:
    """Write the checkpoint beside its place, then put it there, so that a cut run leaves the old one."""
    fresh = path.with_suffix(".new")
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "state": dict(state)}, fresh)
    fresh.replace(path)
