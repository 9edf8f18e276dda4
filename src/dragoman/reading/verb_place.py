"""Verbs that a small parser hangs where grammar has no place for them.

"Oslo has agreed to leave, a minister said": "has" helps the participle behind it, and the infinitive hangs on the verb that
"to" follows. "Seized the ship and warned Oslo": a finite verb is joined to a verb, and to no noun. "Oslo, for its part,
promised to leave" is active, since nobody is promised to leave. In "killed two men and wounded three women" no word joins
the women to a verb: they are its object.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.bare_noun import children_of, has_subject, opening, with_tokens
from dragoman.world.syntax import subject_control

_BETWEEN = frozenset(("ADV", "AUX", "PART"))
_JOINING = frozenset(("CCONJ", "PUNCT", "ADP", "VERB"))
_OBJECTS = frozenset(("obj", "obl", "nmod"))
_FINITE = "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin"
_MAX_CLIMB = 3  # nouns between a joined verb and the verb it is joined to: "seized the ship of the rebels and warned"


def with_placed_verbs(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each such verb where it belongs."""
    return tuple(_mended(one, language) for one in sentences)


def _mended(sentence: Sentence, language: str) -> Sentence:
    sentence = _joined(_backwards(_complements(_helped(sentence))), language)
    return _parallel(_own_subjects(_gapped(_objects(_active(sentence, language))), language))


def _helped(sentence: Sentence) -> Sentence:
    """The sentence with each auxiliary on the participle that it stands before, and not on a verb behind that."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if base(token.relation) != "aux" or token.upos != "AUX" or token.head <= index + 1:
            continue
        verb = index + 1
        while verb < token.head and tokens[verb].upos in _BETWEEN:
            verb += 1
        found = tokens[verb]
        if verb < token.head and found.upos == "VERB" and found.has("VerbForm=Part") and found.relation == "ccomp":
            tokens[index] = replace(token, head=verb)
            if "Voice=Pass" in found.features and token.lemma.casefold() == "have":
                tokens[verb] = replace(found, features="Tense=Past|VerbForm=Part")
    return with_tokens(sentence, tokens)


def _complements(sentence: Sentence) -> Sentence:
    """The sentence with each "to" and its infinitive on the verb right before them: "agreed to leave"."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if token.form.casefold() != "to" or token.relation != "mark" or not index or tokens[index - 1].upos != "VERB":
            continue
        verb, infinitive = index - 1, token.head
        under = tokens[infinitive]
        if infinitive < index or under.head in (verb, -1) or under.relation not in ("ccomp", "xcomp"):
            continue
        if infinitive not in _above(sentence, verb):
            tokens[infinitive] = replace(under, head=verb, relation="xcomp")
    return with_tokens(sentence, tokens)


def _above(sentence: Sentence, index: int) -> set[int]:
    found: set[int] = set()
    while index >= 0 and index not in found:
        found.add(index)
        index = sentence.tokens[index].head
    return found


def _backwards(sentence: Sentence) -> Sentence:
    """The sentence with each verb that is joined to a verb of saying behind it on the clause that is said: words join backwards.

    "Rebels killed twelve and captured eight, the army said".
    """
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if token.relation != "conj" or token.upos != "VERB" or token.head <= index:
            continue
        said = [one for one in children_of(sentence, token.head, "ccomp", "parataxis") if one < index]
        if said and tokens[said[-1]].upos == "VERB":
            tokens[index] = replace(token, head=said[-1])
    return with_tokens(sentence, tokens)


def _gapped(sentence: Sentence) -> Sentence:
    """The sentence with those as the subject of a participle who stand before it without an auxiliary: "two were killed and three others wounded"."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens[:-1]):
        verb = tokens[index + 1]
        if token.relation != "conj" or token.upos not in ("NOUN", "PROPN", "NUM", "PRON") or token.head > index:
            continue
        over = tokens[token.head]
        joined = (
            verb.upos == "VERB" and verb.has("VerbForm=Part") and verb.relation == "conj" and verb.head == token.head
        )
        if not joined or over.upos != "VERB" or children_of(sentence, index + 1, "aux", "nsubj", "obj"):
            continue
        if any(tokens[one].relation == "aux:pass" for one in sentence.children[token.head]):
            tokens[index] = replace(token, head=index + 1, relation="nsubj:pass")
            for one in children_of(sentence, index, "cc"):
                tokens[one] = replace(tokens[one], head=index + 1)
    return with_tokens(sentence, tokens)


def _joined(sentence: Sentence, language: str) -> Sentence:
    """The sentence with each finite verb that is joined to an object on the verb of that object."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if token.relation != "conj" or not _is_finite(sentence, index, language) or has_subject(sentence, index):
            continue
        over = token.head
        for _ in range(_MAX_CLIMB):
            if over < 0 or tokens[over].upos not in ("NOUN", "PROPN") or base(tokens[over].relation) not in _OBJECTS:
                break
            over = tokens[over].head
        if over not in (token.head, -1) and over < token.head and tokens[over].upos == "VERB":
            tokens[index] = replace(token, head=over)
    return with_tokens(sentence, tokens)


def _is_finite(sentence: Sentence, index: int, language: str) -> bool:
    token = sentence.tokens[index]
    if token.upos != "VERB":
        return False
    helped = any(base(sentence.tokens[child].relation) == "aux" for child in sentence.children[index])
    return token.has("VerbForm=Fin") or (language == "fr" and helped)


def _active(sentence: Sentence, language: str) -> Sentence:
    """The sentence with verbs of promising and the like as active, where nothing makes a passive of them."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if token.lemma.casefold() not in subject_control(language) or not _is_bare_participle(sentence, token, index):
            continue
        subjects = [one for one in sentence.children[index] if tokens[one].relation == "nsubj:pass" and one < index]
        if subjects and _has_infinitive(sentence, index):
            tokens[index] = replace(token, features=_FINITE)
            for one in subjects:
                tokens[one] = replace(tokens[one], relation="nsubj")
    return with_tokens(sentence, tokens)


def _is_bare_participle(sentence: Sentence, token: Token, index: int) -> bool:
    return token.has("VerbForm=Part") and not children_of(sentence, index, "aux", "cop")


def _has_infinitive(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[one].has("VerbForm=Inf") for one in children_of(sentence, verb, "xcomp", "ccomp"))


def _objects(sentence: Sentence) -> Sentence:
    """The sentence with a noun as the object of the verb right before it, where the tree joins it to that verb with no word for it."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        verb = token.head
        if token.relation != "conj" or token.upos not in ("NOUN", "PROPN") or not 0 <= verb < index:
            continue
        between = tokens[verb + 1 : index]
        own = all(one.head == index or one.upos in ("NUM", "ADJ", "DET") for one in between)
        if tokens[verb].upos != "VERB" or not own or any(one.upos in _JOINING for one in between):
            continue
        if not children_of(sentence, index, "case", "cc") and not children_of(sentence, verb, "obj", "aux:pass"):
            tokens[index] = replace(token, relation="obj")
    return with_tokens(sentence, tokens)


def _own_subjects(sentence: Sentence, language: str) -> Sentence:
    """The sentence with the noun right before a finite verb as its subject, where the tree joins it to a noun before.

    "Kenya sent rifles to Chad and Uganda sent shells": who sends shells is Uganda.
    """
    tokens = list(sentence.tokens)
    for verb, token in enumerate(sentence.tokens):
        loose = token.relation == "advcl" and not children_of(sentence, verb, "mark")
        if not (loose or token.relation in ("conj", "parataxis")) or not _is_active(sentence, verb, language):
            continue
        noun = _joined_before(sentence, opening(sentence, verb) - 1)
        if noun is None or has_subject(sentence, verb) or token.head == noun:
            continue
        passive = any(tokens[one].relation == "aux:pass" for one in sentence.children[verb])
        tokens[noun] = replace(tokens[noun], head=verb, relation="nsubj:pass" if passive else "nsubj")
        tokens[verb] = replace(token, relation="conj")
        for one in children_of(sentence, noun, "cc"):
            tokens[one] = replace(tokens[one], head=verb)
    return with_tokens(sentence, tokens)


def _is_active(sentence: Sentence, verb: int, language: str) -> bool:
    """Whether a verb is finite, or an English past form with an object, whatever the tagger calls it."""
    past = language == "en" and sentence.tokens[verb].upos == "VERB" and sentence.tokens[verb].has("Tense=Past")
    return _is_finite(sentence, verb, language) or (past and bool(children_of(sentence, verb, "obj")))


def _joined_before(sentence: Sentence, last: int) -> int | None:
    """The noun that ends at a word and is joined by "and" to a noun before it."""
    noun = last
    while noun >= 0 and sentence.tokens[noun].relation != "conj" and sentence.subtree(noun)[-1] == last:
        noun = sentence.tokens[noun].head
    if noun < 0 or sentence.subtree(noun)[-1] != last:
        return None
    over = sentence.tokens[sentence.tokens[noun].head]
    named = sentence.tokens[noun].upos in ("NOUN", "PROPN") and over.upos in ("NOUN", "PROPN")
    bare = not children_of(sentence, noun, "case") and children_of(sentence, noun, "cc")
    return noun if named and bare and sentence.tokens[noun].head < noun else None


def _parallel(sentence: Sentence) -> Sentence:
    """The sentence with a second object joined to the first: "sent jets to Oslo and drones to Riga" sends nothing to drones."""
    tokens = list(sentence.tokens)
    for noun, token in enumerate(sentence.tokens):
        over = token.head
        if (
            token.relation != "conj"
            or token.upos != "NOUN"
            or not 0 <= over < noun
            or children_of(sentence, noun, "case")
        ):
            continue
        led = children_of(sentence, over, "case")
        if not led or base(tokens[over].relation) not in ("obl", "nmod") or noun + 1 >= len(tokens):
            continue
        objects = [one for one in children_of(sentence, tokens[over].head, "obj") if one < over]
        objects = objects or ([tokens[over].head] if base(tokens[tokens[over].head].relation) == "obj" else [])
        if objects and tokens[noun + 1].form.casefold() == tokens[led[0]].form.casefold():
            tokens[noun] = replace(token, head=objects[0])
    return with_tokens(sentence, tokens)
