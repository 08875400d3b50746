"""The guide must outlive Material for MkDocs: Zensical makes the same articles from the same pages."""

from __future__ import annotations

from publish.compare import compare
from tests.site.conftest import ROOT


def test_every_article_of_the_guide_is_the_same_in_zensical() -> None:
    differences = compare(ROOT)
    assert set(differences) >= {"index.html", "help-now/index.html", "search/index.html"}
    assert not {page: difference for page, difference in differences.items() if difference}
