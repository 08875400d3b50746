"""Tab leads through the page in the order in which it is read, and into what was just opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checks import states
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.keyboard import KEYBOARD, Stop

STRIKING = 3  # steps against the direction of reading in one list or section: fewer are a picture above its heading


def judge(facts: Facts) -> Iterator[Finding]:
    walk = facts[KEYBOARD]
    stops = [stop for stop in walk.stops if not stop.unseen]
    ahead = [(stop, later) for place, stop in enumerate(stops) if (later := overtaken(stop, stops[place + 1 :]))]
    for stop, later in ahead:
        message = f'tabindex="{stop.tabindex}" takes {name(stop)} ahead of {name(later)}, which is read before it.'
        yield failed(message, 'take tabindex out, or write tabindex="0"', stop.target)
    if walk.layer:
        message = f"{walk.layer.snippet or walk.layer.selector} is opened, and the next Tab leads past it."
        fix = "move the focus into it when it opens, or put it right after the button that opens it"
        yield failed(message, fix, walk.layer)
    backwards = [] if ahead else list(against_reading(stops))
    for stop, count in backwards:
        message = f"From {name(stop)} on, Tab goes against the direction of reading {count} times."
        fix = "see whether the order of Tab makes sense; if not, put the markup in the order seen"
        yield cant_tell(message, fix, stop.target)
    if len(stops) > 1 and not (ahead or walk.layer or backwards):
        yield passed(len(stops))


def name(stop: Stop) -> str:
    return stop.target.snippet or stop.target.selector


def overtaken(stop: Stop, later: Sequence[Stop]) -> Stop | None:
    """What comes after a stop with a positive tabindex though it stands before it in the markup and on the page."""
    if stop.tabindex <= 0 or stop.afloat:
        return None
    before = (other for other in later if 0 <= other.number < stop.number and not other.afloat)
    return next((other for other in before if stands_before(other, stop)), None)


def stands_before(one: Stop, other: Stop) -> bool:
    """Above it, or beside it where a line begins."""
    return one.place[3] <= other.place[1] or (are_in_a_row(one, other) and is_ahead(one, other))


def are_in_a_row(one: Stop, other: Stop) -> bool:
    overlap = min(one.place[3], other.place[3]) - max(one.place[1], other.place[1])
    return overlap > 0.5 * min(one.place[3] - one.place[1], other.place[3] - other.place[1])


def is_ahead(one: Stop, other: Stop) -> bool:
    return one.place[0] >= other.place[2] if other.rtl else one.place[2] <= other.place[0]


def is_above(one: Stop, other: Stop) -> bool:
    """Above it in the same column."""
    overlap = min(one.place[2], other.place[2]) - max(one.place[0], other.place[0])
    narrower = min(one.place[2] - one.place[0], other.place[2] - other.place[0])
    return one.place[3] <= other.place[1] and overlap > 0.5 * narrower


def against_reading(stops: Sequence[Stop]) -> Iterator[tuple[Stop, int]]:
    """The first of many steps in one block that lead upwards in a column, or against the direction of a row."""
    steps: dict[int, list[Stop]] = {}
    for one, other in pairwise(stops):
        if one.block != other.block or one.afloat or other.afloat:
            continue
        if is_above(other, one) or (are_in_a_row(one, other) and is_ahead(other, one)):
            steps.setdefault(one.block, []).append(one)
    yield from ((found[0], len(found)) for found in steps.values() if len(found) >= STRIKING)


RULE = Rule(
    id="focus-order",
    requirement="Tab leads through the page in the order in which it is read, and into what was just opened.",
    why="Someone who magnifies the page or listens to it is thrown about, and loses what belongs together.",
    observes=(KEYBOARD,),
    judge=judge,
    states=states.KEYBOARD,
    criteria=("2.4.3",),
)
