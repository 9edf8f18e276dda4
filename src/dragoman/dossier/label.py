"""Names of the codes, for a reader: one table a code list. English here, other languages in the catalogues."""

from __future__ import annotations

from dragoman.dossier.wording import mark

FLOWS = {
    "troops": mark("troops"),
    "engineers": mark("engineers"),
    "advisers-training": mark("advisers and training"),
    "labour": mark("labour"),
    "munitions": mark("munitions"),
    "missiles": mark("missiles"),
    "air-defence": mark("air defence"),
    "artillery": mark("artillery"),
    "drones": mark("drones"),
    "vehicles-aircraft-ships": mark("vehicles, aircraft, ships"),
    "technology": mark("technology"),
    "intelligence": mark("intelligence"),
    "money": mark("money"),
    "energy": mark("energy"),
    "food-relief": mark("food and relief"),
    "goods": mark("goods"),
    "basing-access": mark("bases and access"),
    "diplomatic-cover": mark("diplomatic cover"),
}
STAGES = {
    "requested": mark("requested"),
    "offered": mark("offered"),
    "pledged": mark("pledged"),
    "agreed": mark("agreed"),
    "allocated": mark("allocated"),
    "shipped": mark("shipped"),
    "delivered": mark("delivered"),
    "in-use": mark("in use"),
    "completed": mark("completed"),
    "returned": mark("returned"),
    "cancelled": mark("cancelled"),
    "refused": mark("refused"),
}
STATUSES = {
    "asserted": mark("asserted"),
    "reported": mark("reported"),
    "acknowledged": mark("acknowledged"),
    "denied": mark("denied"),
    "possible": mark("possible"),
    "planned": mark("planned"),
    "predicted": mark("predicted"),
    "conditional": mark("conditional"),
    "negated": mark("said not to be so"),
}
EVENTS = {
    "AGREE": mark("agreement to act"),
    "CONSULT": mark("meeting or visit"),
    "SUPPORT": mark("backing"),
    "CONCEDE": mark("concession in words"),
    "COOPERATE": mark("cooperation"),
    "AID": mark("aid"),
    "RETREAT": mark("withdrawal or release"),
    "REQUEST": mark("demand"),
    "ACCUSE": mark("accusation"),
    "REJECT": mark("refusal"),
    "THREATEN": mark("threat"),
    "PROTEST": mark("protest"),
    "SANCTION": mark("sanction"),
    "MOBILIZE": mark("mobilisation"),
    "COERCE": mark("coercion"),
    "ASSAULT": mark("attack"),
}
MEASURES = {
    "item": mark("amount"),
    "money": mark("money"),
    "killed": mark("killed"),
    "wounded": mark("wounded"),
    "killed_or_wounded": mark("killed or wounded"),
    "captured": mark("captured"),
    "missing": mark("missing"),
    "arrested": mark("arrested"),
    "displaced": mark("displaced"),
    "duration": mark("duration"),
    "other": mark("figure"),
}
ORIGINS = {
    "party": mark("a party to it"),
    "official": mark("official source"),
    "ministry": mark("ministry"),
    "military": mark("military"),
    "intelligence": mark("intelligence service"),
    "opposing_party": mark("the opposing side"),
    "eyewitness": mark("eyewitness"),
    "imagery": mark("imagery"),
    "think_tank": mark("think tank"),
    "unnamed": mark("unnamed source"),
}
LINKS = {
    "publisher": mark("printed by"),
    "agency": mark("news agency"),
    "document": mark("document"),
    "speaker": mark("said by"),
    "dataset": mark("coded by"),
}
CERTAINTIES = {
    "certain": mark("stated as certain"),
    "probable": mark("stated as probable"),
    "possible": mark("stated as possible"),
    "unknown": mark("certainty not stated"),
}
EVIDENCES = {
    "limited": mark("limited evidence"),
    "medium": mark("medium evidence"),
    "robust": mark("robust evidence"),
}
AGREEMENTS = {
    "low": mark("low agreement"),
    "medium": mark("medium agreement"),
    "high": mark("high agreement"),
}
REPORTS = {
    1: mark("confirmed by other sources"),
    2: mark("probably true"),
    3: mark("possibly true"),
    4: mark("doubtful"),
    5: mark("improbable"),
    6: mark("cannot be judged"),
}
WARNINGS = {
    "no_author": mark("names no author"),
    "no_date": mark("has no date"),
    "no_place": mark("names no place of writing"),
    "no_link": mark("links to no source"),
    "vague_source": mark("leans on a source it does not name"),
    "unsourced_figure": mark("gives a figure without a source"),
    "word_count_claim": mark("states a false number of its own words"),
    "self_claim": mark("says something false about itself"),
    "quotation_varies": mark("prints one quotation in two forms"),
    "self_contradiction": mark("contradicts itself"),
    "generator_note": mark("keeps a note of the program that wrote it"),
    "filler": mark("holds filler that says nothing"),
    "shared_text": mark("shares text with another document"),
    "overclaim": mark("claims more than it shows"),
    "unread_language": mark("is in a language that was not read"),
}
DATED = {
    "given": mark("date given with the text"),
    "page": mark("date read on the page"),
    "text": mark("date inferred from the text"),
}
CHANGES = {
    "added": mark("added"),
    "revised": mark("revised"),
    "disputed": mark("newly disputed"),
    "withdrawn": mark("withdrawn"),
}
DISAGREEMENTS = {
    "contradiction": mark("contradiction"),
    "denial": mark("denial"),
    "error": mark("reporting error"),
    "update": mark("update"),
    "refinement": mark("refinement"),
    "part": mark("part and whole"),
    "scope": mark("different scope"),
}
CELLS = {
    "item": mark("what"),
    "quantity": mark("how many"),
    "period": mark("when"),
    "place": mark("where"),
    "stage": mark("stage"),
    "status": mark("whether it is so"),
    "source": mark("who says so"),
}
WHERE = {
    1: mark("exact place"),
    2: mark("near this place"),
    3: mark("district"),
    4: mark("region"),
    5: mark("area or line"),
    6: mark("country only"),
    7: mark("sea or air"),
}
STEPS = {"intake": mark("on receiving it"), "reading": mark("on reading it")}
PRECISIONS = {
    1: mark("exact day"),
    2: mark("within a few days"),
    3: mark("within a week"),
    4: mark("within a month"),
    5: mark("within a year or longer"),
}
