"""Text that changes by itself again and again can be stopped."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.unprompted import UNPROMPTED

FIX = 'put a button beside it that stops the changes, such as <button type="button">Pause</button>'


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[UNPROMPTED]
    for text in (text for text in seen.texts if text.beside):
        message = f'The text "{text.words}" changed {text.times} times while nobody did anything'
        if seen.stopped_by:
            yield passed()
        elif seen.pausing:
            ask = "use that control with the keyboard, and see whether the changes stop"
            yield cant_tell(f'{message}; "{seen.pausing[0][:80]}" may stop that.', ask, text.target)
        elif text.clock:
            yield cant_tell(f"{message}.", "see whether the page would be of no use without this clock", text.target)
        else:
            yield failed(f"{message}, and nothing can stop that.", FIX, text.target)


RULE = Rule(
    id="changing-text",
    requirement="Text that keeps changing by itself beside other content can be paused, stopped or hidden.",
    why="Someone who reads slowly, or hears the page, loses the text before its end.",
    observes=(UNPROMPTED,),
    judge=judge,
    states=("wide",),
    criteria=("2.2.2",),
    act=("efbfc7",),
)
