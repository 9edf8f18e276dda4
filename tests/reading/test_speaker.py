"""Whom a source is: the one its words name, whoever a pronoun takes up, the state whose media speak; and what is a denial."""

from __future__ import annotations

import pytest

from dragoman.model.attribution import Attribution
from dragoman.pipelines import load_parser
from dragoman.reading.agreement import agrees
from dragoman.reading.dateline import dateline
from dragoman.reading.quotation import find_quotations
from dragoman.reading.read import read
from dragoman.world.speech import load_speech
from tests.factory import document
from tests.known_failure import parameters


def attributions_of(text: str, language: str) -> tuple[Attribution, ...]:
    found = read(document(text, language=language), load_parser(language)).attributions
    assert all(one.content.span.of(text) == one.content.text for one in found)
    return found


# label, language, text, cue, name of the speaker (None: nobody known), country
SPEAKERS = [
    ("the office and its holder before", "fr", "Le ministre, Paul Odhiambo, a salué les marins. « Le port rouvrira demain matin », a-t-il promis.", "a-t-il promis", "Paul Odhiambo", None),
    ("a committee is no she", "fr", "La première version du texte prévoit un péage. Ils soutiennent que le péage est trop cher.", "soutiennent", None, None),
    ("a family name alone", "en", "“We wait,” said Clara Odhiambo, a pilot. “It is late,” Odhiambo said.", "said", "Clara Odhiambo", None),
    ("services of a state", "fr", "Les services kényans affirment que le port est fermé.", "affirment", "Intelligence services of Kenya", "KEN"),
    ("services of something", "fr", "Les services postaux kényans affirment que le port est fermé.", "affirment", "Kenya", "KEN"),
    ("the name beside its noun", "en", "Macron's press chief, Clara Odhiambo, said that the port was closed.", "said", "Clara Odhiambo", None),
    ("a critic is not whom he blames", "en", "Macron's critics said that the port was closed.", "said", None, None),
    ("a camp speaks for its own", "en", "The Macron campaign said that the port was closed.", "said", "Emmanuel Macron", "FRA"),
    ("a title gives the state", "en", "Clara Odhiambo, the Kenyan foreign minister, said that the port was closed.", "said", "Clara Odhiambo", "KEN"),
    ("of two the first", "en", "Kenya and Uganda said that the port was closed.", "said", "Kenya", "KEN"),
    ("no dateline", "en", "NAIROBI, May 3 (AFP) -- Clara Odhiambo said that the port was closed.", "said", "Clara Odhiambo", None),
    ("he is no paper", "en", "Macron wrote to Clara Odhiambo, Reuters reported. He said that the port was closed.", "said", "Emmanuel Macron", "FRA"),
    ("she who spoke last", "en", "Macron met pilots. Clara Odhiambo said that ships had left. She added that more would follow.", "added", "Clara Odhiambo", None),
    ("the institute again", "fr", "Le Kiel Institute évalue l'aide à 7 milliards. L'institut estime que la France a peu donné.", "estime", "Kiel Institute", "DEU"),
    ("state media", "en", "State media said that Kim Jong Un inspected a port.", "said", "State media of North Korea", "PRK"),
    ("whose figures", "en", "Earlier NIS figures: about 30 dead, 70 injured.", ":", "National Intelligence Service (South Korea)", "KOR"),
    ("whose count", "en", "Kyiv's latest toll stands at 70 dead.", "toll", "Government of Ukraine", "UKR"),
    ("a seat of the Union", "fr", "Bruxelles affirme que le port est fermé. L'Union européenne paiera.", "affirme", "European Union", "IGO"),
    ("a seat of its own state", "fr", "Bruxelles affirme que le port est fermé. L'Union européenne paiera, et la Belgique aussi.", "affirme", "Government of Belgium", "BEL"),
    ("a seat without the Union", "en", "Brussels says that the port is closed.", "says", "Government of Belgium", "BEL"),
    ("a participle's subject comes later", "fr", "Contestant ce bilan, Emmanuel Macron a annoncé que la France avait livré 30 canons.", "Contestant", "Emmanuel Macron", "FRA"),
]  # fmt: skip


KNOWN = {"services of something": 'the tagger takes "kényans" for a verb'}


@pytest.mark.parametrize(
    ("label", "language", "text", "cue", "name", "country"), parameters(SPEAKERS, [one[0] for one in SPEAKERS], KNOWN)
)
def test_who_speaks(label: str, language: str, text: str, cue: str, name: str | None, country: str | None) -> None:
    found = [one for one in attributions_of(text, language) if one.cue is not None and one.cue.text == cue]
    assert found, label
    speaker = found[-1].speaker
    assert (speaker.name if speaker else None, speaker.country if speaker else None) == (name, country), label


# label, language, text, cue, content
CONTENTS = [
    ("what follows a semicolon", "en", "Kenya had reported a decision to send 300 soldiers; Uganda's envoy spoke of 200.", "had reported", "a decision to send 300 soldiers"),
    ("a mark inside the thing named", "fr", "Des rapports évoquent des centaines d'ouvriers envoyés pour la « reconstruction ».", "évoquent", "des centaines d'ouvriers envoyés pour la « reconstruction »"),
    ("what was received", "fr", "Clara Moreau a détaillé lundi ce que le port a reçu : deux navires.", "a détaillé", "ce que le port a reçu : deux navires"),
    ("no more than its object", "fr", "Contestant ce bilan, Clara Moreau a dit que le port était fermé.", "Contestant", "ce bilan"),
    ("the next act behind a thing", "en", "Nairobi rejected the charges as untrue and summoned the envoy.", "rejected", "the charges as untrue"),
    ("what it calls them", "fr", "La mairie dément ces chiffres, les qualifiant d'inventions.", "dément", "ces chiffres"),
    ("two acts that are said", "en", "Nairobi said that the ships had left and would return.", "said", "the ships had left and would return"),
    ("a clause cut by its agency", "fr", "Des drones kényans, rapporte l'agence Anadolu, ont touché deux ports.", "rapporte", "Des drones kényans, rapporte l'agence Anadolu, ont touché deux ports"),
    ("one word that answers", "fr", "« Jamais », répond Clara Moreau.", "répond", "Jamais"),
    ("a relative clause's own source", "en", "The pilot, who according to his lawyer never fired, will stand trial.", "according to", "never fired"),
    ("the next sentence's quotation", "fr", "Des marins crient « Laissez-nous passer ! ». « Jamais », répond Clara Moreau.", "répond", "Jamais"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "text", "cue", "content"), CONTENTS, ids=[one[0] for one in CONTENTS])
def test_what_is_said(label: str, language: str, text: str, cue: str, content: str) -> None:
    found = [one.content.text for one in attributions_of(text, language) if one.cue is not None and one.cue.text == cue]
    assert content in [one.strip(" ,;") for one in found], (label, found)


@pytest.mark.parametrize(
    ("language", "text", "speech"),
    [
        ("en", "Clara Odhiambo said that the reports of a raid were groundless.", "deny"),
        ("en", "Clara Odhiambo said that talk of a raid looked like fake news.", "deny"),
        ("fr", "Clara Moreau a affirmé que les informations sur un raid étaient sans fondement.", "deny"),
        ("en", "Clara Odhiambo said that the reports of a raid were not groundless.", "say"),
        ("en", "Clara Odhiambo said that the reports of a raid were new.", "say"),
    ],
)
def test_talk_that_is_called_untrue_is_denied(language: str, text: str, speech: str) -> None:
    (one, *_) = [one for one in attributions_of(text, language) if one.source is not None]
    assert one.speech == speech


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("She starred in an episode of “Night Bus Home,” the channel said.", True),
        ("He shouted “Never Go Home” at them.", False),
        ("They left with a cry: “Never Go Home”", False),
    ],
)
def test_the_name_of_a_work_is_no_speech(text: str, scare: bool) -> None:
    (one,) = find_quotations(text, document(text).paragraphs, "en")
    assert one.scare is scare


@pytest.mark.parametrize(
    ("text", "rest", "agency"),
    [
        ("KAMPALA, May 3 (AFP) -- Two ships left.", "Two ships left.", "AFP"),
        ("GULU, Uganda — Two ships left.", "Two ships left.", None),
        ("Two ships (both Kenyan) left — and stayed away.", "Two ships (both Kenyan) left — and stayed away.", None),
    ],
)
def test_where_a_dispatch_begins(text: str, rest: str, agency: str | None) -> None:
    at, span = dateline(text, 0)
    assert text[at:] == rest
    assert (span.of(text) if span else None) == agency


@pytest.mark.parametrize(
    ("pronoun", "source", "many", "language", "may"),
    [
        ("ils", "le ministre", False, "fr", False),
        ("ils", "les députés", True, "fr", True),
        ("ils", "les députés", False, "fr", True),
        ("il", "les députés", True, "fr", False),
        ("il", "le ministre du Commerce et de l'Industrie", False, "fr", True),
        ("he", "lawmakers", True, "en", False),
        ("he", "the minister of Trade and Industry", False, "en", True),
        ("they", "the ministry", False, "en", True),
    ],
)
def test_a_pronoun_agrees_with_whom_it_means(pronoun: str, source: str, many: bool, language: str, may: bool) -> None:
    assert agrees(pronoun, source, many, load_speech(language)) is may


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Anna Petrov et Ivan Ilic ont salué l’accord. Il a dit que le port rouvrirait."),
        ("fr", "Les députés ont salué l’accord. Il a dit que le port rouvrirait."),
        ("en", "Three lawmakers said that the port was shut. He said that it would open again."),
    ],
)
def test_one_is_not_several(language: str, text: str) -> None:
    last = attributions_of(text, language)[-1]
    assert last.speaker is None
