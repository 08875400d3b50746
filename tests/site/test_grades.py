"""Our own marks: every page has them, each within its instrument and with a reason."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

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


def test_no_item_that_needs_readers_or_clinicians_is_claimed() -> None:
    quality = items(GRADES["pages"]["compare-care"]["ipdas"])
    claimed = [item for item, given in quality.items() if given["mark"] == 1]
    assert not {item for item in claimed if item.startswith("quality ") and 12 <= int(item.split()[1]) <= 17}
