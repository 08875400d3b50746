"""The table of sizes: what is counted, in the HTML and in the browser, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.sizes import Cost, read_costs, sentences, table, visited_costs

OURS = {"a/index.html": Cost(10, 20, 3, 5, 1), "index.html": Cost(10, 20, 5, 5, 1)}
MATERIAL = {
    "a/index.html": Cost(40, 60, 2, 20, 2),
    "index.html": Cost(20, 1000, 6, 20, 2),
    "x.html": Cost(1, 1, 1, 1, 1),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages that share a style sheet; the second has a script, which loads a file."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.css").write_text("p{color:red}" * 50)
    (tmp_path / "a.js").write_text("fetch('words.json')")
    (tmp_path / "words.json").write_text('["word"]')
    head = '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="assets/a.css">'
    (tmp_path / "index.html").write_text(f"{head}<p>x")
    (tmp_path / "b.html").write_text(f'{head}<script src="a.js" defer></script>')
    return tmp_path


def test_the_html_tells_what_is_kept_for_the_next_page(site: Path) -> None:
    first, other = read_costs(site)["index.html"], read_costs(site)["b.html"]
    assert (first.requests, first.next_requests) == (2, 1), "the page itself is asked for again"
    assert (other.requests, other.next_requests) == (3, 2)
    assert other.next_page < other.first_visit


def test_the_browser_tells_what_scripts_load(site: Path) -> None:
    read = read_costs(site)
    visited = visited_costs(site, read)
    assert visited["b.html"].requests == read["b.html"].requests + 1
    assert visited["b.html"].next_requests == 3, "the page, its script and what that loads; the style sheet is kept"
    assert visited["index.html"].requests == read["index.html"].requests
    assert visited["b.html"].first_render == read["b.html"].first_render


def cells(line: str) -> list[str]:
    return line.split()


def test_the_table_has_both_figures_of_each_page_that_both_have() -> None:
    lines = [cells(line) for line in table(OURS, MATERIAL).splitlines()]
    assert lines[2] == ["a/index.html", *cells("10 20 3 5 1 40 60 2 20 2")]
    assert lines[-2] == ["all", "pages", *cells("20 40 8 10 2 60 1,060 8 40 4")]
    assert lines[-1] == ["the", "most", *cells("10 20 5 5 1 40 1,000 6 20 2")]
    assert not any("x.html" in line for line in lines)


def test_the_sentences_name_the_ratios_and_the_pages_that_one_of_them_has_not() -> None:
    said = sentences(OURS, MATERIAL)
    assert (
        "Over 2 pages Material takes 3.0 times our bytes before the first render, 26.5 times for a first visit" in said
    )
    assert "with 1.0 times the requests, and 4.0 times for a next page. Only one of them has x.html." in said
