"""Addresses on the command line and `dragoman watch`, against a server on loopback that is named as allowed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.cli import watch as watch_module
from dragoman.ledger.store import open_ledger
from tests.intake.made import item, page, rss
from tests.intake.web import Web, running, send

WORDS = "The French government delivered six trains to Ukraine in March 2025, the ministry of transport in Paris said on Monday."
STORY = page("Six trains", '<meta property="article:published_time" content="2025-03-10T08:00:00Z">', WORDS).replace(b"'fr'", b"'en'")
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def web() -> Iterator[Web]:
    with running() as found:
        yield found


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)


def run(*arguments: str, status: int = 0, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(main, list(arguments), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code == status, result.output
    return result


def summary(result: Result) -> dict[str, Any]:
    return json.loads(result.stdout.splitlines()[-1])["summary"]


def watch(ledger: Path, web: Web, *more: str, status: int = 0) -> Result:
    return run("watch", web.url("/feed"), "--ledger", str(ledger), "--allow-host", "localhost", "--json", "--fast", *more, status=status)


def test_an_address_is_read(web: Web) -> None:
    web.pages["/a"] = send(200, STORY, HTML)
    found = json.loads(run("read", web.url("/a"), "--json", "--fast", "--allow-host", "localhost").stdout)
    document = found["document"]
    assert (document["source_id"], document["url"]) == (web.url("/a"), web.url("/a"))
    assert (document["published"], document["published_from"]) == ("2025-03-10", "page")
    assert found["claims"]


def test_a_private_host_is_not_asked_unless_named(web: Web) -> None:
    row = json.loads(run("read", web.url("/a"), "--json", "--fast", status=2).stdout)["rejected"]
    assert "--allow-host localhost" in row["reason"]
    assert web.asked == []


def test_standard_input_is_read() -> None:
    found = json.loads(run("read", "-", "--json", "--fast", stdin=WORDS.encode()).stdout)
    assert found["document"]["source_id"] == "-"


def test_bytes_are_kept_with_what_was_read(web: Web, tmp_path: Path) -> None:
    web.pages["/a"] = send(200, STORY, HTML)
    path = tmp_path / "a.db"
    run("add", web.url("/a"), "--ledger", str(path), "--allow-host", "localhost", "--fast")
    with open_ledger(path) as ledger:
        (entry,) = ledger.entries()
        assert entry.document.bytes_sha256
        assert ledger.received(entry.document.bytes_sha256) == STORY
        assert ledger.received("sha256:0") is None
        assert entry.document.published_cue == "meta article:published_time"


def test_a_feed_is_watched(web: Web, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    marks = {"Content-Type": "application/rss+xml", "ETag": '"1"'}
    web.pages |= {"/feed": send(200, rss(item(web.url("/a"), "Six trains")), marks), "/a": send(200, STORY, HTML)}
    first = summary(watch(path, web))
    assert (first["documents"], first["rejected"], first["claims"] > 0, first["facts_changed"] > 0) == (1, 0, True, True)
    assert web.paths() == ["/feed", "/a"]

    web.pages["/feed"] = send(304)
    assert summary(watch(path, web))["documents"] == 0
    assert web.asked[-1][1]["If-None-Match"] == '"1"'

    web.pages["/feed"] = send(200, rss(item(web.url("/a")), item(web.url("/b"))), {**marks, "ETag": '"2"'})
    row = json.loads(watch(path, web, status=1).stdout.splitlines()[0])
    assert (row["rejected"], "404" in row["detail"]) == (web.url("/b"), True)
    assert web.paths()[-2:] == ["/feed", "/b"]

    web.pages["/b"] = send(200, STORY.replace(b"six", b"nine"), HTML)
    assert summary(watch(path, web))["documents"] == 1
    assert [sent.get("If-None-Match") for path, sent in web.asked if path == "/feed"][-1] == '"1"'  # not "2": what failed was asked for again


def test_a_feed_is_asked_again_and_again(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(watch_module.time, "sleep", waited.append)
    web.pages |= {"/feed": send(200, rss(item(web.url("/a"))), {"Content-Type": "text/xml"}), "/a": send(200, STORY, HTML)}
    result = watch(tmp_path / "a.db", web, "--every", "15", "--rounds", "3")
    assert [row["summary"]["documents"] for row in map(json.loads, result.stdout.splitlines()) if "summary" in row] == [1, 0, 0]
    assert [one for one in waited if one > 1] == [900, 900]


def test_a_round_that_failed_is_in_the_exit_status(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    web.pages |= {"/feed": send(200, rss(item(web.url("/a"))), {"Content-Type": "text/xml"})}

    def mend(seconds: float) -> None:
        if seconds > 1:
            web.pages["/a"] = send(200, STORY, HTML)

    monkeypatch.setattr(watch_module.time, "sleep", mend)
    result = watch(tmp_path / "a.db", web, "--every", "15", "--rounds", "2", status=1)
    assert [row["summary"]["documents"] for row in map(json.loads, result.stdout.splitlines()) if "summary" in row] == [0, 1]


@pytest.mark.parametrize(("body", "reason"), [(STORY, "no feed"), (b"<?xml version='1.0'?><rss><!ENTITY a 'b'></rss>", "entities")])
def test_what_is_no_feed_is_a_row(web: Web, tmp_path: Path, body: bytes, reason: str) -> None:
    web.pages["/feed"] = send(200, body)
    (row, _) = map(json.loads, watch(tmp_path / "a.db", web, status=1).stdout.splitlines())
    assert reason in row["detail"]


def test_a_sitemap_is_watched(web: Web, tmp_path: Path) -> None:
    ns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    web.pages |= {
        "/feed": send(200, f"<?xml version='1.0'?><sitemapindex {ns}><sitemap><loc>{web.url('/news.xml')}</loc></sitemap></sitemapindex>".encode()),
        "/news.xml": send(200, f"<?xml version='1.0'?><urlset {ns}><url><loc>{web.url('/a')}</loc><lastmod>2025-03-11</lastmod></url></urlset>".encode()),
        "/a": send(200, STORY, HTML),
    }  # fmt: skip
    assert summary(watch(tmp_path / "a.db", web))["documents"] == 1


def test_the_feed_says_what_the_page_does_not(web: Web, tmp_path: Path) -> None:
    bare = page("Six trains", "", WORDS).replace(b"'fr'", b"'en'")
    web.pages |= {"/feed": send(200, rss(item(web.url("/a")), title="The Quay")), "/a": send(200, bare, HTML)}
    watch(tmp_path / "a.db", web)
    with open_ledger(tmp_path / "a.db") as ledger:
        document = ledger.entries()[0].document
    assert (document.publisher, document.published, document.published_from) == ("The Quay", "2025-12-26", "given")
    assert (document.published_cue, document.url) == ("date of the feed", web.url("/a"))


def test_wrong_usage(tmp_path: Path) -> None:
    assert "no address" in run("watch", "feed.xml", "--ledger", str(tmp_path / "a.db"), status=2).stderr
    assert "--column" in run("read", "a.csv", "--column", "texte", status=2).stderr
