"""UCDP GED: people code each use of armed force that killed, with bounds for the dead of each side."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.datasets.row import BadRow, Row, parts_of
from dragoman.coding.datasets.told import Setting, Told, actor_of, between, place_of, point_of, sources_of, toll
from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.mention import ActorMention, PeriodMention, PlaceMention
from dragoman.model.place import Place
from dragoman.model.span import Quote, Span, quote
from dragoman.world.dataset import Meaning, country_called, country_of_actor, ucdp_meaning

_DEAD = Meaning(None, None, "BE_KILLED")
_UNCLEAR = 0.8  # event_clarity 2: an event of which the sources say little, or a sum over several; as what is inferred


def setting_of(row: Row) -> Setting:
    """When, where and from whom. Raises BadRow."""
    sources = list(sources_of(parts_of(row.at("source_office"))))
    said = row.at("source_original")
    if said is not None:
        sources.append(AttributionLink("speaker", said, said.text))
    unclear = row.code("event_clarity") == "2"
    return Setting(
        _period(row), _place(row), tuple(sources), "probable" if unclear else None,
        row.dataset.confidence * _UNCLEAR if unclear else None,
    )  # fmt: skip


def told_by(row: Row) -> Iterator[Told]:
    """The event; its dead with their bounds; and, where more than one side has some, those of each side. Raises BadRow."""
    kind = row.needed("type_of_violence")
    meaning = ucdp_meaning(row.code("type_of_violence"))
    if meaning is None:
        raise BadRow(f"type_of_violence is {kind.text!r}, and must be 1, 2 or 3")
    first, second = _side(row, "side_a"), _side(row, "side_b")
    reasons = (f"type_of_violence {row.code('type_of_violence')}: datasets/ucdp.tsv",)
    one_sided = meaning.sides == "against"
    yield Told("event", meaning, kind, first if one_sided else (*first, *second), second if one_sided else (), reasons)
    yield from _tolls(row, first, second)


def _tolls(row: Row, first: tuple[ActorMention, ...], second: tuple[ActorMention, ...]) -> Iterator[Told]:
    struck = {"deaths_a": first, "deaths_b": second, "deaths_civilians": _civilians(row, second), "deaths_unknown": ()}
    counts = {column: row.count(column) or 0 for column in struck}
    low, best, high = (row.count(column) for column in ("low", "best", "high"))
    words = row.needed("best")
    sides = [column for column, count in counts.items() if count]
    if best or high:
        hit = tuple({one.actor.name: one for column in sides for one in struck[column]}.values())
        told = ("best, low and high: UCDP's estimate and its bounds",)
        yield Told("loss", _DEAD, row.title("best"), (), hit, told, (toll(_bounds(row, words), low, best, high),))
    for column in sides if len(sides) > 1 else ():
        whose = (f"{column}: best estimate, for which UCDP gives no bounds",)
        yield Told(
            "loss",
            _DEAD,
            row.title(column),
            (),
            struck[column],
            whose,
            (toll(row.needed(column), None, counts[column], None),),
        )


def _bounds(row: Row, best: Quote) -> Quote:
    """The words of best, low and high, which stand on lines of their own one after another."""
    ends = [one.span.end for column in ("low", "high") if (one := row.at(column)) is not None]
    return quote(Span(best.span.start, max([best.span.end, *ends])), row.document.text)


def _civilians(row: Row, second: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Civilians: side_b where the row calls it so, else named by their column; of what state they were, UCDP does not say."""
    if any(one.actor.name.casefold() == "civilians" for one in second):
        return second
    cell = row.needed("deaths_civilians")
    return (
        (ActorMention(cell, Actor("Civilians", None, "CVL"), "counted under deaths_civilians"),)
        if row.count("deaths_civilians")
        else ()
    )


def _side(row: Row, column: str) -> tuple[ActorMention, ...]:
    words = row.needed(column)
    country = country_of_actor(words.text)
    sector = (
        "GOV" if words.text.startswith("Government of") else "CVL" if words.text.casefold() == "civilians" else None
    )
    return (actor_of(words, country, sector, f"{column} of UCDP"),)


def _period(row: Row) -> PeriodMention:
    start, end = row.needed("date_start"), row.needed("date_end")
    precision = row.count("date_prec")
    if precision not in (None, 1, 2, 3, 4, 5):
        raise BadRow(f"date_prec is {row.says('date_prec')!r}, and must be 1 to 5")
    first, last = row.day("date_start"), row.day("date_end")
    words = quote(Span(min(start.span.start, end.span.start), max(start.span.end, end.span.end)), row.document.text)
    least = 1 if first == last else 2  # without a date_prec, days that differ are no exact day
    return between(
        words, first, last, precision or least, f"date_start to date_end with date_prec {precision or 'not given'}"
    )


def _place(row: Row) -> PlaceMention | None:
    words = row.at("where_coordinates") or row.at("country")
    precision = row.count("where_prec")
    if words is None or precision is None:
        return None
    if not 1 <= precision <= 7:
        raise BadRow(f"where_prec is {precision}, and must be 1 to 7")
    latitude, longitude = point_of(row, "latitude", "longitude")
    place = Place(
        words.text, country_called(row.says("country")), row.says("adm_1") or None, latitude, longitude, None, precision
    )
    return place_of(words, place, f"where_coordinates with where_prec {precision}")
