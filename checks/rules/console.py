"""Nothing that a page asks for or runs is refused or fails."""

from __future__ import annotations

from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.console import CONSOLE

MEND = "open the page with the browser's console, and mend what the line names: a script, an address, or the policy"
WARNED = "open the page with the browser's console, and look whether a reader loses anything by what it warns of"


def judge(facts: Facts) -> Iterator[Finding]:
    console = facts[CONSOLE]
    for line in console.lines:
        if line.error:
            yield failed(f"The browser reports an error: {line.words}", MEND)
        else:
            yield cant_tell(f"The browser warns: {line.words}", WARNED)
    if console.parts and not console.lines:
        yield passed(console.parts)


RULE = Rule(
    id="console",
    requirement="Nothing that the page asks for or runs is refused or fails.",
    why="A reader gets half a page, a menu that does not open or a picture that is missing, and no word about it.",
    observes=(CONSOLE,),
    judge=judge,
    states=states.NAMES,
)
