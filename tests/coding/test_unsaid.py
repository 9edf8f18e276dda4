"""What nobody has said is admitted, denied and reported by nobody, and is no surer than that it may be so."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory


def claims_of(language: str, text: str) -> tuple[Claim, ...]:
    return code(read(factory.document(text, language=language), load_parser(language)))


UNSAID = [
    ("en", "Rabat has not acknowledged that its soldiers died in northern Mali."),
    ("en", "Nairobi urged Rabat to acknowledge that its soldiers died in northern Mali."),
    ("en", "Rabat may confirm that its soldiers fought in northern Mali."),
    ("en", "Rabat refused to confirm that its soldiers fought in northern Mali."),
    ("en", "If Rabat admits that its soldiers fought in Mali, Bamako will lose face."),
    ("en", "It is unclear whether Rabat will admit that its soldiers fought in Mali."),
    ("en", "Rabat was expected to admit that its soldiers had fought in Mali."),
    ("en", "Rabat declined to say whether its soldiers were in northern Mali."),
    ("en", "Rabat stopped short of admitting that its soldiers fought in Mali."),
    ("en", "Rabat never said that its soldiers fought in Mali."),
    ("fr", "Rabat n'a pas reconnu que ses soldats étaient morts dans le nord du Mali."),
    ("fr", "Oslo a exhorté Rabat à reconnaître que ses soldats étaient morts au Mali."),
    ("fr", "Rabat pourrait confirmer que ses soldats ont combattu dans le nord du Mali."),
    ("fr", "Rabat a refusé de confirmer que ses soldats avaient combattu au Mali."),
    ("fr", "Si Rabat admet que ses soldats ont combattu au Mali, Bamako perdra la face."),
    ("fr", "On ignore si Rabat admettra que ses soldats ont combattu au Mali."),
    ("fr", "Rabat s'est gardé de confirmer que ses soldats avaient combattu au Mali."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), UNSAID, ids=[one[1] for one in UNSAID])
def test_a_report_that_was_not_made_makes_nothing_known(language: str, text: str) -> None:
    for one in claims_of(language, text):
        assert one.factuality.status not in ("acknowledged", "denied", "reported")
        assert all(link.actor is None or link.actor.country != "MAR" for link in one.attribution)


SAID = [
    ("en", "Rabat acknowledged that its soldiers died in northern Mali.", "acknowledged", "certain"),
    ("en", "Rabat had to admit that its soldiers fought in northern Mali.", "acknowledged", "certain"),
    ("en", "Oslo claims that Rabat admitted that its soldiers fought in Mali.", "acknowledged", "certain"),
    ("fr", "Rabat n'a reconnu qu'en avril que ses soldats avaient combattu au Mali.", "acknowledged", "certain"),
    ("fr", "Rabat aurait reconnu que ses soldats avaient combattu au Mali.", "reported", "probable"),
    ("en", "Rabat may have admitted that its soldiers fought in northern Mali.", "possible", "possible"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "status", "certainty"), SAID, ids=[one[1] for one in SAID])
def test_a_report_is_as_sure_as_its_verb(language: str, text: str, status: str, certainty: str) -> None:
    told = {(one.factuality.status, one.factuality.certainty) for one in claims_of(language, text)}
    assert (status, certainty) in told
    assert status == "acknowledged" or all(one != "acknowledged" for one, _ in told)


ANNOUNCED = [
    ("en", "Ankara did not announce the delivery of 30 tanks to Chad.", "possible"),
    ("fr", "Ankara n'a pas annoncé l'envoi de 30 chars au Tchad.", "possible"),
    ("fr", "Oslo demande à Ankara d'annoncer l'envoi de 30 chars au Tchad.", "possible"),
    ("fr", "Ankara doit annoncer vendredi qu'elle livrera 30 chars au Tchad.", "planned"),
    ("en", "Ankara is expected to announce that it will send 30 tanks to Chad.", "predicted"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "status"), ANNOUNCED, ids=[one[1] for one in ANNOUNCED])
def test_a_gift_that_nobody_has_announced_is_not_given(language: str, text: str, status: str) -> None:
    [flow] = [one for one in claims_of(language, text) if one.flow is not None]
    assert flow.factuality.status == status
    assert flow.flow is not None
    assert flow.flow.stage in ("offered", "pledged")


DOUBTFUL = [
    ("en", "Unconfirmed reports say Algeria shipped 40 mortars to Mali."),
    ("en", "There are unverified reports that Algeria shipped 40 mortars to Mali."),
    ("en", "Algeria almost certainly shipped 40 mortars to Mali, the institute said."),
    ("fr", "Selon des informations non confirmées, l'Algérie a livré 40 mortiers au Mali."),
    ("fr", "Selon des rumeurs, l'Algérie a livré 40 mortiers au Mali."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), DOUBTFUL, ids=[one[1] for one in DOUBTFUL])
def test_what_a_text_calls_unconfirmed_is_not_certain(language: str, text: str) -> None:
    [flow] = [one for one in claims_of(language, text) if one.flow is not None]
    assert flow.factuality.status in ("reported", "possible")
    assert flow.factuality.certainty != "certain"


ENDED = [
    ("en", "Algeria ceased to ship mortars to Mali.", "cancelled"),
    ("en", "Algeria refused to ship mortars to Mali.", "refused"),
    ("fr", "L'Algérie a cessé de livrer des mortiers au Mali en juin.", "cancelled"),
    ("fr", "L'Algérie refuse de livrer des mortiers au Mali.", "refused"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "stage"), ENDED, ids=[one[1] for one in ENDED])
def test_what_is_ended_or_refused_is_so(language: str, text: str, stage: str) -> None:
    [flow] = [one for one in claims_of(language, text) if one.flow is not None]
    assert flow.flow is not None
    assert flow.flow.stage == stage
    assert flow.factuality.polarity == "positive"
    assert flow.factuality.status != "negated"


def test_rumours_of_the_sentence_before_are_its_own() -> None:
    text = "Rabat dismissed such reports as rumours. Kenya's army chief, Peter Otieno, admitted that Kenya had sent 40 mortars to Mali."
    [flow] = [one for one in claims_of("en", text) if one.flow is not None]
    assert (flow.factuality.status, flow.factuality.certainty) == ("acknowledged", "certain")


DENIED = [
    ("en", "The Kenyan minister denied rumours that Kenya sent 40 mortars to Mali."),
    ("en", "Kenya denied unconfirmed reports that it sent 40 mortars to Mali."),
    ("fr", "Le Kenya a démenti des rumeurs selon lesquelles il a livré 40 mortiers au Mali."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), DENIED, ids=[one[1] for one in DENIED])
def test_who_denies_rumours_denies(language: str, text: str) -> None:
    [flow] = [one for one in claims_of(language, text) if one.flow is not None]
    assert (flow.factuality.status, flow.factuality.polarity) == ("denied", "negative")
