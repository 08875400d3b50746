"""For observations that use what stands on a page: nothing leaves the page, and it is as before when they end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks.browser import Browser

USAGE = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def put_back(browser: Browser, answer: Mapping[str, Any]) -> None:
    """Open the page anew where a script could not put it back: its answer has `changed`, the address or nothing."""
    if answer["changed"]:
        browser.open(answer["changed"])
