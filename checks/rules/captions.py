"""The captions that a video offers are there."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.media import MEDIA

KINDS = ("captions", "subtitles")
FIX = "mend the address in <track src>, and write the captions as WebVTT: a time, then what is said then"


def judge(facts: Facts) -> Iterator[Finding]:
    for medium in facts[MEDIA].media:
        tracks = [track for track in medium.tracks if track.kind in KINDS]
        if medium.kind != "video" or not medium.shown or medium.sound is False or not tracks:
            continue
        if missing := [track for track in tracks if not track.cues]:
            name = medium.target.snippet or medium.target.selector
            words = "are empty" if missing[0].loaded else "do not load"
            yield failed(f"The {missing[0].kind} of {name} {words}.", FIX, medium.target)
        else:
            yield passed(len(tracks))


RULE = Rule(
    id="captions",
    requirement="The captions that a video offers load, and have words in them.",
    why="Someone who is deaf turns the captions on, and nothing comes.",
    observes=(MEDIA,),
    judge=judge,
    states=("wide",),
    criteria=("1.2.2",),
    act=("f51b46",),
)
