"""Syllables and school grades."""

from __future__ import annotations

import pytest

from checks import reading
from checks.pronunciation import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("a", 1), ("cat", 1), ("people", 2), ("every", 3), ("medication", 4), ("don’t", 1), ("Medicare", 3)],
        *[("follow-up", 3), ("parents’", 2), ("IOP", 3), ("PHP", 3), ("W", 3), ("SAMHSA’s", 2)],
    ],
)
def test_syllables_of_the_dictionary_and_of_abbreviations(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("naloxone", 3),
        ("videophones", 4),
        ("smorfed", 1),
        ("zoggles", 2),
        ("glimpish", 2),
        ("brrr", 1),
        ("naltrexones", 3),
    ],
)
def test_syllables_of_words_that_the_dictionary_does_not_have(word: str, count: int) -> None:
    assert syllables(word) == count


def test_flesch_kincaid_smog_and_the_mean_sentence() -> None:
    figures = reading.measure(["The cat sat on the mat.", "The medication helps."], ()).raw
    assert figures.sentence == pytest.approx(4.5)
    assert figures.flesch_kincaid == pytest.approx(0.39 * 4.5 + 11.8 * 12 / 9 - 15.59)
    assert figures.smog == pytest.approx(1.0430 * (1 * 30 / 2) ** 0.5 + 3.1291)


def test_known_words_count_as_easy_and_numbers_as_short() -> None:
    read = reading.measure(["Intensive medications help.", "See 1,250 people."], {"medication", "intensive"})
    assert read.words == 6
    assert read.raw.smog > read.adjusted.smog == pytest.approx(3.1291)
    assert read.raw.flesch_kincaid - read.adjusted.flesch_kincaid == pytest.approx(11.8 * (1 + 2) / 6)


def test_a_hard_word_is_one_of_three_syllables_that_is_not_known() -> None:
    assert reading.is_hard("authorization", ())
    assert not reading.is_hard("authorization", {"authorization"})
    assert not reading.is_hard("simple", ())


def test_figures_are_told_in_words() -> None:
    assert str(reading.Figures(5.04, 7.96, 12.3)) == "Flesch-Kincaid 5.0, SMOG 8.0, 12.3 words a sentence"
