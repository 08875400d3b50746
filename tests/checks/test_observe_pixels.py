"""Two pictures of the same place: equal, nearly equal, different, scrolled."""

from __future__ import annotations

import io

from PIL import Image

from checks.observe import pixels

WHOLE = (0, 0, 100, 100)


def page(*dots: tuple[int, int], colour: tuple[int, int, int] = (0, 0, 0)) -> Image.Image:
    image = Image.new("RGB", (100, 100), (255, 255, 255))
    for x, y in dots:
        image.paste(colour, (x, y, x + 2, y + 2))
    return image


def test_equal_pictures_do_not_differ() -> None:
    assert not pixels.differ(page((5, 5)), page((5, 5)), WHOLE)


def test_a_dot_of_four_pixels_is_a_difference_only_where_it_is_looked_for() -> None:
    assert pixels.differ(page(), page((5, 5)), WHOLE)
    assert not pixels.differ(page(), page((5, 5)), (50, 50, 100, 100))


def test_a_colour_that_nobody_tells_apart_is_none() -> None:
    assert not pixels.differ(page(), page((5, 5), colour=(250, 250, 250)), WHOLE)


def test_a_page_that_was_scrolled_is_compared_with_itself() -> None:
    assert pixels.differ(page((5, 45)), page((5, 5)), WHOLE)
    assert not pixels.differ(page((5, 45)), page((5, 5)), WHOLE, moved=(0, 40))
    assert pixels.differ(page((5, 45)), page((5, 5), (20, 20)), WHOLE, moved=(0, 40))


def test_a_place_outside_the_picture_has_no_pixels() -> None:
    assert not pixels.differ(page(), page((5, 5)), (200, 200, 300, 300))


def test_a_png_is_read_as_three_channels() -> None:
    data = io.BytesIO()
    Image.new("RGBA", (3, 2), (1, 2, 3, 255)).save(data, "PNG")
    assert pixels.picture(data.getvalue()).getpixel((0, 0)) == (1, 2, 3)
