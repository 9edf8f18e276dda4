"""What grammar rules out in a tree is put right, and right trees are left alone."""

from __future__ import annotations

import pytest

from dragoman.reading.mended_tree import mended
from tests.reading.hand_tree import tree


def _changed(rows: str, language: str) -> set[str]:
    """Each word whose place in the tree changes, as "form relation head"."""
    sentence, _ = tree(rows)
    (after,) = mended((sentence,), language)
    pairs = zip(sentence.tokens, after.tokens, strict=True)
    return {
        f"{new.form} {new.relation} {after.tokens[new.head].form if new.head >= 0 else '-'}"
        for old, new in pairs
        if (old.head, old.relation) != (new.head, new.relation)
    }


@pytest.mark.parametrize(
    ("language", "rows", "expect"),
    [
        # a bare noun before a verb without a subject is its subject
        ("fr", "Le/le/DET/det/1 Chili/=/PROPN/obl/3 a/avoir/AUX/aux/3 loué/louer/VERB/root/-1/Part un/un/DET/det/5 navire/=/NOUN/obj/3", {"Chili nsubj loué"}),
        ("fr", "Le/le/DET/det/1 pont/=/NOUN/obj/4 a/avoir/AUX/aux/4 été/être/AUX/aux:pass/4 rouvert/rouvrir/VERB/root/-1/Part", {"pont nsubj:pass rouvert"}),
        ("fr", "Lundi/lundi/NOUN/obl/2 a/avoir/AUX/aux/2 commencé/commencer/VERB/root/-1/Part", set()),
        ("fr", "À/à/ADP/case/1 Lima/=/PROPN/obl/3 a/avoir/AUX/aux/3 commencé/commencer/VERB/root/-1/Part", set()),
        ("fr", "En/en/ADP/case/2 raison/=/NOUN/obl/2 fermé/fermer/VERB/root/-1/Past", set()),
        ("en", "Peru/=/PROPN/compound/1 plans/plan/VERB/root/-1/Pres", {"Peru nsubj plans"}),
        ("en", "the/=/DET/det/2 cost/=/NOUN/compound/2 increases/increase/VERB/root/-1/Pres", set()),
        ("en", "Oman/=/PROPN/nsubj/1 told/tell/VERB/root/-1/Past reporters/reporter/NOUN/iobj/1", set()),
        ("en", "In/in/ADP/case/1 Lipa/=/PROPN/obl/7 ,/=/PUNCT/punct/3 Quezon/=/PROPN/appos/1 ,/=/PUNCT/punct/6 the/=/DET/det/6 army/=/NOUN/appos/1 fired/fire/VERB/root/-1/Past", {"army nsubj fired"}),
        ("en", "In/in/ADP/case/1 Lipa/=/PROPN/obl/6 ,/=/PUNCT/punct/4 a/=/DET/det/4 town/=/NOUN/appos/1 they/=/PRON/nsubj/6 fired/fire/VERB/root/-1/Past", set()),
        # a name and a counted noun behind a verb of giving are a receiver and an object
        ("en", "Oman/=/PROPN/nsubj/1 promised/promise/VERB/root/-1/Past Kenya/=/PROPN/compound/4 nine/=/NUM/nummod/4 boats/boat/NOUN/obj/1", {"Kenya iobj promised"}),
        ("en", "Oman/=/PROPN/nsubj/1 pledged/pledge/VERB/root/-1/Past Kenya/=/PROPN/obj/1 nine/=/NUM/nummod/4 boats/boat/NOUN/flat/2", {"Kenya iobj pledged", "boats obj pledged"}),
        ("en", "Oman/=/PROPN/nsubj/1 awarded/award/VERB/root/-1/Past Kenya/=/PROPN/obj/1 a/=/DET/det/4 contract/=/NOUN/obj/1", {"Kenya iobj awarded"}),
        ("en", "Oman/=/PROPN/nsubj/1 sold/sell/VERB/root/-1/Past Kenya/=/PROPN/compound/3 coffee/=/NOUN/obj/1", set()),
        ("en", "Oman/=/PROPN/nsubj/1 visited/visit/VERB/root/-1/Past Kenya/=/PROPN/obj/1 nine/=/NUM/nummod/4 times/time/NOUN/flat/2", set()),
        ("fr", "Oman/=/PROPN/nsubj/1 livre/livrer/VERB/root/-1/Pres à/=/ADP/case/3 Lima/=/PROPN/obl/1 des/de/ADP/case/5 avions/avion/NOUN/nmod/3", {"des det avions", "avions obj livre"}),
        ("fr", "Oman/=/PROPN/nsubj/1 livre/livrer/VERB/root/-1/Pres à/=/ADP/case/3 Lima/=/PROPN/obl/1 dix/=/NUM/nummod/5 avions/avion/NOUN/flat/3", {"avions obj livre"}),
        ("fr", "Oman/=/PROPN/nsubj/1 pense/penser/VERB/root/-1/Pres à/=/ADP/case/3 Lima/=/PROPN/obl/1 des/de/ADP/case/5 années/année/NOUN/nmod/3", set()),
        # a bare noun right behind a verb without an object is its object
        ("fr", "Elle/elle/PRON/nsubj/2 a/avoir/AUX/aux/2 loué/louer/VERB/root/-1/Part deux/=/NUM/nummod/4 navires/navire/NOUN/xcomp/2", {"navires obj loué"}),
        ("fr", "Elle/elle/PRON/nsubj/1 devient/devenir/VERB/root/-1/Pres une/un/DET/det/3 alliée/allié/NOUN/xcomp/1", set()),
        ("en", "They/they/PRON/nsubj/1 think/=/VERB/root/-1/Pres Oman/=/PROPN/ccomp/1 is/be/AUX/cop/2", set()),
        ("en", "They/they/PRON/nsubj/1 walked/walk/VERB/root/-1/Past this/=/DET/det/3 week/=/NOUN/obl/1", set()),
        ("en", "The/=/DET/det/1 senate/=/NOUN/nsubj/2 rejected/reject/VERB/root/-1/Past its/=/PRON/nmod:poss/4 offer/=/NOUN/ccomp/2", {"offer obj rejected"}),
        ("fr", "L’/le/DET/det/1 obus/=/NOUN/nsubj/3 a/avoir/AUX/aux/3 blessé/blesser/VERB/root/-1/Part des/de/ADP/case/5 dizaines/dizaine/NOUN/obl/3", {"des det dizaines", "dizaines obj blessé"}),
        ("fr", "Elles/elle/PRON/nsubj/1 dépendent/dépendre/VERB/root/-1/Pres des/de/ADP/case/3 lacs/lac/NOUN/obl/1", set()),
        # years count nobody
        ("en", "In/in/ADP/case/2 2021/=/NUM/nummod/2 nurses/nurse/NOUN/nsubj/3 left/leave/VERB/root/-1/Past", {"In case 2021", "2021 obl left"}),
        ("en", "2021/=/NUM/nummod/1 nurses/nurse/NOUN/nsubj/2 left/leave/VERB/root/-1/Past", set()),
        ("en", "In/in/ADP/case/2 2,021/=/NUM/nummod/2 towns/town/NOUN/nsubj/3 voted/vote/VERB/root/-1/Past", set()),
        ("en", "After/after/ADP/case/2 2000/=/NUM/nummod/2 towns/town/NOUN/nsubj/3 voted/vote/VERB/root/-1/Past", set()),
        ("en", "They/they/PRON/nsubj/1 voted/vote/VERB/root/-1/Past in/=/ADP/case/4 2021/=/NUM/nummod/4 towns/town/NOUN/obl/1", set()),
        ("fr", "En/en/ADP/case/1 2021/=/NUM/obl/5 des/de/ADP/case/3 infirmiers/infirmier/NOUN/nmod/1 ont/avoir/AUX/aux/5 défilé/défiler/VERB/root/-1/Part", {"des det infirmiers", "infirmiers nsubj défilé"}),
        # it is somebody who is ready
        ("en", "it/=/PRON/expl/2 is/be/AUX/cop/2 ready/=/ADJ/root/-1", {"it nsubj ready"}),
        ("en", "it/=/PRON/expl/2 is/be/AUX/cop/2 clear/=/ADJ/root/-1", set()),
        # French subjects behind their verb
        ("fr", "Au/à/ADP/case/1 bal/=/NOUN/obl/3 ont/avoir/AUX/aux/3 péri/périr/VERB/root/-1/Part dix/=/NUM/nummod/5 invités/invité/NOUN/obj/3", {"invités nsubj péri"}),
        ("fr", "Au/à/ADP/case/1 bal/=/NOUN/obl/3 ont/avoir/AUX/aux/3 vendu/vendre/VERB/root/-1/Part dix/=/NUM/nummod/5 places/place/NOUN/obj/3", set()),
        ("fr", "La/le/DET/det/1 grève/=/NOUN/nsubj/8 ,/=/PUNCT/punct/8 a/avoir/AUX/aux/4 dit/dire/VERB/parataxis/8/Part Oslo/=/PROPN/nsubj/8 ,/=/PUNCT/punct/4 a/avoir/AUX/aux/8 cessé/cesser/VERB/root/-1/Part", {"Oslo nsubj dit"}),
        # subjects on what can have none
        ("en", "Jury/jury/NOUN/nsubj/1 clears/clear/VERB/root/-1/Pres mayor/=/NOUN/nsubj/4 of/=/ADP/case/4 fraud/=/NOUN/obl/1", {"mayor obj clears"}),
        ("fr", "Les/le/DET/det/1 bus/=/NOUN/nsubj/2 promis/promettre/VERB/root/-1/Part par/=/ADP/case/4 Oslo/=/PROPN/obl/6 sont/être/AUX/aux/6 arrivés/arriver/VERB/ccomp/2/Part", {"bus nsubj arrivés", "promis acl bus", "Oslo obl promis", "arrivés root -"}),
        # two subjects
        ("en", "Peru/=/PROPN/nsubj/6 closed/close/VERB/ccomp/6/Past ports/port/NOUN/obj/1 ,/=/PUNCT/punct/6 an/a/DET/det/5 aide/=/NOUN/nsubj/6 said/say/VERB/root/-1/Past", {"Peru nsubj closed"}),
        ("en", "an/a/DET/det/1 aide/=/NOUN/nsubj/2 said/say/VERB/root/-1/Past Peru/=/PROPN/nsubj/4 closed/close/VERB/ccomp/2/Past ports/port/NOUN/obj/4", set()),
        ("en", "the/=/DET/det/1 teacher/=/NOUN/nsubj/4 Ann/=/PROPN/nsubj/4 Lee/=/PROPN/flat/2 left/leave/VERB/root/-1/Past", {"Ann appos teacher"}),
        ("fr", "Dix/=/NUM/nummod/1 marins/marin/NOUN/nsubj/6 sont/être/AUX/aux/3 morts/mourir/VERB/root/-1/Part et/=/CCONJ/cc/6 sont/être/AUX/aux/6 pleurés/pleurer/VERB/conj/3/Part", {"marins nsubj morts"}),
        ("fr", "Dix/=/NUM/nummod/1 marins/marin/NOUN/nsubj/5 ayant/avoir/AUX/aux/3/Ger navigué/naviguer/VERB/advcl/5/Part sont/être/AUX/aux/5 rentrés/rentrer/VERB/root/-1/Part", set()),
        ("en", "the/=/DET/det/2 rebel/=/NOUN/nsubj/3 forces/force/NOUN/nsubj/3 fired/fire/VERB/root/-1/Past", {"rebel compound forces"}),
        ("en", "7/=/NUM/nsubj/2 pilots/pilot/NOUN/nsubj/2 left/leave/VERB/root/-1/Past", {"7 nummod pilots"}),
        ("fr", "Pérou/=/PROPN/nsubj/4 :/=/PUNCT/punct/4 un/=/DET/det/3 séisme/=/NOUN/nsubj/4 frappe/frapper/VERB/root/-1/Pres", {"Pérou dislocated frappe"}),
        ("fr", "Pérou/=/PROPN/nsubj/5 :/=/PUNCT/punct/5 «/=/PUNCT/punct/5 Un/un/DET/det/4 séisme/=/NOUN/nsubj/5 frappe/frapper/VERB/root/-1/Pres", set()),
        ("fr", "Cette/ce/DET/det/1 semaine/=/NOUN/nsubj/5 ,/=/PUNCT/punct/5 Oslo/=/PROPN/nsubj/5 a/avoir/AUX/aux/5 voté/voter/VERB/root/-1/Part", {"semaine obl voté"}),
        ("fr", "Le/le/DET/det/1 juge/=/NOUN/nsubj/4 lui/=/PRON/nsubj/4 a/avoir/AUX/aux/4 parlé/parler/VERB/root/-1/Part", {"lui iobj parlé"}),
        ("fr", "Les/le/DET/det/1 camions/camion/NOUN/nsubj/9 ,/=/PUNCT/punct/4 dont/=/PRON/nmod/4 certains/certain/PRON/nsubj/9 avec/=/ADP/case/6 blé/=/NOUN/nmod/4 ,/=/PUNCT/punct/4 ont/avoir/AUX/aux/9 quitté/quitter/VERB/root/-1/Part Oran/=/PROPN/obj/9", {"certains acl:relcl camions"}),
        # a share is of those counted, and so is what is said of them
        ("en", "half/=/NOUN/root/-1 of/=/ADP/case/3 90/=/NUM/nummod/3 men/man/NOUN/nmod/0 sent/send/VERB/acl/0/Part", {"sent acl men"}),
        ("en", "half/=/NOUN/root/-1 of/=/ADP/case/3 90/=/NUM/nummod/3 men/man/NOUN/nmod/0 ,/=/PUNCT/punct/5 sent/send/VERB/acl/0/Part", set()),
        ("en", "crew/=/NOUN/root/-1 of/=/ADP/case/3 90/=/NUM/nummod/3 men/man/NOUN/nmod/0 sent/send/VERB/acl/0/Part", set()),
        # "avoir" and its participle are one verb, which has the subject of the verb above
        ("fr", "Oslo/=/PROPN/nsubj/1 dit/dire/VERB/root/-1/Pres avoir/=/VERB/xcomp/1/Inf libéré/libérer/VERB/ccomp/2/Part Tana/=/PROPN/obj/3", {"avoir aux libéré", "libéré xcomp dit"}),
        ("fr", "Oslo/=/PROPN/nsubj/1 dit/dire/VERB/root/-1/Pres avoir/=/AUX/aux/3/Inf libéré/libérer/VERB/ccomp/1/Part Tana/=/PROPN/obj/3", {"libéré xcomp dit"}),
        ("fr", "Oslo/=/PROPN/nsubj/1 dit/dire/VERB/root/-1/Pres avoir/=/VERB/xcomp/1/Inf confiance/=/NOUN/obj/2", set()),
        ("fr", "Oslo/=/PROPN/nsubj/1 dit/dire/VERB/root/-1/Pres ne/=/ADV/advmod/5 pas/=/ADV/advmod/1 avoir/=/AUX/aux/5/Inf libéré/libérer/VERB/xcomp/1/Part Tana/=/PROPN/obj/5", {"pas advmod libéré"}),
        # a participle agrees with the "que" before it
        ("fr", "La/le/DET/det/1 ville/=/NOUN/root/-1/Gender=Fem|Number=Sing que/=/SCONJ/mark/5 Oslo/=/PROPN/nsubj/5 a/avoir/AUX/aux/5 libérée/libérer/VERB/acl:relcl/1/Part", {"que obj libérée"}),
        ("fr", "Le/le/DET/det/1 fait/=/NOUN/root/-1/Gender=Masc|Number=Sing que/=/SCONJ/mark/5 Oslo/=/PROPN/nsubj/5 a/avoir/AUX/aux/5 libéré/libérer/VERB/acl:relcl/1/Part", set()),
    ],
)  # fmt: skip
def test_trees(language: str, rows: str, expect: set[str]) -> None:
    assert _changed(rows, language) == expect


_COUNTED = "Dix/=/NUM/nummod/1 marins/marin/NOUN/root/-1 {}/NOUN/{}/1 et/=/CCONJ/cc/4 blessés/blessé/NOUN/conj/2"


def test_participles_behind_what_is_counted_are_no_nouns() -> None:
    sentence, _ = tree(_COUNTED.format("tués/tué", "obl"))
    (after,) = mended((sentence,), "fr")
    assert [(t.lemma, t.upos) for t in after.tokens[2:]] == [("tuer", "VERB"), ("et", "CCONJ"), ("blesser", "VERB")]
    assert after.tokens[2].relation == "acl"


@pytest.mark.parametrize("word", ["délégués/délégué", "proches/proche"])
def test_other_nouns_stay_nouns(word: str) -> None:
    sentence, _ = tree(_COUNTED.format(word, "appos"))
    assert mended((sentence,), "fr") == (sentence,)


def test_a_bare_form_with_a_subject_and_no_auxiliary_is_a_present() -> None:
    rows = "Images/image/NOUN/nsubj/1 confirm/=/VERB/root/-1/Inf it/=/PRON/obj/1"
    sentence, _ = tree(rows)
    (after,) = mended((sentence,), "en")
    assert after.tokens[1].has("Tense=Pres")
    asked, _ = tree("Did/do/AUX/aux/2 Oman/=/PROPN/nsubj/2 confirm/=/VERB/root/-1/Inf it/=/PRON/obj/2")
    assert mended((asked,), "en")[0].tokens[2].has("VerbForm=Inf")
