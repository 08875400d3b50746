"""Bytes and requests of each page, beside the same page of a default Material build."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from benchmarks.host import Host, serving
from benchmarks.material import build_default
from benchmarks.timing import ROOT
from checks import pages
from checks.browser import Browser, BrowserMissing, SeleniumBrowser
from checks.states import NARROW
from publish.problem import CannotWork
from publish.sizes import aligned, page_sizes

HOME = "index.html"
HEADS = ("first render", "first visit", "requests", "next page", "requests")
QUIET = 0.5  # seconds without a request, after which a visit is over
INTRODUCTION = """\
Bytes are compressed with gzip. First render: the page and what blocks it, read in the HTML. First visit and next page:
what a browser asked for, with an empty cache and after a visit of the home page.
"""
READ_ONLY = "No browser here: first visit and next page are read in the HTML, which does not show what scripts load."


@dataclass(frozen=True)
class Cost:
    """Bytes of one page before its first render, then bytes and requests of a first visit and of a next page."""

    first_render: int
    first_visit: int
    requests: int
    next_page: int
    next_requests: int


def measure() -> None:
    """Print the table, page by page, and the sums."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            sites = {"ours": ROOT / "site", "Material": build_default(Path(folder))}
            read = {name: read_costs(site) for name, site in sites.items()}
        except CannotWork as problem:
            sys.exit(str(problem))
        try:
            costs = {name: visited_costs(site, read[name]) for name, site in sites.items()}
        except BrowserMissing:
            print(READ_ONLY)
            costs = read
    print(INTRODUCTION)
    print(table(costs["ours"], costs["Material"]))
    print(sentences(costs["ours"], costs["Material"]))


def read_costs(site: Path) -> dict[str, Cost]:
    """What the HTML and the style sheets of a folder tell, by page. Raises CannotWork when it has no page."""
    sizes = {size.page: size for size in page_sizes(site)}
    costs = {}
    for page, size in sizes.items():
        after = size.after(sizes[HOME])
        figures = (size.figure("first-visit"), size.requests, after.figure("first-visit"), after.requests)
        costs[page] = Cost(size.figure("first-render"), *figures)
    return costs


def visited_costs(site: Path, read: Mapping[str, Cost]) -> dict[str, Cost]:
    """What a browser asks for, by page; the first render is as it was read. Raises BrowserMissing."""
    with serving(site, ["gzip"]) as host:
        browser = SeleniumBrowser()
        try:
            browser.enter(NARROW)
            return {name: visited(browser, host, pages.path_of(name), cost.first_render) for name, cost in read.items()}
        finally:
            browser.close()


def visited(browser: Browser, host: Host, path: str, first_render: int) -> Cost:
    """What a first visit of a page asks for, and a visit after the home page."""
    browser.command("Network.clearBrowserCache")
    first = visit(browser, host, path)
    browser.command("Network.clearBrowserCache")
    visit(browser, host, "/")
    return Cost(first_render, *first, *visit(browser, host, path))


def visit(browser: Browser, host: Host, path: str) -> tuple[int, int]:
    """The bytes and the number of all that a visit asks for, until nothing more is asked for."""
    host.forget()
    browser.open(host.address + path)
    count = -1
    while count < len(host.sent):
        count = len(host.sent)
        time.sleep(QUIET)
    return sum(sent.bytes for sent in host.sent), len(host.sent)


def table(ours: Mapping[str, Cost], material: Mapping[str, Cost]) -> str:
    """A row for each page that both have, then the sums and the most."""
    names = sorted(ours.keys() & material.keys())
    both = [(astuple(ours[name]), astuple(material[name])) for name in names]
    columns = list(zip(*(one + other for one, other in both), strict=True))
    rows = [
        ("", "ours", *[""] * (len(HEADS) - 1), "Material", *[""] * (len(HEADS) - 1)),
        ("page", *HEADS, *HEADS),
        *((page, *written(one + other)) for page, (one, other) in zip(names, both, strict=True)),
        ("all pages", *written([sum(column) for column in columns])),
        ("the most", *written([max(column) for column in columns])),
    ]
    return aligned(rows)


def written(figures: Sequence[int]) -> list[str]:
    return [f"{figure:,}" for figure in figures]


def sentences(ours: Mapping[str, Cost], material: Mapping[str, Cost]) -> str:
    """How many times more Material costs, over all pages of both; and the pages that only one of them has."""
    names = ours.keys() & material.keys()

    def ratio(figure: str) -> float:
        one, other = (sum(int(getattr(costs[name], figure)) for name in names) for costs in (ours, material))
        return other / one

    alone = sorted(ours.keys() ^ material.keys())
    return (
        f"Over {len(names)} pages Material takes {ratio('first_render'):.1f} times our bytes before the first render, "
        f"{ratio('first_visit'):.1f} times for a first visit with {ratio('requests'):.1f} times the requests, and "
        f"{ratio('next_page'):.1f} times for a next page."
        + (f" Only one of them has {', '.join(alone)}." if alone else "")
    )
