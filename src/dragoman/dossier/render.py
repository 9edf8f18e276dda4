"""From the rows of a dossier to a page: one HTML file that asks nothing of any network."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.dossier import label
from dragoman.dossier.display import Display, state_names
from dragoman.dossier.map_drawing import draw_map
from dragoman.dossier.network_drawing import draw_network
from dragoman.dossier.timeline_drawing import draw_timeline
from dragoman.dossier.view import Dossier
from dragoman.dossier.wording import Wording, word
from dragoman.world.land import load_land


def render_html(dossier: Dossier, language: str = "en") -> str:
    """The page, in the interface's language; quotations stay in their own.

    The same dossier gives the same characters. Raises UnknownLanguage for a language without a catalogue.
    """
    wording = word(language)
    numbers = {one.claim_id: one.number for one in dossier.evidence}
    style, script = asset("dossier.css"), asset("dossier.js")
    return (
        environment_of(language)
        .get_template("dossier.html")
        .render(
            dossier=dossier,
            d=Display(wording, numbers, state_names(language)),
            label=label,
            language=language,
            style=style,
            script=script,
            policy=policy_of(style, script),
            map=draw_map(dossier.points, load_land()),
            network=draw_network(dossier.edges, dossier.pair),
            timeline=draw_timeline(dossier.timeline),
            documents={one.number: one for one in dossier.documents},
            changed={one.fact_id: one.kind for one in dossier.changes or () if one.fact_id},
        )
    )


def render_json(dossier: Dossier) -> str:
    """The rows as JSON, for a program: the fields and their meaning are those of dragoman.dossier.view."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=1).decode() + "\n"


def policy_of(style: str, script: str) -> str:
    """A content security policy that runs this script and this style and nothing else, and lets no request out."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def is_web_address(url: str) -> bool:
    """Whether an address may stand in a link: http or https with a host, so that no document brings a script.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}"


def asset(name: str) -> str:
    """The text of a style or a script beside the templates."""
    return files("dragoman.dossier").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def environment_of(language: str) -> Environment:
    """The templates, in the words of a language. Raises UnknownLanguage for one without a catalogue."""
    wording: Wording = word(language)
    environment = Environment(
        loader=PackageLoader("dragoman.dossier"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        wording.translations.gettext, wording.translations.ngettext, newstyle=True
    )
    environment.tests["web_address"] = is_web_address
    return environment
