"""The rows of a dossier: what is shown where, with which sentences behind it, and what is never mixed."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest

from dragoman.dossier.evidence import MAX_CONTEXT_CHARS, cut, find_evidence
from dragoman.dossier.headline import find_headline
from dragoman.dossier.shelf import shelve
from dragoman.dossier.shown import Direction, Party, Reference
from dragoman.dossier.view import Dossier
from dragoman.dossier.views import build_dossier
from dragoman.model.document import Document, Paragraph
from dragoman.model.entry import Entry
from dragoman.model.fact import Weighing
from dragoman.model.span import Span

sys.path.insert(0, str(Path(__file__).parent))
import pile

DOSSIER = build_dossier(pile.ENTRIES, pile.WEIGHING, pile.REJECTED, pile.PAIR)
PRK, RUS = Party("PRK", ""), Party("RUS", "")


def references_in(value: object) -> list[Reference]:
    """Every reference under a row, however deep."""
    if isinstance(value, Reference):
        return [value]
    if isinstance(value, tuple):
        return [found for one in value for found in references_in(one)]
    if dataclasses.is_dataclass(value):
        return [found for field in dataclasses.fields(value) for found in references_in(getattr(value, field.name))]
    return []


def fact_ids_of(dossier: Dossier) -> set[str]:
    """Ids of the facts that have a row of their own somewhere."""
    found = {one.row.fact_id for one in dossier.timeline}
    found |= {one.fact_id for one in dossier.statements}
    found |= {one for row in dossier.judgements for one in (row.fact_id, *row.also)}
    return found | {one.fact_id for one in dossier.beyond}


@pytest.mark.parametrize("pair", [None, pile.PAIR, ("RUS", "PRK"), ("FRA", "UKR")])
def test_nothing_is_lost(pair: tuple[str, str] | None) -> None:
    dossier = build_dossier(pile.ENTRIES, pile.WEIGHING, (), pair)
    shown = fact_ids_of(dossier)
    assert {one.claim_id for one in dossier.evidence} == {claim.id for entry in pile.ENTRIES for claim in entry.claims}
    assert len(shown) + dossier.words_beyond == len(pile.FACTS)


def test_every_reference_leads_to_its_words() -> None:
    texts = {entry.document.id: entry.document.text for entry in pile.ENTRIES}
    claims = {claim.id: claim for entry in pile.ENTRIES for claim in entry.claims}
    found = references_in(DOSSIER)
    assert len(found) > 60
    for one in found:
        assert one.evidence == claims[one.claim_id].evidence.span
        assert one.evidence.of(texts[one.document_id]) == claims[one.claim_id].evidence.text
        assert all(words.of(texts[one.document_id]).strip() for words in one.words)


def test_support_goes_by_direction() -> None:
    assert [(one.direction, one.side) for one in DOSSIER.support] == [
        (Direction((PRK,), (RUS,)), 1),
        (Direction((RUS,), (PRK,)), 2),
    ]
    troops, shells = DOSSIER.support[0].rows
    assert (troops.dealing.value.flow, shells.dealing.value.flow) == ("troops", "munitions")
    assert troops.quantities[0].value.quantity.low == 10_000
    assert [one.value.quantity.low for one in troops.quantities[0].others] == [2_000]
    assert [one.words for one in troops.quantities[0].references] == [
        (pile.WIRE.quote("at least 10,000 soldiers").span,)
    ]
    assert troops.period is not None
    assert (troops.period.value.edtf, [one.value.edtf for one in troops.period.others]) == ("2024-10", ["2025-21"])


def test_a_denial_stays_beside_the_report() -> None:
    shells = DOSSIER.support[0].rows[1]
    assert {one.value for one in shells.statuses} == {"reported", "denied"}
    assert shells.disputed
    assert [(one.kind, one.cell) for one in DOSSIER.disagreements] == [("denial", "status"), ("update", "quantity")]
    assert DOSSIER.disagreements[0].right.sentences[0].value.text == pile.DENIED.evidence.text


def test_sources_tell_publisher_from_originator() -> None:
    troops = DOSSIER.support[0].rows[0]
    assert {(one.value.name, one.value.publishers) for one in troops.sources} == {
        ("National Intelligence Service", ("The Wire",)),
        ("North Korea", ("Le Relais",)),
    }
    planned = DOSSIER.support[1].rows[0]
    assert [(one.value.name, one.value.publishers) for one in planned.sources] == [(None, ("Le Relais",))]


def test_losses_are_kept_apart() -> None:
    assert [(one.role, len(one.rows)) for one in DOSSIER.losses] == [("killed", 3), ("wounded", 1)]
    killed = {one.fact_id: one for one in DOSSIER.losses[0].rows}
    seoul = killed[pile.FACTS[4].id]
    assert seoul.measure.value.quantity.best == 600
    assert [one.value.publishers for one in seoul.sources] == [("The Gazette", "The Wire")], "a copy is no second source"
    assert all(one.victims.value == (PRK,) for one in killed.values())
    assert DOSSIER.losses[1].rows[0].home is False, "one fact has one home"


def test_suppositions_are_no_facts() -> None:
    assert [one.words.value.text for one in DOSSIER.judgements] == ["Moscow will pay with technology in 2026"]
    assert DOSSIER.judgements[0].source.value.name == "Analysts"
    rows = {one.row.fact_id for one in DOSSIER.timeline}
    assert DOSSIER.judgements[0].fact_id not in rows
    assert DOSSIER.headline.facts == len(rows) == 7


def test_a_fact_that_is_supposed_and_reported_is_shown_as_both() -> None:
    supposed = dataclasses.replace(pile.SENT_FR, factuality=pile.told("possible"))
    entries = (pile.ENTRIES[0], Entry(pile.RELAIS.document, (supposed,), ()))
    dossier = build_dossier(entries, Weighing((pile.fact(pile.SENT_EN, supposed),), (), (), ()), (), pile.PAIR)
    row = dossier.support[0].rows[0]
    assert [one.value for one in row.statuses] == ["reported"]
    assert [one.status.value for one in dossier.judgements] == ["possible"]
    assert not dossier.judgements[0].home


def test_the_headline_counts() -> None:
    headline = DOSSIER.headline
    assert (headline.documents, headline.publishers, headline.originators) == (4, 3, 5)
    assert (headline.planned, headline.denied, headline.disputed) == (1, 0, 1)
    assert (headline.judgements, headline.unread, headline.rejected) == (1, 1, 1)
    assert [one.side for one in headline.directions] == [1], "a plan leads no headline"
    assert [flow.row.dealing.value.flow for flow in headline.directions[0].flows] == ["troops", "munitions"]


def test_the_headline_hides_no_side_that_has_losses() -> None:
    killed, wounded = DOSSIER.losses[0], DOSSIER.losses[1]
    other = dataclasses.replace(killed.rows[0], fact_id="fact:other", victims=dataclasses.replace(killed.rows[0].victims, value=(RUS,)))
    groups = (dataclasses.replace(killed, rows=(*killed.rows, other)), wounded)
    headline = find_headline((), (), groups, ((), ()), ((), 0))
    told = [(one.row.measure.value.role, one.row.victims.value, one.counts) for one in headline.losses]
    assert told == [("killed", (PRK,), 3), ("killed", (RUS,), 1), ("wounded", (PRK,), 1)]
    assert headline.more_losses == 0
    sides = tuple(
        dataclasses.replace(other, fact_id=f"fact:{code}", victims=dataclasses.replace(other.victims, value=(Party(code, ""),)))
        for code in ("FRA", "GBR", "ITA", "ESP", "PRT")
    )
    many = find_headline((), (), (dataclasses.replace(killed, rows=sides),), ((), ()), ((), 0))
    assert (len(many.losses), many.more_losses) == (4, 1)


def test_the_timeline_puts_open_and_missing_dates_in_their_place() -> None:
    edtf = [one.row.period.value.edtf if one.row.period else None for one in DOSSIER.timeline]
    assert edtf == ["2024-06-19", "2024-10", "../2025-01-13", "../2025-04-30", "2026", None, None]
    assert [one.side for one in DOSSIER.timeline if one.home] == [3], "the treaty is both sides' and has no other place"


def test_what_is_not_between_the_two_is_apart() -> None:
    assert [one.dealing.value.event for one in DOSSIER.beyond] == ["SANCTION"]
    assert build_dossier(pile.ENTRIES, pile.WEIGHING).beyond == ()
    assert {edge.sender.country for edge in DOSSIER.edges} == {"PRK", "RUS"}


def test_the_network_draws_no_denial() -> None:
    denied = build_dossier(
        (Entry(pile.WIRE.document, (pile.DENIED,), ()),), Weighing((pile.fact(pile.DENIED),), (), (), ())
    )
    assert denied.edges == ()
    assert [(one.sender, one.receiver, one.mutual, one.facts) for one in DOSSIER.edges] == [
        (PRK, RUS, False, 2), (PRK, RUS, True, 1), (RUS, PRK, False, 1),
    ]  # fmt: skip


def test_documents_name_their_copies_and_warnings() -> None:
    assert [one.copy_of for one in DOSSIER.documents] == [None, 1, None, None]  # in the order of printing
    assert [one.code for one in DOSSIER.documents[0].warnings] == ["vague_source", "no_author"]
    assert DOSSIER.documents[0].warnings[0].words is not None
    assert DOSSIER.rejected == pile.REJECTED


def test_evidence_is_the_paragraph_to_the_letter() -> None:
    row = next(one for one in DOSSIER.evidence if one.claim_id == pile.SHELLS.id)
    paragraph = pile.WIRE.document.paragraphs[0].span.of(pile.WIRE.document.text)
    assert "".join(one.text for one in row.segments) == paragraph
    assert "".join(one.text for one in row.segments if one.inside) == pile.SHELLS.evidence.text
    assert {role for one in row.segments for role in one.roles} >= {"what", "item", "quantity-item", "party", "source"}
    killed = next(one for one in DOSSIER.evidence if one.claim_id == pile.KILLED_EN.id)
    assert [(one.role, one.text) for one in killed.elsewhere] == [
        ("party", "North Korea"), ("period", "on Tuesday"), ("source", "The National Intelligence Service"),
    ]  # fmt: skip


@pytest.mark.parametrize("entries", [pile.ENTRIES, pile.ENTRIES[::-1], (*pile.ENTRIES[3:], *pile.ENTRIES[:3])])
def test_a_sentence_is_shown_under_the_document_it_stands_in(entries: tuple[Entry, ...]) -> None:
    dossier = build_dossier(entries, pile.WEIGHING)
    documents = {one.number: one.document_id for one in dossier.documents}
    claims = {claim.id: claim for entry in entries for claim in entry.claims}
    assert dossier == build_dossier(pile.ENTRIES, pile.WEIGHING)
    assert [documents[one.document] for one in dossier.evidence] == [claims[one.claim_id].document_id for one in dossier.evidence]


def test_a_text_without_paragraphs_is_cut_around_its_sentence() -> None:
    text = "word " * 5000 + pile.SHELLS.evidence.text + " word" * 5000
    start = text.index("Thousands")
    span = Span(start, start + len(pile.SHELLS.evidence.text))
    document = dataclasses.replace(pile.WIRE.document, text=text, paragraphs=(Paragraph(Span(0, len(text))),))
    claim = dataclasses.replace(
        pile.SHELLS, evidence=dataclasses.replace(pile.SHELLS.evidence, span=span), item=None, quantities=(),
        actors=(), recipients=(), attribution=(), trigger=dataclasses.replace(pile.SHELLS.evidence, span=span),
    )  # fmt: skip
    row = find_evidence(shelve((Entry(document, (claim,), ()),)))[0]
    assert row.cut_before
    assert row.cut_after
    assert sum(len(one.text) for one in row.segments) <= len(span.of(text)) + 2 * MAX_CONTEXT_CHARS


def test_cutting_keeps_every_character() -> None:
    text = "abcdefghij"
    segments = cut(Span(0, 10), Span(2, 8), (("item", Span(1, 4)), ("place", Span(3, 6))), text)
    assert "".join(one.text for one in segments) == text
    assert [(one.text, one.inside, one.roles) for one in segments][:4] == [
        ("a", False, ()), ("b", False, ("item",)), ("c", True, ("item",)), ("d", True, ("item", "place")),
    ]  # fmt: skip


def test_nothing_gives_an_empty_dossier() -> None:
    dossier = build_dossier((), Weighing((), (), (), ()))
    assert (dossier.headline.facts, dossier.support, dossier.evidence) == (0, (), ())


def test_a_document_without_paragraphs_is_shown() -> None:
    document: Document = dataclasses.replace(pile.WIRE.document, paragraphs=())
    row = find_evidence(shelve((Entry(document, (pile.SHELLS,), ()),)))[0]
    assert "".join(one.text for one in row.segments) == pile.SHELLS.evidence.text


def test_two_ways_to_say_one_day_are_not_two_dates() -> None:
    [row] = [one for one in DOSSIER.support[0].rows if one.dealing.value.flow == "troops"]
    assert row.period is not None
    given = {one.claim_id for shown in row.period.others for one in shown.references}
    evening = dataclasses.replace(row.period.value, timex_type="TIME", timex_value="2024-10TEV")
    entries = [
        dataclasses.replace(
            entry,
            claims=tuple(
                dataclasses.replace(one, period=dataclasses.replace(one.period, period=evening))
                if one.id in given and one.period is not None
                else one
                for one in entry.claims
            ),
        )
        for entry in pile.ENTRIES
    ]
    shown = build_dossier(tuple(entries), pile.WEIGHING, (), pile.PAIR)
    [again] = [one for one in shown.support[0].rows if one.dealing.value.flow == "troops"]
    assert given
    assert again.period is not None
    assert again.period.others == ()
