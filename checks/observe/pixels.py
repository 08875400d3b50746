"""Whether two pictures of the same part of a page differ."""

from __future__ import annotations

import io

from PIL import Image, ImageChops

Box = tuple[float, float, float, float]

NOTICEABLE = 8  # of 255, in one colour channel: less is not seen as another colour
ENOUGH = 4  # pixels


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def differ(before: Image.Image, after: Image.Image, box: Box, moved: tuple[int, int] = (0, 0)) -> bool:
    """Whether pixels in `box` (left, top, right, bottom in `after`) differ.

    `moved` is how far the page was scrolled from one picture to the other: the same part of the page stands
    that much further right and down in `before`.
    """
    across, down = moved
    width, height = after.size
    left, top = max(box[0], 0, -across), max(box[1], 0, -down)
    right, bottom = min(box[2], width, width - across), min(box[3], height, height - down)
    if right - left < 1 or bottom - top < 1:
        return False
    part = (int(left), int(top), int(right), int(bottom))
    same_part = (part[0] + across, part[1] + down, part[2] + across, part[3] + down)
    return _count_different(before.crop(same_part), after.crop(part)) >= ENOUGH


def share_that_differs(before: Image.Image, after: Image.Image) -> float:
    """The share of pixels, 0 to 1, that differ between two pictures of the same size."""
    return _count_different(before, after) / (before.width * before.height)


def _count_different(before: Image.Image, after: Image.Image) -> int:
    difference = ImageChops.difference(before, after)
    strongest = ImageChops.lighter(ImageChops.lighter(*difference.split()[:2]), difference.split()[2])
    return sum(strongest.histogram()[NOTICEABLE + 1 :])
