"""What a run says of the 55 success criteria: one page, the site, and what others publish of it."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from checks import conclusions
from checks.conclusions import Conclusion
from checks.criteria import CRITERIA, Criterion
from checks.model import Outcome, Report, Result
from checks.report import json as json_report

VIDEO = Criterion("1.2.2", "Captions", "A", "do captions say all?", ("videos",), "video")
ALWAYS = Criterion("1.4.1", "Use of Color", "A", "does color alone carry meaning?")
RESULT = Result(
    rule="captions",
    requirement="",
    why="",
    criteria=("1.2.2",),
    act=(),
    outcome=Outcome.PASSED,
    pages=("/a/",),
    states=("wide",),
    target=None,
    targets=1,
    source=None,
    message="",
    fix="",
    help="",
    fingerprint="",
)


def report(presence: dict[str, dict[str, int]], *results: Result) -> Report:
    return Report("site", tuple(presence), ("wide",), results, {}, {}, presence)


def test_the_table_has_every_criterion_of_levels_a_and_aa_once() -> None:
    assert Counter(one.level for one in CRITERIA) == {"A": 31, "AA": 24}
    numbers = [tuple(map(int, one.number.split("."))) for one in CRITERIA]
    assert numbers == sorted(set(numbers)) and (4, 1, 1) not in numbers


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.number)
def test_each_criterion_asks_a_person_and_says_what_was_looked_for(criterion: Criterion) -> None:
    assert re.fullmatch(r"[a-z].+\?", criterion.remains)
    assert bool(criterion.needs) == bool(criterion.absent)


def test_what_a_criterion_needs_is_counted_under_that_name() -> None:
    script = (Path(conclusions.__file__).parent / "observe" / "presence.js").read_text(encoding="utf-8")
    counted = set(re.findall(r"^  (\w+): ", script, re.M)) | set(re.findall(r"^counts\.(\w+) ", script, re.M))
    assert {name for one in CRITERIA for name in one.needs} <= counted


@pytest.mark.parametrize(
    ("criterion", "outcomes", "counts", "expected"),
    [
        (VIDEO, [], {}, Conclusion.ABSENT),
        (VIDEO, [], {"videos": 1}, Conclusion.PERSON),
        (VIDEO, [Outcome.PASSED], {"videos": 1}, Conclusion.PASSED),
        (VIDEO, [Outcome.PASSED], {}, Conclusion.ABSENT),
        (VIDEO, [Outcome.PASSED, Outcome.CANT_TELL], {"videos": 1}, Conclusion.PERSON),
        (VIDEO, [Outcome.PASSED, Outcome.CANT_TELL, Outcome.FAILED], {"videos": 1}, Conclusion.FAILED),
        (VIDEO, [Outcome.FAILED], {}, Conclusion.FAILED),
        (VIDEO, [Outcome.UNTESTED], {}, Conclusion.PERSON),
        (VIDEO, [Outcome.INAPPLICABLE], {"videos": 1}, Conclusion.PERSON),
        (ALWAYS, [], {}, Conclusion.PERSON),
        (ALWAYS, [Outcome.PASSED, Outcome.INAPPLICABLE], {}, Conclusion.PASSED),
    ],
)
def test_conclusion_for_a_page(
    criterion: Criterion, outcomes: list[Outcome], counts: dict[str, int], expected: Conclusion
) -> None:
    assert conclusions.conclude(criterion, outcomes, counts) is expected


def test_the_site_has_the_worst_conclusion_of_its_pages() -> None:
    given = report({"/a/": {"videos": 1}, "/b/": {}}, RESULT)
    assert {page: found["1.2.2"] for page, found in conclusions.by_page(given).items()} == {
        "/a/": Conclusion.PASSED,
        "/b/": Conclusion.ABSENT,
    }
    (captions,) = (one for one in conclusions.of_site(given) if one.criterion.number == "1.2.2")
    assert captions.conclusion is Conclusion.PASSED and captions.rules == ("captions",)
    assert captions.pages == {Conclusion.PASSED: 1, Conclusion.ABSENT: 1}
    failed = replace(RESULT, outcome=Outcome.FAILED)
    worse = conclusions.of_site(report({"/a/": {"videos": 1}, "/b/": {}}, failed))
    assert [one.conclusion for one in worse if one.criterion.number == "1.2.2"] == [Conclusion.FAILED]


def test_without_counts_there_is_no_table() -> None:
    given = report({}, RESULT)
    assert conclusions.of_site(given) == ()
    assert json_report.document(given)["criteria"] is None


def test_json_has_the_site_in_full_and_each_page_in_short() -> None:
    stream = io.StringIO()
    json_report.write(report({"/a/": {"videos": 1, "sounds": 0}}, RESULT), stream)
    table = json.loads(stream.getvalue())["criteria"]
    assert len(table["site"]) == len(CRITERIA)
    assert table["pages"]["/a/"]["1.2.2"] == "passed" and table["pages"]["/a/"]["1.4.2"] == "a person must look"
    assert table["presence"] == {"/a/": {"videos": 1}}


def test_what_is_published_says_what_was_looked_for_or_what_is_left_to_ask() -> None:
    site = json_report.document(report({"/a/": {"videos": 1}}, RESULT))["criteria"]["site"]
    entries = {one["number"]: one for one in json.loads(conclusions.published(site))["criteria"]}
    assert entries["1.2.2"] == {
        "number": "1.2.2",
        "name": "Captions",
        "level": "A",
        "conclusion": "passed",
        "note": "do captions say all that is heard?",
    }
    assert entries["2.5.7"]["conclusion"] == "does not occur" and entries["2.5.7"]["note"] == "thing to drag"
