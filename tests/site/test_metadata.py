"""What search engines, previews of links and home screens get: it is there, and agrees with the page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
import yaml
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from benchmarks.build import copy_project
from checks.browser import SeleniumBrowser
from checks.server import Site
from publish.build import write_site
from publish.engine import read_settings
from publish.pages.source import read_pages
from publish.pictures import PICTURES
from tests.site.conftest import ROOT

LONGEST_TITLE = 65  # characters that lists of results show
HEAVIEST_PREVIEW = 40_000  # bytes
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
QUESTIONS = {"denied", "older-adults"}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page of the guide but the one that says that nothing was found, by its name."""
    files = {file.parent.name if file.parent != site else "index": file for file in sorted(site.rglob("index.html"))}
    return {name: LexborHTMLParser(file.read_text(encoding="utf-8")) for name, file in files.items()}


@pytest.fixture(scope="module")
def address() -> str:
    return read_settings(ROOT).address


def said(page: LexborHTMLParser, selector: str, attribute: str = "content") -> str:
    (node,) = page.css(selector)
    return node.attributes[attribute] or ""


def data(page: LexborHTMLParser) -> dict[str, Any]:
    (block,) = page.css("script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(block.text())
    return found


def words(page: LexborHTMLParser, selector: str) -> str:
    (node,) = page.css(selector)
    return " ".join(node.text().split())


def test_every_page_has_a_title_of_its_own_that_lists_of_results_show_whole(pages: dict[str, LexborHTMLParser]) -> None:
    titles = [words(page, "title") for page in pages.values()]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if len(title) > LONGEST_TITLE]


def test_every_preview_says_what_the_page_says(pages: dict[str, LexborHTMLParser], address: str, site: Path) -> None:
    for name, page in pages.items():
        title = said(page, "meta[property='og:title']")
        assert words(page, "title").startswith(title), name
        assert said(page, "meta[property='og:description']") == said(page, "meta[name=description]"), name
        assert said(page, "meta[property='og:url']") == said(page, "link[rel=canonical]", "href"), name
        picture = said(page, "meta[property='og:image']")
        assert picture.startswith(f"{address}assets/images/preview."), name
        assert (site / picture.removeprefix(address)).is_file(), name


def test_the_preview_picture_has_the_size_that_pages_say_and_is_light(pages: dict[str, LexborHTMLParser]) -> None:
    file = ROOT / "docs/assets/images/preview.png"
    assert file.stat().st_size <= HEAVIEST_PREVIEW
    with Image.open(file) as picture:
        sizes = [said(pages["index"], f"meta[property='og:image:{side}']") for side in ("width", "height")]
        assert [str(side) for side in picture.size] == sizes


def test_every_data_block_says_what_the_page_says(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        block = data(page)
        assert block["name"] == said(page, "meta[property='og:title']"), name
        assert block["description"] == said(page, "meta[name=description]"), name
        assert block["url"] == said(page, "link[rel=canonical]", "href"), name


def test_a_last_review_is_named_only_where_the_page_has_sources_and_shows_its_day(
    pages: dict[str, LexborHTMLParser],
) -> None:
    for name, page in pages.items():
        day = data(page).get("lastReviewed")
        assert bool(day) == bool(page.css("section.sources")), name
        assert not day or day == page.css(".review time")[0].attributes["datetime"], name


def test_no_data_block_names_a_person_or_a_review_by_one(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        assert not {"author", "reviewedBy", "editor", "dateModified", "datePublished"} & data(page).keys(), name
        assert "Person" not in json.dumps(data(page)), name


def test_every_breadcrumb_is_that_of_the_menu(pages: dict[str, LexborHTMLParser], address: str) -> None:
    menu = yaml.safe_load(re.sub(r"!ENV \[.*", "''", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))["nav"]
    sections = [next(iter(entry.items())) for entry in menu if not isinstance(next(iter(entry.values())), str)]
    for title, (hub, *rest) in sections:
        for name in [page.removesuffix(".md") for page in rest]:
            steps = data(pages[name])["breadcrumb"]["itemListElement"]
            hub_address = urljoin(address, f"{hub.removesuffix('.md')}/")
            wanted = [
                ("Home", address),
                (title, hub_address),
                (data(pages[name])["name"], urljoin(address, f"{name}/")),
            ]
            assert [(step["name"], step["item"]) for step in steps] == wanted, name
            assert [link.text() for link in pages[name].css("nav.trail a")] == ["Home", title], name
        assert not pages[hub.removesuffix(".md")].css("nav.trail"), "one step away: nothing stands between"
    assert "breadcrumb" not in data(pages["index"])


def test_only_pages_of_questions_say_so_and_with_every_question(pages: dict[str, LexborHTMLParser]) -> None:
    marked = {name for name, page in pages.items() if "FAQPage" in data(page)["@type"]}
    assert marked == QUESTIONS
    for name in marked:
        asked = [heading.text() for heading in pages[name].css("article > section > h2") if heading.text()[-1] == "?"]
        questions = data(pages[name])["mainEntity"]
        assert [question["name"] for question in questions] == asked
        for question in questions:
            answer = question["acceptedAnswer"]["text"]
            assert len(answer) > len("Yes.") and "[source" not in answer and question["name"] not in answer


def test_the_sitemap_has_every_page_with_the_day_that_it_shows(site: Path, address: str) -> None:
    entries = ElementTree.parse(site / "sitemap.xml").getroot()
    days = {entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod") for entry in entries}
    written = {page.path.removesuffix(".md"): page.front_matter for page in read_pages(ROOT / "docs", ROOT)}
    addresses = {name: address if name == "index" else f"{address}{name}/" for name in written}
    assert set(days) == set(addresses.values())
    for name, front in written.items():
        page = site / ("index.html" if name == "index" else f"{name}/index.html")
        shown = LexborHTMLParser(page.read_text(encoding="utf-8")).css(".review time")
        assert front is not None
        if shown:
            assert days[addresses[name]] == shown[0].attributes["datetime"] == front.last_checked.isoformat(), name


def test_the_manifest_agrees_with_the_site_and_names_only_what_is_there(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    config = read_settings(ROOT).config
    assert manifest["name"] == config.site_name and manifest["description"] == config.site_description
    styles = (ROOT / "docs/assets/styles/guide.css").read_text(encoding="utf-8")
    assert f"--crisis: {manifest['theme_color']}" in styles and f"--paper: {manifest['background_color']}" in styles
    for icon in manifest["icons"]:
        file = site / icon["src"]
        if icon["type"] == "image/png":
            with Image.open(file) as picture:
                assert "x".join(map(str, picture.size)) == icon["sizes"], file
        assert file.is_file(), file
    for shortcut in manifest["shortcuts"]:
        assert (site / shortcut["url"] / "index.html").is_file(), shortcut
    assert manifest["display"] != "standalone", "the address stays in sight"


def test_every_page_leads_to_the_manifest_and_has_its_color(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    for file in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(file.read_text(encoding="utf-8"))
        assert said(page, "link[rel=manifest]", "href").endswith("manifest.webmanifest"), file
        assert said(page, "meta[name=theme-color]") == manifest["theme_color"], file


def test_every_picture_that_is_drawn_has_its_size() -> None:
    for picture in PICTURES:
        with Image.open(ROOT / "docs/assets/images" / picture.name) as drawn:
            assert drawn.size == (picture.width, picture.height), picture.name


POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'"


def test_a_policy_for_scripts_leaves_the_data_block_alone(site: Path, served: Site, wide: SeleniumBrowser) -> None:
    page = site / "denied" / "index.html"
    whole = page.read_text(encoding="utf-8")
    strict = whole.replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{POLICY}">')
    refused = (
        "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective));"
    )
    added = wide.command("Page.addScriptToEvaluateOnNewDocument", source=refused)
    try:
        page.write_text(strict, encoding="utf-8")
        wide.open(f"{served.with_scripts}/denied/")
        assert wide.evaluate("return window.refused") == []
        block = "return document.querySelector('script[type=\"application/ld+json\"]').textContent.length > 1000"
        assert wide.evaluate(block)
    finally:
        page.write_text(whole, encoding="utf-8")
        wide.command("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])


def test_signs_in_titles_and_descriptions_are_shown_as_they_are_typed(tmp_path: Path) -> None:
    about = copy_project(tmp_path) / "docs/about.md"
    written = re.sub("(?m)^title: .*$", "title: 'Who <we> & \"they\" are'", about.read_text(encoding="utf-8"), count=1)
    about.write_text(re.sub("(?m)^description: ", 'description: What "we" < you & > they ', written, count=1), "utf-8")
    write_site(read_settings(tmp_path), tmp_path / "site")
    page = LexborHTMLParser((tmp_path / "site/about/index.html").read_text(encoding="utf-8"))
    assert words(page, "title").startswith('Who <we> & "they" are – ')
    assert said(page, "meta[name=description]").startswith('What "we" < you & > they ')
    assert data(page)["name"] == 'Who <we> & "they" are'
    home = LexborHTMLParser((tmp_path / "site/site-map/index.html").read_text(encoding="utf-8"))
    assert 'Who <we> & "they" are' in {" ".join(link.text().split()) for link in home.css("a")}
