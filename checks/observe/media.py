"""Sound and video: whether it plays by itself, how long, and what there is for those who do not hear or see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)
MOST = 3000  # ms for a sound, a video or its captions to load


@dataclass(frozen=True)
class Track:
    """A <track>: captions, subtitles, descriptions, chapters or metadata, and how many cues were loaded."""

    kind: str
    loaded: bool
    cues: int


@dataclass(frozen=True)
class Medium:
    """One <audio> or <video> (`kind`), or a sound that a script plays.

    `shown` is for what a reader sees and can play. `seconds` is how long it plays, and `sound` whether it has
    any; both are None where that could not be found out.
    """

    kind: str
    target: Target
    shown: bool
    plays: bool
    silent: bool
    controls: bool
    loops: bool
    seconds: float | None
    sound: bool | None
    tracks: tuple[Track, ...]


@dataclass(frozen=True)
class Media:
    """`controls` are the names of the page's buttons and the like; listed where there are media."""

    media: tuple[Medium, ...] = ()
    controls: tuple[str, ...] = ()


def observe(browser: Browser, visit: Visit) -> Media:
    answer = browser.evaluate(SCRIPT, MOST)
    media = (
        Medium(
            **{**one, "target": Target.of(one["target"]), "tracks": tuple(Track(**track) for track in one["tracks"])}
        )
        for one in answer["media"]
    )
    return Media(tuple(media), tuple(answer["controls"]))


MEDIA = Observation("media", observe)
