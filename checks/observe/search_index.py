"""Which pages the site's own search can find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import Observation, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


def observe(browser: Browser, visit: Visit) -> tuple[str, ...]:
    """The paths in the index of the search, if this is its page of results; empty on every other page.

    The index is what `data-index` of a script of that page names, from a folder under the site's root; without such a
    script it is where MkDocs puts it: `search_index.json`, beside that page.
    """
    return tuple(browser.evaluate(SCRIPT))


SEARCH_INDEX = Observation("search-index", observe)
