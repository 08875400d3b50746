"""Frames with one name show the same thing, or things that serve the same purpose."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.frames import FRAMES, Frame
from checks.purpose import same
from checks.words import content_stems

FIX = 'name each frame by what it shows: title="Map of the clinic", title="Opening hours"'


def judge(facts: Facts) -> Iterator[Finding]:
    for frames in facts[FRAMES].sets:
        for frame in frames[1:]:
            yield judge_pair(frames[0], frame)


def judge_pair(one: Frame, other: Frame) -> Finding:
    alike = same(one.page, other.page) if one.page and other.page else None
    if (one.address and one.address == other.address) or alike or (says_its_name(one) and says_its_name(other)):
        return passed()
    what = f'Two frames are named "{one.name}"'
    if alike is False:
        return failed(f"{what}, and they show different things.", FIX, other.target)
    return cant_tell(f"{what}.", f"see whether both serve one purpose; if not, {FIX}", other.target)


def says_its_name(frame: Frame) -> bool:
    """Whether what stands in the frame has the words of its name: two frames named "Advertising" may differ."""
    name = content_stems(frame.name)
    return bool(name) and frame.page is not None and name <= content_stems(f"{frame.page.title} {frame.page.words}")


RULE = Rule(
    id="frame-purpose",
    requirement="Frames with one name show the same thing, or serve the same purpose.",
    why="Someone who cannot see the page has a list of frames, and cannot tell two of one name apart.",
    observes=(FRAMES,),
    judge=judge,
    states=("wide",),
    criteria=("4.1.2",),
    act=("4b1c6c",),
)
