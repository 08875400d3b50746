"""Which controls may stop something, by their names."""

from __future__ import annotations

import pytest

from checks.pausing import may_stop


@pytest.mark.parametrize("name", ["Pause", "Stop updates", "Hide the news", "⏸", "Mute", "Settings", "一時停止"])
def test_it_may_stop_something(name: str) -> None:
    assert may_stop(["Menu", name]) == [name]


@pytest.mark.parametrize("name", ["Menu", "Search", "Next week", "Official site", "Send"])
def test_it_stops_nothing(name: str) -> None:
    assert may_stop([name]) == []
