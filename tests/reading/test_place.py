"""Places found in sentences: written for this test, as many that must not match as that must."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dragoman.model.actor import Actor
from dragoman.model.document import Paragraph
from dragoman.model.mention import ActorMention, PlaceMention
from dragoman.model.span import Span, quote
from dragoman.model.tree import Token, sentence_of
from dragoman.pipelines import load_parser
from dragoman.reading.place import find_places
from tests.known_failure import parameters
from tests.pace import growth


def read(
    text: str, language: str, actors: tuple[tuple[str, str], ...] = (), url: str | None = None
) -> tuple[PlaceMention, ...]:
    sentences = load_parser(language).parse(text, (Paragraph(Span(0, len(text))),))
    mentions = tuple(
        ActorMention(quote(Span(text.index(name), text.index(name) + len(name)), text), Actor(name, code, "GOV"), "named")
        for name, code in actors
    )
    return find_places(sentences, text, language, mentions, url)


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
    ("narrowed by a direction", "en", "The fire began in London in southwestern Ontario.",
     [("London", "CAN", 1), ("Ontario", "CAN", 4)]),
    ("narrowed by a side", "en", "The fire began in Paris, in the north of Texas.", [("Paris", "USA", 1), ("Texas", "USA", 4)]),
    ("narrowed by its kind", "en", "The fire began in Paris, a town in Texas.", [("Paris", "USA", 1), ("Texas", "USA", 4)]),
    ("narrowed by a side, French", "fr", "L’incendie a pris à London, dans le sud de l’Ontario.",
     [("London", "CAN", 1), ("Ontario", "CAN", 4)]),
    ("narrowed by its kind, French", "fr", "L’incendie a pris à Paris, une ville du Texas.", [("Paris", "USA", 1), ("Texas", "USA", 4)]),
    ("narrowed by state", "en", "He was born in Paris, Texas.", [("Paris", "USA", 1), ("Texas", "USA", 4)]),
    ("abbreviated state", "en", "Officials met in Gary, Ind., on Monday.", [("Gary", "USA", 1), ("Ind.", "USA", 4)]),
    ("list", "en", "Drones fell in Kursk, Belgorod and Bryansk.",
     [("Kursk", "RUS", 1), ("Belgorod", "RUS", 1), ("Bryansk", "RUS", 1)]),
    ("strip", "fr", "Des camions sont entrés dans la bande de Gaza.", [("bande de Gaza", "PSE", 4)]),
    ("word that is a town", "fr", "L’usine se trouve à Tours.", [("Tours", "FRA", 1)]),
    ("typographic apostrophe", "fr", "Le port d’Odessa a été touché.", [("Odessa", "UKR", 1)]),
    ("county", "en", "A storm hit Fulton County in Georgia.", [("Fulton County", "USA", 3), ("Georgia", "USA", 4)]),
    ("counties of a list", "en", "Schools closed in Dallam, Hartley and Oldham counties in Texas.",
     [("Dallam", "USA", 3), ("Hartley", "USA", 3), ("Oldham counties", "USA", 3), ("Texas", "USA", 4)]),
    ("state abbreviated alone", "en", "The bill was passed by N.C. lawmakers.", [("N.C.", "USA", 4)]),
    ("where somebody is from", "en", "Ann Roe, 22, of Winona, was hurt.", [("Winona", "USA", 1)]),
    ("formerly of", "en", "He was formerly of Duluth.", [("Duluth", "USA", 1)]),
    ("company's seat", "en", "A Tacoma-based bakery won the contract.", [("Tacoma", "USA", 1)]),
    ("somebody of a town", "en", "A Tulsa woman was arrested.", [("Tulsa", "USA", 1)]),
    ("name given to a village", "en", "It began in a village called Wetwang.", [("Wetwang", "GBR", 1)]),
    ("explained", "en", "Crews reached Wetwang, a farming village.", [("Wetwang", "GBR", 1)]),
    ("weekday after", "en", "They will meet in Toledo Thursday.", [("Toledo", "USA", 1)]),
    ("capital beside its word", "en", "They met in the capital Lusaka.", [("Lusaka", "ZMB", 1)]),
    ("capital explained", "en", "The storm put Nairobi, the capital, under water.", [("Nairobi", "KEN", 1)]),
    ("capital of a dateline", "en", "MOSCOW — Two trains collided.", [("MOSCOW", "RUS", 1)]),
    ("capital and its people", "en", "A Paris man was fined.", [("Paris", "FRA", 1)]),
    ("capital and what befalls its people", "en", "Lisbon's murder rate fell.", [("Lisbon", "PRT", 1)]),
    ("capital and its mayor", "en", "The mayor of London spoke.", [("London", "GBR", 1)]),
    ("capital in company", "en", "Flights to Ankara and Izmir were late.", [("Ankara", "TUR", 1), ("Izmir", "TUR", 1)]),
    ("capital, French, mayor", "fr", "La mairie de Paris a refusé.", [("Paris", "FRA", 1)]),
    ("capital, French, beside its word", "fr", "Un train a quitté la capitale lettone Riga.",
     [("Riga", "LVA", 1)]),
    ("mayor of a party", "fr", "Le maire LR de Cambrai a signé.", [("Cambrai", "FRA", 1)]),
    ("letters foreign to both", "en", "A fire broke out in Pulawy.", [("Pulawy", "POL", 1)]),
    ("saint in capitals", "en", "ST. LOUIS — Rain fell.", [("ST. LOUIS", "USA", 1)]),
    ("countries of a list", "en", "Exports to Mexico, China, Japan and Brazil rose.",
     [("Mexico", "MEX", 6), ("China", "CHN", 6), ("Japan", "JPN", 6), ("Brazil", "BRA", 6)]),
    ("states of a list", "en", "Cases were found in Michigan, Oregon, Wisconsin and Ohio.",
     [("Michigan", "USA", 4), ("Oregon", "USA", 4), ("Wisconsin", "USA", 4), ("Ohio", "USA", 4)]),
    ("ocean, not the town", "en", "The storm reached the Pacific near Oregon.",
     [("Pacific", None, 7), ("Oregon", "USA", 4)]),
    ("river", "en", "Boats crossed the Brazos River.", [("Brazos River", "USA", 5)]),
    ("strait, French", "fr", "Le navire a franchi le détroit de Messine.", [("détroit de Messine", "ITA", 7)]),
    ("suburb of a town", "en", "Police searched a house in the Cincinnati suburb of Norwood.",
     [("Cincinnati", "USA", 2), ("Norwood", "USA", 1)]),
    ("counties that their word opens", "en", "Rain fell in the counties of Noble and Perry in Ohio.",
     [("counties of Noble", "USA", 3), ("Perry", "USA", 3), ("Ohio", "USA", 4)]),
    ("county of Ireland", "en", "A barn burned in County Mayo.", [("County Mayo", "IRL", 3)]),
    ("county that is no district today", "en", "Snow fell in West Yorkshire.", [("West Yorkshire", "GBR", 3)]),
    ("council of a town", "en", "The Toledo City Council met.", [("Toledo", "USA", 1)]),
    ("council of a town with City in its name", "en", "The Dodge City Council met.", [("Dodge City", "USA", 1)]),
    ("council of a town named after a state", "en", "The Iowa City Council met.", [("Iowa City", "USA", 1)]),
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
    ("palace", "fr", "Matignon a refusé de répondre."),
    ("palace, English", "en", "The White House declined to comment."),
    ("general", "fr", "Le général de Villiers a démissionné."),
    ("statesman", "fr", "Pour Hollande, rien ne change."),
    ("radio", "fr", "Il l’a dit sur Europe 1."),
    ("nationality before a person", "fr", "Le Suisse Benjamin Dupont a gagné."),
    ("lawn", "en", "They met on the South Lawn."),
    ("owner of a ministry", "en", "The Chad Ministry of Health denied it."),
    ("government after a plan", "en", "Talk of sanctions against Moscow was groundless."),
    ("partner of a firm", "en", "The report by Dalton & Reyes was late."),
    ("school named after a person", "en", "A teacher at Lincoln Elementary retired."),
    ("first name of a person named before", "en", "Savannah Whitfield won the race. Savannah's father cheered."),
    ("family", "en", "She is one of the Blackwell family."),
    ("surname after a loose preposition", "en", "A source close to Jones denied it."),
    ("two surnames", "en", "A fight between Sims and Jones was filmed."),
    ("university", "en", "He teaches at Harvard."),
    ("storm", "en", "The National Hurricane Center issued a warning."),
]


@pytest.mark.parametrize(("label", "language", "text"), NOT_FOUND, ids=[f"{row[1]}-{row[0]}" for row in NOT_FOUND])
def test_not_found(label: str, language: str, text: str) -> None:
    assert [one.quote.text for one in read(text, language)] == []


def test_inside_a_longer_name_of_an_actor() -> None:
    text = "The Kharkiv Human Rights Group spoke."
    assert read(text, "en", (("Kharkiv Human Rights Group", "UKR"),)) == ()


def test_a_town_that_is_an_organisation_here() -> None:
    text = "Both states joined NATO last year."
    assert read(text, "en", (("NATO", ""),)) == ()


def test_actor_with_an_office_leaves_the_place() -> None:
    text = "They met the governor of Belgorod."
    assert [one.quote.text for one in read(text, "en", (("the governor of Belgorod", "RUS"),))] == ["Belgorod"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway's minister of fisheries resigned.", "Norway's minister of fisheries"),
        ("They met the trade minister of Norway.", "the trade minister of Norway"),
        ("A Norway district court freed him.", "Norway district court"),
    ],
)
def test_a_country_that_an_office_or_a_court_is_of_is_named(text: str, name: str) -> None:
    assert [one.quote.text for one in read(text, "en", ((name, "NOR"),))] == ["Norway"]


def test_document_tells_homonyms_apart() -> None:
    texas = "The mayor spoke in Paris. Texas sent help. Police in Texas closed roads near Dallas and in Paris."
    assert {one.place.country for one in read(texas, "en")} == {"USA"}
    france = "The mayor spoke in Paris. Police closed roads."
    assert [one.place.country for one in read(france, "en")] == ["FRA"]


def test_country_of_an_actor_tells_homonyms_apart() -> None:
    text = "Georgian police closed a road. Georgia asked for help."
    assert read(text, "en", (("Georgian", "GEO"),))[0].place.country == "GEO"


def test_places_nearby_tell_homonyms_apart() -> None:
    text = "A Paris woman was arrested. Henry County deputies found her near Puryear. She was taken to Paris."
    found = read(text, "en")
    assert {(one.quote.text, one.place.country, one.place.admin1) for one in found if one.quote.text == "Paris"} == {
        ("Paris", "USA", "Tennessee")
    }


PRINTED = [
    # why, address, text, country and first-level region of its first place
    ("nothing says where", None, "Police in Durham closed a street.", "USA"),
    ("a site's country", "https://www.eveningpaper.co.uk/story/1", "Police in Durham closed a street.", "GBR"),
    ("a site that says nothing", "https://paper.tv/1", "Police in Durham closed a street.", "USA"),
    ("a daily of a town nearby", "http://www.expressandstar.com/1", "Police in Worcester closed a street.", "GBR"),
    ("no daily", "http://www.example.com/1", "Police in Worcester closed a street.", "USA"),
    ("the text is heard first", "http://www.boston.com/1", "Police in Worcester, England, closed a street.", "GBR"),
    ("an address that is none", "http://[", "Police in Durham closed a street.", "USA"),
    ("a file", "reports/a.txt", "Police in Durham closed a street.", "USA"),
]


@pytest.mark.parametrize(("why", "url", "text", "country"), PRINTED, ids=[row[0] for row in PRINTED])
def test_where_a_paper_is_printed_tells_homonyms_apart(why: str, url: str | None, text: str, country: str) -> None:
    assert read(text, "en", url=url)[0].place.country == country, why


def test_a_paper_called_after_a_town_means_the_town() -> None:
    text = "A Lebanon man was fined in Nashville."
    assert read(text, "en", url="https://www.lebanonlocalnews.com/a")[0].place.country == "USA"
    assert read(text, "en", url="https://www.example.com/a")[0].place.country == "LBN"


def test_a_paper_s_county_is_the_one_around_its_town() -> None:
    text = "Deputies in Clay County closed a road."
    for host, state in (("kansascity.com", "Missouri"), ("jacksonville.com", "Florida")):
        assert [one.place.admin1 for one in read(text, "en", url=f"https://www.{host}/a")] == [state]


def test_county_by_its_bare_name() -> None:
    text = "Deputies in DeKalb County closed a road near Atlanta. Police in DeKalb are looking for a driver."
    assert [one.place.name for one in read(text, "en")] == ["DeKalb County", "Atlanta", "DeKalb County"]


def test_a_name_is_settled_once_for_a_document() -> None:
    text = "The school is in Weare. A longtime Weare educator retired."
    assert [one.quote.text for one in read(text, "en")] == ["Weare", "Weare"]


def test_a_settled_name_is_a_place_beside_longer_names() -> None:
    text = "Thousands came to Laredo. The Laredo Youth Chorus sang."
    assert [one.quote.text for one in read(text, "en")] == ["Laredo", "Laredo"]


def test_the_city_of_a_country_s_name_is_meant_all_through() -> None:
    text = "A Peru man was fined.{} He had driven to Kokomo and Logansport."
    assert [one.place.country for one in read(text.format(""), "en")] == ["PER", "USA", "USA"]
    called = text.format(" It was the first such fine in the city of Peru.")
    assert [one.place.country for one in read(called, "en")] == ["USA"] * 4


def test_a_river_by_its_bare_name() -> None:
    text = "The Brazos River rose. By noon the Brazos had reached the bridge."
    assert [one.place.name for one in read(text, "en")] == ["Brazos River", "Brazos River"]


def test_an_actor_named_by_a_place_does_not_place_it() -> None:
    text = "Paris police found the car near Dallas, Texas. It was driven back to Paris, Texas, by Paris police."
    found = read(text, "en", (("Paris police", "FRA"),))
    assert {one.place.country for one in found} == {"USA"}


def _tokens(text: str) -> tuple[Token, ...]:
    words = re.finditer(r"\S+", text)
    return tuple(Token(Span(*word.span()), word[0], word[0].lower(), "PROPN", "", -1, "root") for word in words)


def test_cost_grows_with_length() -> None:
    """A document ten times as long takes no more than forty times as long; one long list of homonyms is the worst there is."""
    piece = "Police in Paris , San Juan , Santa Maria and Springfield met Henry County deputies near San Jose . "
    size = len(_tokens(piece))

    def prepare(times: int) -> Callable[[], object]:
        text = piece * times
        tokens = _tokens(text)
        sentences = tuple(sentence_of(tokens[i : i + size], 0) for i in range(0, len(tokens), size))
        return lambda: find_places(sentences, text, "en", ())

    assert prepare(1)()
    assert growth(prepare, 60, 600, limit=40, floor=0.005) <= 40


@pytest.mark.parametrize("piece", ["San ", "St. ", "New, ", "- ", "of the ", "A, B and ", "County ", "Mt. St. ", "d’"])
def test_adversarial_text_takes_linear_time(piece: str) -> None:
    """One sentence of many pieces that open names and never close them: ten times the text, no more than forty the time."""

    def prepare(times: int) -> Callable[[], object]:
        text = piece * times
        sentence = sentence_of(_tokens(text), 0)
        return lambda: find_places((sentence,), text, "en", ())

    assert growth(prepare, 400, 4000, limit=40, floor=0.005) <= 40


def test_same_input_same_output() -> None:
    text = "Des obus sont tombés à Soumy, à Kharkiv et près de Pokrovsk, en Ukraine."
    assert read(text, "fr") == read(text, "fr")


def test_nothing_to_read() -> None:
    assert find_places((), "", "en", ()) == ()
