"""Nothing flashes more than three times in a second over a large area."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.unprompted import UNPROMPTED

MOST = 341 * 256 // 4  # px² of CSS: WCAG's small area at a usual distance from the screen
FIX = "let it change at most three times in a second, or fade once"


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[UNPROMPTED]
    area = seen.flashing
    if area is not None and area > MOST:
        message = f"{area:,} square pixels flash more than three times in a second; {MOST:,} may."
        yield failed(message, FIX, seen.movers[0].target if len(seen.movers) == 1 else None)
    elif seen.animated or area is not None:
        yield passed(max(seen.animated, 1))


RULE = Rule(
    id="flash",
    requirement="Nothing flashes more than three times in a second, unless it is small.",
    why="Someone with photosensitive epilepsy can have a seizure.",
    observes=(UNPROMPTED,),
    judge=judge,
    states=("wide",),
    criteria=("2.3.1",),
)
