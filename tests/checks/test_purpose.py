"""checks/purpose.py: whether two pages serve one purpose."""

from __future__ import annotations

import pytest

from checks.purpose import Content, may_be_one, same


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Call us.", "Call us.", True),
        ("Call (555) 010-0100.", "Write, chat, or dial 555-010-0100 on weekdays.", True),
        ("Call (555) 010-0100.", "Call (555) 010-0199.", False),
        ("Programs near the river", "Programs near a river, by name", True),
        ("Programs near the river", "Chat by day and night", False),
        ("Programs, beds, river, bridge", "Programs, beds, lake, tower", None),
        ("Programs", "", False),
    ],
)
def test_same(one: str, other: str, expected: bool | None) -> None:
    assert same(Content("A", one), Content("A", other)) is expected
    assert same(Content("A", other), Content("A", one)) is expected


def test_addresses_that_may_be_one() -> None:
    assert may_be_one("http://example.org/a", "https://example.org/a")
    assert may_be_one("mailto:help@example.org", "mailto:help@example.org?subject=Cost")
    assert not may_be_one("https://example.org/a", "https://example.org/a?page=2")
    assert not may_be_one("mailto:help@example.org", "mailto:office@example.org")
