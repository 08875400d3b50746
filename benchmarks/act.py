"""How many of W3C's test cases for its ACT rules the gate finds, by rule: the figures of checks/ACT.md.

<https://www.w3.org/WAI/standards-guidelines/act/rules/>. The cases are not in this project: a folder that has them as
W3C serves them, with its testcases.json, is an argument.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.timing import ROOT
from checks.rules import CATALOGUE

ADDRESS = "https://www.w3.org/WAI/standards-guidelines/act/rules"
INTRODUCTION = """\
# ACT rules

Which rules of this gate test the same as which [ACT rule]({address}/), and how many of W3C's test cases they decide as
W3C does.

*Found*: cases that have to fail, and do. *False alarms*: cases that pass or are inapplicable, and in which a rule that
names this ACT rule fails. What the gate leaves to a person (*cantTell*) is neither. "Our rules" leaves out those of
axe-core, which says itself which ACT rules they are for. Written by
`python -m benchmarks act FOLDER --output checks/ACT.md`; FOLDER holds test cases as W3C serves them, here a part of
all that there are.
"""


@dataclass(frozen=True)
class Case:
    """One test case: the ACT rule it belongs to, the URL path of its page, and whether the rule has to fail there."""

    rule: str
    name: str
    page: str
    fails: bool


@dataclass
class Row:
    """What came of the cases of one ACT rule; `by` counts the cases that each rule of ours found."""

    name: str = ""
    cases: int = 0
    to_find: int = 0
    found: int = 0
    false_alarms: int = 0
    not_looked_at: int = 0
    by: Counter[str] = field(default_factory=Counter)


def measure(arguments: Sequence[str]) -> None:
    """Run the gate over the cases in a folder, print what came of them, and write it where --output says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks act", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="W3C's test cases, as they are served")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the page goes: checks/ACT.md")
    parser.add_argument("--report", type=Path, metavar="FILE", help="the gate's JSON report, where it has run already")
    options = parser.parse_args(arguments)
    cases = read(options.folder)
    rows = score(cases, results_in(options.report) if options.report else look_at(options.folder, cases))
    text = page(rows)
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


def read(folder: Path) -> list[Case]:
    """The cases of every testcases.json below a folder whose page is there."""
    found = []
    for listing in sorted(folder.rglob("testcases.json")):
        for case in json.loads(listing.read_text(encoding="utf-8"))["testcases"]:
            file = listing.parent / case["relativePath"]
            if file.is_file():
                path = f"/{file.relative_to(folder).as_posix()}"
                found.append(Case(case["ruleId"], case["ruleName"], path, case["expected"] == "failed"))
    return found


def look_at(folder: Path, cases: Iterable[Case]) -> list[dict[str, object]]:
    """What the gate says of the pages of these cases: the results of its JSON report."""
    with tempfile.TemporaryDirectory() as place:
        listed, report = Path(place, "pages.txt"), Path(place, "report.json")
        listed.write_text("\n".join(dict.fromkeys(case.page for case in cases)), encoding="utf-8")
        options = ["--pages-from", str(listed), "--each", "--format", "json", "--output", str(report)]
        subprocess.run([sys.executable, "-m", "checks", "site", str(folder.resolve()), *options], cwd=ROOT, check=False)
        return results_in(report)


def results_in(report: Path) -> list[dict[str, object]]:
    results: list[dict[str, object]] = json.loads(report.read_text(encoding="utf-8"))["results"]
    return results


def score(cases: Iterable[Case], results: Iterable[Mapping[str, object]]) -> dict[str, Row]:
    """The row of each ACT rule that has cases, by its id."""
    looked_at: set[str] = set()
    failing: dict[tuple[str, str], set[str]] = {}  # the rules of ours that fail, by page and ACT rule
    for result in results:
        for path in list_of(result["pages"]):
            if result["outcome"] != "untested":
                looked_at.add(path)
            if result["outcome"] == "failed":
                for id in list_of(result["act"]):
                    failing.setdefault((path, id), set()).add(str(result["rule"]))
    rows: dict[str, Row] = {}
    for case in cases:
        row = rows.setdefault(case.rule, Row(case.name))
        ours = failing.get((case.page, case.rule), set())
        row.cases += 1
        row.to_find += case.fails
        row.not_looked_at += case.page not in looked_at
        row.found += case.fails and bool(ours)
        row.false_alarms += not case.fails and bool(ours)
        row.by.update(ours if case.fails else ())
    return rows


def list_of(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def mapping() -> dict[str, list[str]]:
    """The rules of ours that name each ACT rule. Those of axe-core are not among them: it says which itself."""
    ids = sorted({id for rule in CATALOGUE for id in rule.act})
    return {id: [rule.id for rule in CATALOGUE if id in rule.act] for id in ids}


def page(rows: Mapping[str, Row]) -> str:
    """The whole page: the sums, then a row for each ACT rule that has cases or a rule of ours."""
    ours = mapping()
    all_rows = {id: rows.get(id, Row()) for id in sorted(rows.keys() | ours.keys())}
    lines = [
        INTRODUCTION.format(address=ADDRESS),
        sums(all_rows.values()),
        "",
        "| ACT rule | about | our rules | cases | found | false alarms | found by |",
        "|---|---|---|---|---|---|---|",
        *(line(id, row, ours.get(id, [])) for id, row in all_rows.items()),
    ]
    return "\n".join(lines) + "\n"


def sums(rows: Iterable[Row]) -> str:
    total = Row()
    for row in rows:
        for name in ("cases", "to_find", "found", "false_alarms", "not_looked_at"):
            setattr(total, name, getattr(total, name) + getattr(row, name))
    return (
        f"**Found {total.found} of {total.to_find} failed cases, with {total.false_alarms} false alarms on "
        f"{total.cases - total.to_find} clean cases; "
        f"{total.cases - total.not_looked_at} of {total.cases} pages looked at.**"
    )


def line(id: str, row: Row, ours: Sequence[str]) -> str:
    by = ", ".join(f"`{rule}` {count}" for rule, count in sorted(row.by.items()))
    cells = [
        f"[{id}]({ADDRESS}/{id}/)",
        row.name.replace("|", "\\|"),
        ", ".join(f"`{rule}`" for rule in ours),
        *([str(row.cases), f"{row.found} of {row.to_find}", str(row.false_alarms), by] if row.cases else ["–"] * 4),
    ]
    return f"| {' | '.join(cells)} |"
