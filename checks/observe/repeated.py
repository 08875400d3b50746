"""What a page repeats of pages that it links to, and which ways lead past that to what is its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.observe.usage import USAGE, put_back

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = USAGE + script(__file__)
PAGES = 2  # of the pages that it links to


@dataclass(frozen=True)
class Repeated:
    """The first block that linked pages have too, and the first thing after it that they have not.

    <https://www.w3.org/WAI/standards-guidelines/act/rules/cf77f2/proposed/#block-of-repeated-content>. `words` are
    the block's first ones. `heading`, `landmark` and `skip` say whether a heading or a landmark begins something of
    the page's own after the block, and whether a link or button of this page leads there. `button` says, where none of
    these does, that there is a button at all, or a link that works by script: it may do what cannot be seen from its
    markup.
    """

    block: Target | None
    content: Target | None
    words: str
    heading: bool
    landmark: bool
    skip: bool
    button: bool


def observe(browser: Browser, visit: Visit) -> Repeated:
    answer = browser.inspect(SCRIPT, PAGES)
    put_back(browser, answer)
    block, content = (Target.of(answer[name]) if answer[name] else None for name in ("block", "content"))
    ways = {name: answer[name] for name in ("words", "heading", "landmark", "skip", "button")}
    return Repeated(block, content, **ways)


REPEATED = Observation("repeated", observe)
