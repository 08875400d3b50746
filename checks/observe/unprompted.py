"""What a page does by itself, without anyone asking: what moves, what changes, what flashes, where it leads.

Where nothing can move or change, one look shows that. Where a timer or a script is at work, the page is watched
for some seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING, Any

from checks.browser import ScriptFault
from checks.model import Observation, Target, Visit
from checks.observe import pixels, script
from checks.observe.flashes import flashing_area
from checks.pausing import may_stop

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__, "images")
FRAME = 33  # ms between two pictures of what can be put at any time
FRAMES = 37  # pictures: a little more than a second
WATCHED = "wide"  # the state in which a page is watched for longer than one look
MOST_PRESSED = 3  # controls that are tried out


@dataclass(frozen=True)
class Mover:
    """Something that moves or blinks for more than five seconds, for `seconds` or without end (None).

    `kind` is animation, marquee, image, video or script. `sure` is false where it may only change its colours.
    `own` says that it has controls of its own, `beside` that there is text besides it.
    """

    kind: str
    target: Target
    seconds: float | None
    sure: bool
    own: bool
    beside: bool


@dataclass(frozen=True)
class Change:
    """A text that changed `times` times while nobody did anything; `clock` is for what shows the time."""

    target: Target
    words: str
    times: int
    clock: bool
    beside: bool


@dataclass(frozen=True)
class Refresh:
    """A <meta http-equiv=refresh>, and after how many seconds it acts."""

    seconds: int
    target: Target


@dataclass(frozen=True)
class Timer:
    """A timer of a script that waits; `away` where its code names the page's address."""

    seconds: float
    away: bool


@dataclass(frozen=True)
class Unprompted:
    """`pausing` are the names of controls that may stop what moves or changes, `stopped_by` that of the one which
    does, tried out. `animated` counts what is animated for however short a time, `smooth` is for smooth scrolling.
    `flashing` is the largest area, in square pixels within 341 × 256, that flashes more than three times in a
    second; None where nothing can flash. `left` says that the page led elsewhere while it was watched.
    """

    movers: tuple[Mover, ...] = ()
    texts: tuple[Change, ...] = ()
    pausing: tuple[str, ...] = ()
    stopped_by: str = ""
    animated: int = 0
    smooth: bool = False
    refreshes: tuple[Refresh, ...] = ()
    timers: tuple[Timer, ...] = ()
    left: bool = False
    flashing: int | None = None

    @property
    def goes_on(self) -> bool:
        """Whether anything moves or changes that has no controls of its own."""
        return bool(self.texts) or any(not mover.own for mover in self.movers)


def observe(browser: Browser, visit: Visit) -> Unprompted:
    answer = browser.evaluate(SCRIPT, "look")
    found = Unprompted(
        movers=movers(answer["movers"]),
        pausing=tuple(may_stop(answer["controls"])),
        animated=answer["animated"],
        smooth=answer["smooth"],
        refreshes=tuple(Refresh(**as_target(one)) for one in answer["refreshes"]),
        timers=tuple(Timer(**one) for one in answer["timers"]),
    )
    if visit.state and visit.state.name != WATCHED:
        return found
    areas = [flashing_area(frames(browser, **place)) for place in answer["flashes"]]
    if areas:
        found = replace(found, flashing=max(areas))
    return after_watch(browser, found, answer) if answer["watch"] or (found.pausing and found.goes_on) else found


def after_watch(browser: Browser, found: Unprompted, answer: Mapping[str, Any]) -> Unprompted:
    """The same with what changes in the next seconds. A page that leads elsewhere, or has a control tried out, is
    opened anew."""
    left = False
    try:
        found = watch(browser, found, answer["watch"])
        left = browser.evaluate("return location.href").split("#")[0] != answer["address"].split("#")[0]
    except ScriptFault:
        left = True
    if not left and found.goes_on:
        found = replace(found, stopped_by=press(browser, found.pausing))
    if left or (found.goes_on and found.pausing):
        browser.open(answer["address"])
    return replace(found, left=left)


def watch(browser: Browser, found: Unprompted, milliseconds: float) -> Unprompted:
    changes = browser.evaluate(SCRIPT, "watch", milliseconds) if milliseconds else []
    texts = tuple(Change(**as_target(one)) for one in changes if "words" in one)
    return replace(found, texts=texts, movers=found.movers + movers(one for one in changes if "sure" in one))


def press(browser: Browser, names: Sequence[str]) -> str:
    """Press one control after another until nothing moves or changes any more; the name of the last, or nothing."""
    for name in names[:MOST_PRESSED]:
        try:
            browser.evaluate(SCRIPT, "press", name)
            answer = browser.evaluate(SCRIPT, "look")
            if not watch(browser, Unprompted(movers=movers(answer["movers"])), answer["watch"]).goes_on:
                return name
        except ScriptFault:  # it led to another page
            return ""
    return ""


def movers(described: Iterable[Mapping[str, Any]]) -> tuple[Mover, ...]:
    return tuple(Mover(**as_target(one)) for one in described)


def as_target(described: Mapping[str, Any]) -> dict[str, Any]:
    return {**described, "target": Target.of(described["target"])}


def frames(browser: Browser, top: float, live: bool) -> list[tuple[float, Any]]:
    """Pictures of the window, scrolled down to `top`, with their seconds: as it runs, or of animations at set times."""
    pictures = []
    browser.evaluate(SCRIPT, "scroll", top)
    begin = perf_counter()
    for number in range(FRAMES):
        if not live:
            browser.evaluate(SCRIPT, "seek", number * FRAME)
        at = perf_counter() - begin if live else number * FRAME / 1000
        pictures.append((at, pixels.picture(browser.screenshot())))
    if not live:
        browser.evaluate(SCRIPT, "seek", None)
    browser.evaluate(SCRIPT, "scroll", 0)
    return pictures


UNPROMPTED = Observation("unprompted", observe)
