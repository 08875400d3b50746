"""The search as a reader meets it: what is found, what is said, and what happens when something is missing."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from checks import server
from checks.browser import SeleniumBrowser
from checks.server import Site
from publish.optimise.words import stem, words
from publish.sizes import index_over_budget, read_budget, search_index_size
from tests.site.conftest import ROOT

RESULTS = """
  const said = () => document.querySelector(".results [role=status]")?.textContent;
  for (let tries = 0; tries < 250 && !said(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  const links = [...document.querySelectorAll(".results li a")];
  return {
    said: said(),
    found: links.map((link) => link.href.slice(arguments[0].length)),
    names: links.map((link) => link.textContent),
    extracts: links.map((link) => link.nextElementSibling.textContent),
    help: [...document.querySelectorAll(".results > p a")].flatMap((link) => link.checkVisibility() ? [link.href] : []),
    stored: [localStorage.length, sessionStorage.length, document.cookie],
  };
"""
STEMS = """
  const index = await (await fetch(document.querySelector("[data-index]").dataset.index)).json();
  const { stemOf } = readIndex(index);
  return arguments[0].map((text) => wordsOf(text).map(stemOf));
"""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'"
)
CRISIS = [
    "suicide",
    "suicidal thoughts",
    "sucidal",
    "overdose",
    "heroin overdose what do i do",
    "my husband overdosed",
    "kill myself",
    "i want to die",
    "I don’t want to live anymore",
    "self harm",
    "he is not breathing",
    "help me",
    "hotline",
]


def search(browser: SeleniumBrowser, root: str, query: str) -> Any:
    """What the search page says of a query, and what it lists."""
    browser.open(f"{root}/search/?q={quote(query)}")
    return browser.evaluate(RESULTS, root)


def path(address: str) -> str:
    return address.partition("#")[0]


@pytest.mark.parametrize("query", CRISIS)
def test_in_a_crisis_the_way_to_help_is_the_first_result(served: Site, wide: SeleniumBrowser, query: str) -> None:
    assert search(wide, served.with_scripts, query)["found"][0] == "/help-now/"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("can i keep my job", "work-and-school"),
        ("do i lose my job if i go to rehab", "work-and-school"),
        ("how much does it cost", "cost-and-insurance"),
        ("cant afford rehab", "no-insurance"),
        ("insurence denied", "denied"),
        ("benzodiazapine", "overdose-and-withdrawal"),
        ("methodone", "medications"),
        ("alchohol withdrawl", "overdose-and-withdrawal"),
        ("is it safe to stop drinking", "overdose-and-withdrawal"),
        ("my son is using fentanyl", "overdose-and-withdrawal"),
        ("husband drinks too much", "family-and-friends"),
        ("my wife wont get help", "family-and-friends"),
        ("pregnent and on suboxone", "pregnancy"),
        ("is my rehab a scam", "red-flags"),
        ("iop near me", "find-a-program"),
        ("do i have to stay overnight", "inpatient-or-outpatient"),
        ("what happens on the first day", "what-happens"),
        ("can they tell my boss", "work-and-school"),
        ("will my parents find out", "teens-and-parents"),
        ("lgbtq freindly", "lgbtq"),
        ("vetran ptsd", "veterans"),
        ("no insurance", "no-insurance"),
        ("how long does it take", "what-is-iop"),
        ("does it work", "does-it-work"),
        ("what is iop", "what-is-iop"),
        ("depresion and anxeity", "conditions"),
        ("quit drinking on my own", "overdose-and-withdrawal"),
        ("i am scared of my husband", "family-and-friends"),
        ("domestic violence", "helplines"),
        ("zoom groups", "virtual-iop"),
        ("is this site private", "privacy"),
    ],
)
def test_what_people_type_leads_to_the_page_that_answers(
    served: Site, wide: SeleniumBrowser, query: str, page: str
) -> None:
    found = search(wide, served.with_scripts, query)["found"]
    assert f"/{page}/" in [path(address) for address in found[:3]], found[:5]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("weed", "1 page for “weed”."),
        ("narcan", "N pages for “narcan”."),
        ("depresion", "No page has “depresion”. N pages for “depression”."),
        ("xylophone narcan", "No page has “xylophone”. N pages for “narcan”."),
        ("kids childcare", "1 page for “kids childcare”, then N pages with some of these words."),
        ("weed childcare", "No page has all words of “weed childcare”. N pages with some of them."),
        ("???", "No page has “???”. Try another word, or look in the A–Z below."),
        ("<img>qqqqq xylophone", "No page has “<img>qqqqq xylophone”. Try another word, or look in the A–Z below."),
    ],
)
def test_the_status_says_what_was_found_and_what_was_not(
    served: Site, wide: SeleniumBrowser, query: str, said: str
) -> None:
    assert re.sub(r"\d+ pages", "N pages", search(wide, served.with_scripts, query)["said"]) == said


def test_a_result_leads_to_the_section_whose_heading_has_the_words(served: Site, wide: SeleniumBrowser) -> None:
    results = search(wide, served.with_scripts, "deductible")
    assert results["found"][0] == "/glossary/#deductible"
    assert results["names"][0] == "Words – deductible"
    for query, found in (("medicare", "/medicare/"), ("I want to die", "/help-now/")):
        assert found in search(wide, served.with_scripts, query)["found"], "the title or a keyword says as much"


def test_every_result_has_the_description_of_its_page(served: Site, wide: SeleniumBrowser) -> None:
    extracts = search(wide, served.with_scripts, "hours")["extracts"]
    assert extracts and all(len(extract) >= 50 for extract in extracts)


@pytest.mark.parametrize("query", ["hlep", "subuxen", "mathadoon", "xylophones"])
def test_a_word_is_not_taken_for_one_that_is_far_from_it(served: Site, wide: SeleniumBrowser, query: str) -> None:
    results = search(wide, served.with_scripts, query)
    assert results["found"] == []
    assert results["said"].startswith(f"No page has “{query}”. Try")


def test_when_nothing_is_found_help_is_one_link_away(served: Site, wide: SeleniumBrowser) -> None:
    help_now = f"{served.with_scripts}/help-now/"
    assert search(wide, served.with_scripts, "xylophone")["help"] == [help_now]
    assert search(wide, served.with_scripts, "hours")["help"] == []


def test_without_a_query_there_are_no_results_and_no_index_is_loaded(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.with_scripts}/search/?q=%20")
    loaded = wide.evaluate("return performance.getEntriesByType('resource').map(({ name }) => name);")
    assert wide.evaluate("return document.querySelector('.results');") is None
    assert not [name for name in loaded if ".json" in name]


def test_the_search_stores_nothing(served: Site, wide: SeleniumBrowser) -> None:
    assert search(wide, served.with_scripts, "suboxone")["stored"] == [0, 0, ""]


def test_python_and_javascript_have_the_same_words_and_stems(served: Site, wide: SeleniumBrowser) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs").glob("*.md"))]
    texts += ["Don't DON’T naïve ÀÉÎ ½ x² 3rd 1-800 İstanbul ﬁne snake_case 日本 ˈa stopped ladies aging dies ties"]
    search(wide, served.with_scripts, "hours")
    assert wide.evaluate(STEMS, texts) == [[stem(word) for word in words(text)] for text in texts]


@pytest.fixture
def changed(site: Path, tmp_path: Path) -> Iterator[tuple[Path, Site]]:
    """A copy of the site to change, and where it is served."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    with server.folder(copy, "site") as served:
        yield copy, served


def test_the_search_works_under_the_policy_of_the_site(changed: tuple[Path, Site], wide: SeleniumBrowser) -> None:
    folder, served = changed
    page = folder / "search/index.html"
    html = page.read_text(encoding="utf-8")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    page.write_text(html.replace("<head>", f"<head>{meta}"), encoding="utf-8")
    assert search(wide, served.with_scripts, "hours")["found"]


def test_an_index_that_does_not_load_is_said_and_help_is_offered(
    changed: tuple[Path, Site], wide: SeleniumBrowser
) -> None:
    folder, served = changed
    for index in folder.glob("assets/search.*.json*"):
        index.unlink()
    results = search(wide, served.with_scripts, "hours")
    assert results["said"] == "The search did not load. The A–Z below lists every page."
    assert results["help"] == [f"{served.with_scripts}/help-now/"]


def test_the_index_is_within_its_budget(site: Path) -> None:
    size = search_index_size(site)
    assert size > 10_000
    assert index_over_budget(size, read_budget(ROOT)) == []


def test_no_index_is_published_that_readers_do_not_load(site: Path) -> None:
    (index,) = (file for file in site.rglob("*search*.json"))
    assert index.parent == site / "assets"
    assert [file.name for file in (site / "search").iterdir()] == ["index.html"]
    assert f"../assets/{index.name}" in (site / "search/index.html").read_text(encoding="utf-8")
    assert all(doc["location"] != "search/" for doc in json.loads(index.read_text(encoding="utf-8"))["docs"])
