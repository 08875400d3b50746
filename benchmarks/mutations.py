"""Does the gate find what is planted? Each kind of barrier on a page of its own, beside pages left as they are."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.barriers import KINDS, Barrier, NotHere
from benchmarks.timing import ROOT

AT_A_TIME = 35  # kinds in one run of the gate, each on its own page
UNTOUCHED = 8  # pages beside them that have to stay clear
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
STYLES = re.compile(r'(<link rel="stylesheet" href=")([^"]*/)([^"/]+\.css)(">)')


@dataclass(frozen=True)
class Outcome:
    """What the gate said of a planted barrier: the rules that failed on its page, with the states of each."""

    barrier: Barrier
    page: str
    failed: dict[str, set[str]]

    @property
    def states(self) -> set[str]:
        """The states in which a rule that is meant to find it did."""
        found = {state for rule in self.barrier.rules for state in self.failed.get(rule, ())}
        return found & set(self.barrier.states) if self.barrier.states else found

    @property
    def is_found(self) -> bool:
        return bool(self.states)


def measure() -> None:
    """Print the share of planted barriers that the right rule finds, by kind and state, and what fails elsewhere."""
    outcomes: list[Outcome] = []
    elsewhere: list[str] = []
    for start in range(0, len(KINDS), AT_A_TIME):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            shutil.copytree(ROOT / "site", site)
            lift_policy(site)
            found, beside = run(site, KINDS[start : start + AT_A_TIME])
        outcomes += found
        elsewhere += beside
    print_table(outcomes)
    missed = [outcome for outcome in outcomes if not outcome.is_found]
    for outcome in missed:
        print(
            f"missed: {outcome.barrier.name} ({' or '.join(outcome.barrier.rules)}); failed: {sorted(outcome.failed)}"
        )
    for line in elsewhere:
        print(f"on an untouched page: {line}")
    found_number = len(outcomes) - len(missed)
    print(
        f"{found_number} of {len(outcomes)} kinds found by the right rule ({found_number / len(outcomes):.0%}); "
        f"{len(elsewhere)} findings on untouched pages"
    )


def lift_policy(site: Path) -> None:
    """Take the guide's policy out of a copy of it: it would refuse barriers that are inline scripts."""
    (site / "_headers").unlink(missing_ok=True)
    for page in site.rglob("*.html"):
        page.write_text(POLICY.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")


def run(site: Path, kinds: Sequence[Barrier]) -> tuple[list[Outcome], list[str]]:
    """Plant the kinds, run the gate, and return what it said of each and what it found on untouched pages."""
    free = sorted(path for path in site.glob("*/index.html") if '<p class="review">' in path.read_text("utf-8"))
    planted = {address(site, page): barrier for barrier, page in plant(site, kinds, free)}
    untouched = [address(site, page) for page in free[:UNTOUCHED]]
    listed = site.parent / "pages.txt"
    listed.write_text("\n".join([*planted, *untouched]), encoding="utf-8")
    failed: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for result in gate(site, listed):
        if result["outcome"] in ("failed", "untested"):
            for page in result["pages"]:
                failed[page][result["rule"]].update(result["states"])
    outcomes = [Outcome(barrier, page, dict(failed[page])) for page, barrier in planted.items()]
    beside = [f"{page} {rule} ({', '.join(sorted(failed[page][rule]))})" for page in untouched for rule in failed[page]]
    return outcomes, beside


def plant(site: Path, kinds: Sequence[Barrier], free: list[Path]) -> Iterator[tuple[Barrier, Path]]:
    """Change a page for each kind, and take it from the list of pages that are free."""
    for number, barrier in enumerate(kinds):
        for page in free:
            try:
                html = barrier.plant(page.read_text(encoding="utf-8"))
            except NotHere:
                continue
            if barrier.style:
                html = with_style(site, html, barrier.style, number)
            page.write_text(html, encoding="utf-8")
            free.remove(page)
            yield barrier, page
            break
        else:
            raise NotHere(f"No page has what “{barrier.name}” changes.")


def with_style(site: Path, html: str, style: str, number: int) -> str:
    """Give a page a style sheet of its own: the guide's, and `style` at its end."""
    link = STYLES.search(html)
    if not link:
        raise NotHere("a style sheet")
    name = f"planted-{number}.css"
    styles = site / "assets" / "styles"
    (styles / name).write_text((styles / link[3]).read_text("utf-8") + style, encoding="utf-8")
    return STYLES.sub(rf"\g<1>\g<2>{name}\g<4>", html, count=1)


def address(site: Path, page: Path) -> str:
    return f"/{page.parent.relative_to(site).as_posix()}/"


def gate(site: Path, listed: Path) -> list[dict[str, Any]]:
    """The results of the whole gate over the listed pages of a site."""
    report = site.parent / "report.json"
    command = [sys.executable, "-m", "checks", "site", str(site), "--pages-from", str(listed)]
    subprocess.run([*command, "--format", "json", "--output", str(report)], cwd=ROOT, check=False)
    results: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["results"]
    return results


def print_table(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        barrier = outcome.barrier
        states = ", ".join(sorted(outcome.states)) or "—"
        beside = sorted(set(outcome.failed) - set(barrier.rules))
        also = f"   also: {', '.join(beside)}" if beside else ""
        print(f"{barrier.place:12} {'found' if outcome.is_found else 'MISSED':7} {barrier.name:45} {states}{also}")
    places = [((outcome.barrier.place.value,), outcome.is_found) for outcome in outcomes]
    where = [(outcome.barrier.states or ("any",), outcome.is_found) for outcome in outcomes]
    print(f"by place: {shares(places)}\nby state: {shares(where)}")


def shares(found: Sequence[tuple[tuple[str, ...], bool]]) -> str:
    """ "content 30 of 31, template 12 of 12": how many of each name were found."""
    all_of = Counter(name for names, _ in found for name in names)
    found_of = Counter(name for names, is_found in found for name in names if is_found)
    return ", ".join(f"{name} {found_of[name]} of {number}" for name, number in all_of.items())
