"""Where a document was printed, as far as the address of its page tells: the country of the site, the town of the paper.

A paper calls the towns around it by their bare names: the Durham of "durhamobserver.co.uk" is the English one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dragoman.world.paper import address_words, paper_towns, site_countries
from dragoman.world.place import Entry, Gazetteer, doubtful_names, fold

_SHORTEST, _LONGEST = 4, 40  # letters of a town in an address: "foxnews.com" is no paper of a place called Fox
_SIZES = range(1, 13)  # letters of a word of papers
_MOST_FORMS = 24  # of one part of a host
_FAMOUS = 20_000  # people of a town that a host may name though its document does not


@dataclass(frozen=True, slots=True)
class Printing:
    """country: ISO 3166-1 alpha-3 by the site's code, None if it has none that tells. town: of a daily paper known by its host.

    names: for each part of the host what it may name, in small letters without blanks, the longest first ("rockyhill"); () if
    it can name nothing.
    """

    country: str | None = None
    town: Entry | None = None
    names: tuple[tuple[str, ...], ...] = ()


UNKNOWN = Printing()


def printing_of(url: str | None, gazetteer: Gazetteer) -> Printing:
    """What a page's address says of where it was printed.

    >>> from dragoman.world.place import load_gazetteer
    >>> printing_of("https://www.ashforddailynews.co.uk/a", load_gazetteer("en")).names
    (('ashforddailynews', 'ashforddaily', 'ashford'),)
    """
    host = _host(url)
    if "." not in host:
        return UNKNOWN
    *labels, last = host.split(".")
    if len(labels) > 1 and labels[-1] in address_words()["second"]:
        labels.pop()
    names = tuple(_forms(part) for label in labels for part in label.split("-") if len(part) >= _SHORTEST)
    return Printing(site_countries().get(last), _town(host, gazetteer), names)


def printed_names(printing: Printing, named: Iterable[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Names of places in a host: those that the document names, and those of well-known towns, regions and countries.

    named: names of places as the document prints them.
    """
    if not printing.names:
        return ()
    known = {"".join(fold(name).lower().split()): name for name in named}
    found = []
    for forms in printing.names:
        likely = (known.get(form) or _famous(form, gazetteer) for form in forms if form not in address_words()["paper"])
        found += [next((name for name in likely if name), "")]
    return tuple(name for name in dict.fromkeys(found) if name)


def _famous(form: str, gazetteer: Gazetteer) -> str | None:
    name = form.capitalize()
    if "word" in doubtful_names().get(name, ()):
        return None
    return name if any(one.kind != "city" or one.population > _FAMOUS for one in gazetteer.find(name)) else None


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # "http://[": an address that is none
        return ""


def _town(host: str, gazetteer: Gazetteer) -> Entry | None:
    while "." in host:
        if host in paper_towns():
            name, number = paper_towns()[host]
            return next((one for one in gazetteer.find(name) if one.place.geonames_id == number), None)
        host = host.partition(".")[2]
    return None


def _forms(part: str) -> tuple[str, ...]:
    """A part of a host with and without the words of papers at its ends, the longest first: "thebathnews", "bathnews", "bath"."""
    papers, joints = address_words()["paper"], address_words()["between"]
    found = {part[:_LONGEST]}
    open_ones = [*found]
    while open_ones and len(found) < _MOST_FORMS:
        form = open_ones.pop()
        shorter = {form[:-size] for size in _SIZES if form[-size:] in papers}
        shorter |= {form[size:] for size in _SIZES if form[:size] in papers}
        shorter |= {one for joint in joints for one in form.split(joint, 1) if joint in form[_SHORTEST:-_SHORTEST]}
        new = {one for one in shorter if len(one) >= _SHORTEST} - found
        found |= new
        open_ones += sorted(new)
    return tuple(sorted(found, key=lambda one: (-len(one), one)))
