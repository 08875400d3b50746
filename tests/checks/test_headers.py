"""A folder's `_headers` file is read as Netlify and Cloudflare Pages read it."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest

from checks import headers, server

FILE = """\
# For all
/*
  X-One: 1
  Content-Security-Policy: default-src 'none'; img-src https://example.org
/assets/*
  Cache-Control: max-age=31536000

/people/:name/card
  X-Card: yes
"""


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/", ["X-One", "Content-Security-Policy"]),
        ("/assets/a.css", ["X-One", "Content-Security-Policy", "Cache-Control"]),
        ("/assets", ["X-One", "Content-Security-Policy"]),
        ("/people/ann/card", ["X-One", "Content-Security-Policy", "X-Card"]),
        ("/people/ann/x/card", ["X-One", "Content-Security-Policy"]),
    ],
)
def test_a_path_gets_the_headers_of_every_rule_that_is_for_it(path: str, names: list[str]) -> None:
    assert [name for name, _ in headers.of(headers.parse(FILE), path)] == names


def test_a_value_may_hold_colons() -> None:
    assert dict(headers.of(headers.parse(FILE), "/"))["Content-Security-Policy"].endswith("https://example.org")


@pytest.mark.parametrize("text", ["", "# nothing\n", "  X-Lost: 1\n", "no path\n  X-Lost: 1\n"])
def test_what_is_no_rule_sends_nothing(text: str) -> None:
    assert headers.of(headers.parse(text), "/") == ()


def test_a_folder_is_served_with_its_headers_below_the_path_of_its_sitemap(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>x</title>")
    (tmp_path / "_headers").write_text("/*\n  X-One: 1\n/index.html\n  Cache-Control: no-cache\n")
    (tmp_path / "sitemap.xml").write_text("<urlset><url><loc>https://a.org/guide/</loc></url></urlset>")
    with server.folder(tmp_path, "site") as site, urlopen(f"{site.with_scripts}/index.html") as answer:
        assert answer.headers["X-One"] == "1"
        assert answer.headers.get_all("Cache-Control") == ["no-cache"]
