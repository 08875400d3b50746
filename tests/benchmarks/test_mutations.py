"""What is planted into a page stands behind its own styles, and other pages keep theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.barriers import NotHere
from benchmarks.mutations import with_style

PAGE = '<link rel="icon" href="../a.svg"><link rel="stylesheet" href="../assets/styles/all-of-it.0a1b.css"><p>Words</p>'


def test_a_page_gets_its_own_copy_of_its_style_sheet(tmp_path: Path) -> None:
    styles = tmp_path / "assets/styles"
    styles.mkdir(parents=True)
    (styles / "all-of-it.0a1b.css").write_text("p{a:b}")
    html = with_style(tmp_path, PAGE, "p { c: d }", 7)
    assert html == PAGE.replace("all-of-it.0a1b.css", "planted-7.css")
    assert (styles / "planted-7.css").read_text() == "p{a:b}p { c: d }"
    assert (styles / "all-of-it.0a1b.css").read_text() == "p{a:b}"


def test_a_page_without_a_style_sheet_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotHere):
        with_style(tmp_path, "<p>Words</p>", "p { c: d }", 1)
