"""The pieces of a language: the source encoder's, or a language's own."""

import json
import lzma
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import simplemma
import torch
from anyascii import anyascii
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers
from torch import Tensor

QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("«", '"'), ("»", '"'))
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
SIZE = 28_000
ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "MODIFIER", "FEMININE", "MASCULINE", "MICRO")


def write_source_pieces(source: Path, target: Path) -> None:
    """The source's vocabulary, with no cutting and filling, and with typographic apostrophes and quotes made plain."""
    found = json.loads(source.read_text(encoding="utf-8"))
    found.update(truncation=None, padding=None, post_processor=None)
    plain = [{"type": "Replace", "pattern": {"String": old}, "content": new} for old, new in QUOTES]
    found["normalizer"] = {"type": "Sequence", "normalizers": [*plain, found["normalizer"]]}
    target.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def shipped_pieces(source: Path, target: Path) -> list[int]:
    """The vocabulary as it is shipped: without the pieces that stand for nothing, and those of scripts that the language does not use.

    Returns the rows that are kept, in their order. A word in another script has one vector, [UNK]'s, in place of letter by letter.
    """
    found = json.loads(source.read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = found["model"]["vocab"]
    kept = sorted(number for piece, number in vocabulary.items() if is_spelled(piece))
    fresh = {old: new for new, old in enumerate(kept)}
    found["model"]["vocab"] = {piece: fresh[n] for piece, n in vocabulary.items() if n in fresh}
    for one in found["added_tokens"]:
        one["id"] = fresh[one["id"]]
    target.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return kept


def is_spelled(piece: str) -> bool:
    """Whether a piece is a sign, or letters of an alphabet that names in the news come in.

    >>> [is_spelled(p) for p in ("[MASK]", "[unused7]", "##ing", "é", "京", "##は", ";")]
    [True, False, True, True, False, False, True]
    """
    if piece.startswith("["):
        return piece in (*SPECIAL, "[")
    names = (unicodedata.name(c, "") for c in piece.removeprefix("##") if c.isalpha())
    return all(name.startswith(ALPHABETS) for name in names)


def make_pieces(texts: Iterable[str], target: Path, size: int = SIZE) -> None:
    """A vocabulary of word pieces learned from a language's texts: small letters, accents kept ("tué" is not "tue")."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))  # type: ignore[call-arg]
    plain = [normalizers.Replace(old, new) for old, new in QUOTES]
    letters = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=True, strip_accents=False, lowercase=True
    )
    tokenizer.normalizer = normalizers.Sequence([*plain, normalizers.NFC(), letters])
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=list(SPECIAL), min_frequency=3, limit_alphabet=300, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.save(str(target))


def read_lexicon(path: Path) -> dict[str, list[str]]:
    """Headword in small letters to its English translations, in the order of the dictionary."""
    found: dict[str, list[str]] = {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 4 and columns[3] and not columns[3].startswith("["):
                english = columns[3].removeprefix("to ").strip()
                found.setdefault(columns[0].lower(), []).append(english)
    return found


def first_embeddings(
    new: Tokenizer, source: Tokenizer, table: Tensor, lexicon: dict[str, list[str]], code: str
) -> Tensor:
    """An embedding for each new piece: that of its English translations, else of the same letters in the source vocabulary.

    table: the source's embeddings [pieces, width]. A word of the lexicon goes first through its translations, since the
    same letters deceive ("pour", "but"); a form is looked up by its lemma; names and figures keep their letters.
    """

    def of_text(text: str) -> Tensor:
        return table[source.encode(text, add_special_tokens=False).ids or [source.token_to_id("[UNK]")]].mean(0)

    made = torch.zeros(new.get_vocab_size(), table.shape[1])
    known = source.get_vocab()
    for piece, number in new.get_vocab().items():
        meanings = (
            [] if piece.startswith("##") else lexicon.get(piece) or lexicon.get(simplemma.lemmatize(piece, lang=code))
        )
        if meanings:
            made[number] = torch.stack([of_text(m) for m in meanings[:3]]).mean(0)
        elif piece in known:
            made[number] = table[known[piece]]
        else:
            letters = anyascii(piece.removeprefix("##")).lower()
            pieces = source.encode(letters, add_special_tokens=False).ids
            made[number] = table[pieces].mean(0) if pieces else table[known["[UNK]"]]
    return made
