"""Which number a toll counts: on its own word, on those it strikes, where a verb puts it, or nearest in its clause.

A small parser hangs numerals anywhere ("killed at least 11 worshippers" as an adverbial), so the tree is asked first and
the order of words after it; a number that counts something else, or the whole that some are taken from, is never lent.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.case import Case
from dragoman.coding.given_number import given_at, told_inside
from dragoman.coding.loss_rule import harms_bodies, needs_people, telling_verbs
from dragoman.coding.measure import quantities_at, quantities_on, role_of_item
from dragoman.coding.rule import loss_role
from dragoman.coding.target import is_human
from dragoman.model.mention import QuantityMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.quantity import Quantity, QuantityRole
from dragoman.model.span import hull, quote
from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.passive import is_passive
from dragoman.world.concept import concepts, is_a
from dragoman.world.quantity import Unit, known_units, people_units, quantity_words
from dragoman.world.speech import load_speech
from dragoman.world.syntax import cases, plain_case

# What a counted noun says by itself of those it counts.
_ROLE_OF_UNIT: dict[str, QuantityRole] = {
    "dead": "killed", "wounded": "wounded", "missing": "missing", "captured": "captured", "arrested": "arrested",
    "displaced": "displaced", "casualty": "killed_or_wounded", "victim": "killed_or_wounded", "body": "killed", "life": "killed",
}  # fmt: skip
_CLOSED = frozenset((":", ";", "(", ")", "–", "—", ","))
_HEDGED = 4  # words in which a number with its hedge follows its verb: "killed at least 11"
_SIDE_BY_SIDE = 2  # tokens from one word to another with a conjunction between
_CLIMB = 4  # words from "killed" up to "number" in "the number of people killed"


def struck(case: Case, predication: Predication) -> tuple[Argument, ...]:
    """Those a loss strikes, who can suffer it; the whole they are taken from ("of the 30 passengers, 12 …") is left out."""
    nominal = case.reading.sentences[predication.sentence].tokens[predication.head].upos not in ("VERB", "AUX", "ADJ")
    found = predication.fillers("theme")
    if not found and concepts()[predication.concept or ""].frame == "toward":
        found = predication.fillers("recipient")  # "31 people were taken to hospital"
    return tuple(
        one
        for one in found or _of_headline(case, predication)
        if _may_suffer(case, predication, one)
        and not _is_after(case, predication, one.head, ("by",))  # "stabbed by three robbers": they are not the dead
        and (nominal or not _is_whole(case, predication, one.head))
        and not _stands_by_another(case, predication, one.head)
    )


def _of_headline(case: Case, predication: Predication) -> tuple[Argument, ...]:
    """The subject of a participle that the tree takes for a past tense: "12 rebels killed in raid" kill nobody."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    beside = {base(sentence.tokens[child].relation) for child in sentence.children[predication.head]}
    past = token.has("Tense=Past") or token.has("VerbForm=Part")
    if token.upos != "VERB" or not past or beside & {"obj", "aux", "iobj"} or _nearest_after(case, predication):
        return ()
    # "claimed 31 insurgents killed": a bare participle right behind those it strikes, whatever clause the tree makes of it
    bare = not sentence.children[predication.head]
    return tuple(
        one
        for one in predication.fillers("agent")
        if (one.repaired is None and one.head < predication.head) or (bare and one.head == predication.head - 1)
    )


def _nearest_after(case: Case, predication: Predication) -> bool:
    """Whether a number stands right behind a verb, which it then counts: "killed at least 11"."""
    after = range(
        predication.head + 1, min(predication.head + _HEDGED, len(case.reading.sentences[predication.sentence].tokens))
    )
    return any(case.index.quantities.at(predication.sentence, index) for index in after)


def _stands_by_another(case: Case, predication: Predication, noun: int) -> bool:
    """Whether another loss stands between a verb and a bare number that the tree gives it: the 1,200 of "killed 340, injured
    1,200".
    """
    tokens = case.reading.sentences[predication.sentence].tokens
    if tokens[noun].upos != "NUM":
        return False
    for other in case.in_sentence(predication.sentence):
        beside = other.head - predication.head == _SIDE_BY_SIDE and tokens[other.head - 1].upos == "CCONJ"
        if predication.head < other.head < noun and loss_role(other.concept or "") is not None and not beside:
            return True  # not in "killing or wounding 50", which both count
    return False


def numbers_of(case: Case, predication: Predication, role: QuantityRole | None) -> tuple[QuantityMention, ...]:
    """The numbers of a loss, () if it has none. role: what it counts; a number that says it counts another loss is none of it.

    The tree's answer comes first: "300 soldats ont été tués et 2 700 autres blessés" lends the 300 to "blessés", which
    has a number of its own.
    """
    found = (
        _labelled(case, predication)
        or tree_numbers(case, predication)
        or put_at(case, predication)
        or told_inside(case, predication)
        or given_at(case, predication)
        or _nearest(case, predication)
        or _one(case, predication)
    )
    dying = is_a(predication.concept or "", "DIE")
    kept = (one for one in found if _counts_people(one) and (dying or not _counts_another(one, role)))
    return tuple(dict.fromkeys(kept))


def _labelled(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The number behind a word and a colon: "Killed: 14. Wounded: 37.", "Tués : 14"."""
    tokens = case.reading.sentences[predication.sentence].tokens
    after = predication.head + 1
    if after + 1 >= len(tokens) or tokens[after].form != ":" or not _is_figure(tokens[after + 1]):
        return ()
    if after + 2 < len(tokens) and tokens[after + 2].upos != "PUNCT":
        return ()  # "Casualties: 3 killed"
    return case.index.quantities.at(predication.sentence, after + 1)[:1]


def _is_figure(token: Token) -> bool:
    return token.upos == "NUM" or token.form.isdigit()  # a small parser takes the 37 of "Blessés : 37" for a noun


def tree_numbers(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """What the tree says is counted: the number on the loss's own word, else those on whom it strikes."""
    own = quantities_at(case, predication) or _under_of(case, predication) or _on_governor(case, predication)
    themes = sorted(struck(case, predication), key=lambda one: one.repaired is not None)
    counted = [tuple(one for argument in some for one in quantities_on(case, argument)) for some in (
        # "340 people, of whom 12 died": what the verb itself has goes before what it borrows
        [one for one in themes if one.repaired is None], themes,
    )]  # fmt: skip
    found = own or counted[0] or counted[1]
    role = loss_role(predication.concept or "")
    if is_a(predication.concept or "", "DIE") and counted[0]:
        return found  # "four of the wounded died"
    return tuple(one for one in found or _nobody(case, predication) if not _counts_another(one, role))


def _on_governor(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The 200 of "200 rebels killed and wounded", where the tree takes the participles for nouns that hang on those counted."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    if token.upos == "ADJ" and predication.head and sentence.tokens[predication.head - 1].upos == "NUM":  # "22 hurt"
        before = case.index.quantities.at(predication.sentence, predication.head - 1)
        return tuple(one for one in before if one.quantity.unit is None)
    if token.upos == "VERB" or token.head < 0 or base(token.relation) not in ("nmod", "amod", "acl", "appos", "flat"):
        return ()
    if any(base(sentence.tokens[child].relation) == "case" for child in sentence.children[predication.head]):
        return ()
    found = case.index.quantities.at(predication.sentence, token.head)
    return tuple(one for one in found if one.quantity.unit in people_units())


def _has_preposition(case: Case, predication: Predication) -> bool:
    own = quantities_at(case, predication)
    sentence = case.reading.sentences[predication.sentence]
    return bool(own) and not _is_bare(sentence, own[0])


def _under_of(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The 22 of "the bodies of 22 migrants", of "a death toll of 22"; () for other words, or if nobody is counted there."""
    if not is_tally(case, predication) and not is_a(predication.concept or "", "CORPSE"):
        return ()
    sentence = case.reading.sentences[predication.sentence]
    return tuple(
        mention
        for child in sentence.children[predication.head]
        if base(sentence.tokens[child].relation) == "nmod"
        for mention in case.index.quantities.at(predication.sentence, child)
        if mention.quantity.unit in people_units() or mention.quantity.unit not in known_units()
    )[:1]


def is_tally(case: Case, predication: Predication) -> bool:
    """Whether a word of loss is one for a count: "a death toll", "le bilan"."""
    lemma = case.reading.sentences[predication.sentence].tokens[predication.head].lemma.casefold()
    return load_speech(case.reading.document.language).is_word(lemma, "figures")


def _nobody(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """ "No one was hurt", "personne n'a été blessé": a toll of none."""
    words = quantity_words(case.reading.document.language).jobs.get("nobody", frozenset())
    sentence = case.reading.sentences[predication.sentence]
    for child in sentence.children[predication.head] if predication.factuality.polarity == "negative" else ():
        token = sentence.tokens[child]
        if token.upos == "PRON" and base(token.relation) in ("nsubj", "obj", "advmod"):
            span = hull((token.span, *(sentence.tokens[one].span for one in sentence.children[child])))
            if span.of(case.text).casefold() in words:
                return (QuantityMention(quote(span, case.text), Quantity(0, 0, 0, "person", "none")),)
    return ()


def _one(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The one person of "killed a civilian", "un policier a été blessé", if it is said to have happened."""
    stance = predication.factuality
    told = stance.time == "past" and stance.polarity == "positive" and stance.certainty == "certain"
    concept = predication.concept or ""
    if not told or not (harms_bodies(concept) or needs_people(concept)):
        return ()
    words = quantity_words(case.reading.document.language)
    sentence = case.reading.sentences[predication.sentence]
    for argument in struck(case, predication)[:1]:
        token, known = sentence.tokens[argument.head], _person(case, argument)
        articles = [
            child
            for child in sentence.children[argument.head]
            if sentence.tokens[child].form.casefold() in words.jobs.get("article", ())
        ]
        if articles and known is not None and not token.has("Number=Plur"):
            span = hull((sentence.tokens[articles[0]].span, token.span))
            return (QuantityMention(quote(span, case.text), Quantity(1, 1, 1, known.name)),)
    return ()


def is_person(case: Case, argument: Argument) -> bool:
    """Whether the table of units knows an argument's noun for people: "un gardien"."""
    return _person(case, argument) is not None


def _person(case: Case, argument: Argument) -> Unit | None:
    """The unit of a noun that the table of units knows for people."""
    words = quantity_words(case.reading.document.language)
    form = case.reading.sentences[argument.sentence].tokens[argument.head].form.casefold()
    known = dict(words.units.by_first.get(form, ())).get((form,))
    return known if known is not None and known.kind == "person" else None


def _may_suffer(case: Case, predication: Predication, argument: Argument) -> bool:
    """Whether people are meant. What is counted and known as no thing passes where bodies are harmed: "11 worshippers"."""
    if is_human(case, argument) or _person(case, argument) is not None:
        return True
    named = case.index.concepts.at(argument.sentence, argument.head)
    if not harms_bodies(predication.concept or "") or any(one.head == argument.head for one in named):
        return False
    counted = case.index.quantities.at(argument.sentence, argument.head)
    return any(one.quantity.unit is not None and one.quantity.unit not in known_units() for one in counted)


def _counts_people(mention: QuantityMention) -> bool:
    unit = mention.quantity.unit or ""
    return role_of_item(mention) != "money" and unit not in known_units() - people_units() and " in " not in unit


def _counts_another(mention: QuantityMention, role: QuantityRole | None) -> bool:
    """Whether a number says itself that it counts another loss: the 300 of "300 dead" are no wounded, whatever the tree says."""
    own = _ROLE_OF_UNIT.get(mention.quantity.unit or "")
    if mention.quantity.unit in ("prisoner", "hostage"):
        return role == "arrested"  # "trois détenus", which the tagger takes for a verb
    return own is not None and role is not None and own != role and role != "killed_or_wounded"


def _is_whole(case: Case, predication: Predication, noun: int) -> bool:
    """Whether a preposition of a noun says that it is what others are taken from: "out of some 15,000", "sur les 30"."""
    language = case.reading.document.language
    words = quantity_words(language).jobs.get("among", frozenset())
    sentence = case.reading.sentences[predication.sentence]
    if noun == sentence.tokens[predication.head].head:
        return False  # "the number of people killed"
    counted = [one.quote.span for one in case.index.quantities.at(predication.sentence, noun)]
    own = [sentence.tokens[child] for child in sentence.children[noun] if child < predication.head]
    return any(
        (cases(language).get(plain_case(token.form)) in ("from", "of") or token.form.casefold() in words)
        and not any(span.overlaps(token.span) for span in counted)  # "de 15 à 20 soldats"
        for token in own
        if base(token.relation) == "case"
    )


def put_at(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The number that a verb puts a toll at: "put the dead at about 600", "the number of people killed has risen to 75"."""
    sentence = case.reading.sentences[predication.sentence]
    people = concepts()[predication.concept or ""].kind == "people"
    named = _named_number(case, sentence, predication.head, people)
    if named is None:
        return ()
    verb = sentence.tokens[named].head
    places = [*sentence.children[verb], *sentence.children[named]]
    return tuple(
        mention
        for child in sorted(set(places))
        if base(sentence.tokens[child].relation) in ("obl", "nmod", "xcomp", "obj", "advmod")
        and child != named
        # "the dead included, out of some 15,000 soldiers": of whom, and not how many
        and not _is_after(case, predication, child, ("from", "of"))
        for mention in case.index.quantities.at(predication.sentence, child)
        if mention.quantity.unit is None
        or (mention.quantity.unit in people_units() and base(sentence.tokens[child].relation) != "obj")
    )[:1]


def _is_after(case: Case, predication: Predication, noun: int, slots: tuple[str, ...]) -> bool:
    """Whether a preposition of some slots stands before a noun: "from 10", "of some 15,000", "by two men"."""
    table = cases(case.reading.document.language)
    sentence = case.reading.sentences[predication.sentence]
    own = [sentence.tokens[child] for child in sentence.children[noun]]
    return any(table.get(plain_case(one.form)) in slots for one in own if base(one.relation) == "case")


def _named_number(case: Case, sentence: Sentence, head: int, people: bool) -> int | None:
    """The noun that a verb gives a number: the toll's own ("the dead"), or the "number" that it is of; None if there is none."""
    words = quantity_words(case.reading.document.language).jobs.get("tally", frozenset())
    node = head
    people = people or any(sentence.tokens[one].relation in ("nmod:poss", "det") for one in sentence.children[head])
    for step in range(_CLIMB):  # "put their killed at 900": the participle is a noun
        token = sentence.tokens[node]
        if token.head < 0:
            return None
        if base(token.relation) in ("obj", "nsubj") and ((step == 0 and people) or token.lemma.casefold() in words):
            return node if sentence.tokens[token.head].upos in ("VERB", "AUX") else None
        if base(token.relation) in ("obj", "nsubj") and base(sentence.tokens[head].relation) in ("acl", "amod"):
            return node if sentence.tokens[token.head].upos == "VERB" and step == 1 else None
        if base(token.relation) not in ("nmod", "acl", "amod", "conj", "appos"):
            return None
        node = token.head
    return None


def _nearest(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The nearest number of people in the clause of a verb of loss that no other loss counts, where the tree lost it."""
    sentence = case.reading.sentences[predication.sentence]
    if concepts()[predication.concept or ""].kind != "event" or sentence.tokens[predication.head].upos != "VERB":
        return ()
    taken = {
        mention
        for other in case.in_sentence(predication.sentence)
        if other is not predication and loss_role(other.concept or "") is not None
        for mention in tree_numbers(case, other)
    }
    for index in _reach(case, sentence, predication):
        for mention in case.index.quantities.at(predication.sentence, index):
            if mention in taken or not _is_bare(sentence, mention):
                return ()
            unit = mention.quantity.unit
            unknown = unit is None or unit not in known_units()
            if unit in people_units() or (unknown and harms_bodies(predication.concept or "")):
                return (mention,)
            return ()
    return ()


def _reach(case: Case, sentence: Sentence, predication: Predication) -> Iterator[int]:
    """Tokens of the side on which those struck stand: after an active verb that strikes, before any other."""
    tokens, head = sentence.tokens, predication.head
    governor = tokens[head].head
    shared = base(tokens[head].relation) == "conj" and governor >= 0 and tokens[governor].upos == "VERB"
    frame = concepts()[predication.concept or ""].frame
    acts = frame in ("act", "toward") and not is_passive(sentence, governor if shared else head)
    for index in range(head + 1, len(tokens)) if acts else range(head - 1, -1, -1):
        token = tokens[index]
        counted = bool(case.index.quantities.at(predication.sentence, index))
        if (token.upos in ("VERB", "SCONJ") and not counted) or token.form in _CLOSED:
            return
        yield index


def _is_bare(sentence: Sentence, mention: QuantityMention) -> bool:
    """Whether no preposition stands before a number: "killed in two provinces", "by 12 rebels" count no dead."""
    inside = [i for i, token in enumerate(sentence.tokens) if token.span.overlaps(mention.quote.span)]
    before = inside[0] - 1
    while before >= 0 and sentence.tokens[before].upos == "DET":
        before -= 1
    return before < 0 or sentence.tokens[before].upos != "ADP"


def is_told(case: Case, predication: Predication) -> bool:
    """Whether a word that counts the dead only in some sentences does here: lives are "claimed", bodies "found", victims
    "counted"; "the ten victims sued" tells of no toll.
    """
    verbs = telling_verbs(predication.concept or "", case.reading.document.language)
    if verbs is None or put_at(case, predication) or given_at(case, predication):
        return True
    sentence = case.reading.sentences[predication.sentence]
    node = predication.head
    for _ in range(_CLIMB):
        token = sentence.tokens[node]
        if token.head < 0:
            return "-" in verbs and not any(one.upos in ("VERB", "AUX") for one in sentence.tokens)
        governor = sentence.tokens[token.head]
        if governor.upos in ("VERB", "AUX"):
            bare = base(token.relation) == "obl" and not _has_preposition(case, predication)
            struck_by = (
                bare
                or base(token.relation) in ("obj", "xcomp")
                or (base(token.relation) in ("nsubj", "obl") and is_passive(sentence, token.head))
            )
            there = governor.lemma.casefold() in ("be", "avoir")
            return governor.lemma.casefold() in verbs and (struck_by or there)
        node = token.head
    return False
