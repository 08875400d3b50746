"""Two pictures of the same place: equal, nearly equal, different, scrolled; and letters in one of them."""

from __future__ import annotations

import io

import pytest
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


def png(image: Image.Image) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def test_letters_have_the_contrast_of_their_colour_with_what_is_behind_them() -> None:
    pair = pixels.Lettering(png(page((20, 20), (24, 20), colour=(118, 118, 118))), png(page()))
    assert pair.contrast([(10, 10, 40, 40)], 16, None) == pytest.approx((4.54, 4.54), abs=0.01)
    assert pair.contrast([(60, 60, 90, 90)], 16, None) is None


def test_the_letter_that_stands_out_least_counts() -> None:
    bare = page()
    bare.paste((119, 119, 119), (50, 0, 100, 100))
    painted = bare.copy()
    for left in (10, 70):
        painted.paste((0, 0, 0), (left, 20, left + 20, 40))
    best, least = pixels.Lettering(png(painted), png(bare)).contrast([(0, 10, 100, 50)], 40, None) or (0, 0)
    assert best == least == pytest.approx(4.69, abs=0.01)


def test_a_known_colour_counts_where_thin_letters_never_reach_it() -> None:
    pair = pixels.Lettering(png(page((20, 20), (24, 20), colour=(150, 150, 150))), png(page()))
    assert pair.contrast([(10, 10, 40, 40)], 16, (0, 0, 0)) == pytest.approx((21, 21))
