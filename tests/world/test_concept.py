"""The concept lexicon and the coding rules that name its concepts: what the tables must and must not say."""

from __future__ import annotations

import pytest

from dragoman.model.claim import EVENT_TYPES, FLOW_KINDS, STAGES
from dragoman.world.concept import ancestors, build_lexicon, concepts, is_a, split_words, words
from dragoman.world.table import BadTable, read_table

RULES = "dragoman.coding"
ROLES = {
    "agent",
    "theme",
    "recipient",
    "origin",
    "partner",
    "place",
    "time",
    "duration",
    "purpose",
    "topic",
    "exchange",
    "content",
}
LOSSES = {"killed", "wounded", "killed_or_wounded", "captured", "missing", "arrested", "displaced"}


def rows(name: str) -> tuple[dict[str, str], ...]:
    return read_table(f"rules/{name}.tsv", RULES)


def row(concept: str, **cells: str) -> dict[str, str]:
    return {"concept": concept, "broader": "", "kind": "thing", "frame": "", "en": "", "fr": "", "note": ""} | cells


# label, language, part of speech, entry, the concept it must name (None: left out on purpose)
WORDS = (
    ("shells are munitions", "en", "n", "artillery shell", "ARTILLERY_SHELL"),
    ("the same in French, typographic apostrophe", "fr", "n", "obus d’artillerie", "ARTILLERY_SHELL"),
    ("a hyphen parts words", "fr", "n", "lance roquettes multiple", "MLRS"),
    ("the verb is the deed, the noun the thing", "en", "v", "shell", "SHELL_ATTACK"),
    ("a fighting strike", "en", "n", "strike", "ATTACK"),
    ("a workers' strike", "en", "n", "general strike", "GENERAL_STRIKE"),
    ("French has a word of its own for it", "fr", "n", "grève", "STRIKE_LABOUR"),
    ("going there", "fr", "v", "se rendre", "VISIT"),
    ("laying down arms", "fr", "v", "rendre les armes", "LAY_DOWN_ARMS"),
    ("a coal mine is no weapon", "fr", "n", "mine de charbon", "MINING_SITE"),
    ("a mine is", "fr", "n", "mine", "MINE"),
    ("casualties are not the dead", "en", "n", "casualty", "CASUALTIES"),
    ("nor are killed and wounded", "fr", "n", "tués et blessés", "CASUALTIES"),
    ("the dead are", "fr", "n", "mort", "DEAD"),
    ("sappers", "fr", "n", "régiment du génie", "ENGINEER_UNIT"),
    ("firemen are no army engineers", "fr", "n", "sapeur-pompier", "FIREFIGHTER"),
    ("a stop or an arrest, by its object", "fr", "v", "arrêter", "STOP_OR_ARREST"),
    ("making is not giving", "en", "v", "produce", "PRODUCE"),
    ("also flight or theft: left out", "fr", "n", "vol", None),
    ("also a stop of time: left out", "en", "n", "present", None),
    ("a city first: left out", "fr", "n", "Milan", None),
    ("also 'in the course of': left out", "fr", "n", "train", None),
)


@pytest.mark.parametrize(("label", "language", "pos", "entry", "concept"), WORDS, ids=[one[0] for one in WORDS])
def test_words_name_their_concept(label: str, language: str, pos: str, entry: str, concept: str | None) -> None:
    named = {(own_pos, parts): name for own_pos, parts, name in words(language)}
    assert named.get((pos, split_words(entry))) == concept, label


KINSHIP = (
    ("ARTILLERY_SHELL", "MUNITION", True),
    ("PATRIOT", "AIR_DEFENCE", True),
    ("ENGINEER_UNIT", "ENGINEER_TROOPS", True),
    ("ENGINEER_TROOPS", "TROOPS", True),
    ("SUPPLY", "TRANSFER", True),
    ("SHELL_ATTACK", "HOSTILE_ACT", True),
    ("LOAN", "MONEY", True),
    ("TANK", "TANK", True),
    ("WEAPON", "TANK", False),
    ("SPACE_ROCKET", "WEAPON", False),
    ("CIVIL_SHIP", "WEAPON", False),
    ("PRODUCE", "TRANSFER", False),
    ("CASUALTIES", "DEAD", False),
    ("NO_SUCH_CONCEPT", "WEAPON", False),
)


@pytest.mark.parametrize(("name", "ancestor", "expected"), KINSHIP)
def test_what_is_a_kind_of_what(name: str, ancestor: str, expected: bool) -> None:
    assert is_a(name, ancestor) is expected


def test_ancestors_start_with_the_concept_itself() -> None:
    assert ancestors("MLRS") == ("MLRS", "ARTILLERY", "WEAPON", "TRANSFERABLE")
    with pytest.raises(BadTable, match="NO_SUCH"):
        ancestors("NO_SUCH")


def test_size_and_both_languages() -> None:
    assert len(concepts()) >= 1200
    assert sum(one.kind == "event" for one in concepts().values()) >= 500
    assert len(words("fr")) > 6000
    assert len(words("en")) > 6000
    assert words("xx") == ()


BAD = (
    ("twice", [row("A"), row("A")], "twice"),
    ("unknown parent", [row("A", broader="B")], "'B'"),
    ("its own ancestor", [row("A", broader="B"), row("B", broader="A")], "own ancestor"),
    ("unknown kind", [row("A", kind="idea")], "idea"),
    ("an event without a frame", [row("A", kind="event")], "frame"),
    ("a thing with one", [row("A", frame="act")], "frame"),
    ("a lower-case name", [row("tank")], "UPPER_SNAKE"),
    ("no part of speech", [row("A", en="tank")], "tank"),
    ("one word in two concepts", [row("TANK", en="n:tank"), row("VAT", en="n:Tank")], "TANK and VAT"),
)


@pytest.mark.parametrize(("label", "table", "says"), BAD, ids=[one[0] for one in BAD])
def test_a_bad_table_is_named(label: str, table: list[dict[str, str]], says: str) -> None:
    with pytest.raises(BadTable, match=says):
        build_lexicon({"made up": table})


def test_one_word_may_be_a_verb_of_one_concept_and_a_noun_of_another() -> None:
    lexicon = build_lexicon({"made up": [row("A", en="n:shell"), row("B", kind="event", frame="act", en="v:shell")]})
    assert [one.words[0].pos for one in lexicon.values()] == ["n", "v"]


def test_every_condition_of_a_rule_can_be_read() -> None:
    for rule in rows("events"):
        assert rule["concept"] in concepts(), rule
        for condition in rule["when"].split():
            plain = condition.removeprefix("!")
            role, _, wanted = plain.partition(":")
            known = wanted in ("state", "armed", "office", "name", "any", "none") or wanted in concepts() or plain in ("content:duty", "content:clause", "content:errand")
            assert plain in ("domestic", "foreign") or (role in {*ROLES, "content_thing"} and known), rule


def test_types_modes_and_stages_are_plovers() -> None:
    modes = {one["event_type"]: set(one["modes"].split()) for one in rows("modes")}
    assert {one["event_type"] for one in rows("quads")} == EVENT_TYPES
    for rule in rows("events"):
        assert rule["event_type"] in EVENT_TYPES | {"-"}, rule
        assert rule["mode"] == "-" or rule["mode"] in modes[rule["event_type"]], rule
        assert rule["stage"] in STAGES | {"-"}, rule
    for table in ("when_planned", "when_refused"):
        assert {one["event_type"] for one in rows(table)} == EVENT_TYPES
        for one in rows(table):
            assert one["becomes"] in EVENT_TYPES | {"-"}, one
            assert one["mode"] == "-" or one["mode"] in modes[one["becomes"]], one
            assert one["stage"] in STAGES | {"-"}, one


def test_every_event_has_a_rule_that_always_holds_and_none_after_it() -> None:
    always: set[str] = set()
    for rule in rows("events"):
        assert rule["concept"] not in always, f"never reached: {rule}"
        if not rule["when"]:
            always.add(rule["concept"])
    for concept in concepts().values():
        if concept.kind == "event":
            assert always & set(ancestors(concept.name)), concept.name


def _implies(ours: str, condition: str) -> bool:
    """Whether a condition holds wherever one of another rule does: a peacekeeper is a soldier, any agent is an agent."""
    if ours == condition:
        return True
    (role, _, wanted), (their_role, _, theirs) = condition.partition(":"), ours.partition(":")
    plain = not {condition[0], ours[0]} & {"!"} and role == their_role
    special = ("state", "armed", "any", "none", "duty", "clause", "errand")
    if not plain or theirs == "none":
        return False
    return wanted == "any" or (wanted not in special and theirs not in special and is_a(theirs, wanted))


def test_no_rule_is_hidden_by_one_before_it() -> None:
    before: dict[str, list[list[str]]] = {}
    for rule in rows("events"):
        own = rule["when"].split()
        for earlier in before.get(rule["concept"], []):
            assert not all(any(_implies(one, other) for one in own) for other in earlier), (rule, earlier)
        before.setdefault(rule["concept"], []).append(own)


def test_flows_losses_and_contexts_name_concepts() -> None:
    assert {one["flow_kind"] for one in rows("flows")} - {"-"} == FLOW_KINDS
    assert {one["role"] for one in rows("losses")} <= LOSSES
    named = [one["concept"] for name in ("flows", "losses") for one in rows(name)]
    named += [concept for one in rows("contexts") for concept in one["concepts"].split()]
    assert [name for name in named if name not in concepts()] == []


# what PLOVER says of making, testing, signing and planning, and must not be turned round
SAYS = (
    ("PRODUCE", "", "-", "-"),
    ("WEAPONS_TEST", "theme:WEAPON", "MOBILIZE", "weapons"),
    ("SIGN", "theme:TREATY", "SUPPORT", "-"),
    ("JOINT_EXERCISE", "foreign", "COOPERATE", "-"),
    ("CAPTURE", "theme:TROOPS", "ASSAULT", "abduct"),
    ("SANCTION", "", "COERCE", "restrict"),
    ("RECALL", "theme:AMBASSADOR", "SANCTION", "withdraw"),
    ("SUMMON", "", "ACCUSE", "disapprove"),
    ("DIE", "", "-", "-"),
)


@pytest.mark.parametrize(("concept", "when", "event_type", "mode"), SAYS)
def test_rules_follow_the_manual(concept: str, when: str, event_type: str, mode: str) -> None:
    found = next(
        one for name in ancestors(concept) for one in rows("events") if one["concept"] == name and one["when"] == when
    )
    assert (found["event_type"], found["mode"]) == (event_type, mode)
