"""What a language's encoder is made from: a language is one row here, with its data."""

from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parent
EXAMPLES = HOME / "examples"
SHIPPED = HOME.parent.parent / "src" / "dragoman" / "pipelines"
WEIGHTS = SHIPPED / "encoder" / "weights"
SEED = 7


@dataclass(frozen=True)
class Language:
    """A language to make.

    trees: treebank files under the treebanks' folder, with how many times a round shows each.
    development: files that are scored after each round. rounds: of the trees. tests: files that are scored and never trained on.
    translated: None where the source encoder's own vocabulary is kept; else the parallel texts (foreign TAB English) that
    lead the language to where the source encoder puts its translations, `texts` for masked words, `lexicon` for first embeddings.
    """

    code: str
    trees: dict[str, int]
    development: tuple[str, ...]
    tests: tuple[str, ...]
    rounds: int = 12
    translated: tuple[str, ...] | None = None
    texts: tuple[str, ...] = ()
    lexicon: str | None = None


LANGUAGES = {
    "en": Language(
        "en",
        {"en/en_ewt-ud-train.conllu.xz": 1, "en/en_gum_free-ud-train.conllu.xz": 1},
        ("en/en_ewt-ud-dev.conllu", "en/en_gum_free-ud-dev.conllu"),
        ("en_ewt-ud-test", "en_gum_free-ud-test", "en_pud-ud-test"),
    ),
    "fr": Language(
        "fr",
        {
            "fr/fr_sequoia-ud-train.conllu": 2,
            "fr/fr_gsd-ud-dev.conllu": 2,
            "fr/fr_fqb-ud-test.conllu": 1,
            "fr/fr_rhapsodie-ud-train.conllu": 1,
            "fr/fr_parisstories-ud-train.conllu": 1,
        },
        ("fr/fr_sequoia-ud-dev.conllu",),
        ("fr_sequoia-ud-test", "fr_gsd-ud-test", "fr_pud-ud-test"),
        rounds=10,
        translated=(
            "parallel/fr-en.tatoeba_manythings.tsv.xz",
            "parallel/fr-en.tico19.tsv",
            "parallel/fr-en.canada_laws.tsv.xz",
        ),
        texts=(
            "../articles/wikinews_fr.jsonl",
            "fr/assemblee_dossiers.txt",
            "fr/assemblee_debats_2021_CRSANR5L15.txt",
            "fr/assemblee_mariage_pour_tous_2013.txt",
            "fr/common_voice_CC0.txt",
        ),
        lexicon="dict/fr-en.wiktionary2015.tsv.xz",
    ),
}
