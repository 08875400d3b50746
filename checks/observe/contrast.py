"""How far the colour of each text stands out from what it stands on.

Computed styles settle most texts; where they do not (pictures, gradients, shadows, things that lie over each
other), the text is compared in two pictures, with its letters painted and without.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Target, Visit
from checks.observe import pixels, script

if TYPE_CHECKING:
    from checks.browser import Browser

PAINT = Path(__file__).with_name("paint.js").read_text(encoding="utf-8")
SCRIPT = PAINT + script(__file__, "texts", "ground", "measure", "touch", "links")
PICTURES = PAINT + Path(__file__).with_name("contrast_pictures.js").read_text(encoding="utf-8")
SCALE = 2  # device pixels for a CSS px: thin letters reach their full colour


@dataclass(frozen=True)
class Text:
    """An element's own text. `size` is in CSS px, `large` as WCAG means it, `silent` hidden from screen readers.

    `best` is the highest contrast of the letter that stands out least, `least` what nearly all of the text
    exceeds: on one plain colour they are the same. Both are None where pictures do not tell. `front` and
    `ground` are colours, #rrggbb, where there is one of each.
    """

    target: Target
    words: str
    size: float
    bold: bool
    large: bool
    silent: bool
    best: float | None
    least: float | None
    front: str = ""
    ground: str = ""


@dataclass(frozen=True)
class Touched:
    """A text of a link or button that stands out enough at rest and not when it is touched.

    `how` is hover, focus or active. `others` counts further texts that look like it.
    """

    how: str
    text: Text
    others: int


@dataclass(frozen=True)
class PlainLink:
    """A link in a sentence that only its `colour` tells from the words beside it, by less than 3 : 1."""

    target: Target
    words: str
    colour: str
    beside: str
    contrast: float


@dataclass(frozen=True)
class Contrast:
    """`texts` counts all that were measured; `low` are those below 7 : 1 (large text 4.5 : 1), or not settled.

    `touchable` counts texts of links and buttons, `links` the links in sentences.
    """

    texts: int
    low: tuple[Text, ...]
    touchable: int = 0
    touched: tuple[Touched, ...] = ()
    links: int = 0
    plain_links: tuple[PlainLink, ...] = ()


def observe(browser: Browser, visit: Visit) -> Contrast:
    answer = browser.evaluate(SCRIPT)
    settled = [_text(found, found["contrast"], found["contrast"]) for found in answer["low"]]
    pictured = list(photograph(browser, answer["open"])) if answer["open"] else []
    low = [text for text in pictured if text.least is None or text.least < (4.5 if text.large else 7)]
    touched = (
        Touched(look["how"], _text(look, look["contrast"], look["contrast"]), look["others"])
        for look in answer["touched"]
    )
    return Contrast(
        texts=answer["settled"] + len(pictured),
        low=(*settled, *low),
        touchable=answer["touchable"],
        touched=tuple(touched),
        links=answer["links"],
        plain_links=tuple(_link(link) for link in answer["plain"]),
    )


def photograph(browser: Browser, texts: Sequence[Mapping[str, Any]]) -> Iterator[Text]:
    """The texts that pictures show to be there, with their contrast."""
    first = 0
    while first < len(texts):
        seen = browser.evaluate(PICTURES, "aim", first)
        clip = _around([line for places in seen for line in places])
        painted = _capture(browser, clip)
        browser.evaluate(PICTURES, "hide")
        pair = pixels.Lettering(painted, _capture(browser, clip))
        for text, places in zip(texts[first:], seen, strict=False):
            boxes = [_in_picture(line, clip) for line in places]
            front = tuple(text["front"]) if text["front"] else None
            if not text["still"]:
                yield _text(text, None, None)
            elif found := pair.contrast(boxes, text["size"] * SCALE, front):
                yield _text(text, *found)
        first += len(seen)
    browser.evaluate(PICTURES, "end")


def _around(lines: Sequence[Sequence[float]]) -> tuple[int, int, int, int]:
    """A part of the page: left, top, width and height in CSS px."""
    if not lines:
        return 0, 0, 1, 1
    left, top = (max(0, int(min(line[side] for line in lines)) - 2) for side in (0, 1))
    right, bottom = (int(max(line[side] + line[side + 2] for line in lines)) + 3 for side in (0, 1))
    return left, top, right - left, bottom - top


def _capture(browser: Browser, clip: tuple[int, int, int, int]) -> bytes:
    """A PNG of a part of the page that stands in the window: a picture beyond it would change the window's size."""
    x, y, width, height = clip
    answer = browser.command(
        "Page.captureScreenshot",
        format="png",
        optimizeForSpeed=True,
        clip={"x": x, "y": y, "width": width, "height": height, "scale": SCALE},
    )
    return base64.b64decode(answer["data"])


def _in_picture(line: Sequence[float], clip: tuple[int, int, int, int]) -> pixels.Box:
    left, top = line[0] - clip[0], line[1] - clip[1]
    return left * SCALE, top * SCALE, (left + line[2]) * SCALE, (top + line[3]) * SCALE


def _text(found: Mapping[str, Any], best: float | None, least: float | None) -> Text:
    return Text(
        target=Target.of(found["target"]),
        words=found["words"],
        size=found["size"],
        bold=found["bold"],
        large=found["large"],
        silent=found["silent"],
        best=best,
        least=least,
        front=_hex(found.get("front")),
        ground=_hex(found.get("ground")),
    )


def _link(link: Mapping[str, Any]) -> PlainLink:
    return PlainLink(
        Target.of(link["target"]), link["words"], _hex(link["colour"]), _hex(link["beside"]), link["contrast"]
    )


def _hex(colour: Sequence[float] | None) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour) if colour else ""


CONTRAST = Observation("contrast", observe)
