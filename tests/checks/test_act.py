"""The page of figures for ACT rules: how it is counted, and that it names the rules of the catalogue."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks import act
from benchmarks.act import Case, Row

PAGE = Path(__file__).parents[2] / "checks" / "ACT.md"


def result(rule: str, outcome: str, *pages: str, ids: tuple[str, ...] = ("aaaaaa",)) -> dict[str, object]:
    return {"rule": rule, "outcome": outcome, "pages": list(pages), "act": list(ids)}


def test_the_page_names_the_rules_that_the_catalogue_names() -> None:
    rows = re.findall(r"^\| \[(\w{6})\]\S* \|[^|]*\|([^|]*)\|", PAGE.read_text(encoding="utf-8"), re.M)
    assert {id: re.findall(r"`([^`]+)`", ours) for id, ours in rows if ours.strip()} == act.mapping()


def test_cases_are_those_whose_page_is_there(tmp_path: Path) -> None:
    cases = [
        {"ruleId": "aaaaaa", "ruleName": "One", "expected": expected, "relativePath": f"cases/{name}.html"}
        for name, expected in (("a", "failed"), ("b", "passed"), ("missing", "failed"))
    ]
    (tmp_path / "WAI" / "cases").mkdir(parents=True)
    (tmp_path / "WAI" / "testcases.json").write_text(json.dumps({"testcases": cases}))
    for name in "ab":
        (tmp_path / "WAI" / "cases" / f"{name}.html").write_text("<p>a")
    assert act.read(tmp_path) == [
        Case("aaaaaa", "One", "/WAI/cases/a.html", True),
        Case("aaaaaa", "One", "/WAI/cases/b.html", False),
    ]


def test_a_case_is_found_when_a_rule_that_names_its_act_rule_fails() -> None:
    cases = [Case("aaaaaa", "One", f"/{page}", fails) for page, fails in (("a", True), ("b", True), ("c", False))]
    results = [
        result("first", "failed", "/a", "/c"),
        result("second", "failed", "/a"),
        result("first", "cantTell", "/b"),
        result("third", "failed", "/b", ids=("bbbbbb",)),
    ]
    row = act.score(cases, results)["aaaaaa"]
    assert (row.cases, row.to_find, row.found, row.false_alarms, row.not_looked_at) == (3, 2, 1, 1, 0)
    assert row.by == {"first": 1, "second": 1}


def test_a_page_that_was_not_looked_at_is_counted() -> None:
    row = act.score([Case("aaaaaa", "One", "/a", True)], [result("first", "untested", "/a")])["aaaaaa"]
    assert (row.found, row.not_looked_at) == (0, 1)


def test_the_page_has_a_row_for_each_act_rule() -> None:
    row = Row("A | name", cases=3, to_find=2, found=1, false_alarms=1)
    row.by["first"] = 1
    text = act.page({"aaaaaa": row})
    assert "**Found 1 of 2 failed cases, with 1 false alarms on 1 clean cases; 3 of 3 pages looked at.**" in text
    assert f"| [aaaaaa]({act.ADDRESS}/aaaaaa/) | A \\| name |  | 3 | 1 of 2 | 1 | `first` 1 |" in text
    assert all(f"| [{id}]" in text for id in act.mapping())
