"""Whose words they are: the subject, agent or name that stands as the source of a reporting verb, and no more than it."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.model.span import Span
from dragoman.model.tree import Token
from dragoman.reading.dateline import dateline
from dragoman.reading.reporting import NAME_TAGS, Clause, Report, joined_verb, noun_phrase
from dragoman.world.concept import names_people
from dragoman.world.speech import fold

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
_INHERITS = frozenset(("conj", "xcomp", "advcl", "acl", "ccomp", "parataxis", "dep"))
_MARKS = "“”«»\"‘’„‹›`'"
_NEAR = 12  # tokens between a subject and its verb: "Anna Petrov, a spokeswoman for the ministry, said"
_MAX_MANNER = 8  # tokens of how something was said: ", un brin agacé,"
_MAX_CLIMB = 4  # clauses to climb for the subject of "vowed" in "said it feared and vowed to fight"


def find_source(clause: Clause, report: Report, inserted: bool) -> Span | None:
    """Who speaks: a subject in the tree, the words beside an inserted verb, or the subject of the verb above; None if left out.

    inserted: the verb stands beside what is said, not before it ("…, said Anna"), so its subject may follow it.
    """
    if report.passive:
        agent = _agent(clause, report.index)
        return None if agent is None else noun_phrase(clause, agent)
    if report.participle == "present":
        above = _main_subject(clause, report.index)
        return None if above is None else noun_phrase(clause, above)
    clitic = _clitic(clause, report.index)
    if clitic is not None:
        return clitic
    spoken = _beside_inserted(clause, report) if inserted else None
    if spoken is not None:
        return spoken
    joined = joined_verb(clause, report.index)
    subject = _subject(clause, report.index if joined is None else joined)
    if subject is not None and (subject < report.index or inserted):
        return noun_phrase(clause, subject)
    return _left_of(clause, report) or _before_aside(clause, report)


def _beside_inserted(clause: Clause, report: Report) -> Span | None:
    """Who speaks beside an inserted verb: its nearest subject before it, or the words at its left or right."""
    tokens = clause.sentence.tokens
    subjects = [i for i in clause.sentence.children[report.index] if tokens[i].relation in _SUBJECTS]
    before = [i for i in subjects if i < report.first and not _is_in_quotation(clause, i, report.first)]
    # "Le Pérou, a indiqué le ministre, a rappelé …": what stands before the comma is what is told of
    is_cut_off = report.first > 0 and tokens[report.first - 1].form == ","
    turned = _right_of(clause, report) if is_cut_off and clause.words.language == "fr" else None
    if turned is not None:
        return turned
    # "Riga, the minister told lawmakers, has …": the nearest subject speaks
    if before and report.first - _NEAR < max(before):
        return noun_phrase(clause, max(before))
    left = _left_of(clause, report)
    if left is None and "hearer" not in report.word.takes:  # "told lawmakers": they only listen
        return _right_of(clause, report)
    return left


def _is_in_quotation(clause: Clause, index: int, verb: int) -> bool:
    """Whether a mark closes between a subject and its verb: in "« je suis prêt », a commenté Anna" the "je" comments nothing."""
    between = [token.form for token in clause.sentence.tokens[index + 1 : verb]]
    if any(form in ("»", "”") for form in between):
        return not any(form in ("«", "“") for form in between)
    return "," in between and between.count('"') % 2 == 1


def _before_aside(clause: Clause, report: Report) -> Span | None:
    """The name at the head of a sentence, cut off from its verb by an aside: "Yonhap, citing a lawmaker, reported"."""
    tokens = clause.sentence.tokens
    if report.first < 4 or tokens[report.first - 1].form != ",":
        return None
    comma = next((i for i in range(report.first - 1) if tokens[i].form == ","), None)
    if not comma or not all(t.upos in NAME_TAGS or t.upos == "ADP" for t in tokens[:comma]):
        return None
    return clause.span(0, comma - 1) if tokens[0].upos != "ADP" else None


def _main_subject(clause: Clause, index: int) -> int | None:
    """Whose act a present participle is: the subject of the clause that it goes along with, or the noun it stands on."""
    tokens, seen = clause.sentence.tokens, index
    own = clause.child(index, _SUBJECTS)
    if own is not None and own < index:
        return own
    is_aside = index > 0 and tokens[index - 1].form == ","
    for _ in range(_MAX_CLIMB):
        above = tokens[seen].head
        if above < 0:
            return None
        if tokens[seen].relation == "acl" and not is_aside:
            return above
        told = _told_to(clause, seen)
        if told is not None:  # "has farmers worrying about the drought"
            return told
        subject = clause.child(above, _SUBJECTS)
        if subject is not None and (subject < index or index == 0):  # "Denying it, the minister left"
            return subject
        seen = above
    return None


def proper_source(clause: Clause, span: Span) -> Span | None:
    """A source without what is none of it: a day, a place of publication, an aside; None where nobody is left.

    "The army on Wednesday", "l’ONG, dans son rapport, publié jeudi", "who", a whole clause.
    """
    tokens = clause.sentence.tokens
    first = bisect_left(tokens, span.start, key=lambda token: token.span.start)
    last = bisect_left(tokens, span.end, key=lambda token: token.span.start) - 1
    if first > last or tokens[first].span.start != span.start:
        return span  # part of a token: the "il" of "a-t-il"
    opening, _ = dateline(clause.text, clause.sentence.span.start)
    while first < last and tokens[first].span.start < opening:
        first += 1
    while first <= last and (_is_day(clause, first) or tokens[first].upos in ("ADV", "SCONJ", "CCONJ")):
        first += 1
    first = _behind_time(clause, first, last)
    cut = next((i for i in range(first + 1, last + 1) if _leaves_source(clause, i, last)), last + 1)
    while cut > first + 1 and _trails(clause, cut - 1, cut <= last):
        cut -= 1
    if first >= cut or first > last:
        return None
    kept = range(first, cut)
    is_short = len(kept) <= 2
    nominal = ("NOUN", "PROPN", "PRON")
    heads = [i for i in kept if tokens[i].upos in nominal or (is_short and tokens[i].upos != "PUNCT")]
    if not heads or any(clause.words.is_word(clause.forms[i], "mute") for i in heads[:1]):
        return None
    if len(kept) == 1 and clause.words.is_word(clause.forms[first], "relative"):
        return _antecedent(clause, first)
    start = max(tokens[first].span.start, span.start)
    return Span(start, span.end if cut == last + 1 else tokens[cut - 1].span.end)


def _behind_time(clause: Clause, first: int, last: int) -> int:
    """ "Last week the Courier": an article behind a noun without a link begins the name, and the words before it a time."""
    tokens = clause.sentence.tokens
    if tokens[min(first, last)].upos != "ADJ":
        return first
    for at in range(first + 2, min(first + 4, last)):
        if clause.words.is_word(clause.forms[at], "article") and tokens[at - 1].upos in ("NOUN", "PROPN"):
            return at
    return first


def _trails(clause: Clause, index: int, is_cut: bool) -> bool:
    """Whether a word at the end of a source belongs to what was cut off behind it: "un rapport publié | mardi"."""
    token = clause.sentence.tokens[index]
    if token.upos in ("ADP", "DET", "CCONJ") or token.form == ",":
        return True
    if is_cut and clause.words.is_word(clause.forms[index], "relative"):
        return True  # "a lawmaker who | was briefed"
    return is_cut and token.upos == "VERB"


def _leaves_source(clause: Clause, index: int, last: int) -> bool:
    """Whether a token of a source begins what is no part of it: a day, ", dans son rapport", "sur Telegram", a clause."""
    tokens, form = clause.sentence.tokens, clause.forms[index]
    # "a report published Monday by the council": the council names it; "a Monday report" is named by its day
    if _is_day(clause, index) and not (tokens[index].relation == "compound" and tokens[index].head == index + 1):
        return not any(clause.words.is_word(clause.forms[i], "by") for i in range(index, last))
    if clause.words.is_word(form, "outside"):
        return True
    if tokens[index].upos in ("VERB", "AUX") and "VerbForm=Fin" in tokens[index].features:
        return True
    follows = tokens[index + 1] if index < last else None
    if tokens[index].form == "," and follows is not None:
        is_aside = follows.upos in ("ADP", "ADV", "SCONJ", "VERB", "AUX")
        is_aside = is_aside or (follows.upos == "PRON" and index + 1 == last)  # "les Américains, eux"
        return is_aside or clause.words.is_word(clause.forms[index + 1], "relative")
    is_platform = clause.words.is_word(form, "platform") and index == last - 1
    return is_platform and tokens[last].upos == "PROPN" and tokens[index - 1].upos != "PROPN"


def _antecedent(clause: Clause, relative: int) -> Span | None:
    """The noun before a relative pronoun that the tree tied to nothing: "the minister, who said"."""
    tokens, last = clause.sentence.tokens, relative - 1
    while last >= 0 and tokens[last].form == ",":
        last -= 1
    first = last
    while first >= 0 and (tokens[first].upos in NAME_TAGS or _links(clause, first) or _is_inside_name(clause, first)):
        first -= 1
    first += 1
    while first <= last and tokens[first].upos == "ADP":
        first += 1
    if first > last or not any(tokens[i].upos in ("NOUN", "PROPN") for i in range(first, last + 1)):
        return None
    return clause.span(first, last)


def _is_inside_name(clause: Clause, index: int) -> bool:
    """Whether a token is the hyphen of a name that the tokenizer cuts: "Minister Sato Ken-ichi, who claimed"."""
    tokens = clause.sentence.tokens
    if tokens[index].form not in ("-", "‐") or not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].span.end == tokens[index].span.start and (
        tokens[index].span.end == tokens[index + 1].span.start
    )


def _clitic(clause: Clause, index: int) -> Span | None:
    """The pronoun in "a-t-il dit", "note-t-elle": behind the auxiliary or the verb, with a hyphen."""
    tokens = clause.sentence.tokens
    for at in range(max(0, index - 2), min(len(tokens), index + 3)):
        form = tokens[at].form
        if len(form) > 2 and form[0] in "-‐" and form[-1].isalpha() and tokens[at].upos == "PRON":
            bare = form.lstrip("-‐").removeprefix("t-")
            if len(bare) > 1 and clause.words.is_word(fold(bare), "pronoun"):
                return Span(tokens[at].span.end - len(bare), tokens[at].span.end)
    return None


def _agent(clause: Clause, index: int) -> int | None:
    """Who does what a passive tells; some trees hang him on what stands before: "was called a liar | by his peers"."""
    tokens = clause.sentence.tokens
    own = clause.sentence.children[index]
    below = [i for one in own if tokens[one].relation in ("xcomp", "obj", "obl") for i in clause.sentence.children[one]]
    for child in (*own, *below):
        if child > index and tokens[child].relation in ("obl:agent", "obl", "dep", "nmod"):
            cases = clause.sentence.children[child]
            if tokens[child].relation == "obl:agent" or any(
                clause.words.is_word(clause.forms[i], "by") and i < child for i in cases
            ):
                return child
    return None


def _subject(clause: Clause, index: int) -> int | None:
    """The subject's token: the verb's own, a relative clause's noun, or that of the verb that shares it."""
    tokens = clause.sentence.tokens
    seen = index
    if index and "VerbForm=Inf" in tokens[index].features and tokens[index - 1].upos == "VERB":
        seen = (
            index - 1
        )  # "a dit craindre": an infinitive right behind a verb is its own, whatever the tree hangs it on
    for _ in range(_MAX_CLIMB):
        own = clause.child(seen, _SUBJECTS)
        if own is None:  # "le ministre a par ailleurs dit": some trees hang the subject on the helper
            helpers = (i for i in clause.sentence.children[seen] if tokens[i].relation == "aux")
            own = next((found for i in helpers if (found := clause.child(i, _SUBJECTS)) is not None), None)
        if own is not None:
            # "who told"; in "what it said were missiles" the pronoun itself speaks
            is_relative = tokens[own].upos == "PRON" and tokens[seen].relation == "acl:relcl"
            is_relative = is_relative and not clause.words.is_word(clause.forms[own], "pronoun")
            return tokens[seen].head if is_relative and tokens[seen].head >= 0 else own
        if tokens[seen].relation in ("acl:relcl", "acl") and tokens[seen].head >= 0:
            return tokens[seen].head  # "a letter saying …": the noun itself speaks
        if tokens[seen].relation not in _INHERITS or tokens[seen].head < 0:
            return None
        told = _told_to(clause, seen)
        if told is not None:
            return told
        seen = tokens[seen].head
    return None


def _told_to(clause: Clause, verb: int) -> int | None:
    """Who is to do what an infinitive says, where the verb above is one of having others do it: "requires ships | to report"."""
    tokens, above = clause.sentence.tokens, clause.sentence.tokens[verb].head
    if tokens[verb].relation not in ("xcomp", "ccomp") or "VerbForm=Fin" in tokens[verb].features:
        return None
    if not clause.words.is_word(fold(tokens[above].lemma), "asks"):
        return None
    children = clause.sentence.children[above]
    return next((i for i in children if tokens[i].relation in ("obj", "iobj") and above < i < verb), None)


def _left_of(clause: Clause, report: Report) -> Span | None:
    """The noun phrase that ends where the cue begins: "…, Anna Petrov said"."""
    tokens = clause.sentence.tokens
    last = report.first - 1
    while last >= 0 and (
        tokens[last].upos in ("ADV", "AUX")
        or clause.words.is_word(clause.forms[last], "reflexive")
        or (tokens[last].upos == "PART" and clause.words.is_word(clause.forms[last], "to"))
    ):
        last -= 1
    first = _before_bracket(clause, last)
    while first >= 0 and (
        _names(tokens[first]) or tokens[first].form == "'s" or _links(clause, first) or _is_inside_name(clause, first)
    ):
        if tokens[first].form in _MARKS or (first < last and _is_other_subject(clause, first)):
            break
        first -= 1
    first += 1
    while first <= last and tokens[first].upos == "ADP":
        first += 1
    if first > last or not any(tokens[i].upos in ("PROPN", "NOUN", "PRON") for i in range(first, last + 1)):
        return None
    return clause.span(first, last)


def _names(token: Token) -> bool:
    """Whether a word can be part of a name: "retired general Anna Petrov", with a participle for an adjective."""
    return token.upos in NAME_TAGS or token.relation == "amod"


def _before_bracket(clause: Clause, last: int) -> int:
    """The token before a short name in brackets that ends a longer one: "the service (SVR) told"."""
    tokens = clause.sentence.tokens
    if last < 3 or tokens[last].form != ")":
        return last
    return next((i - 1 for i in range(last - 1, max(0, last - 8), -1) if tokens[i].form == "("), last)


def _is_other_subject(clause: Clause, index: int) -> bool:
    """A pronoun that is no possessive belongs to another clause: "it says | France promises"."""
    token = clause.sentence.tokens[index]
    return token.upos == "PRON" and token.relation not in ("nmod:poss", "det:poss", "det", "nmod")


def _right_of(clause: Clause, report: Report) -> Span | None:
    """The noun phrase after an inserted verb: "…, said Anna Petrov of the ministry", "a déclaré mardi le ministre"."""
    tokens = clause.sentence.tokens
    start = report.last + 1
    while start < len(tokens) and (tokens[start].upos == "ADV" or _is_day(clause, start)):
        start += 1
    start = _behind_manner(clause, start)
    if start < len(tokens) and tokens[start].upos == "ADP":
        return None
    end = start
    while end < len(tokens) and (
        tokens[end].upos in NAME_TAGS or tokens[end].form in ("'s", "’s", ".", "-") or _links(clause, end)
    ):
        if tokens[end].form in _MARKS or (tokens[end].form == "." and end + 1 == len(tokens)):
            break
        if end > start and _tells(clause, end):
            break
        if tokens[end].upos == "PRON" and tokens[end].relation in ("nsubj", "mark") and end > start:
            break
        end += 1
    while end > start and tokens[end - 1].upos in ("ADP", "DET", "PUNCT"):
        end -= 1
    if end == start or not any(tokens[i].upos in ("PROPN", "NOUN", "PRON") for i in range(start, end)):
        return None
    return clause.span(start, end - 1)


def _behind_manner(clause: Clause, index: int) -> int:
    """The token behind an aside on how it was said: "rappelle, un brin agacé, | le préfet"; `index` itself where there is none."""
    tokens = clause.sentence.tokens
    if clause.words.language != "fr" or index >= len(tokens) or tokens[index].form != ",":
        return index
    ahead = range(index + 1, min(index + _MAX_MANNER, len(tokens) - 1))
    comma = next((i for i in ahead if tokens[i].form == ","), None)
    if comma is None or any("VerbForm=Fin" in tokens[i].features for i in range(index, comma)):
        return index
    return comma + 1 if tokens[comma + 1].upos in ("DET", "PROPN") else index


def _tells(clause: Clause, index: int) -> bool:
    """Whether a preposition leads to whom it is told: "a indiqué le ministre | aux députés"."""
    tokens = clause.sentence.tokens
    if index + 1 >= len(tokens) or not clause.words.is_word(clause.forms[index], "hearers"):
        return False
    return tokens[index + 1].upos == "NOUN" and names_people(tokens[index + 1].lemma, clause.words.language)


def _links(clause: Clause, index: int) -> bool:
    """Whether a preposition holds a name together: "minister of defence", "ministre de la Défense"."""
    return clause.sentence.tokens[index].upos == "ADP" and clause.words.is_word(clause.forms[index], "link")


def _is_day(clause: Clause, index: int) -> bool:
    # "le quotidien Le Matin": French days and hours have no capital
    is_name = clause.words.language == "fr" and index > 0 and clause.sentence.tokens[index].form[:1].isupper()
    return clause.words.is_word(clause.forms[index], "time") and not is_name
