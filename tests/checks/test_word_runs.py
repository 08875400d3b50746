"""Runs of words: alike whatever the marks and capitals, and no text can be read from them."""

from __future__ import annotations

from checks.word_runs import runs, words


def test_words_are_compared_without_marks_and_capitals() -> None:
    assert words("Don’t “Stop” — 9 to 5, ok?") == ["don't", "stop", "9", "to", "5", "ok"]


def test_a_run_of_eight_words_has_one_fingerprint_wherever_it_stands() -> None:
    alone = dict(runs(words("a b c d e f g h")))
    inside = [run for _, run in runs(words("z a b, c d e f g: h i"))]
    assert list(alone.values()) == [inside[1]]
    assert len(inside) == 3
    assert all(len(run) == 8 for run in inside)


def test_fewer_than_eight_words_have_no_run() -> None:
    assert list(runs(words("a b c d e f g"))) == []
