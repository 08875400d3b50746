"""What we require: the catalogue. A rule is here, or it does not exist.

To add one: write `<name>.py` with a `RULE` and `<name>.md` with its examples, then import and list it here.
"""

from __future__ import annotations

from checks.model import Rule
from checks.rules import (
    axe,
    citation,
    crisis_line,
    focus_visible,
    keyboard_reach,
    own_words,
    phone_number,
    reading_level,
    reflow,
    respectful_words,
    same_without_scripts,
)

CATALOGUE: tuple[Rule, ...] = (
    axe.RULE,
    citation.RULE,
    crisis_line.RULE,
    focus_visible.RULE,
    keyboard_reach.RULE,
    own_words.RULE,
    phone_number.RULE,
    reading_level.RULE,
    reflow.RULE,
    respectful_words.RULE,
    same_without_scripts.RULE,
)
