"""What a page says of itself in JSON-LD: the nodes that are its article, and who made it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_MAX_JSON_CHARS = 500_000
_MAX_NODES = 5000
_MAX_NAME_CHARS = 120
_ARTICLES = ("Article", "Posting", "WebPage", "Report")  # of schema.org: NewsArticle, LiveBlogPosting


def article_nodes(tree: Any) -> Iterator[dict[str, object]]:
    """The articles of a page's JSON-LD: what a comment or a related story says of its own date is not the page's. tree: of lxml."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MAX_JSON_CHARS:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _nodes(data)


def _nodes(data: object) -> Iterator[dict[str, object]]:
    stack, seen = [data], 0
    while stack and seen < _MAX_NODES:
        seen += 1
        one = stack.pop()
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            if any(name.endswith(_ARTICLES) for name in kinds_of(one)):
                yield one
            stack.extend(one[key] for key in ("mainEntity", "@graph") if key in one)


def kinds_of(node: dict[str, object]) -> tuple[str, ...]:
    """The types of a node, () where it has none."""
    kinds = node.get("@type")
    return tuple(one for one in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(one, str))


def names_of(value: object) -> tuple[str, ...]:
    """The names of persons or organisations, each given as words, as a node with a name, or in a list of these; () for none.

    >>> names_of([{"name": "Ingrid Holm"}, "Ola Nord", {"@id": "#x"}])
    ('Ingrid Holm', 'Ola Nord')
    """
    found = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and 0 < len(name.strip()) <= _MAX_NAME_CHARS and "://" not in name:
            found.append(" ".join(name.split()))
    return tuple(dict.fromkeys(found))
