"""Google's Lighthouse on every page, as it comes: on a phone, simulated. Needs Node and npm."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.host import serving
from benchmarks.timing import ROOT
from checks import pages
from checks.browser import SWITCHES, installed
from publish.optimise.compress import compress

HERE = Path(__file__).parent
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
ALL = 100
LARGEST_PAINT = 1.0  # seconds that are promised
RUNS = 5  # of a page that falls short at first: one hiccup of the machine is not the page's
NOT_AS_READERS_HAVE_IT = {
    "--disable-back-forward-cache",
    "--hide-scrollbars",
    "--enable-blink-features=ComputedAccessibilityInfo",
}
START_SECONDS = 20
INTRODUCTION = """\
# Lighthouse

What [Lighthouse](https://developer.chrome.com/docs/lighthouse) says of every page: its mobile run as it comes, with a
slow phone and a slow line simulated. The site is served on this machine as a good host does: compressed with Brotli,
over HTTP/1.1, without delay. Seconds are those of the simulation.

Written by `python -m benchmarks lighthouse --output benchmarks/LIGHTHOUSE.md` after `make build`, for the commit
{commit}, with Lighthouse {version} and Chromium {browser}. A page that falls short of {all} points, or takes more than
{paint} s to its largest paint, is run {runs} times and the median of each figure stands here: other programs on the
machine make single runs slow.
"""


@dataclass(frozen=True)
class Below:
    """An audit that is not fully passed: its id, its weight in its category, and what Lighthouse shows for it."""

    audit: str
    weight: float
    shown: str


@dataclass(frozen=True)
class Look:
    """What one run, or the median of several, says of a page. Paints are in seconds, `blocked` in milliseconds."""

    scores: Mapping[str, int]
    largest_paint: float
    first_paint: float
    shift: float
    blocked: float
    bytes: int
    below: tuple[Below, ...]
    version: str
    browser: str
    runs: int = 1

    @property
    def falls_short(self) -> bool:
        """Whether one of the promises is missed."""
        return min(self.scores.values()) < ALL or self.largest_paint > LARGEST_PAINT


def measure(arguments: Sequence[str]) -> None:
    """Run Lighthouse on the pages of site/ and print the table; write it where --output says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks lighthouse", description=__doc__)
    parser.add_argument("--page", action="append", default=[], metavar="GLOB", help="only these, such as /what-*/")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the table goes: benchmarks/LIGHTHOUSE.md")
    options = parser.parse_args(arguments)
    if not shutil.which("node"):
        print("Not measured: there is no Node here (Debian: apt-get install nodejs npm).", file=sys.stderr)
        return
    if not (HERE / "node_modules/lighthouse").is_dir():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=HERE, check=True)
    try:
        looks = looks_at(ROOT / "site", options.page)
    except pages.NoPages as none:
        sys.exit(str(none))
    text = table(looks, commit())
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


def looks_at(site: Path, globs: Sequence[str]) -> dict[str, Look]:
    """What Lighthouse says of each page of a folder that matches, by its path. Raises NoPages when none does."""
    looks = {}
    with compressed(site) as copy, serving(copy) as host, browser() as port, lighthouse(port) as run:
        for page in pages.matching(host.pages, globs):
            taken = [run(host.address + page.path)]
            while taken[0].falls_short and len(taken) < RUNS:
                taken.append(run(host.address + page.path))
            looks[page.path] = median(taken)
            print(
                page.path, *looks[page.path].scores.values(), f"{looks[page.path].largest_paint:.2f} s", file=sys.stderr
            )
    return looks


@contextmanager
def compressed(site: Path) -> Iterator[Path]:
    """A copy of a site with compressed copies of its files."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        copy = shutil.copytree(site, Path(folder) / "site")
        compress(copy)
        yield copy


@contextmanager
def browser() -> Iterator[int]:
    """A browser with an empty profile; gives the port on which it takes orders."""
    program = installed()
    if program is None:
        sys.exit("There is no Chromium here (Debian: apt-get install chromium).")
    switches = [switch for switch in SWITCHES if switch not in NOT_AS_READERS_HAVE_IT]
    with tempfile.TemporaryDirectory(prefix="lighthouse-", ignore_cleanup_errors=True) as profile:
        command = [program, *switches, f"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank"]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            yield port_of(Path(profile, "DevToolsActivePort"))
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def port_of(file: Path) -> int:
    """The port that a browser writes into its profile once it listens."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if file.is_file() and (words := file.read_text(encoding="utf-8").split()):
            return int(words[0])
        time.sleep(0.05)
    sys.exit(f"Chromium did not start within {START_SECONDS} s.")


@contextmanager
def lighthouse(port: int) -> Iterator[Callable[[str], Look]]:
    """A function that runs Lighthouse on an address, in the browser at a port."""
    command = ["node", str(HERE / "lighthouse.mjs"), str(port)]
    with subprocess.Popen(command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def ask(address: str) -> dict[str, Any]:
            assert process.stdin and process.stdout
            print(address, file=process.stdin, flush=True)
            line = process.stdout.readline()
            if not line:
                sys.exit(f"Lighthouse ended without an answer for {address}.")
            said: dict[str, Any] = json.loads(line)
            return said

        def run(address: str) -> Look:
            for _ in range(RUNS):  # now and then it misses the beginning of a page, and asks to be run again
                said = ask(address)
                if not said["fault"]:
                    return look(said)
            sys.exit(f"Lighthouse could not look at {address}: {said['fault']}")

        yield run


def look(said: Mapping[str, Any]) -> Look:
    """What lighthouse.mjs answers, in our words."""
    found = said["metrics"]
    return Look(
        scores=said["scores"],
        largest_paint=found["largest_paint"] / 1000,
        first_paint=found["first_paint"] / 1000,
        shift=found["shift"],
        blocked=found["blocked"],
        bytes=round(found["bytes"]),
        below=tuple(Below(**one) for one in said["below"]),
        version=said["version"],
        browser=re.sub(r".*Chrome/(\d+).*", r"\1", said["browser"]),
    )


def median(looks: Sequence[Look]) -> Look:
    """The median of each figure, and the audits that more than half of the runs name."""
    named = [one for each in looks for one in {below.audit: below for below in each.below}.values()]
    counts = {below.audit: sum(one.audit == below.audit for one in named) for below in named}
    often = {below.audit: below for below in named if counts[below.audit] * 2 > len(looks)}

    def of(figure: Callable[[Look], float]) -> float:
        return statistics.median_low(map(figure, looks))

    return Look(
        scores={name: statistics.median_low(one.scores[name] for one in looks) for name in looks[0].scores},
        largest_paint=of(lambda one: one.largest_paint),
        first_paint=of(lambda one: one.first_paint),
        shift=of(lambda one: one.shift),
        blocked=of(lambda one: one.blocked),
        bytes=round(of(lambda one: one.bytes)),
        below=tuple(often.values()),
        version=looks[0].version,
        browser=looks[0].browser,
        runs=len(looks),
    )


def commit() -> str:
    """The last commit and its day: what is measured does not depend on the day of measuring."""
    command = ["git", "log", "-1", "--format=%h of %cs"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def table(looks: Mapping[str, Look], measured: str) -> str:
    """The whole page: how it was made, the sums, a row for each page, and the audits that are not fully passed."""
    one = next(iter(looks.values()))
    heads = ["page", *CATEGORIES.values(), "first paint s", "largest paint s", "shift", "blocked ms", "bytes", "runs"]
    lines = [
        INTRODUCTION.format(
            commit=measured, version=one.version, browser=one.browser, all=ALL, paint=LARGEST_PAINT, runs=RUNS
        ),
        sums(looks.values()),
        "",
        f"| {' | '.join(heads)} |",
        f"|{'---|' * len(heads)}",
        *(row(path, found) for path, found in looks.items()),
        "",
        "## Audits that are not fully passed",
        "",
        *audits(looks, counts=True),
        "",
        "Without weight, for information only:",
        "",
        *audits(looks, counts=False),
    ]
    return "\n".join(lines) + "\n"


def sums(looks: Iterable[Look]) -> str:
    """The worst of each figure over all pages."""
    found = list(looks)
    lowest = ", ".join(f"{name} {min(one.scores[id] for one in found)}" for id, name in CATEGORIES.items())
    slowest, shift = max(one.largest_paint for one in found), max(one.shift for one in found)
    return (
        f"**{len(found)} pages. Lowest points: {lowest}. Longest time to the largest paint: {slowest:.2f} s. "
        f"Largest layout shift: {shift:.3f}. "
        f"Pages that fall short: {sum(one.falls_short for one in found)}.**"
    )


def row(path: str, found: Look) -> str:
    """One page of the table."""
    cells = [
        path,
        *(str(found.scores[id]) for id in CATEGORIES),
        f"{found.first_paint:.2f}",
        f"{found.largest_paint:.2f}",
        f"{found.shift:.3f}",
        f"{found.blocked:.0f}",
        f"{found.bytes:,}",
        str(found.runs),
    ]
    return f"| {' | '.join(cells)} |"


def audits(looks: Mapping[str, Look], *, counts: bool) -> list[str]:
    """A line for each audit that is not fully passed, of those that count for the points or of the others."""
    by_audit: dict[str, list[str]] = {}
    for path, found in looks.items():
        for below in found.below:
            if bool(below.weight) == counts:
                by_audit.setdefault(below.audit, []).append(f"{path} {below.shown}".strip())
    lines = [
        f"- `{audit}`: {', '.join(on) if len(on) < len(looks) else 'every page'}"
        for audit, on in sorted(by_audit.items())
    ]
    return lines or ["None."]
