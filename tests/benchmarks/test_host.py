"""The host that measurements run on: what it sends, how, and what it notes."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.host import Host, Sent, serving

PAGE = b"<!doctype html><title>About</title>" + b"<p>words</p>" * 100


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A site of one page with a copy in Brotli's format, and a picture."""
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_bytes(PAGE)
    (tmp_path / "about/index.html.br").write_bytes(b"as brotli")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.png").write_bytes(b"picture")
    (tmp_path / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/guide/</loc></url></urlset>'
    )
    with serving(tmp_path) as host:
        yield host


def ask(host: Host, path: str, accepted: str = "", has: str = "") -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(host.address)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", parts.path + path, headers={"Accept-Encoding": accepted, "If-None-Match": has})
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def test_it_serves_under_the_path_of_the_sitemap(host: Host) -> None:
    assert host.address.endswith("/guide")
    assert [page.path for page in host.pages] == ["/about/"]
    assert ask(host, "/none/")[0] == 404


def test_a_browser_gets_the_best_copy_that_it_reads(host: Host) -> None:
    _, headers, body = ask(host, "/about/", "gzip, br")
    assert (headers["Content-Encoding"], body) == ("br", b"as brotli")
    _, headers, body = ask(host, "/about/", "gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == PAGE
    _, headers, body = ask(host, "/about/")
    assert "Content-Encoding" not in headers and body == PAGE


def test_pictures_are_sent_as_they_are_and_kept_for_long(host: Host) -> None:
    _, headers, body = ask(host, "/assets/a.png", "gzip, br")
    assert body == b"picture" and "Content-Encoding" not in headers
    assert "immutable" in headers["Cache-Control"]
    assert ask(host, "/about/")[1]["Cache-Control"] == "no-cache"


def test_a_browser_that_has_the_latest_gets_no_more_than_that_answer(host: Host) -> None:
    tag = ask(host, "/about/")[1]["ETag"]
    host.forget()
    status, _, body = ask(host, "/about/", has=tag)
    assert (status, body, host.sent) == (304, b"", [Sent("/guide/about/", 0)])
    assert ask(host, "/about/", has='"older"')[0] == 200


def test_it_notes_what_it_sent_until_told_to_forget(host: Host) -> None:
    ask(host, "/about/", "br")
    assert host.sent == [Sent("/guide/about/", len(b"as brotli"))]
    host.forget()
    assert host.sent == []
