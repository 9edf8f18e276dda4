"""Places found in sentences: written for this test, as many that must not match as that must."""

from __future__ import annotations

import pytest

from dragoman.model.actor import Actor
from dragoman.model.document import Paragraph
from dragoman.model.mention import ActorMention, PlaceMention
from dragoman.model.span import Span, quote
from dragoman.pipelines import load_parser
from dragoman.reading.place import find_places
from tests.known_failure import parameters


def read(text: str, language: str, actors: tuple[tuple[str, str], ...] = ()) -> tuple[PlaceMention, ...]:
    sentences = load_parser(language).parse(text, (Paragraph(Span(0, len(text))),))
    mentions = tuple(
        ActorMention(quote(Span(text.index(name), text.index(name) + len(name)), text), Actor(name, code, "GOV"), "named")
        for name, code in actors
    )
    return find_places(sentences, text, language, mentions)


FOUND = [
    # label, language, text, (words, country, where_prec) for each place in order
    ("town", "fr", "Des soldats sont arrivés à Koursk lundi.", [("Koursk", "RUS", 1)]),
    ("region, French", "fr", "Les combats continuent dans la région de Koursk.", [("région de Koursk", "RUS", 4)]),
    ("region, English", "en", "Fighting continued in Kursk oblast on Monday.", [("Kursk oblast", "RUS", 4)]),
    ("country", "fr", "Des armes ont été livrées en Ukraine.", [("Ukraine", "UKR", 6)]),
    ("country, subject", "en", "Russia sent grain to Egypt.", [("Russia", "RUS", 6), ("Egypt", "EGY", 6)]),
    ("near", "fr", "Un dépôt a brûlé près de Belgorod.", [("Belgorod", "RUS", 2)]),
    ("near, English", "en", "A depot burned near Belgorod.", [("Belgorod", "RUS", 2)]),
    ("sea", "fr", "Le missile est tombé en mer du Japon.", [("mer du Japon", None, 7)]),
    ("sea, English", "en", "The ship sank in the Black Sea.", [("Black Sea", None, 7)]),
    ("coast", "en", "A tanker burned off the coast of Yemen.", [("Yemen", "YEM", 7)]),
    ("between", "en", "The train runs between Belgorod and Kursk.", [("Belgorod", "RUS", 5), ("Kursk", "RUS", 5)]),
    ("capital as a place", "fr", "Le ministre est arrivé à Moscou mardi.", [("Moscou", "RUS", 1)]),
    ("capital, English", "en", "They signed the pact in Moscow.", [("Moscow", "RUS", 1)]),
    ("capital, move", "en", "The envoy flew to Pyongyang on Friday.", [("Pyongyang", "PRK", 1)]),
    ("narrowed", "en", "The fire began in London, Ontario.", [("London", "CAN", 1), ("Ontario", "CAN", 4)]),
    ("narrowed by state", "en", "He was born in Paris, Texas.", [("Paris", "USA", 1), ("Texas", "USA", 4)]),
    ("abbreviated state", "en", "Officials met in Gary, Ind., on Monday.", [("Gary", "USA", 1), ("Ind.", "USA", 4)]),
    ("list", "en", "Drones fell in Kursk, Belgorod and Bryansk.",
     [("Kursk", "RUS", 1), ("Belgorod", "RUS", 1), ("Bryansk", "RUS", 1)]),
    ("strip", "fr", "Des camions sont entrés dans la bande de Gaza.", [("bande de Gaza", "PSE", 4)]),
    ("word that is a town", "fr", "L’usine se trouve à Tours.", [("Tours", "FRA", 1)]),
    ("typographic apostrophe", "fr", "Le port d’Odessa a été touché.", [("Odessa", "UKR", 1)]),
    ("county", "en", "A storm hit Fulton County in Georgia.", [("Fulton County", "USA", 3), ("Georgia", "USA", 4)]),
]  # fmt: skip


KNOWN = {"fr-word that is a town": "the encoder takes the town for the noun ('Tours')"}


@pytest.mark.parametrize(
    ("label", "language", "text", "expect"), parameters(FOUND, [f"{row[1]}-{row[0]}" for row in FOUND], KNOWN)
)
def test_found(label: str, language: str, text: str, expect: list[tuple[str, str | None, int]]) -> None:
    found = read(text, language)
    assert [(one.quote.text, one.place.country, one.place.where_prec) for one in found] == expect
    assert all(one.quote.span.of(text) == one.quote.text for one in found)


NOT_FOUND = [
    ("government", "fr", "Moscou a annoncé un cessez-le-feu."),
    ("government, after a date", "fr", "Ce même jour, Pyongyang a rompu le silence."),
    ("governments", "fr", "Les relations entre Pyongyang et Moscou se resserrent."),
    ("government, English", "en", "Moscow denied the report."),
    ("government that owns", "en", "Pyongyang's troops advanced."),
    ("person", "en", "Jack London wrote about the north."),
    ("person after a title", "en", "Mr. Bolton said he would resign."),
    ("first name", "fr", "Le dirigeant a écrit à Vladimir Poutine."),
    ("celebrity", "en", "Paris Hilton opened the show."),
    ("newspaper", "en", "The Washington Post reported the talks."),
    ("club", "fr", "Le Paris Saint-Germain a gagné."),
    ("bank", "en", "The Bank of Moscow cut its rate."),
    ("pact", "fr", "Les accords de Minsk ont échoué."),
    ("channel", "fr", "Il l’a dit sur France 24."),
    ("adjective", "en", "It was a nice day for a reading."),
    ("nice at the start", "en", "Nice weather is expected."),
    ("word", "fr", "Les pays voisins ont protesté en mars."),
    ("demonym", "en", "Ukrainian soldiers and Russian officers met."),
    ("demonym, French", "fr", "Les soldats nord-coréens et les officiers russes."),
    ("company", "en", "Lawyers for Stevens & Wilkinson objected."),
]


@pytest.mark.parametrize(("label", "language", "text"), NOT_FOUND, ids=[f"{row[1]}-{row[0]}" for row in NOT_FOUND])
def test_not_found(label: str, language: str, text: str) -> None:
    assert [one.quote.text for one in read(text, language)] == []


def test_inside_a_longer_name_of_an_actor() -> None:
    text = "The Kharkiv Human Rights Group spoke."
    assert read(text, "en", (("Kharkiv Human Rights Group", "UKR"),)) == ()


def test_actor_with_an_office_leaves_the_place() -> None:
    text = "They met the governor of Belgorod."
    assert [one.quote.text for one in read(text, "en", (("the governor of Belgorod", "RUS"),))] == ["Belgorod"]


def test_document_tells_homonyms_apart() -> None:
    texas = "The mayor spoke in Paris. Texas sent help. Police in Texas closed roads near Dallas and in Paris."
    assert {one.place.country for one in read(texas, "en")} == {"USA"}
    france = "The mayor spoke in Paris. Police closed roads."
    assert [one.place.country for one in read(france, "en")] == ["FRA"]


def test_country_of_an_actor_tells_homonyms_apart() -> None:
    text = "Georgian police closed a road. Georgia asked for help."
    assert read(text, "en", (("Georgian", "GEO"),))[0].place.country == "GEO"


def test_same_input_same_output() -> None:
    text = "Des obus sont tombés à Soumy, à Kharkiv et près de Pokrovsk, en Ukraine."
    assert read(text, "fr") == read(text, "fr")


def test_nothing_to_read() -> None:
    assert find_places((), "", "en", ()) == ()
