"""What a page weighs, and what happens when it weighs too much."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publish.optimise.compress import gzip
from publish.problem import CannotWork
from publish.sizes import index_over_budget, over_budget, page_sizes, read_budget, search_index_size, table

PAGE = """<head><link rel="stylesheet" href="../a.css"><link rel=stylesheet href="../p.css" media="print">
<link rel="icon" href="../i.png"><script src="/iop/now.js"></script><script src="../later.js" defer></script>
<script src="../module.js" type="module"></script><script src="https://other.org/x.js"></script></head>
<body><img src="../i.png"><script src="../end.js"></script></body>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "page").mkdir()
    for name in ("a.css", "p.css", "i.png", "bg.png", "now.js", "later.js", "module.js", "end.js"):
        (tmp_path / name).write_text(f"{name} has its own words")
    (tmp_path / "a.css").write_text("a{background:url('bg.png')}")
    (tmp_path / "page/index.html").write_text(PAGE)
    return tmp_path


def weight(site: Path, *names: str) -> int:
    files = [site / name for name in names]
    return sum(len(file.read_bytes() if file.suffix == ".png" else gzip(file.read_bytes())) for file in files)


def test_the_figures_are_sums_of_what_the_page_loads(site: Path) -> None:
    (size,) = page_sizes(site)
    assert size.page == "page/index.html"
    assert size.figure("first-render") == weight(site, "page/index.html", "a.css", "now.js")
    assert size.figure("scripts") == weight(site, "now.js", "later.js", "module.js", "end.js")
    everything = ("page/index.html", "a.css", "p.css", "i.png", "bg.png", "now.js", "later.js", "module.js", "end.js")
    assert size.figure("first-visit") == weight(site, *everything)


def test_what_the_service_worker_keeps_in_the_background_counts_for_the_first_visit(site: Path) -> None:
    (before,) = page_sizes(site)
    page = site / "page/index.html"
    page.write_text(PAGE.replace("../later.js", '../later.js" data-offline="'))
    (site / "sw.js").write_text("the worker")
    (site / "assets").mkdir()
    (site / "help.css").write_text("b{}")
    help_page = '<link rel="stylesheet" href="../help.css"><link rel="stylesheet" href="../a.css"><img src="../bg.png">'
    (site / "assets/offline.0.json").write_text(json.dumps({"help/": help_page}))
    (size,) = page_sizes(site)
    changed = len(gzip(page.read_bytes())) - len(gzip(PAGE.encode()))
    more = weight(site, "sw.js", "assets/offline.0.json", "help.css") + changed
    assert size.figure("first-visit") == before.figure("first-visit") + more
    assert size.figure("first-render") == before.figure("first-render") + changed
    assert size.figure("scripts") == before.figure("scripts")


def test_a_page_over_its_budget_is_named_with_the_figure_and_the_biggest_parts(site: Path) -> None:
    sizes = page_sizes(site)
    budget = {"first-render": 10, "first-visit": 10_000, "scripts": 10_000}
    (sentence,) = over_budget(sizes, budget)
    assert sentence.startswith("page/index.html: first-render is ")
    assert "more than 10. Biggest parts: page/index.html" in sentence
    assert over_budget(sizes, dict.fromkeys(budget, 10_000)) == []


def test_a_search_index_over_its_budget_is_named_with_what_to_do(site: Path) -> None:
    assert search_index_size(site) == 0
    (site / "assets").mkdir()
    (site / "assets/search.0123456789.json").write_text('{"docs":[]}')
    size = weight(site, "assets/search.0123456789.json")
    assert search_index_size(site) == size
    assert index_over_budget(size, {"search-index": size}) == []
    (sentence,) = index_over_budget(size, {"search-index": size - 1})
    assert sentence.startswith(f"The search index is {size} bytes, 1 more than search-index = {size - 1}.")


def test_the_table_has_a_line_for_each_page(site: Path) -> None:
    lines = table(page_sizes(site)).splitlines()
    assert lines[0].split() == ["page", "first-render", "first-visit", "scripts"]
    assert lines[1].split()[0] == "page/index.html"


def test_a_folder_without_pages_is_never_within_its_budget(tmp_path: Path) -> None:
    with pytest.raises(CannotWork, match="no page"):
        page_sizes(tmp_path)


def test_the_budget_stands_in_pyproject(tmp_path: Path) -> None:
    with pytest.raises(CannotWork, match=r"\[tool.publish\]"):
        read_budget(tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        "[tool.publish]\nfirst-render = 1\nfirst-visit = 2\nscripts = 3\nsearch-index = 4\n"
    )
    assert read_budget(tmp_path) == {"first-render": 1, "first-visit": 2, "scripts": 3, "search-index": 4}
