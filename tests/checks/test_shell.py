"""checks/shell.py: the order in which pages have what they share."""

from __future__ import annotations

from checks.shell import turned


def test_the_order_of_most_pages_is_right() -> None:
    assert turned({"/a/": "xyz", "/b/": "zx", "/c/": "xwz"}) == {"/b/": ("z", "x", 2)}


def test_of_two_orders_the_first_is_right() -> None:
    assert turned({"/a/": "xy", "/b/": "yx", "/c/": "xz"}) == {"/b/": ("y", "x", 1)}


def test_what_comes_twice_counts_where_it_comes_first() -> None:
    assert turned({"/a/": "xyx", "/b/": "xy"}) == {}
