"""What tells controls from the page around them, and what is checked from what is not.

It comes from computed styles; what has a picture, gradient or filter in it is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.observe.contrast import PAINT

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = PAINT + script(__file__)


@dataclass(frozen=True)
class Control:
    """The strongest contrast of a field's edges or ground, or of a sign's parts, with what is around them."""

    target: Target
    contrast: float


@dataclass(frozen=True)
class Toggle:
    """What can be checked or selected; `same` says that it looks the same when it is and when it is not."""

    target: Target
    same: bool


@dataclass(frozen=True)
class Controls:
    """Fields whose boundaries the author chose, without a hint or value in them; signs of controls that have no words;
    and, under forced colours alone, toggles that the browser does not draw."""

    fields: tuple[Control, ...]
    signs: tuple[Control, ...]
    toggles: tuple[Toggle, ...]


def observe(browser: Browser, visit: Visit) -> Controls:
    answer = browser.evaluate(SCRIPT)
    return Controls(
        fields=tuple(_control(found) for found in answer["fields"]),
        signs=tuple(_control(found) for found in answer["signs"]),
        toggles=tuple(Toggle(Target.of(found["target"]), found["same"]) for found in answer["toggles"]),
    )


def _control(found: Mapping[str, Any]) -> Control:
    return Control(Target.of(found["target"]), found["contrast"])


CONTROLS = Observation("controls", observe)
