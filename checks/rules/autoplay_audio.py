"""Sound that starts by itself ends within three seconds or can be stopped."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.media import MEDIA, Medium
from checks.pausing import may_stop

LONGEST = 3  # seconds, of WCAG 1.4.2
FIX = "take the autoplay away, or give it its controls: <audio controls>"


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[MEDIA]
    playing = [medium for medium in seen.media if medium.plays and not medium.silent and medium.sound is not False]
    for medium in playing:
        name = medium.target.snippet or medium.target.selector
        if medium.controls or is_short(medium):
            yield passed()
        elif medium.sound is None:
            message = f"{name} starts by itself; what it plays did not load here."
            yield cant_tell(message, "listen: whether it has sound, for more than 3 s", medium.target)
        elif buttons := may_stop(seen.controls):
            message = f'{name} starts to sound by itself, {how_long(medium)}; "{buttons[0][:80]}" may stop it.'
            yield cant_tell(message, "use that control with the keyboard, and hear whether it is quiet", medium.target)
        else:
            message = f"{name} starts to sound by itself, {how_long(medium)}, and nothing can stop it."
            yield failed(message, FIX, medium.target)


def is_short(medium: Medium) -> bool:
    return medium.seconds is not None and medium.seconds <= LONGEST and not medium.loops


def how_long(medium: Medium) -> str:
    return "without end" if medium.loops or medium.seconds is None else f"for {medium.seconds:.0f} s"


RULE = Rule(
    id="autoplay-audio",
    requirement="Sound that starts by itself ends within 3 s, or can be stopped.",
    why="Someone who listens to a screen reader cannot hear it over the sound.",
    observes=(MEDIA,),
    judge=judge,
    states=("wide",),
    criteria=("1.4.2",),
    act=("80f0bf", "aaa1bf", "4c31df"),
)
