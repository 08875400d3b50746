"""The shell of every page: what is there, in which order, and that a strict content security policy holds."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import ROOT


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page of the guide but the card, which other sites show inside theirs and which has no shell."""
    files = (file for file in sorted(site.rglob("*.html")) if file.parent.name != "card")
    return {str(file.relative_to(site)): LexborHTMLParser(file.read_text()) for file in files}


def links(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.attributes["href"] or "" for node in page.css(selector)]


def test_the_pages_of_the_guide_are_there(pages: dict[str, LexborHTMLParser]) -> None:
    written = {file.stem for file in (ROOT / "docs").glob("*.md")} - {"card"}
    assert {"index.html", "404.html"} <= set(pages)
    assert {f"{name}/index.html" for name in written - {"index"}} <= set(pages)


def test_every_page_opens_with_the_skip_link_and_the_crisis_line(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        first, second = [node for node in page.body.iter() if node.tag != "-text"][:2]  # type: ignore[union-attr]
        assert first.attributes["href"] == "#main", name
        assert second.attributes["class"] == "crisis", name


def test_the_numbers_of_the_crisis_line_are_those_of_the_data(pages: dict[str, LexborHTMLParser]) -> None:
    lines = {
        line["id"]: line["ways"] for line in yaml.safe_load((ROOT / "data/helplines.yml").read_text())["helplines"]
    }
    numbers = {
        f"{'tel' if way['kind'] == 'call' else 'sms'}:{way.get('number') or way.get('to')}"
        for line in ("911", "988")
        for way in lines[line]
        if way["kind"] in ("call", "text")
    }
    for name, page in pages.items():
        assert {link for link in links(page, ".crisis a") if ":" in link} <= numbers, name


def test_every_landmark_has_a_name_where_there_are_several(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        names = [node.attributes.get("aria-label") for node in page.css("nav")]
        assert all(names) and len(set(names)) == len(names), name


def test_the_current_page_is_marked_in_its_own_menu_entry(pages: dict[str, LexborHTMLParser]) -> None:
    assert pages["help-now/index.html"].css_first(".menu [aria-current=page]") is not None
    assert pages["helplines/index.html"].css_first(".menu [aria-current=true]") is not None
    assert pages["index.html"].css_first(".menu [aria-current]") is None


def test_no_page_has_an_inline_script_or_style(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        scripts = page.css("script:not([type='application/ld+json'])")  # a block of data is none
        assert all(node.attributes.get("src") for node in scripts), name
        assert not page.css("style, [style]"), name
        handlers = [key for node in page.css("*") for key in node.attributes if key.startswith("on")]
        assert not handlers, name


def test_no_page_asks_another_site_for_anything(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        asked = [node.attributes.get("src") or "" for node in page.css("[src]")]
        asked += links(page, "link[rel=stylesheet], link[rel=icon], link[rel=preload]")
        assert not [address for address in asked if "//" in address], name


def test_every_article_ends_with_its_dates_and_the_way_to_correct_it(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        if name == "404.html":
            continue
        assert len(page.css("article .review time")) == 2, name
        (edit,) = links(page, ".improve a")
        slug = Path(name).parent.name or "index"
        assert edit.endswith(f"/docs/{slug}.md"), name


def test_the_page_that_is_not_there_helps(pages: dict[str, LexborHTMLParser]) -> None:
    page = pages["404.html"]
    assert page.css_first("h1").text() == "We cannot find that page"  # type: ignore[union-attr]
    assert any(link.endswith("/help-now/") for link in links(page, "article a"))
    assert any(link.endswith("/search/") for link in links(page, "article a"))
