"""How large an area flashes more than three times in a second: WCAG 2.3.1 over a row of pictures.

<https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds>
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PIL import Image

BLOCK = 16  # px: what is finer is averaged, as the eye does
FIELD = (341 // BLOCK, 256 // BLOCK)  # ten degrees of sight, in blocks
TRANSITIONS = 8  # in one second: four flashes, and three are allowed
LEAST = 0.1  # of the largest relative luminance
DARK = 0.8  # the darker of two pictures is below that
LINEAR = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in range(256)]

Pixel = tuple[int, int, int]


def flashing_area(pictures: Sequence[tuple[float, Image.Image]]) -> int:
    """Square pixels that flash too often within the field of sight where they are most.

    `pictures` have the second at which each was taken, and are of one size.
    """
    times = [at for at, _ in pictures]
    small = [picture.resize(_blocks(picture), Image.Resampling.BOX) for _, picture in pictures]
    width, height = small[0].size
    series = zip(*(_pixels(picture) for picture in small), strict=True)
    flashes = [_flashes(times, values) for values in series]
    rows = [flashes[row * width : (row + 1) * width] for row in range(height)]
    return max(_inside(rows, left, top) for top in range(height) for left in range(width)) * BLOCK**2


def _blocks(picture: Image.Image) -> tuple[int, int]:
    return max(1, picture.width // BLOCK), max(1, picture.height // BLOCK)


def _pixels(picture: Image.Image) -> list[Pixel]:
    raw = picture.tobytes()
    return [(raw[at], raw[at + 1], raw[at + 2]) for at in range(0, len(raw), 3)]


def _inside(rows: Sequence[Sequence[bool]], left: int, top: int) -> int:
    if not rows[top][left]:
        return 0
    return sum(sum(row[left : left + FIELD[0]]) for row in rows[top : top + FIELD[1]])


def _flashes(times: Sequence[float], values: Sequence[Pixel]) -> bool:
    if len(set(values)) == 1:
        return False
    light = [0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue] for red, green, blue in values]
    return _too_often(turns(times, light, LEAST, DARK)) or _too_often(turns(times, list(map(_red, values)), 20, 320))


def _red(value: Pixel) -> float:
    """How red a saturated red is, 0 to 320; any other colour is 0."""
    red, green, blue = (LINEAR[part] for part in value)
    return max(0.0, (red - green - blue) * 320) if red >= 0.8 * (red + green + blue) else 0.0


def turns(times: Sequence[float], values: Sequence[float], least: float, dark: float) -> list[float]:
    """When values went up or down by at least `least`, each time the other way, from or to less than `dark`."""
    found: list[float] = []
    turning, way = values[0], 0
    for at, value in zip(times, values, strict=True):
        if way * (value - turning) > 0:
            turning = value  # further the same way
        elif abs(value - turning) >= least and min(value, turning) < dark:
            found.append(at)
            turning, way = value, 1 if value > turning else -1
    return found


def _too_often(found: Iterable[float]) -> bool:
    at = list(found)
    return any(last - first <= 1 for first, last in zip(at, at[TRANSITIONS - 1 :], strict=False))
