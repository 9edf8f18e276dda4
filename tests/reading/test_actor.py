"""Who is named: a table of sentences with what must be read in them, and what must not."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from dragoman.model.document import Paragraph
from dragoman.model.mention import ActorMention
from dragoman.model.period import Period
from dragoman.model.span import Span
from dragoman.pipelines import load_parser
from dragoman.reading.actor import find_actors

Read = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """A text with mentions it must have (words, name, country, sector) and words or names it must not have."""

    label: str
    language: str
    text: str
    must: tuple[Read, ...] = ()
    never: tuple[str, ...] = ()
    day: str | None = "2025-12-27"


@cache
def read(case: Case) -> tuple[ActorMention, ...]:
    paragraphs, start = [], 0
    for line in case.text.split("\n"):
        paragraphs.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    sentences = load_parser(case.language).parse(case.text, tuple(paragraphs))
    reference = None
    if case.day is not None:
        first = date.fromisoformat(case.day)
        reference = Period(case.day, first, first, 1, "DATE", case.day)
    return find_actors(sentences, case.text, case.language, reference)


def c(label: str, language: str, text: str, *must: Read, never: tuple[str, ...] = (), day: str | None = "2025-12-27") -> Case:
    return Case(label, language, text, must, never, day)


PRK, RUS, UKR, USA, FRA, KOR = "PRK", "RUS", "UKR", "USA", "FRA", "KOR"
NORTH_ARMY, RUSSIAN_ARMY = "Armed Forces of North Korea", "Armed Forces of Russia"

STATES = [
    c("name fr", "fr", "La Russie a envoyé du blé.", ("Russie", "Russia", RUS, "GOV")),
    c("name en", "en", "North Korea sent workers.", ("North Korea", "North Korea", PRK, "GOV"), never=("Korea",)),
    c("longest name", "fr", "La Corée du Nord a tiré.", ("Corée du Nord", "North Korea", PRK, "GOV"), never=("Corée",)),
    c("acronym fr", "fr", "La RPDC a répondu.", ("RPDC", "North Korea", PRK, "GOV")),
    c("acronym en", "en", "The DPRK answered the US.", ("DPRK", "North Korea", PRK, "GOV"), ("US", "United States", USA, "GOV")),
    c("with stops", "en", "Then the U.S. withdrew.", ("U.S.", "United States", USA, "GOV")),
    c("pronoun is no state", "en", "He told us nothing.", never=("us",)),
    c("official name", "en", "The Russian Federation signed.", ("Russian Federation", "Russia", RUS, "GOV")),
    c("typographic apostrophe", "fr", "L’Ukraine et l’Iran négocient.", ("Ukraine", "Ukraine", UKR, "GOV"), ("Iran", "Iran", "IRN", "GOV")),
    c("no-break space", "fr", "La Corée\u00a0du\u00a0Nord refuse.", ("Corée\u00a0du\u00a0Nord", "North Korea", PRK, "GOV")),
    c("without accents", "fr", "Les Etats-Unis protestent.", ("Etats-Unis", "United States", USA, "GOV")),
    c("after a place word", "fr", "La guerre en Ukraine continue.", ("Ukraine", "Ukraine", UKR, "GOV")),
    c("joined by a hyphen", "en", "DPRK-Russia relations deepen.", ("DPRK", "North Korea", PRK, "GOV"), ("Russia", "Russia", RUS, "GOV")),
    c("bird", "en", "They ate turkey and drank from china.", never=("turkey", "china")),
    c("feast", "en", "Turkey is roasted for Thanksgiving.", never=("Turkey",)),
    c("country all the same", "en", "Turkey sold drones to Ukraine.", ("Turkey", "Turkey", "TUR", "GOV")),
    c("given name Jordan", "en", "Jordan Peterson wrote a book.", never=("Jordan",)),
    c("family name Jordan", "en", "Michael Jordan retired.", never=("Jordan",)),
    c("state Jordan", "en", "Jordan opened its border.", ("Jordan", "Jordan", "JOR", "GOV")),
    c("given name Chad", "en", "Chad Smith played drums.", never=("Chad",)),
    c("state Chad", "en", "Chad expelled the envoys.", ("Chad", "Chad", "TCD", "GOV")),
    c("US state Georgia", "en", "Voters in Georgia, Florida and Alabama chose a senator.", never=("Georgia",)),
    c("state Georgia", "en", "Georgia, Armenia and Azerbaijan met in Tbilisi.", ("Georgia", "Georgia", "GEO", "GOV")),
    c("sea", "fr", "Le missile est tombé en mer du Japon.", never=("Japon", "mer du Japon")),
    c("sea en", "en", "It fell into the Sea of Japan.", never=("Japan", "Sea of Japan")),
    c("ocean", "en", "A ship crossed the Indian Ocean.", never=("Indian",)),
    c("continent", "en", "Latin America and South America are warm.", never=("America",)),
    c("fleet of another name", "fr", "Air France a annulé ses vols.", never=("France",)),
    c("region", "fr", "Il vit en Île-de-France.", never=("France",)),
    c("given name Maurice", "fr", "Maurice a mangé une grenade.", never=("Maurice", "grenade")),
    c("past state", "fr", "L'Union soviétique a disparu.", never=("Union soviétique",)),
    c("similar region", "en", "Fighters came from Kurdistan.", never=("Kurdistan",)),
]

NATIONALITIES = [
    c("people", "fr", "Ils combattent aux côtés des Russes.", ("Russes", "Russia", RUS, None)),
    c("people en", "en", "The Ukrainians held the town.", ("Ukrainians", "Ukraine", UKR, None)),
    c("adjective of a thing", "fr", "Des missiles nord-coréens ont explosé.", ("nord-coréens", "North Korea", PRK, None)),
    c("adjective of a thing en", "en", "India buys Russian oil.", ("Russian", "Russia", RUS, None)),
    c("feminine", "fr", "La production nord-coréenne augmente.", ("nord-coréenne", "North Korea", PRK, None)),
    c("capitals of a heading", "fr", "Le Soutien Nord-Coréen", ("Nord-Coréen", "North Korea", PRK, None)),
    c("language fr", "fr", "Il a écrit un livre en russe.", never=("russe",)),
    c("language en", "en", "She spoke in Russian.", never=("Russian",)),
    c("no language", "en", "They fought in Russian territory.", ("Russian", "Russia", RUS, None)),
    c("against", "en", "Anti-Russian protests spread.", never=("Russian",)),
    c("for", "fr", "Un député pro-russe a été arrêté.", never=("russe",)),
    c("currency", "en", "The South Korean won fell.", never=("South Korean",)),
    c("dollars", "fr", "Il a payé dix dollars américains.", never=("américains",)),
    c("game", "en", "It is Russian roulette.", never=("Russian",)),
    c("peninsula", "en", "Peace on the Korean Peninsula is far.", never=("Korean",)),
    c("Latin", "fr", "Un diplomate latino-américain a parlé.", never=("américain",)),
    c("Indian ocean fr", "fr", "La flotte est dans l'océan Indien.", never=("Indien",)),
]

BODIES = [
    c("forces", "fr", "Les forces nord-coréennes avancent.", ("forces nord-coréennes", NORTH_ARMY, PRK, "MIL"), never=("nord-coréennes",)),
    c("troops en", "en", "North Korean troops arrived.", ("North Korean troops", NORTH_ARMY, PRK, "MIL")),
    c("modifier", "en", "North Korean elite troops arrived.", ("North Korean elite troops", NORTH_ARMY, PRK, "MIL")),
    c("of", "fr", "L'armée de la Russie recule.", ("armée de la Russie", RUSSIAN_ARMY, RUS, "MIL")),
    c("possessive", "en", "Russia's army withdrew.", ("Russia's army", RUSSIAN_ARMY, RUS, "MIL")),
    c("verb is no army", "en", "Russia's leader forces Ukraine to choose.", never=("Russia's leader forces", "forces")),
    c("adjective is no army", "fr", "Les opérations militaires russes continuent.", ("russes", "Russia", RUS, None), never=("militaires russes",)),
    c("intelligence", "fr", "Les services de renseignement sud-coréens confirment.", ("services de renseignement sud-coréens", "Intelligence services of South Korea", KOR, "SPY")),
    c("spy agency", "en", "South Korea's spy agency confirmed it.", ("South Korea's spy agency", "Intelligence services of South Korea", KOR, "SPY")),
    c("ministry, adjective inside", "fr", "Le ministère russe de la Défense dément.", ("ministère russe de la Défense", "Ministry of Defence of Russia", RUS, "GOV")),
    c("ministry, adjective behind", "fr", "Le ministère de la Défense ukrainien dément.", ("ministère de la Défense ukrainien", "Ministry of Defence of Ukraine", UKR, "GOV")),
    c("ministry en", "en", "The Russian Foreign Ministry denied it.", ("Russian Foreign Ministry", "Ministry of Foreign Affairs of Russia", RUS, "GOV")),
    c("parliament", "fr", "Le Parlement ukrainien a voté.", ("Parlement ukrainien", "Parliament of Ukraine", UKR, "LEG")),
    c("officials", "en", "U.S. officials confirmed it.", ("U.S. officials", "Government of the United States", USA, "GOV")),
    c("government", "en", "The DPRK government thanked them.", ("DPRK government", "Government of North Korea", PRK, "GOV")),
    c("administration", "en", "The Biden administration announced it.", ("Biden administration", "Government of the United States", USA, "GOV")),
    c("civilians", "en", "Ukrainian civilians fled.", ("Ukrainian civilians", "People of Ukraine", UKR, "CVL")),
    c("workers", "fr", "Des travailleurs nord-coréens sont arrivés.", ("travailleurs nord-coréens", "Workers of North Korea", PRK, "LAB")),
    c("two states, one noun", "en", "The Russian and Ukrainian presidents spoke.", ("Russian", "Vladimir Putin", RUS, "GOV"), ("Ukrainian presidents", "Volodymyr Zelensky", UKR, "GOV")),
    c("leaders are no one person", "fr", "Les dirigeants russes se taisent.", ("dirigeants russes", "Government of Russia", RUS, "GOV"), never=("Vladimir Putin",)),
    c("general staff", "fr", "L'état-major sud-coréen l'a dit.", ("état-major sud-coréen", "General Staff of South Korea", KOR, "MIL")),
]

SEATS = [
    c("acts", "fr", "Pyongyang a démenti.", ("Pyongyang", "Government of North Korea", PRK, "GOV")),
    c("acts en", "en", "Moscow denied it.", ("Moscow", "Government of Russia", RUS, "GOV")),
    c("between", "fr", "Les liens entre Pyongyang et Moscou se resserrent.", ("Pyongyang", "Government of North Korea", PRK, "GOV"), ("Moscou", "Government of Russia", RUS, "GOV")),
    c("palace", "en", "The Kremlin would not confirm.", ("Kremlin", "Government of Russia", RUS, "GOV")),
    c("house", "fr", "La Maison Blanche a réagi.", ("Maison Blanche", "Government of the United States", USA, "GOV")),
    c("receives", "fr", "Téhéran a fourni des drones à Moscou.", ("Moscou", "Government of Russia", RUS, "GOV")),
    c("receives en", "en", "Tehran supplied drones to Moscow.", ("Moscow", "Government of Russia", RUS, "GOV")),
    c("from", "en", "Weapons from Pyongyang reached the front.", ("Pyongyang", "Government of North Korea", PRK, "GOV")),
    c("in", "en", "They met in Moscow.", never=("Moscow",)),
    c("à", "fr", "Ils se sont réunis à Moscou.", never=("Moscou",)),
    c("from to", "en", "The train runs from Moscow to Kazan.", never=("Moscow",)),
    c("de à", "fr", "Il est allé de Moscou à Kazan.", never=("Moscou",)),
    c("visited", "en", "The minister visited Pyongyang.", never=("Pyongyang",)),
    c("region of", "fr", "Une usine de la région de Moscou a brûlé.", never=("Moscou",)),
    c("region", "en", "A plant in the Moscow region burned.", never=("Moscow",)),
    c("with its state", "en", "Snow fell on Moscow, Russia.", never=("Moscow",)),
    c("dateline", "en", "MOSCOW (Reuters) - Russia sent oil.", ("Reuters", "Reuters", "GBR", "JRN"), never=("MOSCOW",)),
    c("dateline of KCNA", "en", "Pyongyang, June 27 (KCNA) -- The army marched.", ("KCNA", "Korean Central News Agency", PRK, "JRN"), never=("Pyongyang",)),
    c("hotel heiress", "en", "Paris Hilton arrived.", never=("Paris",)),
    c("club", "fr", "Le Paris Saint-Germain a gagné.", never=("Paris",)),
    c("accords", "fr", "Les accords de Minsk ont échoué.", never=("Minsk",)),
    c("first president", "en", "George Washington crossed the river.", never=("Washington",)),
]

ORGANISATIONS = [
    c("EU", "fr", "L'Union européenne a sanctionné la Russie.", ("Union européenne", "European Union", "IGO", "GOV")),
    c("UN", "fr", "L’ONU s’inquiète.", ("ONU", "United Nations", "IGO", "GOV")),
    c("longest organisation", "en", "The United Nations Security Council met.", ("United Nations Security Council", "UN Security Council", "IGO", "GOV"), never=("United Nations",)),
    c("NATO", "en", "NATO allies objected.", ("NATO", "NATO", "IGO", "MIL")),
    c("NIS", "en", "The NIS counted 600 dead.", ("NIS", "National Intelligence Service (South Korea)", KOR, "SPY")),
    c("state media", "en", "KCNA reported it.", ("KCNA", "Korean Central News Agency", PRK, "JRN")),
    c("paper, not city", "en", "The Washington Post reported it.", ("The Washington Post", "Washington Post", USA, "JRN"), never=("Washington",)),
    c("paper, not city 2", "en", "The Moscow Times reported it.", ("The Moscow Times", "Moscow Times", RUS, "JRN"), never=("Moscow",)),
    c("paper in a contraction", "fr", "Le chiffre est attribué au Monde.", ("Monde", "Le Monde", FRA, "JRN")),
    c("the world is no paper", "fr", "Le monde observe, partout dans le monde.", never=("Le monde", "monde")),
    c("who", "en", "The man who came was ill.", never=("who",)),
    c("shouted", "en", "WHO WILL PAY FOR THE WAR NOW?", never=("WHO",)),
    c("think tank", "en", "The Kiel Institute counts aid.", ("Kiel Institute", "Kiel Institute", "DEU", "EDU")),
    c("mercenaries", "fr", "Le groupe Wagner a quitté le Mali.", ("groupe Wagner", "Wagner Group", RUS, "PRM")),
    c("composer", "en", "Richard Wagner wrote an opera.", never=("Wagner",)),
    c("mayor, not agency", "en", "Michael Bloomberg gave money.", never=("Bloomberg",)),
]

OFFICES = [
    c("leader", "fr", "Le dirigeant nord-coréen a écrit.", ("dirigeant nord-coréen", "Kim Jong Un", PRK, "GOV")),
    c("leader en", "en", "The North Korean leader wrote.", ("North Korean leader", "Kim Jong Un", PRK, "GOV")),
    c("president", "fr", "Le président russe a répondu.", ("président russe", "Vladimir Putin", RUS, "GOV")),
    c("before the date", "fr", "Le président américain a signé.", ("président américain", "Joe Biden", USA, "GOV"), day="2023-05-01"),
    c("after the date", "fr", "Le président américain a signé.", ("président américain", "Donald Trump", USA, "GOV"), day="2025-05-01"),
    c("no date, no person", "fr", "Le président russe a répondu.", ("président russe", "President of Russia", RUS, "GOV"), never=("Vladimir Putin",), day=None),
    c("day of change", "en", "The US president signed.", ("US president", "President of the United States", USA, "GOV"), never=("Joe Biden", "Donald Trump"), day="2025-01-20"),
    c("former", "en", "The former US president spoke.", never=("Donald Trump", "Joe Biden")),
    c("former fr", "fr", "L'ancien président américain a parlé.", never=("Donald Trump",)),
    c("with its name", "en", "French President Emmanuel Macron spoke.", ("French President Emmanuel Macron", "Emmanuel Macron", FRA, "GOV")),
    c("with its name fr", "fr", "Le président français Emmanuel Macron a parlé.", ("président français Emmanuel Macron", "Emmanuel Macron", FRA, "GOV")),
    c("in apposition", "fr", "Le président français, Emmanuel Macron, a parlé.", ("président français", "Emmanuel Macron", FRA, "GOV"), ("Emmanuel Macron", "Emmanuel Macron", FRA, "GOV")),
    c("apposition outdoes the date", "en", "Kang Sun Nam, minister of National Defence of the DPRK, spoke.", ("minister of National Defence of the DPRK", "Kang Sun Nam", PRK, "GOV"), day="2024-06-27"),
    c("minister, adjective inside", "fr", "Le ministre ukrainien de la Défense a parlé.", ("ministre ukrainien de la Défense", "Rustem Umerov", UKR, "GOV"), day="2024-06-01"),
    c("of the state", "en", "The president of the Russian Federation spoke.", ("president of the Russian Federation", "Vladimir Putin", RUS, "GOV")),
    c("spokesman", "en", "The Kremlin spokesman said no.", ("Kremlin spokesman", "Dmitry Peskov", RUS, "GOV")),
    c("spokesman fr", "fr", "Le porte-parole du Kremlin a dit non.", ("porte-parole du Kremlin", "Dmitry Peskov", RUS, "GOV")),
    c("ministry's spokesman is not the Kremlin's", "fr", "Le porte-parole du ministère russe de la Défense a dit non.", never=("Dmitry Peskov",)),
    c("epithet", "fr", "Le maître du Kremlin a souri.", ("maître du Kremlin", "Vladimir Putin", RUS, "GOV")),
    c("unverified holder stays an office", "en", "The Polish foreign minister spoke.", ("Polish foreign minister", "Foreign minister of Poland", "POL", "GOV"), never=("Radosław Sikorski",)),
    c("counterpart", "fr", "Le dirigeant nord-coréen a écrit à son homologue russe.", ("homologue russe", "Vladimir Putin", RUS, "GOV")),
    c("counterpart en", "en", "Emmanuel Macron met his Ukrainian counterpart.", ("Ukrainian counterpart", "Volodymyr Zelensky", UKR, "GOV")),
    c("counterpart of a minister", "en", "Sergey Lavrov met his Chinese counterpart.", ("Chinese counterpart", "Wang Yi", "CHN", "GOV"), never=("Xi Jinping",)),
    c("chancellor or president", "fr", "Emmanuel Macron a vu son homologue allemand.", never=("Frank-Walter Steinmeier",)),
    c("secretary general", "en", "NATO Secretary General Mark Rutte spoke.", ("NATO Secretary General Mark Rutte", "Mark Rutte", "IGO", "GOV")),
]

PERSONS = [
    c("spellings", "fr", "Kim Jong-Un et Vladimir Poutine se sont vus.", ("Kim Jong-Un", "Kim Jong Un", PRK, "GOV"), ("Vladimir Poutine", "Vladimir Putin", RUS, "GOV")),
    c("surname alone", "en", "Putin hailed the troops.", ("Putin", "Vladimir Putin", RUS, "GOV")),
    c("surname after full name", "en", "Kim Jong Un wrote. Kim also sent a gift.", ("Kim", "Kim Jong Un", PRK, "GOV")),
    c("another Kim", "en", "Kim Philby was a spy in London.", never=("Kim",)),
    c("wife", "en", "Melania Trump smiled.", never=("Trump",)),
    c("tower", "en", "Trump Tower closed.", never=("Trump",)),
    c("stranger with a title", "fr", "Le député Park Sun-ho a parlé. Park a ri.", ("député Park Sun-ho", "Park Sun-ho", None, "LEG"), ("Park", "Park Sun-ho", None, "LEG")),
    c("stranger with a state", "en", "Ukrainian Defence Minister Ivan Testenko spoke. Testenko left.", ("Ukrainian Defence Minister Ivan Testenko", "Ivan Testenko", UKR, "GOV"), ("Testenko", "Ivan Testenko", UKR, "GOV")),
    c("nobody without a title", "en", "Ivan Testenko bought bread.", never=("Ivan Testenko",)),
    c("out of office", "en", "Barack Obama wrote a book.", ("Barack Obama", "Barack Obama", USA, "ELI")),
    c("in office then", "en", "Barack Obama wrote a letter.", ("Barack Obama", "Barack Obama", USA, "GOV"), day="2014-03-01"),
    c("changed house", "en", "Mark Rutte spoke.", ("Mark Rutte", "Mark Rutte", "NLD", "GOV"), day="2020-03-01"),
    c("pronoun", "fr", "Vladimir Poutine a parlé. Il a salué les soldats.", ("Il", "Vladimir Putin", RUS, "GOV")),
    c("pronoun en", "en", "Vladimir Putin spoke. He praised the soldiers.", ("He", "Vladimir Putin", RUS, "GOV")),
    c("impersonal", "fr", "Vladimir Poutine a parlé. Il faut attendre.", never=("Il",)),
    c("two men", "en", "Vladimir Putin spoke and Emmanuel Macron answered. He smiled.", never=("He",)),
    c("a woman", "en", "Maria Zakharova spoke. He smiled.", never=("He",)),
]

PAIRS = [
    c("two countries", "fr", "La Russie aide la Corée du Nord. Les deux pays sont alliés.", ("Les deux pays", "Russia", RUS, "GOV"), ("Les deux pays", "North Korea", PRK, "GOV")),
    c("two countries en", "en", "Russia helps North Korea. Both countries are allies.", ("Both countries", "Russia", RUS, "GOV"), ("Both countries", "North Korea", PRK, "GOV")),
    c("before they are named", "en", "The two countries are allies: Russia and Iran signed.", ("The two countries", "Iran", "IRN", "GOV"), ("The two countries", "Russia", RUS, "GOV")),
    c("the war's place is no party", "en", "Russia helps North Korea. Russia thanked North Korea for its men in Ukraine. The two countries agreed.", ("The two countries", "North Korea", PRK, "GOV"), ("The two countries", "Russia", RUS, "GOV")),
    c("nobody named", "en", "The two countries agreed.", never=("The two countries",)),
    c("one named", "en", "Iran signed. The two countries agreed.", never=("The two countries",)),
    c("two leaders", "en", "Vladimir Putin met Kim Jong Un. The two leaders signed.", ("The two leaders", "Vladimir Putin", RUS, "GOV"), ("The two leaders", "Kim Jong Un", PRK, "GOV")),
    c("halves", "en", "North Korea fired. The North celebrated; the South condemned it.", ("The North", "North Korea", PRK, "GOV"), ("the South", "South Korea", KOR, "GOV")),
    c("compass", "en", "Snow fell in the North of France.", never=("the North",)),
    c("compass without Korea", "en", "The North celebrated.", never=("The North",)),
    c("bare president", "en", "President Emmanuel Macron spoke. The president left.", ("president", "Emmanuel Macron", FRA, "GOV")),
    c("bare president of nobody", "en", "The president left.", never=("president",)),
    c("bare ministry", "en", "The Russian Defence Ministry spoke. The ministry denied it.", ("ministry", "Ministry of Defence of Russia", RUS, "GOV")),
    c("bare army of two", "en", "The Russian army met the Ukrainian army. The army won.", never=("army",)),
]

CASES = STATES + NATIONALITIES + BODIES + SEATS + ORGANISATIONS + OFFICES + PERSONS + PAIRS


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language} {case.label}")
def test_actors(case: Case) -> None:
    found = read(case)
    seen = {(one.quote.text, one.actor.name, one.actor.country, one.actor.sector) for one in found}
    for wanted in case.must:
        assert wanted in seen, (wanted, sorted(seen, key=str))
    for unwanted in case.never:
        assert unwanted not in {one[0] for one in seen}, (unwanted, sorted(seen, key=str))
        assert unwanted not in {one[1] for one in seen}, (unwanted, sorted(seen, key=str))


def test_half_of_the_table_is_what_must_not_be_read() -> None:
    assert len(CASES) >= 120
    assert sum(bool(case.never) for case in CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language} {case.label}")
def test_quotes_are_the_text_in_order_and_share_no_character(case: Case) -> None:
    found = read(case)
    for one in found:
        assert one.quote.span.of(case.text) == one.quote.text
        assert one.reason
    spans = sorted({one.quote.span for one in found})
    assert [one.quote.span for one in found] == sorted(one.quote.span for one in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


def test_nothing_in_nothing_and_in_a_language_without_tables() -> None:
    assert find_actors((), "", "fr", None) == ()
    sentences = load_parser("en").parse("Russia spoke.", (Paragraph(Span(0, 13)),))
    assert find_actors(sentences, "Russia spoke.", "xx", None) == ()


def test_reading_twice_gives_the_same() -> None:
    case = c("again", "en", "Russia helps North Korea. The two countries and their leaders met in Moscow.")
    assert read(case) == read.__wrapped__(case)
