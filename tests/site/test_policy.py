"""Nothing leaves: which headers come with the guide, whom its pages ask for anything, and what a browser keeps."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser

from checks import browser, headers
from checks.browser import SeleniumBrowser
from checks.server import Site, folder
from publish.headers import BY_FOLDER, EVERYWHERE, POLICY, REFERRER, nginx_file
from tests.site.conftest import ROOT, go, until
from tests.site.test_scripts import tab_to

STORED = """
  const databases = await indexedDB.databases();
  const kept = { ...localStorage, ...sessionStorage };
  return [Object.entries(kept), databases.length, document.cookie];
"""
CACHES = "return caches.keys();"


def sent(address: str) -> dict[str, str]:
    """The headers that come with an address."""
    with urlopen(address) as answer:
        return dict(answer.headers.items())


def test_every_page_is_served_with_the_headers_as_they_are_written(served: Site) -> None:
    for page in served.pages:
        got = sent(f"{served.with_scripts}{page.path}")
        assert {name: got.get(name) for name in EVERYWHERE} == EVERYWHERE, page.path


def test_assets_may_be_kept_for_a_year_and_data_be_read_by_other_sites(served: Site, site: Path) -> None:
    style = next((site / "assets/styles").glob("guide.*.css")).relative_to(site).as_posix()
    for path, place in ((style, "/assets/"), ("data/helplines.json", "/data/")):
        got = sent(f"{served.with_scripts}/{path}")
        assert BY_FOLDER[place].items() <= got.items()
        assert EVERYWHERE.items() <= got.items()


def test_every_page_says_by_itself_what_a_host_without_headers_does_not(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = LexborHTMLParser(file.read_text())
        first, policy, referrer = page.css("head > *")[:3]
        assert "charset" in first.attributes, file
        assert policy.attributes == {"http-equiv": "Content-Security-Policy", "content": POLICY}, file
        assert referrer.attributes == {"name": "referrer", "content": REFERRER}, file


def test_the_policy_lets_no_inline_code_and_no_other_site_in() -> None:
    assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_the_example_for_nginx_is_what_is_written_today() -> None:
    assert (ROOT / "deploy/nginx.conf").read_text() == nginx_file(), "python -m publish nginx > deploy/nginx.conf"


def test_a_host_finds_its_rules_in_the_file_of_headers(site: Path) -> None:
    rules = headers.in_folder(site)
    assert dict(headers.of(rules, "/help-now/")) == EVERYWHERE
    assert len(dict(headers.of(rules, "/assets/x.css"))) == len(headers.of(rules, "/assets/x.css")), "a header twice"


# Who is asked, and what is kept


def asked(reader: SeleniumBrowser) -> list[str]:
    """The addresses of all requests of the pages that were open since this was last asked, by DevTools."""
    entries = reader._driver.get_log("performance")  # type: ignore[no-untyped-call]
    messages = [json.loads(entry["message"])["message"] for entry in entries]
    sent = [message["params"] for message in messages if message["method"] == "Network.requestWillBeSent"]
    return [request["request"]["url"] for request in sent if request["documentURL"].startswith("http")]


def test_a_visit_of_all_pages_asks_this_site_alone_and_stores_nothing(
    served: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "WATCH", "")
    monkeypatch.setattr(browser, "LOGS", {"performance": "ALL"})
    reader = SeleniumBrowser()
    try:
        reader.open(f"{served.with_scripts}/")
        for page in served.pages:
            go(reader, f"{served.with_scripts}{page.path}")
        go(reader, f"{served.with_scripts}/search/?q=insurance")
        until(lambda: bool(reader.evaluate("return document.querySelector('.results [role=status]')?.textContent;")))
        requests = asked(reader)
        stored = reader.evaluate(STORED)
        cookies = reader.command("Network.getAllCookies")["cookies"]
        kept = reader.evaluate(CACHES)
        go(reader, f"{served.with_scripts}/about/")
        tab_to(reader, ".scheme")
        reader.press("Enter")
        chosen = reader.evaluate(STORED)
    finally:
        reader.close()
    assert {f"{served.with_scripts}{page.path}" for page in served.pages} <= set(requests)
    assert len(requests) > 3 * len(served.pages)
    assert {urlsplit(address).netloc for address in requests} == {urlsplit(served.with_scripts).netloc}
    assert cookies == []
    assert stored == [[], 0, ""]
    assert [re.sub(" .*", "", name) for name in kept] == ["guide"]
    assert chosen == [[["scheme", "dark"]], 0, ""]


def test_a_request_to_another_site_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "LOGS", {"performance": "ALL"})
    (tmp_path / "index.html").write_text('<!doctype html><title>x</title><img src="http://other.test/x.png" alt="">')
    reader = SeleniumBrowser()
    try:
        with folder(tmp_path, "site") as site:
            reader.open(f"{site.with_scripts}/")
            assert "http://other.test/x.png" in asked(reader)
    finally:
        reader.close()
