"""A part of keyboard.py: how a stop looks with and without the focus, from pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PIL import Image

from checks.observe import pixels

if TYPE_CHECKING:
    from checks.browser import Browser


def compare(browser: Browser, ask: Callable[..., Any], number: int) -> tuple[bool | None, float | None]:
    """Whether one stop looks different before and after a real Tab press, and the contrast of the difference.

    The first is None if the stop does not take the focus; the second where the outline is the browser's own.
    """
    ask("rest", number)
    before = pixels.picture(browser.screenshot())
    browser.press("Tab")
    places = ask("focused", number)
    if places is None:
        return None, None
    after = pixels.picture(browser.screenshot())
    across, down = (round(way) for way in places["moved"])
    for box in places["boxes"]:
        if pixels.differ(before, after, tuple(box), (across, down)):
            parts = pixels.same_part(before, after, tuple(box), (across, down))
            return True, None if places["isOwn"] or not parts else contrast(*parts)
    return False, None


def contrast(before: Image.Image, after: Image.Image) -> float:
    """How far what differs in two pictures stands out from what was there, or from the colour that is most frequent
    around it, whichever is more: enough pixels have that contrast for a reader to see them.
    """
    pairs = Counter(zip(_colours(before), _colours(after), strict=True))
    changed = Counter({pair: count for pair, count in pairs.items() if _differ(*pair)})
    around = Counter({new: count for (old, new), count in pairs.items() if (old, new) not in changed})
    grounds = [ground for ground, _ in around.most_common(1)]
    ((main, _),) = changed.most_common(1)
    ratios = sorted(
        (
            (max(_ratio(new, ground) for ground in (old, *([] if _is_part((old, new), main) else grounds))), count)
            for (old, new), count in changed.items()
        ),
        reverse=True,
    )
    left = pixels.ENOUGH
    for ratio, count in ratios:
        left -= count
        if left <= 0:
            return ratio
    return 1


def _colours(image: Image.Image) -> Iterator[pixels.Colour]:
    data = image.tobytes()
    return zip(data[::3], data[1::3], data[2::3], strict=True)


def _differ(one: pixels.Colour, other: pixels.Colour) -> bool:
    return any(abs(a - b) > pixels.NOTICEABLE for a, b in zip(one, other, strict=True))


def _is_part(pair: tuple[pixels.Colour, pixels.Colour], main: tuple[pixels.Colour, pixels.Colour]) -> bool:
    """Whether a change is a share of the main one: the edge of a letter mixes with the ground that changes."""
    if pair == main:
        return False
    own, whole = ([new - old for old, new in zip(*change, strict=True)] for change in (pair, main))
    most = max(range(3), key=lambda channel: abs(whole[channel]))
    share = own[most] / whole[most]
    return 0 <= share <= 1 and all(abs(a - share * b) <= pixels.NOTICEABLE for a, b in zip(own, whole, strict=True))


def _ratio(one: pixels.Colour, other: pixels.Colour) -> float:
    return pixels.contrast(pixels.luminance(one), pixels.luminance(other))
