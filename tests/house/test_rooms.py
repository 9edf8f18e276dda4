"""The order of the rooms and the purity of the pure ones, held by reading the source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "dragoman"
PURE = ("model", "reading", "coding", "weighing", "dossier", "export")
# Modules that read the clock, the disk, the network, the environment or chance. `importlib.resources` is left out:
# data files of the package are part of the program. `time` and `date.today` are found as calls below.
BANNED_MODULES = {
    "os", "pathlib", "socket", "random", "secrets", "subprocess", "urllib", "http", "requests", "httpx", "time",
    "shutil", "tempfile", "sqlite3", "sqlalchemy", "threading", "multiprocessing", "asyncio", "uuid", "click",
}  # fmt: skip
# What a module uses of a banned one touches nothing outside: a database in memory, a name made of a hash.
IN_MEMORY = {"export/database.py": {"sqlite3"}, "export/stix.py": {"uuid"}}
BANNED_CALLS = {"open", "print", "input", "exec", "eval"}
BANNED_METHODS = {"today", "now", "utcnow", "getenv"}
# The one place that may reach a network.
DOOR = ROOT / "intake" / "door.py"
HARMLESS = {"urllib.parse"}  # takes addresses apart, opens none
NETWORK = {
    "socket", "_socket", "socketserver", "ssl", "asyncio", "urllib", "http", "ftplib", "smtplib", "poplib", "imaplib", "nntplib",
    "telnetlib", "xmlrpc", "webbrowser", "requests", "urllib3", "httpx", "aiohttp", "httpcore", "courlan",
}  # fmt: skip
# Functions of the libraries used here that would fetch by themselves.
FETCHERS = {"fetch_url", "fetch_response", "find_feed_urls", "sitemap_search", "urlopen", "create_connection", "getaddrinfo"}


def sources(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported(tree: ast.AST) -> set[str]:
    """Top-level names of all modules imported anywhere: in functions and under TYPE_CHECKING too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
    return {name.partition(".")[0] for name in names - HARMLESS}


def impure_calls(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in BANNED_CALLS:
            found.append(f"line {node.lineno}: {node.func.id}()")
        if isinstance(node.func, ast.Attribute) and node.func.attr in BANNED_METHODS:
            found.append(f"line {node.lineno}: .{node.func.attr}()")
    return found


@pytest.mark.parametrize("path", [p for room in PURE for p in sources(room)], ids=lambda p: str(p.relative_to(ROOT)))
def test_pure_rooms_touch_nothing_outside(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert imported(tree) & BANNED_MODULES == IN_MEMORY.get(path.relative_to(ROOT).as_posix(), set())
    assert impure_calls(tree) == []


def test_the_check_sees_what_it_forbids() -> None:
    tree = ast.parse("def f():\n    import os\n    return date.today(), open('x')")
    assert imported(tree) == {"os"}
    assert impure_calls(tree) == ["line 3: .today()", "line 3: open()"]


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_opens_the_network(path: Path) -> None:
    if path == DOOR:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert imported(tree) & NETWORK == set()
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    named |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    named |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert named & FETCHERS == set()


def test_every_room_has_a_purpose_in_words() -> None:
    for room in ROOT.iterdir():
        if (room / "__init__.py").exists():
            assert ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))), room.name


def test_no_room_without_a_job() -> None:
    names = {path.stem for path in ROOT.rglob("*.py")}
    assert names & {"utils", "util", "helpers", "helper", "common", "misc"} == set()
