"""Writes a trained pipeline as the package ships it: what a reader needs, nothing of where it was made."""

import json
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

from training.tokenizer import MAKERS

# What spacy.load reads of a configuration; the rest tells of corpora and of training.
SHIPPED_SECTIONS = ("paths", "system", "nlp", "components")


def ship(nlp: Language, target: Path, version: str) -> None:
    """Write the pipeline beside `target` and put it in its place, so that a reader sees the old one or the new.

    The model card and the lemma table of the target move along.
    """
    nlp.tokenizer = MAKERS[nlp.lang](nlp)
    nlp.meta.update(name=f"dragoman_{nlp.lang}", version=version, author="Dragoman", license="CC BY-SA 4.0")
    for name in ("description", "email", "url"):
        nlp.meta[name] = ""
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    strip_configuration(fresh / "config.cfg", nlp)
    strip_meta(fresh / "meta.json")
    spacy.load(fresh)  # a pipeline that does not load never replaces one that does
    swap(fresh, target)


def strip_configuration(path: Path, nlp: Language) -> None:
    """Keep the sections that loading needs, with no path in them."""
    config = nlp.config.copy()
    for section in tuple(config):
        if section not in SHIPPED_SECTIONS:
            config.pop(section)
    config["paths"] = {}
    config["nlp"].update(before_creation=None, after_creation=None, after_pipeline_creation=None)
    config.to_disk(path)


def strip_meta(path: Path) -> None:
    """Drop the scores of training: the model card has those of the tests."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.pop("performance", None)
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def swap(fresh: Path, target: Path) -> None:
    """Put `fresh` where `target` is, keeping the target's documents."""
    if target.exists():
        for kept in (*target.glob("*.md"), *target.glob("*.tsv")):
            shutil.copy2(kept, fresh / kept.name)
        old = target.with_name(f".{target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        fresh.rename(target)
        shutil.rmtree(old)
    else:
        fresh.rename(target)
