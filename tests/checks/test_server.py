"""The site as a browser gets it: right types, right 404s, and no scripts where there must be none."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from checks import pages, server


def get(address: str) -> tuple[HTTPResponse, bytes]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=5)
    connection.request("GET", parts.path or "/")
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text("<h1>Home</h1><noscript><p>No scripts</p></noscript>")
    (folder / "a" / "index.html").write_text("<h1>A</h1>")
    (folder / "404.html").write_text("<h1>Lost</h1>")
    (folder / "app.js").write_text("1")
    (tmp_path / "secret.html").write_text("secret")
    return folder


def test_files_come_with_their_type(built: Path) -> None:
    with server.folder(built, "site") as site:
        for path, kind in (("/", "text/html; charset=utf-8"), ("/app.js", "text/javascript; charset=utf-8")):
            answer, _ = get(site.with_scripts + path)
            assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
            assert answer.headers["Content-Security-Policy"] is None


def test_a_folder_without_a_slash_redirects(built: Path) -> None:
    with server.folder(built, "site") as site:
        answer, _ = get(site.with_scripts + "/a")
        assert (answer.status, answer.headers["Location"]) == (301, "/a/")


@pytest.mark.parametrize("path", ["/none/", "/../secret.html", "/%2e%2e/secret.html"])
def test_what_is_not_there_is_the_404_page(path: str, built: Path) -> None:
    with server.folder(built, "site") as site:
        answer, body = get(site.with_scripts + path)
        assert (answer.status, body) == (404, b"<h1>Lost</h1>")


def test_without_scripts_a_policy_forbids_them_and_noscript_counts(built: Path) -> None:
    with server.folder(built, "site") as site:
        answer, body = get(site.address(site.pages[0], scripts=False))
        assert answer.headers["Content-Security-Policy"] == "script-src 'none'"
        assert body == b"<h1>Home</h1><p>No scripts</p>"
        assert b"<noscript>" in get(site.address(site.pages[0], scripts=True))[1]


def test_a_site_is_served_under_the_path_that_it_is_published_under(built: Path) -> None:
    (built / "sitemap.xml").write_text(
        "<urlset><url><loc>https://guide.example/iop/</loc></url><url><loc>https://guide.example/iop/a/</loc></url></urlset>"
    )
    with server.folder(built, "site") as site:
        answer, body = get(site.address(site.pages[2], scripts=True))
        assert (site.pages[2].path, answer.status, body) == ("/a/", 200, b"<h1>A</h1>")
        assert site.with_scripts.endswith("/iop")
        outside, lost = get(site.with_scripts.removesuffix("/iop") + "/a/")
        assert (outside.status, lost) == (404, b"<h1>Lost</h1>")


def test_a_served_site_by_its_sitemap(built: Path) -> None:
    with server.folder(built, "site") as served:
        (built / "sitemap.xml").write_text(
            "<urlset><url><loc>https://guide.example/</loc></url><url><loc>https://guide.example/a/</loc></url></urlset>"
        )
        with server.address(served.with_scripts + "/") as site:
            assert [page.path for page in site.pages] == ["/", "/a/"]
            answer, body = get(site.address(site.pages[1], scripts=False))
            assert (body, answer.headers["Content-Security-Policy"]) == (b"<h1>A</h1>", "script-src 'none'")


def test_a_served_site_without_a_sitemap(built: Path) -> None:
    with (
        server.folder(built, "site") as served,
        pytest.raises(pages.NoPages, match="no sitemap"),
        server.address(served.with_scripts),
    ):
        pass
