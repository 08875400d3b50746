"""What tilting or shaking the device does can also be done with a control."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.tilting import TILTING
from checks.pausing import may_stop

FIX = 'put a control on the page that does the same, such as <button type="button">Undo</button>'


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[TILTING]
    if not seen.listens:
        return
    others = [name for name in seen.controls if not may_stop([name]) or not name.isascii()]
    if not seen.changes:
        yield passed()
    elif others:
        message = "The page changes when the device is tilted or shaken."
        yield cant_tell(message, f'see whether "{others[0][:80]}", or another control, does the same')
    else:
        yield failed("The page changes when the device is tilted or shaken, and no control does the same.", FIX)


RULE = Rule(
    id="device-motion",
    requirement="What happens when the device is tilted or shaken can also be done with a control.",
    why="Someone whose device is fixed to a wheelchair, or who cannot hold it, cannot tilt or shake it.",
    observes=(TILTING,),
    judge=judge,
    states=("wide",),
    criteria=("2.5.4",),
    act=("7677a9",),
)
