"""An article beside a ledger: supported, contradicted, new, not to be judged; text shared, overclaims, quotations altered."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning
from dragoman.model.entry import Entry
from dragoman.model.factuality import Factuality
from dragoman.weighing.check import check, check_all
from dragoman.weighing.descent import find_descents
from tests.factory import claim, document, speaker, words

SENT = {"flow": ("troops", "delivered"), "when": "2024-10"}


def entry(of: Document, *claims: Claim) -> Entry:
    return Entry(of, claims, ())


def judged(mine: Entry, *others: Entry) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = check(mine, others).findings
    return [
        (one.judgement, tuple(w.originator for w in one.supported_by), tuple(w.originator for w in one.contradicted_by))
        for one in found
    ]


ARTICLE = document("Soldiers left for Russia in October.", publisher="The Gazette")
OTHER = document("In the tenth month men were sent east.", publisher="The Courier")
THIRD = document("Troops went, an agency wrote.", publisher="The Post")


def test_another_originator_supports() -> None:
    mine = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    assert judged(mine, entry(OTHER, claim(OTHER, **SENT, who=["Pentagon"]))) == [("supported", ("Pentagon",), ())]


def test_the_same_originator_elsewhere_supports_nothing() -> None:
    mine = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    assert judged(mine, entry(OTHER, claim(OTHER, **SENT, who=["NIS"]))) == [("cannot_be_judged", (), ())]


def test_two_prints_of_one_originator_are_one_witness() -> None:
    mine = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    others = [entry(one, claim(one, **SENT, who=["Pentagon"])) for one in (OTHER, THIRD)]
    assert judged(mine, *others) == [("supported", ("Pentagon",), ())]


def test_a_denial_that_a_paper_retells_is_that_of_who_denies() -> None:
    no = Factuality("denied", "Moscow", "negative", "certain", "past")
    first = document("Moscow has denied it, a spokesman said.", publisher="The Courier", published="2024-11-01")
    retold = document("That was denied by Moscow.", publisher="The Post", published="2024-11-02")
    mine = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    others = entry(first, claim(first, **SENT, who=["Peskov"], factuality=no)), entry(retold, claim(retold, **SENT, factuality=no))
    assert judged(mine, *others) == [("contradicted", (), ("Peskov",))]


def test_what_may_have_been_supports_nothing() -> None:
    perhaps = Factuality("possible", None, "positive", "possible", "past")
    mine = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    others = entry(OTHER, claim(OTHER, **SENT, who=["Pentagon"], factuality=perhaps))
    assert judged(mine, others) == [("new", (), ())]


def test_nobody_by_name_supports_nothing() -> None:
    mine = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    other = entry(OTHER, claim(OTHER, **SENT, who=[speaker("a baker", origin="unnamed")]))
    assert [one[:2] for one in judged(mine, other)] == [("cannot_be_judged", ())]


def test_a_page_that_retells_the_one_speaker_supports_nothing() -> None:
    mine = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    retold = entry(OTHER, claim(OTHER, **SENT))
    assert judged(mine, retold) == [("cannot_be_judged", (), ())]
    assert judged(retold, mine) == [("cannot_be_judged", (), ())]


def test_another_count_contradicts() -> None:
    mine = entry(ARTICLE, claim(ARTICLE, loss=("killed", 600, 600, 600), when="2025-04-30", who=["NIS"]))
    other = entry(OTHER, claim(OTHER, loss=("killed", 900, 900, 900), when="2025-04-30", who=["Pentagon"]))
    assert judged(mine, other) == [("contradicted", (), ("Pentagon",))]


def test_a_prediction_nobody_shares_is_not_judged_and_a_fact_is_new() -> None:
    ahead = Factuality("predicted", None, "positive", "probable", "future")
    mine = entry(ARTICLE, claim(ARTICLE, **SENT), claim(ARTICLE, **SENT, concept="MEET", factuality=ahead))
    assert sorted(one[0] for one in judged(mine)) == ["cannot_be_judged", "new"]


def test_the_article_itself_is_no_witness() -> None:
    mine = entry(ARTICLE, claim(ARTICLE, **SENT))
    assert judged(mine, mine) == [("new", (), ())]


LONG = "The ministry said on Monday that up to 3,000 soldiers had been sent to the front since the end of the summer, and that more would follow."
FIRST = document(LONG, publisher="The Wire", published="2025-01-10")
COPY = document(
    LONG.replace("The ministry said on Monday that up to", "It is known that"), publisher="The Gazette", published="2025-01-12"
)


def warned(mine: Entry, *others: Entry) -> list[DocumentWarning]:
    found = check(mine, others).warnings
    assert all(one.quote is None or one.quote.span.of(mine.document.text) == one.quote.text for one in found)
    return list(found)


def test_a_copy_shows_the_passage_and_its_likely_origin() -> None:
    (found,) = warned(entry(COPY), entry(FIRST))
    assert found.code == "shared_text"
    assert found.quote is not None
    assert found.quote.text == LONG[LONG.index("3,000") : -1]
    assert "the likely origin is The Wire" in found.detail
    (origin,) = warned(entry(FIRST), entry(COPY))
    assert "this text is the likely origin" in origin.detail


def test_a_shared_quotation_is_no_shared_text() -> None:
    quoted = "“The old mill by the lake will be open to every visitor from May on”"
    opening = "The mayor spoke in the town hall before some forty guests, children of the school among them, who sang and waved paper flags"
    rest = "Nobody asked what the repair had cost, and the miller's heirs stayed away, as they had said that they would"
    one = document(f"{opening}: {quoted}. {rest}.", publisher="The Wire", published="2025-01-10")
    filler = "Bread was dear this winter, and few came to the market; bakers blame the frost, the mayor blames the bakers, "
    other = document(f"{filler} and a bus line will be closed soon. {quoted}, he said on the radio. {filler}", published="2025-02-12")
    (line,) = find_descents((one, other))
    assert line.kind == "quotation"
    assert [found.code for found in warned(entry(other), entry(one))] == []


def test_a_copy_that_says_more_than_its_source_is_told() -> None:
    told = claim(FIRST, **SENT, who=["the ministry"])
    same = claim(COPY, **SENT)
    codes = [(one.code, one.detail) for one in warned(entry(COPY, same), entry(FIRST, told)) if one.code == "overclaim"]
    assert len(codes) == 1
    assert codes[0][1].startswith("said as a fact, where the source names who says it")


def test_a_bound_that_became_a_number() -> None:
    told = claim(FIRST, loss=("killed", None, None, 3000))
    same = claim(COPY, loss=("killed", 3000, 3000, 3000))
    found = [one for one in warned(entry(COPY, same), entry(FIRST, told)) if one.code == "overclaim"]
    assert [one.detail.partition(";")[0] for one in found] == ["an exact number, where the source gives a bound"]


def test_a_faithful_copy_overclaims_nothing() -> None:
    told, same = claim(FIRST, **SENT, who=["the ministry"]), claim(COPY, **SENT, who=["the ministry"])
    assert "overclaim" not in {one.code for one in warned(entry(COPY, same), entry(FIRST, told))}


def said(of: Document, text: str, name: str) -> Claim:
    link = replace(speaker(name), direct=True)
    assert isinstance(link, AttributionLink)
    return claim(of, matter="statement", content=words(of.text, text), who=[link], concept="SAY")


def test_a_quotation_that_another_paper_has_in_other_words() -> None:
    one = document("He said: “We kept every promise made to brave neighbours.”", publisher="The Gazette")
    other = document("“We kept the promise made to our brave neighbours,” he told us.", publisher="The Courier")
    mine = entry(one, said(one, "We kept every promise made to brave neighbours", "The king"))
    theirs = entry(other, said(other, "We kept the promise made to our brave neighbours", "The king"))
    (found,) = warned(mine, theirs)
    assert found.code == "quotation_varies"
    elsewhere = entry(other, said(other, "We kept the promise made to our brave neighbours", "The queen"))
    assert warned(mine, elsewhere) == []


def test_articles_given_together_are_witnesses_for_one_another() -> None:
    one = entry(ARTICLE, claim(ARTICLE, **SENT, who=["NIS"]))
    two = entry(OTHER, claim(OTHER, **SENT, who=["Pentagon"]))
    assert [article.count("supported") for article in check_all((one, two), (), ())] == [1, 1]
    assert check_all((one, two), (), ()) == check_all((one, two), (), ())
