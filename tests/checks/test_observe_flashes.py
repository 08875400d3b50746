"""Flashes are counted as WCAG counts them: opposing changes, on a large area, within one second."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image

from checks.observe.flashes import flashing_area, turns

SIZE = (640, 480)
BLACK, WHITE, GREY, RED = (0, 0, 0), (255, 255, 255), (60, 60, 60), (255, 0, 0)
Colour = tuple[int, int, int]


def pictures(
    colour: Callable[[int], Colour], box: tuple[int, int] = SIZE, every: float = 0.04
) -> list[tuple[float, Image.Image]]:
    """Thirty pictures of a box on white, in the colour that it has in each."""
    made = []
    for number in range(30):
        picture = Image.new("RGB", SIZE, WHITE)
        picture.paste(Image.new("RGB", box, colour(number)))
        made.append((number * every, picture))
    return made


@pytest.mark.parametrize(
    ("one", "other", "flashes"),
    [(BLACK, WHITE, True), (RED, BLACK, True), (GREY, (70, 70, 70), False), (WHITE, (240, 240, 240), False)],
)
def test_only_changes_that_can_harm_count(one: Colour, other: Colour, flashes: bool) -> None:
    assert bool(flashing_area(pictures(lambda number: one if number % 2 else other))) == flashes


def test_three_flashes_in_a_second_are_allowed() -> None:
    assert not flashing_area(pictures(lambda number: BLACK if 2 < number < 21 and number // 3 % 2 else WHITE))
    assert flashing_area(pictures(lambda number: BLACK if number // 2 % 2 else WHITE))


def test_slower_pictures_of_the_same_changes_are_no_flashes() -> None:
    assert not flashing_area(pictures(lambda number: BLACK if number % 2 else WHITE, every=0.2))


def test_a_small_area_is_measured_as_small() -> None:
    assert flashing_area(pictures(lambda number: BLACK if number % 2 else WHITE, (96, 96))) == 96 * 96


def test_a_slow_way_up_is_one_turn() -> None:
    assert turns([0, 1, 2, 3, 4], [0, 0.06, 0.12, 0.3, 0.1], least=0.1, dark=0.8) == [2, 4]
