"""How hard a text is to read: Flesch-Kincaid, SMOG and the mean sentence, raw and with known words taken as easy.

Flesch-Kincaid grade: Kincaid and others 1975. SMOG: McLaughlin 1969, with the sentences that there are in place of 30.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from checks.pronunciation import syllables

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]|[A-Za-z]|\d[\d.,:]*")
HARD = 3  # syllables from which SMOG calls a word hard
EASY = 2  # syllables that a known word counts at most


@dataclass(frozen=True)
class Figures:
    """Grades of school, and words per sentence."""

    flesch_kincaid: float
    smog: float
    sentence: float

    def __str__(self) -> str:
        return f"Flesch-Kincaid {self.flesch_kincaid:.1f}, SMOG {self.smog:.1f}, {self.sentence:.1f} words a sentence"


@dataclass(frozen=True)
class Reading:
    """The figures of a text with every word as it is, and with known words taken as easy; and how many words it has."""

    raw: Figures
    adjusted: Figures
    words: int


def words(text: str) -> list[str]:
    """The words of a text. A number is a word of one syllable."""
    return [match[0] for match in WORD.finditer(text)]


def is_hard(word: str, known: Collection[str]) -> bool:
    """Whether SMOG counts the word as hard, and it is not one of `known`, which are in small letters."""
    return not _is_known(word, known) and _syllables(word) >= HARD


def measure(sentences: Iterable[str], known: Collection[str]) -> Reading:
    """Measure a text of at least one sentence with at least one word."""
    split = [found for sentence in sentences if (found := words(sentence))]
    every = [word for sentence in split for word in sentence]
    raw = [_syllables(word) for word in every]
    adjusted = [min(count, EASY) if _is_known(word, known) else count for word, count in zip(every, raw, strict=True)]
    return Reading(_figures(raw, len(split)), _figures(adjusted, len(split)), len(every))


def _figures(counts: list[int], sentences: int) -> Figures:
    length = len(counts) / sentences
    hard = sum(count >= HARD for count in counts)
    return Figures(
        flesch_kincaid=0.39 * length + 11.8 * sum(counts) / len(counts) - 15.59,
        smog=1.0430 * math.sqrt(hard * 30 / sentences) + 3.1291,
        sentence=length,
    )


def _syllables(word: str) -> int:
    return 1 if word[0].isdigit() else syllables(word)


def _is_known(word: str, known: Collection[str]) -> bool:
    plain = word.lower().replace("’", "'")
    return any(form in known for form in (plain, plain.removesuffix("'s"), plain.removesuffix("s")))
