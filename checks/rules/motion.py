"""What moves or blinks by itself for more than five seconds can be stopped."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.unprompted import UNPROMPTED, Mover

FIX = "let it end within 5 s (animation-iteration-count: 3), or put a button beside it that stops it"


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[UNPROMPTED]
    movers = [mover for mover in seen.movers if mover.beside]
    for mover in movers:
        if mover.own or seen.stopped_by:
            continue
        if not mover.sure:
            look = "see whether it moves or blinks, or only changes its colours a little"
            yield cant_tell(f"{what(mover)} may move or blink {how_long(mover)}.", look, mover.target)
        elif seen.pausing:
            message = f'{what(mover)} moves {how_long(mover)}; "{seen.pausing[0][:80]}" may stop it.'
            yield cant_tell(message, "use that control with the keyboard, and see whether it stops", mover.target)
        else:
            yield failed(f"{what(mover)} moves {how_long(mover)}, and nothing can stop it.", FIX, mover.target)
    if stopped := sum(mover.own or bool(seen.stopped_by) for mover in movers):
        yield passed(stopped)


def what(mover: Mover) -> str:
    return mover.target.snippet or mover.target.selector


def how_long(mover: Mover) -> str:
    return "without end" if mover.seconds is None else f"for {mover.seconds:.0f} s"


RULE = Rule(
    id="motion",
    requirement="What moves, blinks or scrolls by itself for more than 5 s beside other content can be stopped.",
    why="Someone whose attention is caught by what moves cannot read the text beside it.",
    observes=(UNPROMPTED,),
    judge=judge,
    states=("wide",),
    criteria=("2.2.2",),
)
