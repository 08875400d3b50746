"""Our own marks: every page has them, each within its instrument and with a reason."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from publish.facts import read_facts
from tests.site.conftest import ROOT

GRADES = yaml.safe_load((ROOT / "data/grades.yml").read_text())
PAGES = sorted(file.stem for file in (ROOT / "docs").glob("*.md"))


def test_every_page_is_marked() -> None:
    assert set(PAGES) <= set(GRADES["pages"])


def items(instrument: dict[str, Any]) -> dict[Any, dict[str, Any]]:
    """The marks of an instrument; those in parts are put together."""
    if all("mark" in item for item in instrument.values()):
        return instrument
    return {f"{part} {name}": mark for part, marks in instrument.items() for name, mark in marks.items()}


@pytest.mark.parametrize("page", PAGES)
def test_each_mark_is_within_its_instrument_and_has_a_reason(page: str) -> None:
    for name, instrument in GRADES["pages"][page].items():
        if name not in GRADES["instruments"]:
            continue
        low, high = GRADES["instruments"][name]["marks"]
        for item, given in items(instrument).items():
            where = f"{page}: {name} {item}"
            assert given["mark"] == "NA" or low <= given["mark"] <= high, where
            assert given["reason"].strip(), where


@pytest.mark.parametrize("page", [page for page in GRADES["pages"] if "ipdas" in GRADES["pages"][page]])
def test_no_item_that_needs_readers_or_clinicians_is_claimed(page: str) -> None:
    quality = GRADES["pages"][page]["ipdas"]["quality"]
    claimed = {int(item) for item, given in quality.items() if given["mark"] == 1}
    assert not claimed & {*range(12, 18), 22, 23}


def test_what_helps_readers_choose_is_marked_as_a_decision_aid() -> None:
    assert {page for page, marks in GRADES["pages"].items() if "ipdas" in marks} == {"compare-care", "decide"}


def test_the_goals_that_a_program_reads_are_those_that_the_file_tells_in_words() -> None:
    instruments = read_facts(ROOT).grades.instruments
    least = {one.id: [part.least for part in one.parts] for one in instruments.values()}
    assert least == {"discern": [85], "pemat": [90, 90], "cdc": [90], "jama": [100], "ipdas": [100, 100, 78]}
    assert [one.lowest for one in instruments.values()] == [4, 0, 0, 0, 0]
    quality = instruments["ipdas"].parts[2]
    assert quality.na_is_not_met
    assert 100 * 18 // len(quality.items) == quality.least
