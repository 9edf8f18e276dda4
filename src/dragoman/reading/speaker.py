"""Who a source is: the actor on its words, or the one that a pronoun or "the same source" takes up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dragoman.model.actor import Actor
from dragoman.model.attribution import Attribution, Origin
from dragoman.model.mention import ActorMention
from dragoman.model.span import Quote, Span, quote
from dragoman.model.tree import Sentence, base
from dragoman.reading.agreement import agrees
from dragoman.reading.called import Names
from dragoman.reading.reporting import Clause, noun_phrase
from dragoman.world.actor import is_state_itself, name_of, states
from dragoman.world.actor_names import organisations, split_name
from dragoman.world.concept import names_people
from dragoman.world.office import persons
from dragoman.world.speech import SpeechWords, fold, split_words

# PLOVER's sector of a named source -> what kind of source it is. A newspaper only carries, so it has no kind.
_ORIGIN_OF_SECTOR: dict[str, Origin] = {
    "GOV": "party", "MIL": "military", "SPY": "intelligence", "LEG": "official", "JUD": "official", "COP": "official",
    "REB": "opposing_party", "OPP": "opposing_party", "UAF": "opposing_party", "EDU": "think_tank",
}  # fmt: skip
_SPEAKING_FOR = frozenset(("official", "ministry", "party"))  # kinds of source that speak for the person they are of
_BACK = 20  # sources that the same one may lie behind
_SUBJECTS_BACK = 3  # sentences whose subject a pronoun can mean
_STEM = 6  # letters that "institut" and "institute" have in common
_REACH = 600  # code points that a pronoun looks back over: two or three sentences


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody who spoke or acted, and where the words that name them end. says: their verb is one of speech, as "told".

    many: several people, whom no "he" can mean.
    """

    at: int
    speaker: Actor | None
    origin: Origin | None
    text: str
    says: bool = False
    many: bool = False


def find_subjects(sentences: Sequence[Sentence], text: str, words: SpeechWords) -> tuple[Quote, ...]:
    """The subject of each sentence's main verb, in order: whole if it is or has a name, in lower case its noun alone.

    Pronouns are left out.
    """
    found = []
    for sentence in sentences:
        clause = Clause(sentence, text, words)
        subject = clause.child(sentence.root, frozenset(("nsubj", "nsubj:pass")))
        if (
            subject is not None
            and sentence.tokens[subject].upos != "PRON"
            and sentence.tokens[subject].form[0] not in "-‐"
        ):
            is_name = sentence.tokens[subject].upos == "PROPN" or _has_name(sentence, subject)
            found.append(quote(noun_phrase(clause, subject) if is_name else sentence.tokens[subject].span, text))
    return tuple(found)


def _has_name(sentence: Sentence, noun: int) -> bool:
    """ "The prime minister, Anna Petrov": an office and who holds it."""
    below = (sentence.tokens[child] for child in sentence.children[noun])
    return any(one.upos == "PROPN" and base(one.relation) in ("appos", "flat") for one in below)


@dataclass(slots=True)
class Speakers:
    """Gives each attribution its speaker and kind of source; remembers who spoke and acted last, for "he added".

    actors: in order; subjects: of the document's sentences, in order; names: as its trees have them.
    """

    actors: tuple[ActorMention, ...]
    words: SpeechWords
    subjects: tuple[Quote, ...]
    names: Names
    known: list[_Known] = field(default_factory=list)

    def name(self, one: Attribution) -> Attribution:
        """The attribution with its speaker and origin; of a pronoun that stands for nobody known it has neither."""
        if one.source is None:
            return one
        form = fold(one.source.text)
        if self.words.is_word(form, "pronoun"):
            return self._taken_up(one, one.source, form)
        same = self._named_before(one.source.span.start) if self._is_anaphor(form) else None
        if same is not None:
            return _of(one, same)
        speaker = self._speaker(one.source) or self._state_press(one, form)
        if speaker is not None and self._is_spies(form):
            speaker = _spies_of(speaker)
        again = self._of_that_kind(one.source.span.start, form) if speaker is None else None
        if again is not None:
            return _of(one, again)
        origin = self._origin(one.source, speaker)
        many = self.names.is_many(one.source.span)
        known = _Known(one.source.span.end, speaker, origin, one.source.text, self._is_said(one), many)
        insort(self.known, known, key=lambda known: known.at)
        return replace(one, speaker=speaker, origin=origin)

    def _is_spies(self, form: str) -> bool:
        """ "Les services sud-coréens": services of which nothing is said but whose they are are those that spy."""
        words = [word for word in split_words(form) if not self.words.is_word(word, "article")]
        return len(words) == 2 and self.words.is_word(words[0], "spies")

    def _state_press(self, one: Attribution, form: str) -> Actor | None:
        """ "State media said that the marshal …": the media of the state that they first speak of, None for other sources."""
        bare = form.removeprefix("the ").removeprefix("les ").removeprefix("la ").removeprefix("l’")
        if not self.words.is_word(bare, "press"):
            return None
        inside = (mention.actor.country for mention in self.actors if one.content.span.covers(mention.quote.span))
        country = next((code for code in inside if code in states()), None)
        return Actor(f"State media of {name_of(country)}", country, "JRN") if country else None

    def _of_that_kind(self, at: int, form: str) -> _Known | None:
        """Who "the institute" is, where the Gulu Institute spoke before: the last named source of that noun."""
        words = split_words(form)
        if (
            len(words) != 2
            or not self.words.is_word(words[0], "possessive")
            or self._noun(words[1]) in (None, "unnamed")
        ):
            return None
        index = bisect_right(self.known, at, key=lambda known: known.at)
        for known in reversed(self.known[max(0, index - _BACK) : index]):
            said = split_name(f"{known.text} {known.speaker.name}") if known.speaker is not None else []
            if len(said) > 2 and any(word[:_STEM] == words[1][:_STEM] for word in said):
                return known
        return self._body_named(at, words[1])

    def _body_named(self, at: int, noun: str) -> _Known | None:
        """A body with a name of its own that the text has named by that noun, though not as a source: "Contestant le classement
        de l'institut Bruegel, le ministre … . L'institut …".
        """
        named = (one for one in reversed(self.actors) if one.quote.span.end <= at and at - one.quote.span.end <= _REACH)
        for one in named:
            said = split_name(one.actor.name)
            if len(said) > 1 and any(word[:_STEM] == noun[:_STEM] for word in said):
                return _Known(one.quote.span.end, one.actor, self._noun(noun), one.quote.text)
        return None

    def _is_said(self, one: Attribution) -> bool:
        """Whether the cue is a verb of speech that a person alone can do."""
        word = fold(one.cue.text).split()[-1] if one.cue is not None else ""
        verb = self.words.forms.get(("verb", word))
        return verb is not None and "quote" in verb.takes and not self.words.is_word(word, "shows")

    def _taken_up(self, one: Attribution, source: Quote, form: str) -> Attribution:
        """ "He added": the actor found on the pronoun, else whoever spoke or acted last before it."""
        speaker = self._speaker(source)
        known = self._before(source.span.start, form) if self.words.is_word(form, "person") else None
        if speaker is None:
            return one if known is None else _of(one, known)
        is_later = known is not None and known.at > self._last_named(speaker, source.span.start)
        if known is not None and is_later and self.words.is_word(form, "human"):
            return _of(one, known)
        return replace(one, speaker=speaker, origin=self._origin(source, speaker))

    def _last_named(self, actor: Actor, at: int) -> int:
        """Where words that name an actor last ended before a place, -1 if they never did."""
        index = bisect_left(self.actors, at, key=lambda one: one.quote.span.end)
        return next((one.quote.span.end for one in reversed(self.actors[:index]) if one.actor == actor), -1)

    def _before(self, at: int, form: str) -> _Known | None:
        """Who spoke or acted last before a place, near enough to be meant; for "he" and "she" nobody unnamed, no bare noun."""
        is_human = self.words.is_word(form, "human")
        last = self._spoke_before(at, form, is_human)
        subject = self._subject_before(at, form)
        if subject is None:
            return last
        actor = self._speaker(subject)
        if last is not None and last.at >= subject.span.start:
            return last
        if actor is None:
            return _Known(subject.span.end, None, None, subject.text) if subject.text[:1].isupper() else last
        if is_state_itself(actor) and self._names_people(subject.text):
            return last  # "la spécialiste, l’Allemande Anna Weber": no state
        acted = _Known(subject.span.end, actor, _ORIGIN_OF_SECTOR.get(actor.sector or ""), actor.name)
        return acted if not is_human or _may_be_human(acted, self.words) else last

    def _subject_before(self, at: int, form: str) -> Quote | None:
        """The last subject near before a place that agrees with a pronoun there."""
        index = bisect_left(self.subjects, at, key=lambda subject: subject.span.start)
        near = (
            one
            for one in reversed(self.subjects[max(0, index - _SUBJECTS_BACK) : index])
            if at - one.span.end <= _REACH
        )
        return next((one for one in near if agrees(form, one.text, self.names.is_many(one.span), self.words)), None)

    def _spoke_before(self, at: int, form: str, is_human: bool) -> _Known | None:
        """The last source near before a place that a pronoun can mean, a person if one is wanted and there is one."""
        index = bisect_right(self.known, at, key=lambda known: known.at)
        near = [one for one in reversed(self.known[max(0, index - _BACK) : index]) if at - one.at <= _REACH]
        near = [one for one in near if one.speaker or one.origin or one.says or one.text[:1].isupper()]
        near = [one for one in near if agrees(form, one.text, one.many, self.words)]
        if not is_human:
            return near[0] if near else None
        people = [one for one in near if not self.words.is_word(fold(one.text).split()[-1], "document")]
        bare = (one for one in people if one.speaker is None and one.origin is None and self._names_people(one.text))
        return next((one for one in people if _may_be_human(one, self.words) or self._is_holder(one)), next(bare, None))

    def _names_people(self, text: str) -> bool:
        """ "The fisherman", "son avocat": no "385 votes"."""
        language = self.words.language
        return any(names_people(one, language) or self.words.is_word(one, "holder") for one in split_words(fold(text)))

    def _is_holder(self, known: _Known) -> bool:
        """ "The spokeswoman for the Malian presidency": a person, though a state speaks through her."""
        words = split_words(fold(known.text))
        first = next((i for i, word in enumerate(words) if self.words.is_word(word, "link")), len(words))
        return any(self.words.is_word(word, "holder") for word in words[:first])

    def _named_before(self, at: int) -> _Known | None:
        """The last source before a place that is not "sources" or "analysts": what "the same source" takes up.

        One near by that originates goes before the paper that carries it: "… , the navy told a committee, Yonhap said."
        """
        index = bisect_right(self.known, at, key=lambda known: known.at)
        named = [one for one in reversed(self.known[max(0, index - _BACK) : index]) if one.origin != "unnamed"]
        near = [one for one in named if at - one.at <= _REACH]
        spoke = (one for one in near if one.speaker is None or one.speaker.sector != "JRN")
        return next(spoke, named[0] if named else None)

    def _is_anaphor(self, form: str) -> bool:
        """A word that points, a noun that takes up a source, at most one between: "la même source", "son premier rapport"."""
        words = split_words(form)
        is_short = 2 <= len(words) <= 3 and self.words.is_word(words[0], "possessive")
        return is_short and self.words.is_word(words[-1], "anaphor")

    def _speaker(self, source: Quote) -> Actor | None:
        """The actor on a source's own noun, else the name that stands there; never one who is only spoken of beside it.

        "Clinton's director, Anna Petrov" is Petrov and no Clinton; "Petrov" alone is the Anna Petrov named before.
        """
        name = self.names.name(source.span)
        if name is None and self._is_nameless(source):
            return None  # "a source in Nairobi" is nobody of the Kenyan state
        mention = self._mention(source, name)
        if mention is not None and (name is None or mention.quote.span.overlaps(name)):
            return mention.actor if name is not None or self._speaks_for(mention, source) else None
        if name is None:
            return None
        called = self.names.in_full(
            source.text[name.start - source.span.start : name.end - source.span.start], source.span.start
        )
        if mention is None:
            return Actor(called, None, None)
        if self.names.describes(mention.quote.span, source.span):  # "Anna Petrov, the Kenyan minister"
            is_same = bool(set(split_name(called)) & set(split_name(mention.actor.name)))
            return mention.actor if is_same else Actor(called, mention.actor.country, mention.actor.sector)
        return Actor(called, mention.actor.country if is_state_itself(mention.actor) else None, None)

    def _mention(self, source: Quote, name: Span | None) -> ActorMention | None:
        """The longest mention on the source's own name, else on its words; the first of two as long.

        "The Russian minister" goes before "Russian", and of "Kenya, Uganda's neighbour" it is Kenya.
        """
        at = bisect_left(self.actors, source.span.start, key=lambda one: one.quote.span.end)
        best: tuple[bool, int] = (False, 0)
        found: ActorMention | None = None
        while at < len(self.actors) and self.actors[at].quote.span.start < source.span.end:
            one = self.actors[at]
            rank = (name is not None and one.quote.span.overlaps(name), len(one.quote.text))
            after = source.text[max(0, one.quote.span.end - source.span.start) :]
            if one.quote.span.overlaps(source.span) and rank > best and not after.startswith("-based"):
                best, found = rank, one
            at += 1
        return found

    def _speaks_for(self, mention: ActorMention, source: Quote) -> bool:
        """Whether a source that only has a mention in it speaks for whom it names: "Macron's office" does, his critics do not."""
        head = self.names.head(source.span)
        is_person = mention.actor.name in persons() or mention.reason == "named with a title"
        if head is None or mention.quote.span.overlaps(head) or not is_person:
            return True
        noun = fold(source.text[head.start - source.span.start : head.end - source.span.start])
        return self._noun(noun) in _SPEAKING_FOR

    def _origin(self, source: Quote, speaker: Actor | None) -> Origin | None:
        if speaker is None and self._is_nameless(source):
            return "unnamed"
        forms = fold(source.text).replace("’", "’ ").split()
        named = speaker is not None or self._names_somebody(source)
        for first, second in pairwise(forms):  # "prime minister", "secrétaire général": no ministry
            if (both := self.words.origins.get(f"{first} {second}")) is not None:
                return both
        for form in forms:
            origin = self._noun(form.strip('.,;:()«»“”"’'))
            if origin is not None and not (origin == "unnamed" and named):
                return origin
        if speaker is not None and speaker.sector is not None:
            return _ORIGIN_OF_SECTOR.get(speaker.sector)
        return None

    def _is_nameless(self, source: Quote) -> bool:
        """Whether a source's own noun says that nobody is named, whatever stands behind it: "a source in the ministry"."""
        head = self.names.head(source.span)
        if head is None:
            return False
        noun = fold(source.text[head.start - source.span.start : head.end - source.span.start])
        return self.words.is_word(noun, "nameless")

    def _names_somebody(self, source: Quote) -> bool:
        """Whether words behind the first have a capital, but for a place where somebody is: "analysts in Vienna"."""
        forms = source.text.replace("'", "’").replace("’", "’ ").split()
        return any(
            form[:1].isupper() and not self.words.is_word(fold(before), "whereabouts")
            for before, form in pairwise(forms)
        )

    def _noun(self, form: str) -> Origin | None:
        """A noun's kind, in the singular or with the plural's ending taken off."""
        bare = (
            form,
            form.removesuffix("s"),
            form.removesuffix("es"),
            form.removesuffix("x"),
            form[:-3] + "y" if form.endswith("ies") else form,
        )
        return next((self.words.origins[noun] for noun in bare if noun in self.words.origins), None)


def _spies_of(actor: Actor) -> Actor:
    """The intelligence services of a state, as the table of roles names them; anybody else as they are."""
    if not is_state_itself(actor) or actor.country is None:
        return actor
    return Actor(f"Intelligence services of {name_of(actor.country)}", actor.country, "SPY")


def _may_be_human(known: _Known, words: SpeechWords) -> bool:
    """Whether somebody can be "he" or "she": a name, a holder of an office, whoever told; no state, paper or "sources"."""
    if known.origin == "unnamed":
        return False
    if known.speaker is not None:
        is_body = (
            known.speaker.name in organisations()
            or known.speaker.sector == "JRN"
            or _is_body_by_noun(known.speaker, words)
        )
        return not is_body and not is_state_itself(known.speaker)
    return known.says or known.origin is not None or any(one.isupper() for one in known.text[1:])


def _is_body_by_noun(speaker: Actor, words: SpeechWords) -> bool:
    """ "Concussion Research Center", "Ministry of Mines": a name whose noun is of a house and of no person."""
    said = split_words(fold(speaker.name))
    return any(
        words.origins.get(one) in ("think_tank", "ministry") and not words.is_word(one, "holder") for one in said
    )


def _of(one: Attribution, known: _Known) -> Attribution:
    """An attribution to somebody known; one whom no table names goes by the words that did name them."""
    speaker = known.speaker
    if speaker is None and known.origin != "unnamed":
        speaker = Actor(known.text, None, None)
    return replace(one, speaker=speaker, origin=known.origin)
