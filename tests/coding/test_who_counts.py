"""Who gives a figure: a toll that somebody tells carries that somebody, and a figure denied afterwards is denied."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory


def losses_of(language: str, text: str) -> tuple[Claim, ...]:
    claims = code(read(factory.document(text, published="2024-11-08", language=language), load_parser(language)))
    assert all(one.evidence.span.of(text) == one.evidence.text for one in claims)
    return tuple(one for one in claims if one.matter == "loss")


def best_of(claim: Claim) -> tuple[str, float | None] | None:
    return next(((one.role, one.mention.quantity.low) for one in claim.quantities), None)


# label, language, text, words of the originator, role, low bound
TOLD = [
    ("faire état de", "fr", "Manille fait état de 45 pêcheurs tués.", "Manille", "killed", 45),
    ("a time between", "fr", "Lima faisait état mardi de 36 pêcheurs tués.", "Lima", "killed", 36),
    ("a fait part de", "fr", "Le ministère chilien de la Santé a fait part de 28 blessés.", "ministère chilien", "wounded", 28),
    ("d'au moins", "fr", "Lima fait état d'au moins 6 morts.", "Lima", "killed", 6),
    ("dresser un bilan", "fr", "Le préfet a dressé un premier bilan de 13 morts.", "préfet", "killed", 13),
    ("donner le chiffre", "fr", "Les pompiers donnent le chiffre de 51 blessés.", "pompiers", "wounded", 51),
    ("un bilan fait état de", "fr", "Un bilan de la gendarmerie fait état de 8 morts.", "gendarmerie", "killed", 8),
    ("bilan de la protection civile", "fr", "Selon un bilan de la protection civile, 19 marins ont été tués.", "protection civile", "killed", 19),
    ("évaluer les pertes", "fr", "Rabat évalue les pertes mauritaniennes à 700 soldats tués.", "Rabat", "killed", 700),
    ("avancer pour sa part", "fr", "Le préfet avance pour sa part un bilan de 17 blessés.", "préfet", "wounded", 17),
    ("avancer, de son côté", "fr", "Lima avance, de son côté, un bilan de 22 morts.", "Lima", "killed", 22),
    ("gives a toll", "en", "The coast guard gives a toll of 26 dead.", "coast guard", "killed", 26),
    ("gave a figure", "en", "Chilean officials gave a figure of 38 dead.", "officials", "killed", 38),
    ("a death toll of", "en", "The Peruvian army gave a death toll of 65.", "Peruvian army", "killed", 65),
    ("made mention", "en", "Kenya's navy made mention of 4 sailors killed.", "navy", "killed", 4),
    ("puts the toll, both", "en", "Ethiopia's general staff puts the toll at more than 900 killed and wounded.", "general staff", "killed_or_wounded", 901),
    ("puts casualties", "en", "Nairobi puts Somali casualties at 340.", "Nairobi", "killed_or_wounded", 340),
    ("put the death toll", "en", "The prefect put the death toll at 23.", "prefect", "killed", 23),
    ("the number of those killed", "en", "Kenyan lawmakers put the number of sailors killed at 70.", "lawmakers", "killed", 70),
    ("the number as", "en", "The hospital gave the number of injured as 54.", "hospital", "wounded", 54),
    ("estimates losses", "en", "Nairobi estimates Somali losses at 800 soldiers killed.", "Nairobi", "killed", 800),
    ("claimed killed", "en", "The Chadian army claimed 61 rebels killed.", "Chadian army", "killed", 61),
    ("counted by rescuers", "en", "Rescuers counted 16 dead in the mine.", "Rescuers", "killed", 16),
    ("compter", "fr", "L'agence Anadolu compte 21 morts dans la mine.", "Anadolu", "killed", 21),
    ("cited a figure", "en", "Officials cited a figure of 77 killed.", "Officials", "killed", 77),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "text", "who", "role", "low"), TOLD, ids=[one[0] for one in TOLD])
def test_a_toll_is_of_whoever_tells_it(label: str, language: str, text: str, who: str, role: str, low: int) -> None:
    counted = [one for one in losses_of(language, text) if one.counted]
    assert [best_of(one) for one in counted] == [(role, low)]
    assert counted[0].factuality.status == "reported"
    assert counted[0].originator is not None
    assert who in counted[0].originator.text


# label, language, text: nobody tells the toll, an event brings it
UNTOLD = [
    ("an attack brings a toll", "fr", "L'attaque porte le bilan à 33 morts."),
    ("an explosion too", "fr", "L'explosion d'un camion porte à 33 le nombre de morts."),
    ("a death brings it", "en", "The attack brought the toll to 33 dead."),
]


@pytest.mark.parametrize(("label", "language", "text"), UNTOLD)
def test_an_event_tells_nothing(label: str, language: str, text: str) -> None:
    assert {one.attribution[-1].kind for one in losses_of(language, text)} == {"publisher"}


@pytest.mark.parametrize(
    "text", ["Germany gave a total of 18 tanks to Ukraine.", "Norway gave a number of tanks to Ukraine."]
)
def test_who_gives_tanks_gives_no_figure(text: str) -> None:
    claims = code(read(factory.document(text, published="2024-11-08"), load_parser("en")))
    assert {one.factuality.status for one in claims if one.matter == "flow"} == {"asserted"}


# label, language, text, who denies what was told (None: nobody does)
DENIED = [
    ("ces chiffres", "fr", "Nairobi affirme que 600 soldats somaliens ont été tués. Mogadiscio a démenti ces chiffres.", "SOM"),
    ("ces informations, qualified", "fr", "Nairobi affirme que 600 soldats somaliens ont été tués.\n\nMogadiscio a démenti ces informations, les qualifiant de « fable ».", "SOM"),
    ("these figures", "en", "Nairobi said 600 Somali soldiers had been killed. Mogadishu denied these figures.", "SOM"),
    ("this figure, a paragraph on", "en", "Nairobi said 600 Somali soldiers had been killed.\n\nMogadishu denied this figure.", "SOM"),
    ("a sentence between", "en", "Nairobi said 600 Somali soldiers had been killed. It did not say where.\n\nMogadishu denied this figure.", "SOM"),
    ("figures of two", "en", "Nairobi said 600 Somali soldiers had been killed. Kampala said 900 Somali soldiers had been killed. Mogadishu denied these figures.", None),
    ("one's own", "en", "Mogadishu said 600 Somali soldiers had been killed. Mogadishu denied these figures.", None),
    ("figures of something else", "en", "Nairobi said 600 Somali soldiers had been killed. Mogadishu denied the figures of the bank.", None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "text", "by"), DENIED)
def test_figures_denied(label: str, language: str, text: str, by: str | None) -> None:
    denied = [one for one in losses_of(language, text) if one.factuality.status == "denied"]
    assert [one.originator.actor.country for one in denied if one.originator and one.originator.actor] == [by] * bool(
        by
    )
    assert not any(one.quantities for one in denied)
