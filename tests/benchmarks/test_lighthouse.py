"""What is made of Lighthouse's answers. Lighthouse itself takes minutes: python -m benchmarks lighthouse."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.lighthouse import CATEGORIES, Below, Look, look, median, table

GOOD = Look(dict.fromkeys(CATEGORIES, 100), 0.9, 0.75, 0.0, 0.0, 12_000, (), "12.8.2", "156")
SLOW = replace(GOOD, scores={**GOOD.scores, "performance": 77}, blocked=1160.0)
HINT = Below("render-blocking-resources", 0, "Est savings of 150 ms")
FAULT = Below("image-alt", 10, "")


def test_an_answer_is_read_in_seconds() -> None:
    said = {
        "scores": GOOD.scores,
        "metrics": {"largest_paint": 900, "first_paint": 750, "shift": 0, "blocked": 0, "bytes": 12_000},
        "below": [{"audit": "image-alt", "weight": 10, "shown": ""}],
        "version": "12.8.2",
        "browser": "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0 Safari/537.36",
    }
    assert look(said) == replace(GOOD, below=(FAULT,))


def test_a_page_falls_short_in_any_category_or_by_its_largest_paint() -> None:
    assert not GOOD.falls_short
    assert not replace(GOOD, largest_paint=1.0).falls_short
    assert replace(GOOD, largest_paint=1.01).falls_short
    assert all(replace(GOOD, scores={**GOOD.scores, name: 99}).falls_short for name in CATEGORIES)


def test_one_hiccup_of_three_runs_is_not_the_pages() -> None:
    assert median([SLOW, GOOD, GOOD]) == replace(GOOD, runs=3)


def test_what_two_of_three_runs_find_stays() -> None:
    found = median([replace(GOOD, below=(FAULT, HINT)), GOOD, replace(SLOW, below=(FAULT,))])
    assert found.below == (FAULT,)
    assert median([SLOW, SLOW, GOOD]).falls_short


def test_the_table_names_the_pages_of_each_audit_and_keeps_hints_apart() -> None:
    text = table({"/": replace(GOOD, below=(HINT,)), "/about/": replace(SLOW, below=(HINT, FAULT))}, "2026-11-24")
    assert "**2 pages. Lowest points: performance 77, accessibility 100" in text
    assert "Pages that fall short: 1.**" in text
    assert "| /about/ | 77 | 100 | 100 | 100 | 0.75 | 0.90 | 0.000 | 1160 | 12,000 | 1 |" in text
    counted, _, hints = text.partition("Without weight")
    assert "- `image-alt`: /about/" in counted and "render-blocking" not in counted
    assert "- `render-blocking-resources`: every page" in hints
