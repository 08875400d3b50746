"""What a page repeats of other pages can be passed by: by a heading, a landmark or a skip link."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.repeated import REPEATED

FIX = 'let a link "Skip to main content" come first and lead to <main>, and let that begin with a heading'
LOOK = "see whether a button or link on the page hides what is repeated, or moves the focus past it"


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[REPEATED]
    if not (seen.block and seen.content):
        return
    if seen.heading or seen.landmark or seen.skip:
        yield passed()
        return
    repeated = f'Pages that this page links to also have "{seen.words}"'
    missing = "no heading, landmark or link leads past it to what is this page's own"
    if seen.button:
        yield cant_tell(f"{repeated}; {missing}, but there are buttons or links that work by script.", LOOK, seen.block)
    else:
        yield failed(f"{repeated}, and {missing}: {seen.content.snippet}.", FIX, seen.block)


RULE = Rule(
    id="repeated-content",
    requirement="What a page repeats of other pages can be passed by.",
    why="Someone with a keyboard or a screen reader goes through the same menu on every page before the text begins.",
    observes=(REPEATED,),
    judge=judge,
    states=("wide",),
    criteria=("2.4.1",),
    act=("cf77f2", "b40fd1", "047fe0", "ye5d6e", "3e12e1"),
)
