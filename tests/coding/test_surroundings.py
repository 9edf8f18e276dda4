"""What stands around a sentence and says what it leaves out: the title, a list's lead, the other transfers of the text."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.code import code
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory


def claims_of(text: str, title: str | None = None, listed: tuple[int, ...] = (), language: str = "en") -> tuple[Claim, ...]:
    """Claims of a text of one paragraph a line; listed: which lines are entries of a list."""
    document = factory.document(text, published="2025-03-03", language=language)
    paragraphs = tuple(
        replace(one, kind="list") if number in listed else one for number, one in enumerate(document.paragraphs)
    )
    return code(read(replace(document, title=title, paragraphs=paragraphs), load_parser(language)))


def sides(claim: Claim) -> str:
    left, right = ("+".join(one.actor.country or "-" for one in side) for side in (claim.actors, claim.recipients))
    return f"{left}>{right}"


def flows(claims: tuple[Claim, ...]) -> list[tuple[str, str, str, float | None]]:
    return [
        (sides(one), one.flow.kind, one.flow.stage, one.quantities[0].mention.quantity.best if one.quantities else None)
        for one in claims
        if one.flow
    ]


def test_the_title_names_both_sides() -> None:
    claims = claims_of("Twelve howitzers were delivered in May.", "What Norway has delivered to Moldova")
    assert flows(claims) == [("NOR>MDA", "artillery", "delivered", 12.0)]
    assert any("read from the title" in reason for reason in claims[0].reasons)
    assert all(one.quote.text in "Twelve howitzers were delivered in May." for one in (*claims[0].actors, *claims[0].recipients))


def test_a_region_in_the_title_names_the_receiver_and_who_stands_behind_the_dash_none() -> None:
    title = "Egypt sends new soldiers to Puntland - Addis Ababa"
    claims = claims_of("Press reports say 500 Egyptian soldiers were moved by ship in May.", title)
    assert flows(claims) == [("EGY>SOM", "troops", "delivered", 500.0)]


def test_without_a_title_nobody_is_guessed() -> None:
    assert flows(claims_of("Twelve howitzers were delivered in May.")) == []


def test_a_side_that_somebody_else_fills_is_not_read_from_the_title() -> None:
    claims = claims_of("A farmer gave his neighbour two rifles.", "What Norway has delivered to Moldova")
    assert flows(claims) == []


def test_the_dead_of_a_title_are_those_of_the_text() -> None:
    claims = claims_of("Some 600 were killed in a month.", "Hundreds of Chadian soldiers killed")
    losses = [one for one in claims if one.matter == "loss"]
    assert [sides(one) for one in losses] == [">TCD"]


def test_a_list_has_the_sides_and_the_stage_of_its_lead() -> None:
    lines = ("Sweden announced military aid to Latvia.", "The package includes:", "40 rifles;", "6 howitzers;", "Reaction was muted.")
    claims = claims_of("\n".join(lines), listed=(2, 3))
    entries = [one for one in flows(claims) if one[3] is not None]
    assert entries == [("SWE>LVA", "munitions", "pledged", 40.0), ("SWE>LVA", "artillery", "pledged", 6.0)]


def test_a_list_without_a_transfer_before_it_hands_nothing_over() -> None:
    assert flows(claims_of("The museum shows:\n40 rifles;\n6 howitzers;", listed=(1, 2))) == []


def test_figurent_spells_a_delivery_out() -> None:
    text = "La Norvège a livré des armes à la Moldavie. S'y ajoutent six obusiers et deux hélicoptères."
    assert ("NOR>MDA", "artillery", "delivered", 6.0) in flows(claims_of(text, language="fr"))


def test_transfers_of_a_kind_share_their_sides_where_the_text_has_one_pair() -> None:
    text = "Chad sent soldiers to Niger in May. Thousands of troops were sent, officials say."
    assert {one[0] for one in flows(claims_of(text))} == {"TCD>NER"}


def test_a_ship_that_sails_is_no_transfer_of_ships() -> None:
    assert flows(claims_of("A Greek freighter left Piraeus for Egypt.")) == []


ALLIES = "Le Mali a rencontré l’Algérie à Bamako. Le Mali et l’Algérie ont signé un accord.\nLe Mali a livré à son allié 300 radars. En retour, il a obtenu des conseils techniques."


def test_an_ally_in_a_text_about_two_states_is_the_other_and_gives_in_return() -> None:
    found = {(sides(one), one.flow.kind) for one in claims_of(ALLIES, language="fr") if one.flow}
    assert ("MLI>DZA", "air-defence") in found
    assert ("DZA>MLI", "advisers-training") in found


def test_an_ally_of_nobody_known_is_nobody() -> None:
    alone = claims_of("Le Mali a livré à son allié 300 radars.", language="fr")
    assert not [one for one in alone if one.flow and one.recipients]


def test_a_title_of_one_deal_lends_nothing_to_another() -> None:
    text = "Norway will deliver 24 radars to Moldova.\nFrance, Chad and Japan met in Tokyo.\nThe United States did not send any of the 3,000 missiles that it promised."
    claims = claims_of(text, "Radars to be supplied to Chisinau")
    assert not [one for one in claims if one.flow and sides(one) == "USA>MDA"]
