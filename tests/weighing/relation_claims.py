"""The facts coded in ../shared/articles/relations as claims: what a reader that misses nothing would hand to the weighing.

An identifier is the document's id, "#", and the place of the fact in its list. Values come from the shared files alone.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim, ClaimQuantity, Item
from dragoman.model.document import Document, Paragraph, document_id
from dragoman.model.edtf import period_of
from dragoman.model.factuality import Factuality
from dragoman.model.identity import sha256_of
from dragoman.model.mention import ActorMention, PeriodMention, PlaceMention, QuantityMention
from dragoman.model.place import Place
from dragoman.model.quantity import Quantity
from dragoman.model.span import Span, quote
from dragoman.world.actor import actor_for_country, find_country
from dragoman.world.actor_names import actor_names, find_match
from dragoman.world.office import persons
from tests.factory import claim

FOLDER = Path(__file__).parents[3] / "shared" / "articles" / "relations"
if not FOLDER.exists():
    FOLDER = Path(__file__).parents[2].parent / "shared" / "articles" / "relations"

# type -> (matter, concept, flow kind)
_KINDS = {
    "transfer.troops": ("flow", "SEND", "troops"), "transfer.troops.engineers": ("flow", "SEND", "engineers"),
    "transfer.workers": ("flow", "SEND", "labour"), "transfer.workers.military_builders": ("flow", "SEND", "labour"),
    "transfer.munitions": ("flow", "SEND", "munitions"), "transfer.vehicles": ("flow", "SEND", "vehicles-aircraft-ships"),
    "transfer.drones": ("flow", "SEND", "drones"), "transfer.missiles": ("flow", "SEND", "missiles"),
    "transfer.artillery": ("flow", "SEND", "artillery"), "transfer.air_defence": ("flow", "SEND", "air-defence"),
    "transfer.radar": ("flow", "SEND", "technology"), "transfer.technology": ("flow", "SEND", "technology"),
    "transfer.oil": ("flow", "SEND", "energy"), "transfer.money": ("flow", "SEND", "money"),
    "transfer.value": ("flow", "SEND", "money"), "trade.value": ("flow", "EXPORT", "money"),
    "transfer.materiel": ("flow", "SEND", "goods"), "transfer.resources": ("flow", "SEND", "goods"),
    "troops.present": ("flow", "STATIONED", "troops"), "troops.return": ("event", "RETURN", None),
    "casualty.killed": ("loss", "KILL", None), "casualty.wounded": ("loss", "WOUND", None),
    "casualty.killed_or_wounded": ("loss", "CASUALTIES", None), "statement.greeting": ("event", "MESSAGE", None),
    "statement.thanks": ("event", "THANK", None), "statement.support": ("event", "SOLIDARITY", None),
    "acknowledgement": ("event", "RECOGNISE", None), "denial": ("event", "DENY", None),
    "treaty.ratification": ("event", "RATIFY", None), "agreement": ("event", "SIGN", None), "talks": ("event", "MEET", None),
    "visit": ("event", "VISIT", None), "meeting": ("event", "MEET", None), "weapons.production.order": ("event", "ORDER", None),
    "territory.control": ("event", "SEIZE", None), "demining": ("event", "CLEAR_MINES", None),
}  # fmt: skip
# Names in scripts that the tables do not have yet, as a reader of those languages would resolve them.
_NAMES = {
    "조선중앙통신": "Korean Central News Agency", "ЦТАК": "Korean Central News Agency", "Буданов": "Kyrylo Budanov",
    "Budanov": "Kyrylo Budanov", "부다노우": "Kyrylo Budanov", "Сергей Шойгу": "Sergei Shoigu", "Сергій Шойгу": "Sergei Shoigu",
}  # fmt: skip
_STATUS = {"planned": "planned", "denied": "denied", "possible": "possible", "acknowledged": "acknowledged"}
_ITEMS = {"containers": "container", "rounds": "round", "percent": "percent"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded fact: its identifier, its document and the claim made of it."""

    key: str
    document: Document
    claim: Claim


@cache
def coded_facts() -> tuple[Coded, ...]:
    """All coded facts of the folder, () where it is not on this machine."""
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        document = document_of(row, path.with_suffix(".txt").read_text(encoding="utf-8"))
        for number, fact in enumerate(row.get("facts", ())):
            found.append(Coded(f"{row['id']}#{number}", document, _claim(document, number, fact)))
    return tuple(found)


@cache
def documents() -> dict[str, Document]:
    """All documents of the folder by their short id."""
    rows = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.json"))]
    return {row["id"]: document_of(row, path.with_suffix(".txt").read_text(encoding="utf-8")) for path, row in rows}


def document_of(row: dict[str, Any], text: str) -> Document:
    published, publisher, url = row.get("published") or row.get("date"), row.get("publisher"), row.get("url")
    return Document(
        document_id(text, publisher, url, published), text, sha256_of(text.encode()), row["id"], row.get("lang") or "en",
        (Paragraph(Span(0, len(text))),), publisher=publisher, url=url, published=published,
    )  # fmt: skip


def _claim(document: Document, number: int, fact: dict[str, Any]) -> Claim:
    matter, concept, flow = _KINDS.get(fact["type"], ("event", fact["type"].upper(), None))
    if fact["type"] == "denial" and "troop" in (fact.get("item") or ""):  # what is denied is that troops were sent
        fact = {**fact, "source": "North Korea", "target": "Russia", "item": None}
        matter, concept, flow = "flow", "SEND", "troops"
    at = quote(Span(number, number + 20), document.text)  # where it is read is not coded: each fact has words of its own
    status = next((value for word, value in _STATUS.items() if word in (fact.get("status") or "")), "reported")
    fact = {**fact, "item": "share"} if "share" in (fact.get("item") or "") else fact
    fact = {**fact, "low": 3000} if ">=3000" in str(fact.get("quantity")) else fact
    status = "planned" if fact.get("factuality") == "planned" else status
    step = "pledged" if status == "planned" else "refused" if "negated" in (fact.get("status") or "") else "delivered"
    step = "in-use" if fact["type"] == "troops.present" else step
    when = _period(fact)
    links = [AttributionLink("publisher", None, document.publisher)] if document.publisher else []
    if fact.get("said_by") or fact.get("via"):
        name = fact.get("said_by") or fact["via"]
        name = _NAMES.get(name, name)
        links.append(AttributionLink("speaker", None, name, Actor(_known(name) or name, None, None), "official"))
    given: dict[str, Any] = {
        "matter": matter, "concept": concept, "between": "", "evidence": document.text.split("\n")[0],
        "actors": _sides(fact.get("source"), at), "recipients": _sides(fact.get("target"), at), "attribution": tuple(links),
        "quantities": _quantities(fact, at, matter), "period": PeriodMention(at, period_of(when), "printed") if when else None,
        "factuality": Factuality(status, None, "negative" if status == "denied" else "positive", "certain", "past"),
        "trigger": at, "place": _place(fact, at), "event_type": "CONSULT" if concept in ("MEET", "TALKS") else None,
        "item": Item(at, re.sub(r"\W+", "_", fact["item"]).upper()) if fact.get("item") and flow else None,
    }  # fmt: skip
    if flow:
        given["flow"] = (flow, step)
    made = claim(document, **given)
    return made.__class__(**{**{f: getattr(made, f) for f in made.__slots__}, "evidence": at, "id": f"claim:{document.source_id}#{number}"})


def _period(fact: dict[str, Any]) -> str | None:
    text = str(fact.get("time") or "")
    season = re.fullmatch(r"(\d{4})-spring", text)
    if season:
        return f"{season[1]}-21"
    since = re.match(r"since (\d{4}-\d{2})", text)
    if since:
        return f"{since[1]}/.."
    found = re.search(r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?", text)
    return found.group() if found else None


def _known(name: str) -> str | None:
    """The name of the table that words stand for, in any language of the tables."""
    words = [one.lower() for one in re.findall(r"\w+", name)]
    for language in ("en", "fr"):
        for match in find_match(actor_names(language), words, [True] * len(words), 0):
            if match.last == len(words) - 1 and match.entries[0].kind in ("person", "surname", "organisation"):
                return match.entries[0].key
    return None


def _sides(words: str | None, at: Any) -> tuple[ActorMention, ...]:
    found = []
    for part in re.split(r";", words or ""):
        name = re.sub(r"\(.*?\)", "", part).strip()
        inside = re.search(r"\(([^,)]+)", part)
        if not name:
            continue
        iso3 = find_country(name)
        known = _known(name)
        person = persons().get(known or "")
        if iso3:
            found.append(ActorMention(at, actor_for_country(iso3), "coded"))
        elif person:
            found.append(ActorMention(at, Actor(person.name, person.country, person.sector), "coded"))
        else:
            country = {"Valery Gerasimov": "RUS", "Choe Son Hui": "PRK", "Aleksey Krivoruchko": "RUS"}.get(name)
            country = country or (find_country(inside[1]) if inside else None)
            found.append(ActorMention(at, Actor(name, country, None), "coded"))
    return tuple(found)


def _quantities(fact: dict[str, Any], at: Any, matter: str) -> tuple[ClaimQuantity, ...]:
    role = fact["type"].partition(".")[2] if matter == "loss" else "item"
    low, best, high = fact.get("low"), fact.get("best"), fact.get("high")
    if low is None and best is None and high is None:
        return ()
    if best is not None and low is None and high is None:
        low = high = None
    unit = fact.get("unit") or _ITEMS.get(fact.get("item") or "") or ("soldier" if "troops" in fact["type"] or matter == "loss" else fact.get("item"))
    return (ClaimQuantity(role, QuantityMention(at, Quantity(low, best, high, unit))),)  # type: ignore[arg-type]


def _place(fact: dict[str, Any], at: Any) -> PlaceMention | None:
    name = fact.get("place") or ""
    if not name:
        return None
    where = "Kursk" if name in ("Kursk", "Курская область", "Курська область") else name.split(" ")[0]
    return PlaceMention(at, Place(where, None, where, None, None, None, 4), "coded")
