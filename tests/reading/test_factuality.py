"""How sure: by trees made by hand, so that no parser's error decides; then as printed, through the shipped pipelines."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.model.document import Paragraph
from dragoman.model.factuality import Factuality
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.pipelines import load_parser
from dragoman.reading.factuality import factuality_of
from dragoman.reading.mended_tree import mended
from tests.known_failure import parameters


def _tree(rows: str) -> tuple[Sentence, str]:
    """A sentence from "form/lemma/UPOS/relation/head/features" words; head counts from 0, -1 is the root."""
    tokens: list[Token] = []
    text = ""
    for word in rows.split():
        form, lemma, upos, relation, head, *rest = word.split("/")
        start = len(text) + bool(text)
        text = f"{text} {form}".strip()
        tokens.append(
            Token(Span(start, start + len(form)), form, lemma, upos, rest[0] if rest else "", int(head), relation)
        )
    return sentence_of(tuple(tokens), 0), text


def _judge(language: str, rows: str, head: int) -> Factuality:
    sentence, text = _tree(rows)
    return factuality_of(sentence, head, text, language)


PAST, FIN, INF, PART = "Tense=Past|VerbForm=Fin", "VerbForm=Fin", "VerbForm=Inf", "Tense=Past|VerbForm=Part"

# label, language, words of the tree, event, status, by, polarity, certainty, time
CASES = [
    ("plain past", "en", f"They/they/PRON/nsubj/1 fired/fire/VERB/root/-1/{PAST}", 1, "asserted", None, "positive", "certain", "past"),
    ("not", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 fire/fire/VERB/root/-1/{INF}", 3, "negated", None, "negative", "certain", "past"),
    ("not only", "en", f"Not/not/PART/advmod/3 only/only/ADV/advmod/0 they/they/PRON/nsubj/3 fired/fire/VERB/root/-1/{PAST}", 3, "asserted", None, "positive", "certain", "past"),
    ("may", "en", f"They/they/PRON/nsubj/2 may/may/AUX/aux/2/{FIN} fire/fire/VERB/root/-1/{INF}", 2, "possible", None, "positive", "possible", "future"),
    ("will", "en", f"They/they/PRON/nsubj/2 will/will/AUX/aux/2/{FIN} fire/fire/VERB/root/-1/{INF}", 2, "planned", None, "positive", "certain", "future"),
    ("failed to", "en", f"They/they/PRON/nsubj/1 failed/fail/VERB/root/-1/{PAST} to/to/PART/mark/3 fire/fire/VERB/xcomp/1/{INF}", 3, "negated", None, "negative", "certain", "past"),
    ("managed to", "en", f"They/they/PRON/nsubj/1 managed/manage/VERB/root/-1/{PAST} to/to/PART/mark/3 fire/fire/VERB/xcomp/1/{INF}", 3, "asserted", None, "positive", "certain", "past"),
    ("did not fail to", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 fail/fail/VERB/root/-1/{INF} to/to/PART/mark/5 fire/fire/VERB/xcomp/3/{INF}", 5, "asserted", None, "positive", "certain", "past"),
    ("plans to", "en", f"Paris/Paris/PROPN/nsubj/1 plans/plan/VERB/root/-1/{FIN} to/to/PART/mark/3 send/send/VERB/xcomp/1/{INF}", 3, "planned", "Paris", "positive", "probable", "future"),
    ("denied", "en", f"Kyiv/Kyiv/PROPN/nsubj/1 denied/deny/VERB/root/-1/{PAST} that/that/SCONJ/mark/5 it/it/PRON/nsubj/5 had/have/AUX/aux/5/{PAST} fired/fire/VERB/ccomp/1/{PART}", 5, "denied", "Kyiv", "negative", "probable", "past"),
    ("acknowledged", "en", f"Kyiv/Kyiv/PROPN/nsubj/1 admitted/admit/VERB/root/-1/{PAST} that/that/SCONJ/mark/4 it/it/PRON/nsubj/4 fired/fire/VERB/ccomp/1/{PAST}", 4, "acknowledged", "Kyiv", "positive", "certain", "past"),
    ("said", "en", f"Kyiv/Kyiv/PROPN/nsubj/1 said/say/VERB/root/-1/{PAST} it/it/PRON/nsubj/3 fired/fire/VERB/ccomp/1/{PAST}", 3, "reported", None, "positive", "certain", "past"),
    ("expected to", "en", f"Ships/ship/NOUN/nsubj:pass/2 are/be/AUX/aux:pass/2/{FIN} expected/expect/VERB/root/-1/{PART} to/to/PART/mark/4 come/come/VERB/xcomp/2/{INF}", 4, "predicted", None, "positive", "probable", "future"),
    ("if", "en", f"If/if/SCONJ/mark/2 they/they/PRON/nsubj/2 fire/fire/VERB/advcl/5/{FIN} we/we/PRON/nsubj/5 will/will/AUX/aux/5/{FIN} leave/leave/VERB/root/-1/{INF}", 2, "conditional", None, "positive", "possible", "future"),
    ("then", "en", f"If/if/SCONJ/mark/2 they/they/PRON/nsubj/2 fire/fire/VERB/advcl/5/{FIN} we/we/PRON/nsubj/5 will/will/AUX/aux/5/{FIN} leave/leave/VERB/root/-1/{INF}", 5, "conditional", None, "positive", "possible", "future"),
    ("threat of", "en", f"There/there/PRON/expl/1 was/be/VERB/root/-1/{PAST} a/a/DET/det/3 threat/threat/NOUN/nsubj/1 of/of/ADP/case/5 attack/attack/NOUN/nmod/3", 5, "possible", None, "positive", "possible", "past"),
    ("known thing under not", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 see/see/VERB/root/-1/{INF} the/the/DET/det/5 raid/raid/NOUN/obj/3", 5, "asserted", None, "positive", "certain", "past"),
    ("new thing under not", "en", f"They/they/PRON/nsubj/3 did/do/AUX/aux/3/{PAST} not/not/PART/advmod/3 launch/launch/VERB/root/-1/{INF} raids/raid/NOUN/obj/3", 4, "negated", None, "negative", "certain", "past"),
    ("reportedly", "en", f"They/they/PRON/nsubj/2 reportedly/reportedly/ADV/advmod/2 fired/fire/VERB/root/-1/{PAST}", 2, "reported", None, "positive", "certain", "past"),
    ("ne pas", "fr", f"Ils/lui/PRON/nsubj/4 n'/ne/ADV/advmod/4 ont/avoir/AUX/aux/4/{FIN}|Tense=Pres pas/pas/ADV/advmod/4 tiré/tirer/VERB/root/-1/{PART}", 4, "negated", None, "negative", "certain", "past"),
    ("ne plus", "fr", f"Ils/lui/PRON/nsubj/2 ne/ne/ADV/advmod/2 tirent/tirer/VERB/root/-1/{FIN}|Tense=Pres plus/plus/ADV/advmod/2", 2, "negated", None, "negative", "certain", "present"),
    ("plus alone", "fr", f"Ils/lui/PRON/nsubj/1 tirent/tirer/VERB/root/-1/{FIN}|Tense=Pres plus/plus/ADV/advmod/1", 1, "asserted", None, "positive", "certain", "present"),
    ("press conditional", "fr", f"Kiev/Kiev/PROPN/nsubj/2 aurait/avoir/AUX/aux/2/Mood=Cnd|{FIN} tiré/tirer/VERB/root/-1/{PART}", 2, "reported", None, "positive", "probable", "past"),
    ("pourrait", "fr", f"Kiev/Kiev/PROPN/nsubj/1 pourrait/pouvoir/VERB/root/-1/Mood=Cnd|{FIN} tirer/tirer/VERB/xcomp/1/{INF}", 2, "possible", None, "positive", "possible", "future"),
    ("devrait", "fr", f"Kiev/Kiev/PROPN/nsubj/1 devrait/devoir/VERB/root/-1/Mood=Cnd|{FIN} tirer/tirer/VERB/xcomp/1/{INF}", 2, "predicted", "Kiev", "positive", "probable", "future"),
    ("future", "fr", f"Kiev/Kiev/PROPN/nsubj/1 tirera/tirer/VERB/root/-1/{FIN}|Tense=Fut", 1, "planned", None, "positive", "certain", "future"),
    ("va", "fr", f"Kiev/Kiev/PROPN/nsubj/1 va/aller/VERB/root/-1/{FIN}|Tense=Pres tirer/tirer/VERB/xcomp/1/{INF}", 2, "planned", "Kiev", "positive", "certain", "future"),
    ("sans", "fr", f"Ils/lui/PRON/nsubj/1 partent/partir/VERB/root/-1/{FIN}|Tense=Pres sans/sans/ADP/mark/3 tirer/tirer/VERB/advcl/1/{INF}", 3, "negated", None, "negative", "certain", "present"),
    ("dément", "fr", f"Kiev/Kiev/PROPN/nsubj/1 dément/démentir/VERB/root/-1/{FIN}|Tense=Pres avoir/avoir/AUX/aux/3/{INF} tiré/tirer/VERB/xcomp/1/{PART}", 3, "denied", "Kiev", "negative", "probable", "past"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "language", "rows", "head", "status", "by", "polarity", "certainty", "time"),
    CASES,
    ids=[c[0] for c in CASES],
)
def test_factuality(
    label: str,
    language: str,
    rows: str,
    head: int,
    status: str,
    by: str | None,
    polarity: str,
    certainty: str,
    time: str,
) -> None:
    found = _judge(language, rows, head)
    told = (found.status, found.by, found.polarity, found.certainty, found.time)
    assert told == (status, by, polarity, certainty, time), f"{label}: {found}"


# language, text with its event between asterisks, statuses allowed / time if it matters
READ = [
    ("en", "The raid was not reported and only *came* to light in May.", "asserted/past"),
    ("en", "The army denied that its men entered and *looted* the town.", "denied"),
    ("en", "The army did not enter or *loot* the town.", "negated"),
    ("fr", "La police n'a pas arrêté ni *frappé* les manifestants.", "negated"),
    ("en", "The minister ruled out *sending* soldiers to Sudan.", "negated"),
    ("en", "Oslo has ruled out any *delivery* of missiles.", "negated"),
    ("en", "The general refused to *withdraw* from the town.", "negated"),
    ("en", "Ottawa declined to *send* tanks.", "negated"),
    ("fr", "Le ministre a exclu l'*envoi* de troupes.", "negated"),
    ("fr", "Le ministre a exclu d'*envoyer* des troupes.", "negated"),
    ("fr", "Oslo a refusé de *livrer* des chars.", "negated"),
    ("en", "The blast nearly *killed* the mayor.", "negated"),
    ("en", "The blast *killed* nearly 40 people.", "asserted"),
    ("en", "Oil exports nearly *doubled* in May.", "asserted"),
    ("fr", "L'explosion a presque *détruit* le pont.", "negated"),
    ("fr", "L'explosion a *tué* presque 40 personnes.", "asserted"),
    ("fr", "Oslo a mis en garde Nairobi contre toute *livraison* de chars.", "possible"),
    ("fr", "Le groupe revendique 70 *morts* dans les rangs de l'armée.", "reported"),
    ("fr", "La garnison a dû *capituler* dimanche.", "possible/past"),
    ("en", "The reported *capture* of the port alarmed Oslo.", "reported"),
    ("en", "Nairobi rejected the charges as untrue and *summoned* the envoy.", "asserted/past"),
    ("en", "Oslo did not rule out that Nairobi would *send* tanks.", "possible/future"),
    ("fr", "Oslo exclut toute *livraison* de missiles.", "negated"),
    ("fr", "Rien ne prouve que l'Iran a *livré* des obus.", "possible|negated"),
    ("fr", "Rien n'indique que le Mali a *reçu* des avions.", "possible|negated"),
    ("en", "There is no evidence that Iran *delivered* the shells.", "possible|negated"),
    ("en", "Lisbon has yet to *deliver* the howitzers.", "negated"),
    ("fr", "Lisbonne n'a pas confirmé l'*envoi* des obusiers.", "possible|negated"),
    ("fr", "Lisbonne n'a pas encore *livré* les obusiers.", "negated"),
    ("en", "Lisbon has not confirmed the *delivery* of howitzers.", "possible|negated"),
    ("fr", "Les artilleurs seront *formés* en Pologne.", "planned/future"),
    ("fr", "Les obus seront *livrés* au printemps.", "planned/future"),
    ("fr", "Des radars vont être *livrés* à Riga.", "planned/future"),
    ("en", "The radars will be *delivered* to Riga in spring.", "planned/future"),
    ("en", "Crews are going to be *trained* in Poland.", "planned/future"),
    ("fr", "Le Danemark devrait *envoyer* des radars.", "predicted/future"),
    ("fr", "Les radars devraient être *livrés* en mai.", "predicted/future"),
    ("en", "Denmark is expected to *send* radars.", "predicted/future"),
    ("en", "Radars are due to be *delivered* in May.", "planned|predicted/future"),
    ("fr", "Le Danemark a annoncé une *augmentation* des livraisons pour l'année à venir.", "planned/future"),
    ("fr", "L'ordre d'*augmenter* la production a été donné.", "planned/future"),
    ("en", "The king ordered more *production* of shells.", "planned/future"),
    ("en", "The king ordered the army to *attack* the port.", "planned/future"),
    ("en", "Denmark announced the *delivery* of ten radars next year.", "planned/future"),
    ("fr", "Le Danemark s'est engagé à *livrer* des radars.", "planned/future"),
    ("en", "Denmark promised to *deliver* radars.", "planned/future"),
    ("en", "Denmark promised further *deliveries* of radars.", "planned/future"),
    ("fr", "Le Danemark a promis l'*envoi* de radars.", "planned/future"),
    ("fr", "Le roi a ordonné une *hausse* de la production.", "planned/future"),
    ("fr", "Le roi a ordonné d'*attaquer* le port.", "planned/future"),
    ("en", "The king *threatened* to strike the port unless the ships leave.", "asserted/past"),
    ("en", "The king threatened to *strike* the port unless the ships leave.", "conditional|planned|possible/future"),
    ("fr", "Le roi a *menacé* de frapper le port si les navires restent.", "asserted/past"),
    ("en", "The soldiers tried to *cross* the river.", "asserted|possible/past"),
    ("fr", "Les soldats ont tenté de *franchir* le fleuve.", "asserted|possible/past"),
    ("en", "Malta may *send* ships to the gulf.", "possible/future"),
    ("en", "Malta could *buy* ships from Greece.", "possible/future"),
    ("fr", "Malte pourrait *acheter* des navires à la Grèce.", "possible/future"),
    ("fr", "Malte peut *envoyer* des navires.", "possible/future"),
    ("en", "The visit would be the third since the *invasion*.", "asserted/past"),
    ("fr", "La visite serait la troisième depuis l'*invasion*.", "asserted/past"),
    ("fr", "Le ministre pourrait venir pour la première fois depuis l'*accord*.", "asserted/past"),
    ("en", "The pact could be revised for the first time since the *war*.", "asserted/past"),
    ("fr", "Des *livraisons* étudiées par Oslo inquiètent Riga.", "possible|planned"),
    ("en", "Oslo is considering *sending* radars to Riga.", "possible|planned/future"),
    ("fr", "Oslo envisage d'*envoyer* des radars à Riga.", "possible|planned/future"),
    ("fr", "Oslo envisage l'*envoi* de radars.", "possible|planned/future"),
    ("fr", "Un *accord* envisagé entre Oslo et Riga inquiète.", "possible|planned"),
    ("en", "Oslo *sent* radars to Riga in May.", "asserted/past"),
    ("fr", "Oslo a *envoyé* des radars à Riga en mai.", "asserted/past"),
    ("en", "Oslo announced that it had *sent* radars.", "reported|asserted|acknowledged/past"),
    ("fr", "Oslo a annoncé avoir *livré* des radars.", "reported|asserted|acknowledged/past"),
    ("en", "Oslo managed to *deliver* the radars.", "asserted/past"),
    ("en", "The army *confirmed* the strike.", "asserted/past"),
    ("en", "The army confirmed the *strike*.", "acknowledged/past"),
    ("fr", "L'armée n'a pas *attaqué* le port.", "negated/past"),
    ("en", "Oslo *promised* to deliver radars.", "asserted/past"),
    ("fr", "Oslo s'est *engagé* à livrer des radars.", "asserted/past"),
    ("en", "The *delivery* announced in May reached Riga.", "asserted|reported/past"),
    ("fr", "Le roi a annoncé une *augmentation* de la production de navires pour l'année à venir.", "planned/future"),
    ("fr", "Le palais a annoncé l'*envoi* de six mille ouvriers.", "asserted|planned|reported"),
    ("fr", "Le chef de l'État a donné l'ordre d'*augmenter* la production d'obus.", "planned/future"),
    ("fr", "La ville s'est engagée à *livrer* vingt navires d'ici à 2030.", "planned/future"),
    ("fr", "La coopération semble promise à un *renforcement*.", "predicted|possible|planned"),
    ("fr", "L'alliance semble promise à *durer*.", "predicted|possible|planned"),
    ("fr", "Le palais n'a pas confirmé que des divers avaient été *envoyés*.", "possible|negated"),
    ("fr", "Aucune preuve que la Suède ait *livré* des obus n'a été apportée.", "possible|negated"),
    ("fr", "Rien ne permet d'affirmer que la Suède a *livré* des navires.", "possible|negated"),
    ("en", "The king called for an *increase* in production.", "planned|possible"),
    ("en", "The king vowed to *expand* the fleet.", "planned/future"),
    ("en", "Sweden said it would *send* ships.", "planned/future"),
    ("en", "Sweden, which has yet to *deliver* the ships, apologised.", "negated"),
    ("en", "Nothing shows that Sweden *delivered* ships.", "possible|negated"),
    ("en", "The plan, which is being considered, would *send* ships to Riga.", "possible|planned"),
    ("en", "It is considering whether to *send* ships.", "possible|planned"),
    ("fr", "La Suède étudie la *livraison* de navires.", "possible|planned"),
    ("fr", "Des projets de *livraison* sont à l'étude.", "possible|planned"),
    ("en", "Sweden has no plans to *send* soldiers.", "negated|possible|planned"),
    ("en", "Sweden will not *send* soldiers.", "negated/future"),
    ("fr", "La Suède n'*enverra* pas de soldats.", "negated/future"),
    ("fr", "La Suède n'a pas l'intention d'*envoyer* des soldats.", "negated|possible|planned"),
    ("fr", "La visite, prévue en mai, devrait être *reportée*.", "predicted/future"),
    ("en", "New troops are likely to *arrive* in July.", "predicted|planned/future"),
    ("en", "The ships were *delivered* in May.", "asserted/past"),
    ("fr", "Les navires ont été *livrés* en mai.", "asserted/past"),
    ("fr", "Les navires auraient été *livrés* en mai.", "reported/past"),
    ("en", "The ships may have been *delivered* in May.", "possible/past"),
    ("fr", "Les navires pourraient avoir été *livrés* en mai.", "possible/past"),
    ("fr", "Depuis qu'elle a *envahi* l'île, la flotte recule.", "asserted/past"),
    ("en", "Since it *invaded* the island, the fleet could not leave.", "asserted/past"),
    ("en", "The fleet would not leave since the *raid*.", "asserted/past"),
    ("fr", "Elle n'a pas *livré* ces navires.", "negated/past"),
    ("en", "Sweden rejected the *delivery* of ships.", "negated|possible"),
    ("en", "Sweden refused any *delivery* of ships.", "negated|possible"),
    ("en", "The pilots will be *trained* in France.", "planned/future"),
    ("fr", "Vingt pilotes devaient être *formés* en mai.", "planned|predicted"),
    ("en", "She also ruled out *sending* ground troops to Malta.", "negated"),
    ("en", "Sweden ruled out *sending* ships.", "negated"),
    ("en", "Sweden has ruled out *sending* any ships.", "negated"),
    ("en", "Sweden does not rule out *sending* ships.", "possible|planned"),
    ("en", "Oslo does not think that Riga was *sending* arms.", "negated/past"),
    ("fr", "Oslo ne croit pas que Riga *envoie* des armes.", "negated|possible"),
    ("en", "The bakers were not convinced that Riga was *selling* the flour.", "possible|negated"),
    ("en", "The army felt that Riga was *sending* arms.", "reported"),
    ("en", "The crews did not have to *leave* the port.", "possible"),
    ("en", "The crews have to *leave* the port.", "possible"),
    ("en", "The crews had to *leave* the port.", "asserted/past"),
    ("en", "The crews did not try to *cross* the river.", "negated"),
    ("fr", "Les équipages n'ont pas tenté de *franchir* le fleuve.", "negated"),
    ("en", "Riga turned down the *offer*.", "asserted/past"),
    ("en", "Riga rejected the *request* for ships.", "asserted/past"),
    ("en", "Riga rejected a proposal to *sell* ships.", "negated"),
    ("en", "The blockade did not stop the convoys but *slowed* them.", "asserted/past"),
    ("en", "When did Riga *close* the port?", "asserted/past"),
    ("en", "Did Riga *close* the port?", "possible"),
    ("en", "The fleet is too weak to *attack* the island.", "negated"),
    ("en", "The lake rose in May to *reach* the mill.", "asserted"),
    ("en", "The port stays shut until the army *leaves* the town.", "possible/future"),
    ("en", "Sweden will send *captured* guns to Riga.", "asserted/past"),
    ("en", "Sweden would *like* to thank Riga.", "asserted/present"),
    ("en", "If Riga asks, ships will come, the minister *said*.", "asserted/past"),
    ("en", "Please *send* help to Riga.", "planned/future"),
    ("en", "Sweden accused Riga of *firing* on its ships.", "reported"),
    ("en", "The envoys gathered to *sign* the treaty.", "possible|planned/future"),
    ("fr", "Riga est en train de *livrer* des navires.", "asserted/present"),
    ("fr", "Des navires venaient d'être *livrés* à Riga.", "asserted/past"),
    ("fr", "La flotte est trop faible pour *attaquer* l'île.", "negated|possible"),
    ("fr", "Le blocus n'a pas arrêté les convois mais les a *ralentis*.", "asserted/past"),
    ("fr", "Riga a-t-elle *fermé* le port ?", "possible"),
    ("fr", "Pourquoi Riga a-t-elle *fermé* le port ?", "asserted/past"),
    ("fr", "Riga a dit qu'elle *enverrait* des navires.", "planned/future"),
    ("fr", "Riga a précisé que les navires *partiraient* jeudi.", "planned/future"),
    ("fr", "Riga a assuré qu'elle ne *fournirait* pas de navires.", "negated/future"),
    ("fr", "Riga a dit que les navires seraient *déployés* lundi.", "planned/future"),
    ("fr", "Riga *livrait* des navires depuis mai.", "asserted/past"),
    ("en", "Riga kept its promise to *deliver* the ships.", "asserted/past"),
    ("en", "Riga will keep its promise to *deliver* the ships.", "planned/future"),
    ("en", "Riga broke its promise to *deliver* the ships.", "negated/past"),
    ("fr", "Riga a tenu sa promesse de *livrer* les navires.", "asserted/past"),
    ("fr", "Riga n'a pas tenu sa promesse de *livrer* les navires.", "negated/past"),
    ("en", "The claim that Riga had *closed* the port was false.", "negated/past"),
    ("en", "The claim that Riga had *closed* the port was not false.", "reported/past"),
    ("fr", "L'information selon laquelle Riga avait *fermé* le port était fausse.", "negated/past"),
    ("fr", "Riga a rejeté l'accusation selon laquelle elle avait *armé* les pirates.", "denied/past"),
    ("en", "Riga rejected the charge that it had *armed* the pirates.", "denied/past"),
    ("en", "Instead of *leaving*, the crews stayed aboard.", "negated"),
    ("en", "Far from *leaving*, the crews stayed aboard.", "negated"),
    ("fr", "Au lieu de *partir*, les équipages sont restés à bord.", "negated"),
    ("en", "The *sale* of the ships never took place.", "negated/past"),
    ("en", "The *sale* of the ships took place in May.", "asserted/past"),
    ("fr", "La *vente* des navires n'a jamais eu lieu.", "negated/past"),
    ("en", "Riga stopped short of *expelling* the envoy.", "negated"),
    ("fr", "Riga a échoué à *adopter* le traité.", "negated"),
    ("fr", "À moins que Riga ne *paie*, le port fermera.", "conditional"),
    ("fr", "La Suède n'a pas seulement *fermé* le point de passage.", "asserted/past"),
    ("fr", "Riga regrette d'avoir *vendu* les navires.", "asserted/past"),
    ("fr", "Le roi a contraint la ville à *payer* une amende.", "asserted"),
    ("en", "Had the fleet *received* fuel, it would have left.", "conditional/past"),
    ("en", "Had the fleet received fuel, it would have *left*.", "conditional/past"),
    ("en", "Without the loan, the port would have *closed*.", "conditional/past"),
    ("en", "The king said the port would have *closed* in May.", "planned|conditional|possible"),
    ("fr", "Sans ce prêt, le port aurait *fermé*.", "conditional"),
    ("fr", "Le port aurait *fermé* en mai.", "reported/past"),
    ("en", "It is unclear whether Riga *accepted* the offer.", "possible/past"),
    ("en", "It is not true that Riga *closed* the port.", "negated/past"),
    ("en", "Riga has found no proof that Oslo *jammed* the radars.", "possible|negated"),
    ("en", "No *sale* was agreed.", "negated"),
    ("fr", "Le projet de *vendre* la flotte a été abandonné.", "negated"),
    ("fr", "Riga se dit prête à *imposer* des sanctions.", "planned|possible/future"),
    ("fr", "La flotte *transportait* sans doute des obus.", "possible/past"),
    ("fr", "Riga a réussi à *prendre* le port.", "asserted/past"),
]  # fmt: skip


KNOWN = {
    "Oslo has ruled out any *delivery* of missiles.": "the encoder makes a clause (ccomp) of the noun that is ruled out",
}


@pytest.mark.parametrize(("language", "marked", "expect"), parameters(READ, [case[1] for case in READ], KNOWN))
def test_as_printed(language: str, marked: str, expect: str) -> None:
    at, text = marked.index("*"), marked.replace("*", "")
    (sentence,) = load_parser(language).parse(text, (Paragraph(Span(0, len(text))),))
    head = next(i for i, token in enumerate(sentence.tokens) if token.span.start <= at < token.span.end)
    found = factuality_of(sentence, head, text, language)
    statuses, _, time = expect.partition("/")
    assert found.status in statuses.split("|"), found
    assert not time or found.time == time, found


TOLD = Path(__file__).parent / "factuality_cases.tsv"
UNREAD = {
    "Le roi avait *promis* de *libérer* les otages, mais il n'en a rien *fait*.": "what is told of a promise in another clause",
}


def _told() -> list[tuple[str, str, str]]:
    lines = TOLD.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and line[0] != "#" and not line.startswith("language\t")]


@pytest.mark.parametrize(("language", "marked", "expect"), parameters(_told(), [case[1] for case in _told()], UNREAD))
def test_each_event_as_told(language: str, marked: str, expect: str) -> None:
    parts = marked.split("*")
    text = "".join(parts)
    starts = [sum(map(len, parts[:number])) for number in range(1, len(parts), 2)]
    sentences = mended(load_parser(language).parse(text, (Paragraph(Span(0, len(text))),)), language)
    for start, one in zip(starts, expect.split(";"), strict=True):
        sentence = next(each for each in sentences if each.span.start <= start < each.span.end)
        head = next(i for i, token in enumerate(sentence.tokens) if token.span.start <= start < token.span.end)
        found = factuality_of(sentence, head, text, language)
        sign = "+" if found.polarity == "positive" else "-"
        for told, allowed in zip((sign, found.certainty, found.time), one.split(" "), strict=True):
            assert allowed == "any" or told in allowed.split("|"), (text[start : start + 20], found)
