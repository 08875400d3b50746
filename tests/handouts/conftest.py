"""One page with everything that a handout may hold, its PDF as the browser prints it, and as readers get it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from checks import server
from checks.browser import SeleniumBrowser
from handouts.finish import About, finish
from handouts.printing import Printed, print_page

ADDRESS = "https://example.org/guide/"
ROWS = "".join(f"<tr><th scope=row>Row {number}<td>Cell {number}" for number in range(1, 60))
PAGE = f"""<!doctype html>
<html lang="en">
<title>A page to take away</title>
<style>
  .hidden {{ position: absolute; clip-path: inset(50%) }}
  a[href^="http"]::after {{ content: " (" attr(href) ")" }}
</style>
<body>
<h1>What do I take?</h1>
<p>First this, fine and naïve. <a href="other/">Another page</a>, <a href="#last">the last part</a>,
<a href="tel:988"><span class="hidden">The Lifeline: </span>988</a>, <a href="https://example.org/far">far away</a>.</p>
<p hidden>Not on paper.</p>
<h2>A list</h2>
<ul><li>One<li>Two <strong>words</strong></ul>
<figure><svg role="img" aria-label="A small box" width="20" height="20"><rect width="20" height="20"/></svg>
<figcaption>Below the picture</figcaption></figure>
<p><label><input type="checkbox"> A box</label> <label>Write <textarea></textarea></label></p>
<h2>A long table</h2>
<table><thead><tr><th scope=col>Head one<th scope=col>Head two<tbody>{ROWS}</table>
<h3 id="last">The last part</h3>
<p>The end.</p>
"""
ABOUT = About("A page to take away", "The makers", "What this page is for.", "en", date(2026, 11, 23))


@dataclass(frozen=True)
class Example:
    """A page, as it is served and printed, and its finished PDF."""

    here: str
    raw: bytes
    printed: Printed
    pdf: bytes


@pytest.fixture(scope="session")
def browser() -> Iterator[SeleniumBrowser]:
    browser = SeleniumBrowser()
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def example(browser: SeleniumBrowser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    """The example, while it is served."""
    folder: Path = tmp_path_factory.mktemp("site")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    with server.folder(folder, "site") as served:
        here = f"{served.with_scripts}/"
        raw, printed = print_page(browser, here)
        yield Example(here, raw, printed, finish(raw, ABOUT, printed.links, here, ADDRESS))
