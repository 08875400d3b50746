"""What tilting or shaking the device does can be turned off."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.tilting import TILTING
from checks.pausing import may_stop

FIX = "put a control on the page that turns it off, such as a checkbox “React to motion”"


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[TILTING]
    if not seen.listens:
        return
    if not seen.changes:
        yield passed()
    elif buttons := may_stop(seen.controls):
        message = f'The page changes when the device is tilted or shaken; "{buttons[0][:80]}" may turn that off.'
        yield cant_tell(message, "use that control, tilt the device, and see whether the page stays as it is")
    else:
        yield failed("The page changes when the device is tilted or shaken, and nothing can turn that off.", FIX)


RULE = Rule(
    id="device-motion-switch",
    requirement="What happens when the device is tilted or shaken can be turned off.",
    why="Someone whose hands shake, or whose chair moves, sets it off without wanting to.",
    observes=(TILTING,),
    judge=judge,
    states=("wide",),
    criteria=("2.5.4",),
    act=("c249d5",),
)
