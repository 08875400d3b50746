"""Which controls of a page may stop what moves, changes or sounds, by what they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Words for stopping, and for the places where such a choice is hidden; and the signs of players.
MAY_STOP = re.compile(
    r"\b(paus|stop|hid|halt|freez|still|clos|dismiss|cancel|mute|sound|audio|volume|silen|quiet|play|slow|static|"
    r"animat|motion|mov|turn|off\b|disabl|switch|toggle|setting|option|preference|accessib|control|update)|[⏸⏹⏯■‖❚×✕✖]",
    re.I,
)


def may_stop(controls: Sequence[str]) -> list[str]:
    """The names of the controls that may stop something.

    A name without a letter of English may say anything.
    """
    return [name for name in controls if MAY_STOP.search(name) or not re.search("[a-z]", name, re.I)]
