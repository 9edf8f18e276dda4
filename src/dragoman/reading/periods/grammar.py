"""The cascade: rules of the table run over the atoms of a block, level by level, each level reading what the last one made.

A level is one position automaton (Glushkov 1961) over categories: its states are the category places of its patterns, so it
is small, and a match at an atom looks no further than the longest pattern. That keeps a text of any kind linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from dragoman.reading.periods.atoms import Atom
from dragoman.reading.periods.build import BUILDERS
from dragoman.reading.periods.found import Found
from dragoman.world.period import PeriodRule, read_period_rules
from dragoman.world.table import BadTable

_PIECE = re.compile(r"\+?[A-Z][A-Z0-9]*|[(){}|?]")


@dataclass(frozen=True, slots=True)
class Place:
    """A category's place in a pattern. glued: stands close up to the word before; context: read, but outside the span."""

    category: str
    glued: bool
    context: bool
    rule: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a pattern: the places it may start and end with, and whether it may be empty."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    empty: bool


@dataclass(slots=True)
class Level:
    """The automaton of one level, as tables over places; start and follow are by category."""

    rules: list[PeriodRule] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    start: dict[str, list[int]] = field(default_factory=dict)
    follow: list[dict[str, list[int]]] = field(default_factory=list)
    final: set[int] = field(default_factory=set)

    def add(self, rule: PeriodRule) -> None:
        """Take in a rule. Raises BadTable for a pattern that cannot be read or that could match no words."""
        if rule.build not in BUILDERS:
            raise BadTable(f"world/periods/rules.tsv: no builder {rule.build!r}")
        self.rules.append(rule)
        pieces = _PIECE.findall(rule.pattern)
        if "".join(pieces) != rule.pattern.replace(" ", ""):
            raise BadTable(f"world/periods/rules.tsv: cannot read the pattern {rule.pattern!r}")
        part, rest = self._choice(pieces, 0, False)
        if rest != len(pieces) or part.empty:
            raise BadTable(f"world/periods/rules.tsv: unbalanced or empty pattern {rule.pattern!r}")
        for place in part.first:
            self.start.setdefault(self.places[place].category, []).append(place)
        self.final.update(part.last)

    def _choice(self, pieces: list[str], index: int, context: bool) -> tuple[Part, int]:
        part, index = self._row(pieces, index, context)
        while index < len(pieces) and pieces[index] == "|":
            other, index = self._row(pieces, index + 1, context)
            part = Part(part.first + other.first, part.last + other.last, part.empty or other.empty)
        return part, index

    def _row(self, pieces: list[str], index: int, context: bool) -> tuple[Part, int]:
        part = Part((), (), True)
        while index < len(pieces) and pieces[index] not in ")}|":
            if pieces[index] in "({":
                one, index = self._choice(pieces, index + 1, context or pieces[index] == "{")
            else:
                one = self._place(pieces[index], context)
            index += 1
            if index < len(pieces) and pieces[index] == "?":
                one, index = Part(one.first, one.last, True), index + 1
            part = self._after(part, one)
        return part, index

    def _place(self, piece: str, context: bool) -> Part:
        self.places.append(Place(piece.lstrip("+"), piece[0] == "+", context, len(self.rules) - 1))
        self.follow.append({})
        here = (len(self.places) - 1,)
        return Part(here, here, False)

    def _after(self, part: Part, one: Part) -> Part:
        for before in part.last:
            for after in one.first:
                self.follow[before].setdefault(self.places[after].category, []).append(after)
        first = part.first + one.first if part.empty else part.first
        last = part.last + one.last if one.empty else one.last
        return Part(first, last, part.empty and one.empty)


# Every pattern of the lowest level holds one of these; most runs of words ("of the", "and a") hold none and are passed over.
ANCHORS = frozenset({
    "MONTH", "MONTHX", "WDAY", "WDAYS", "WDAYX", "SEASON", "DPART", "CLOCKW", "CLOCKN", "CLOCKD", "FEAST", "UNIT", "PLURAL", "UNITX",
    "ADVERB", "DEIXIS", "STORYDAY", "NOW", "NOWADJ", "ERA", "YEAR", "YEARW", "DECADE", "DECADEW", "QTR", "DATE", "DAYMONTH",
    "DAYMONTHX", "AMPM", "OCLOCK", "TONIGHT", "LASTNIGHT", "YEAREARLIER", "FISCAL", "HALFWORD", "ZONE", "UNITEND", "YEARS", "NIGHTS", "STAMP", "SEASONIN",
})  # fmt: skip

# A way through the automaton: the way before, the place, the index of the atom on it.
Way = tuple["Way | None", int, int]


@cache
def levels_of(language: str) -> tuple[Level, ...]:
    """The automata of a language's grammar, lowest level first."""
    by_level: dict[int, Level] = {}
    for rule in read_period_rules(language):
        by_level.setdefault(rule.level, Level()).add(rule)
    return tuple(by_level[level] for level in sorted(by_level))


def join_atoms(atoms: list[Atom], language: str) -> list[Atom]:
    """The atoms with every time expression put together into one atom that holds its meaning."""
    out: list[Atom] = []
    run: list[Atom] = []
    for atom in atoms:
        if atom.values:
            run.append(atom)
            continue
        if run:
            out.extend(_join_run(run, language))
            run = []
        out.append(atom)
    return out + _join_run(run, language)


def _join_run(run: list[Atom], language: str) -> list[Atom]:
    if any(not ANCHORS.isdisjoint(atom.values) for atom in run):
        for level in levels_of(language):
            run = _pass(level, run)
    return run


def _pass(level: Level, atoms: list[Atom]) -> list[Atom]:
    out: list[Atom] = []
    index = 0
    while index < len(atoms):
        made = _made_at(level, atoms, index)
        if made is not None and made[0] > index:  # led by context: words that reach further without it go first
            plain = _made_at(level, atoms, made[0])
            made = plain if plain is not None and plain[1] > made[1] else made
        if made is None:
            out.append(atoms[index])
            index += 1
        else:
            first, after, atom = made
            out.extend(atoms[index:first])
            out.append(atom)
            index = after
    return out


def _made_at(level: Level, atoms: list[Atom], index: int) -> tuple[int, int, Atom] | None:
    if level.start.keys().isdisjoint(atoms[index].values):
        return None
    ways: list[Way] = []
    seen: set[tuple[int, int]] = set()
    stack = _steps(level.start, None, level, atoms, index)
    while stack:
        way = stack.pop()
        _, place, at = way
        if (place, at) in seen:
            continue
        seen.add((place, at))
        if place in level.final:
            ways.append(way)
        stack.extend(_steps(level.follow[place], way, level, atoms, at + 1))
    ways.sort(key=lambda way: (-way[2], level.places[way[1]].rule))
    for way in ways:
        made = _build(level, way, atoms)
        if made:
            return made
    return None


def _steps(table: dict[str, list[int]], way: Way | None, level: Level, atoms: list[Atom], at: int) -> list[Way]:
    if at >= len(atoms):
        return []
    atom = atoms[at]
    close = at > 0 and atoms[at - 1].end == atom.start
    return [
        (way, place, at)
        for category in atom.values
        if category in table
        for place in reversed(table[category])
        if close or not level.places[place].glued
    ]


def _build(level: Level, way: Way, atoms: list[Atom]) -> tuple[int, int, Atom] | None:
    steps: list[tuple[Place, Atom, int]] = []
    walk: Way | None = way
    while walk is not None:
        before, place, at = walk
        steps.append((level.places[place], atoms[at], at))
        walk = before
    steps.reverse()
    core = [step for step in steps if not step[0].context]
    rule = level.rules[steps[0][0].rule]
    meaning = BUILDERS[rule.build](
        Found(tuple((place.category, atom.values[place.category]) for place, atom, _ in steps))
    )
    if meaning is None:
        return None
    first, last = core[0][2], core[-1][2]
    return first, last + 1, Atom(atoms[first].start, atoms[last].end, dict.fromkeys(rule.makes.split(), meaning))
