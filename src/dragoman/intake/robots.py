"""What a site asks of programs in its robots.txt (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

NAME = "dragoman"  # the name under which a site may speak to this program
_MAX_DELAY = 60.0  # seconds between two questions; who asks for more is asked once a minute


@dataclass(frozen=True, slots=True)
class Robots:
    """delay_seconds: to leave between two questions; 0 where the site does not say."""

    rules: Any = None
    delay_seconds: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether a page may be fetched."""
        return self.rules is None or bool(self.rules.can_fetch(url, NAME))


NOTHING_FORBIDDEN = Robots()


def parse_robots(text: str) -> Robots:
    """The rules of a robots.txt that hold for this program.

    >>> parse_robots("User-agent: *\\nDisallow: /a").allows("https://x.example/a/b")
    False
    """
    from protego import Protego

    rules = Protego.parse(text)
    return Robots(rules, min(float(rules.crawl_delay(NAME) or 0.0), _MAX_DELAY))
