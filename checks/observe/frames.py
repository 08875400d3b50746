"""Frames that have one name, and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.purpose import Content

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


@dataclass(frozen=True)
class Frame:
    """A frame by its accessible name and address, and what stands in it; None where another site's page does.

    The target of a frame within a frame is the outermost one.
    """

    target: Target
    name: str
    address: str
    page: Content | None


@dataclass(frozen=True)
class Frames:
    """Sets of frames that have one name, two or more in each."""

    sets: tuple[tuple[Frame, ...], ...]


def observe(browser: Browser, visit: Visit) -> Frames:
    return Frames(tuple(tuple(map(_frame, frames)) for frames in browser.evaluate(SCRIPT)))


def _frame(frame: dict[str, object]) -> Frame:
    page = frame["page"]
    content = Content(**page) if isinstance(page, dict) else None
    return Frame(Target.of(frame["target"]), str(frame["name"]), str(frame["address"]), content)  # type: ignore[arg-type]


FRAMES = Observation("frames", observe)
