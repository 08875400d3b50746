"""Pictures of a part of a page: whether two of them differ, and how far letters stand out from what is behind them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Any

from PIL import Image, ImageChops, ImageFilter

Box = tuple[float, float, float, float]
Part = tuple[int, int, int, int]
Colour = tuple[int, int, int]

NOTICEABLE = 8  # of 255, in one colour channel: less is not seen as another colour
ENOUGH = 4  # pixels
FULL = 0.8  # of the strongest difference in a letter: such a pixel has the letter's full colour
NEARLY_ALL = 0.05  # of the pixels behind a text may stand out less


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def same_part(
    before: Image.Image, after: Image.Image, box: Box, moved: tuple[int, int] = (0, 0)
) -> tuple[Image.Image, Image.Image] | None:
    """What is in `box` (left, top, right, bottom in `after`) in both pictures; None if that is outside one of them.

    `moved` is how far the page was scrolled from one picture to the other: the same part of the page stands
    that much further right and down in `before`.
    """
    across, down = moved
    width, height = after.size
    left, top = max(box[0], 0, -across), max(box[1], 0, -down)
    right, bottom = min(box[2], width, width - across), min(box[3], height, height - down)
    if right - left < 1 or bottom - top < 1:
        return None
    part = (int(left), int(top), int(right), int(bottom))
    return before.crop((part[0] + across, part[1] + down, part[2] + across, part[3] + down)), after.crop(part)


def differ(before: Image.Image, after: Image.Image, box: Box, moved: tuple[int, int] = (0, 0)) -> bool:
    """Whether pixels in `box` differ, which is as in `same_part`."""
    parts = same_part(before, after, box, moved)
    return parts is not None and _count(_differences(*parts)) >= ENOUGH


def share_that_differs(before: Image.Image, after: Image.Image) -> float:
    """The share of pixels, 0 to 1, that differ between two pictures of the same size."""
    return _count(_differences(before, after)) / (before.width * before.height)


@lru_cache(maxsize=4096)
def luminance(colour: Colour) -> float:
    """<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>"""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    """Of two luminances: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>"""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


class Lettering:
    """Two PNGs of the same text: with its letters painted, and without."""

    def __init__(self, painted: bytes, bare: bytes) -> None:
        self.painted, self.bare = picture(painted), picture(bare)
        self.strength = _differences(self.painted, self.bare)
        self.letters = self.strength.point([255 * (value > NOTICEABLE) for value in range(256)])
        self.around = self.letters.filter(ImageFilter.MaxFilter(5))

    def contrast(self, lines: Iterable[Box], size: float, front: Colour | None) -> tuple[float, float] | None:
        """The best contrast of the letter that stands out least, and what nearly all pixels exceed.

        `size` is the text's in pixels of the pictures, `front` its colour where that is known. None where no
        letter can be seen. <https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/>
        """
        letters = {part: _count(self.strength.crop(part)) for line in lines for part in self._parts(line, size)}
        whole = [part for part, pixels in letters.items() if pixels > median(letters.values()) / 4]
        if not whole:
            return None
        measured = [self._letter(part, front) for part in whole]
        ratios = sorted(ratio for _, found in measured for ratio in found)
        return min(best for best, _ in measured), _all_but(NEARLY_ALL, ratios)

    def _parts(self, line: Box, size: float) -> Iterator[Part]:
        """The parts of a line, about as wide as high, that have something painted in them."""
        left, top, right, bottom = (round(side) for side in line)
        ink = self.letters.crop((left, top, right, bottom)).getbbox()
        if not ink:
            return
        begin, end = left + ink[0], left + ink[2]
        count = max(1, round((end - begin) / size))
        edges = [begin + (end - begin) * number // count for number in range(count + 1)]
        for one, other in pairwise(edges):
            if _count(self.strength.crop((one, top, other, bottom))) >= ENOUGH:
                yield one, top, other, bottom

    def _letter(self, part: Part, front: Colour | None) -> tuple[float, list[tuple[float, int]]]:
        """Its best contrast, and every contrast with the number of its pixels."""
        behind = _lights(self.bare.crop(part), self.letters.crop(part))
        around = [light for light, _ in _lights(self.bare.crop(part), self.around.crop(part))]
        lights = [luminance(front)] if front else self._full(part)
        best = max(contrast(max(lights), min(around)), contrast(min(lights), max(around)))
        usual = max(lights, key=lambda light: contrast(light, median(around)))
        return best, [(contrast(usual, light), count) for light, count in behind]

    def _full(self, part: Part) -> list[float]:
        """Luminances of the pixels that have the full colour of the letters."""
        strength = self.strength.crop(part)
        extremes: Any = strength.getextrema()
        least = FULL * extremes[1]
        full = strength.point([255 * (value >= least) for value in range(256)])
        return [light for light, _ in _lights(self.painted.crop(part), full)]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _differences(one: Image.Image, other: Image.Image) -> Image.Image:
    """The strongest difference of each pixel in one of its colour channels."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _count(differences: Image.Image) -> int:
    return sum(differences.histogram()[NOTICEABLE + 1 :])


def _lights(image: Image.Image, mask: Image.Image) -> list[tuple[float, int]]:
    """The luminances under a mask of 0 and 255, each with its number of pixels."""
    masked = image.copy()
    masked.putalpha(mask)
    found: Any = masked.getcolors(image.width * image.height)
    return [(luminance(colour[:3]), count) for count, colour in found if colour[3]]


def _all_but(share: float, ratios: Sequence[tuple[float, int]]) -> float:
    """What all pixels but that share have at the least; ratios rise."""
    left = share * sum(count for _, count in ratios)
    for ratio, count in ratios:
        left -= count
        if left < 0:
            return ratio
    return ratios[-1][0]
