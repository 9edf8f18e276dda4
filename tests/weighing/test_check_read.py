"""Articles as they are read beside a ledger as it is read: the judgement of each claim, and what rewrites make of a dispatch.

The judgements were decided from the texts, before the program was run on them; every text is our own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.coding.code import code
from dragoman.coding.warning import find_warnings
from dragoman.intake.inputs import read_inputs
from dragoman.intake.options import IntakeOptions
from dragoman.model.document import Document
from dragoman.model.entry import Entry
from dragoman.model.finding import Checked
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from dragoman.weighing.check import check

HERE = Path(__file__).parent


@cache
def entries(name: str) -> dict[str, Entry]:
    found = {}
    for document in read_inputs((str(HERE / name),), IntakeOptions()):
        assert isinstance(document, Document)
        reading = read(document, load_parser(document.language))
        claims = code(reading)
        found[document.source_id] = Entry(document, claims, find_warnings(reading, claims))
    return found


@cache
def checked(articles: str, ledger: str, article: str) -> Checked:
    return check(entries(articles)[article], tuple(entries(ledger).values()))


# article, words of its claim, judgement, originators for it, originators against it
JUDGED = [
    ("n1", "Norway sent 40 trucks", "supported", {"Espen Barth Eide", "Dorin Recean"}, set()),
    ("n1", "Sweden sent 12 trucks", "new", set(), set()),
    ("n2", "a tué 18 personnes", "contradicted", {"Ministry of Sudan"}, {"Médecins Sans Frontières"}),
    ("n2", "a envoyé 200 soldats", "new", set(), set()),
    ("n3", "sent drones to Sudan", "contradicted", set(), {"Ministry of Foreign Affairs of the United Arab Emirates"}),
    ("n3", "shipped 5,000 shells", "cannot_be_judged", set(), set()),
    ("n3", "imposed sanctions on Georgia", "new", set(), set()),
    ("n4", "enverra des soldats", "new", set(), set()),
    ("n4", "imposé des sanctions", "supported", {"Kaja Kallas"}, set()),
    ("n4", "a envoyé 40 camions", "supported", {"Espen Barth Eide", "Dorin Recean"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("article", "words", "judgement", "support", "against"), JUDGED, ids=[f"{c[0]} {c[1]}" for c in JUDGED])
def test_claims_beside_a_ledger(article: str, words: str, judgement: str, support: set[str], against: set[str]) -> None:
    findings = checked("check_articles.jsonl", "check_ledger.jsonl", article).findings
    mine = [one for one in findings if words in one.claim.evidence.text and one.claim.matter in ("event", "flow", "loss")]
    assert [(one.judgement, {w.originator for w in one.supported_by}, {w.originator for w in one.contradicted_by}) for one in mine] == [
        (judgement, support, against)
    ]


# article, words of its sentence, in what it says more than the dispatch
OVERCLAIMS = [
    ("k1", "Poland will send", "said to be planned, where the source has it as possible"),
    ("k1", "25 people dead", "counted as killed, where the source counts killed and wounded"),
    ("k1", "300 armoured vehicles", "an exact number, where the source gives a bound"),
    ("k1", "has trained", "said to be so, where the source has it as planned"),
    ("k2", "enverra 600 soldats", "said to be planned, where the source has it as possible"),
    ("k2", "ont attaqué un poste", "said as a fact, where the source names who says it"),
    ("k2", "14 morts", "counted as killed, where the source counts killed and wounded"),
    ("k2", "20 millions", "an exact number, where the source gives a bound"),
]


@pytest.mark.parametrize(("article", "words", "excess"), OVERCLAIMS, ids=[f"{c[0]} {c[1]}" for c in OVERCLAIMS])
def test_a_rewrite_that_says_more(article: str, words: str, excess: str) -> None:
    found = checked("check_rewrites.jsonl", "check_dispatches.jsonl", article).warnings
    told = [one.detail.partition(";")[0] for one in found if one.code == "overclaim" and one.quote and words in one.quote.text]
    assert excess in told


def test_a_rewrite_names_its_likely_origin_and_what_it_changed_in_a_quotation() -> None:
    found = {one.code: one.detail for one in checked("check_rewrites.jsonl", "check_dispatches.jsonl", "k1").warnings}
    assert "the likely origin is Northern Wire" in found["shared_text"]
    assert "what we can spare" in found["quotation_varies"]


def test_a_faithful_print_overclaims_nothing() -> None:
    found = {one.code for one in checked("check_rewrites.jsonl", "check_dispatches.jsonl", "k3").warnings}
    assert found == {"shared_text"}
