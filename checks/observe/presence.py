"""What stands on a page that a success criterion needs in order to occur: proof that the others do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)
STATES = ("wide", "opened")  # where to count: as the page opens, and what scripts put there on demand


@dataclass(frozen=True)
class Presence:
    """How often each kind of thing is there, and how many listeners for each kind of event, by the names in
    presence.js."""

    counts: Mapping[str, int]


def observe(browser: Browser, visit: Visit) -> Presence:
    return Presence(browser.inspect(SCRIPT))


def together(seen: Iterable[Presence]) -> dict[str, int]:
    """The most of each kind that one look at a page found."""
    most: Counter[str] = Counter()
    for presence in seen:
        most |= Counter(presence.counts)
    return dict(sorted(most.items()))


PRESENCE = Observation("presence", observe)
