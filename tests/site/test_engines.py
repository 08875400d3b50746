"""The guide must outlive Material for MkDocs: other engines make the same pages of it."""

from __future__ import annotations

import pytest

from publish.compare import Comparison, compare
from tests.site.conftest import ROOT

KNOWN: dict[str, set[tuple[str, str]]] = {"zensical": set(), "properdocs": set()}
"""What differs today: publish/ENGINES.md says why."""


@pytest.fixture(scope="module")
def comparisons() -> dict[str, Comparison]:
    """The guide of each other engine beside that of MkDocs."""
    return {comparison.engine: comparison for comparison in compare(ROOT, KNOWN)}


@pytest.mark.parametrize("engine", KNOWN)
def test_every_page_of_the_guide_says_the_same(comparisons: dict[str, Comparison], engine: str) -> None:
    found = comparisons[engine]
    assert found.pages >= len(list((ROOT / "docs").rglob("*.md"))) + 1, "every page, and the one that is not there"
    assert {(difference.file, difference.what) for difference in found.differences} == KNOWN[engine]


def test_properdocs_writes_the_same_bytes(comparisons: dict[str, Comparison]) -> None:
    assert comparisons["properdocs"].same_html == comparisons["properdocs"].pages
