"""The date and place of a toll whose own clause names none: those of the event that took it, or none."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory

# label, language, text, the period (EDTF) and the place of each claim of a loss with a number; None where nothing is said
CASES: list[tuple[str, str, str, str | None, str | None]] = [
    ("sentence before", "en", "A ferry capsized near Manila on 4 May 2024. Seven people died.", "2024-05-04", "Manila"),
    ("sentence before", "fr", "Le 4 mai 2024, un autocar s'est renversé à Lyon. Sept personnes sont mortes.", "2024-05-04", "Lyon"),
    ("two sentences back", "fr", "Un incendie a éclaté à Lyon le 4 mai 2024. Les pompiers sont vite arrivés. L'incendie a fait trois morts.", "2024-05-04", "Lyon"),
    ("date of the other toll", "fr", "Douze soldats ont été tués et trente ont été blessés le 4 mai 2024.", "2024-05-04", None),
    ("headline", "fr", "Toronto : trois morts dans un incendie", None, "Toronto"),
    ("a country holds its town", "fr", "Trois morts dans un incendie à Lyon, en France", None, "Lyon"),
    ("a house of a town", "fr", "Une bombe a explosé le 4 mai 2024 dans un marché de Lyon. Trois passants ont été tués.", "2024-05-04", "Lyon"),
    ("au", "fr", "Un barrage s'est effondré au Venezuela le 4 mai 2024. On compte trois morts.", "2024-05-04", "Venezuela"),
    # must not be read
    ("when it was said", "en", "Seven people died, the ministry said on Friday.", None, None),
    ("when it was said, before", "en", "The ministry spoke in Paris on 4 May 2024. Seven people died.", None, None),
    ("an earlier event", "fr", "Un incendie a éclaté à Lyon le 4 mai 2024. Un autre incendie avait fait trois morts.", None, None),
    ("had killed", "en", "A bomb went off in Paris on 4 May 2024. An attack had killed seven people.", None, None),
    ("two dates", "en", "Bombs went off in Paris on 4 May 2024 and on 9 May 2024. Seven people died.", None, "Paris"),
    ("two towns", "en", "Bombs went off in Paris and in Berlin on 4 May 2024. Seven people died.", "2024-05-04", None),
    ("a sum", "en", "A bomb went off in Paris on 4 May 2024. In total seven people have died since the war began.", None, None),
    ("another paragraph", "en", "A bomb went off in Paris on 4 May 2024.\n\nSeven people died.", None, None),
    ("when they were sent", "en", "Of the 9,000 men sent in October 2023, seven hundred were killed.", None, None),
    ("nothing that kills", "fr", "Le 4 mai 2024, un congrès s'est ouvert à Lyon. Trois personnes sont mortes.", None, None),
    ("where is not known", "en", "Rebels shelled Kharkiv on 4 May 2024. Two soldiers were wounded at an unspecified location.", "2024-05-04", None),
]  # fmt: skip


def _losses(language: str, text: str) -> list[Claim]:
    claims = code(read(factory.document(text, published="2024-11-08", language=language), load_parser(language)))
    return [one for one in claims if one.matter == "loss" and one.quantities]


@pytest.mark.parametrize(("label", "language", "text", "period", "place"), CASES, ids=[f"{c[1]}: {c[0]}" for c in CASES])
def test_occasion(label: str, language: str, text: str, period: str | None, place: str | None) -> None:
    losses = _losses(language, text)
    assert losses, label
    for one in losses:
        assert (one.period and one.period.period.edtf) == period, (label, one.trigger.text)
        assert (one.place and one.place.place.name) == place, (label, one.trigger.text)


def test_what_is_read_from_before_says_so_and_is_in_the_evidence() -> None:
    text = "Le 4 mai 2024, un autocar s'est renversé à Lyon. Sept personnes sont mortes."
    (loss,) = _losses("fr", text)
    assert loss.period
    assert loss.place
    assert loss.evidence.text == text
    assert any("date of the event" in one for one in loss.reasons)
    (alone,) = _losses("fr", "Sept personnes sont mortes à Lyon le 4 mai 2024.")
    assert loss.confidence < alone.confidence
