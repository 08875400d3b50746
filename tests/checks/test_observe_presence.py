"""What a criterion needs is counted wherever it stands: hidden, in shadow roots, where scripts do not run."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Page, Visit
from checks.observe import presence

WIDE = states.STATES[0]
PLAIN = '<h1>Programs</h1><p>Three <a href="/">sessions</a> a week.</p>'


def count(body: str, browser: SeleniumBrowser, settings: Settings, folder: Path) -> dict[str, int]:
    (folder / "index.html").write_text(f'<!doctype html><html lang="en"><title>A</title>{body}', encoding="utf-8")
    with server.folder(folder, "site") as site:
        browser.enter(WIDE.emulation)
        browser.open(site.address(Page("/"), scripts=True))
        found = presence.observe(browser, Visit(Page("/"), WIDE, settings)).counts
    return {name: number for name, number in found.items() if number}


def test_a_plain_page_has_nothing_else(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    assert count(PLAIN, own_browser, project, tmp_path) == {"headings": 1, "links": 1, "controls": 1}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<div hidden><video></video></div>", "videos"),
        ("<noscript><iframe src='/a/'></iframe></noscript>", "frames"),
        (
            "<div id=h></div><script>h.attachShadow({mode: 'open'}).innerHTML = '<input required>'</script>",
            "conditions",
        ),
        ("<style>b { background: url(a.png) }</style>", "images"),
        ("<style>.menu:hover ul { display: block }</style>", "hovers"),
        ("<style>@keyframes a { to { opacity: 0 } } h1 { animation: a 300ms }</style>", "animations"),
        ("<script>setTimeout(() => {}, 50000)</script>", "timers"),
        ("<script>new Audio('a.mp3').play().catch(() => {})</script>", "sounds"),
        ("<script>addEventListener('deviceorientation', () => {})</script>", "tilts"),
        ("<div onpointermove='1'></div>", "drags"),
        ("<script>document.addEventListener('keyup', () => {})</script>", "keys"),
        ("<form><input name=q></form>", "submissions"),
        ("<a href='/in/'>Log in</a>", "passwords"),
        ("<p aria-live=polite></p>", "messages"),
    ],
)
def test_it_is_counted(body: str, name: str, own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    assert count(PLAIN + body, own_browser, project, tmp_path)[name] == 1


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<form role=search><input type=search name=q></form>", "submissions"),
        ("<style>a:hover { color: red } b { background: url(a.svg) }</style>", "hovers"),
        ("<style>b { background: url('data:image/svg+xml,a') }</style>", "images"),
        ("<style>h1 { transition: color 1s }</style>", "animations"),
        ("<script>setTimeout(() => {}, 10); clearTimeout(setTimeout(() => {}, 50000))</script>", "timers"),
    ],
)
def test_it_is_left_out(body: str, name: str, own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    assert name not in count(PLAIN + body, own_browser, project, tmp_path)


def test_the_most_of_each_look_counts() -> None:
    looks = [presence.Presence({"videos": 1, "keys": 0}), presence.Presence({"videos": 0, "keys": 2})]
    assert presence.together(looks) == {"keys": 2, "videos": 1}
