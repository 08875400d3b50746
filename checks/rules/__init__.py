"""What we require: the catalogue. A rule is here, or it does not exist.

To add one: write `<name>.py` with a `RULE` and `<name>.md` with its examples, then import and list it here.
"""

from __future__ import annotations

from checks.model import Rule
from checks.rules import (
    axe,
    crisis_line,
    focus_visible,
    keyboard_reach,
    phone_number,
    reflow,
    same_without_scripts,
)

CATALOGUE: tuple[Rule, ...] = (
    axe.RULE,
    crisis_line.RULE,
    focus_visible.RULE,
    keyboard_reach.RULE,
    phone_number.RULE,
    reflow.RULE,
    same_without_scripts.RULE,
)
