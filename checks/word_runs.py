"""Runs of words: what two texts share when one was copied from the other."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence

LENGTH = 8  # words; shorter runs are shared by chance
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, straight apostrophes, no punctuation."""
    return [match[0].lower().replace("’", "'") for match in WORD.finditer(text)]


def runs(found: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place and the fingerprint of every run of LENGTH words."""
    for place in range(len(found) - LENGTH + 1):
        yield place, fingerprint(found[place : place + LENGTH])


def fingerprint(run: Sequence[str]) -> str:
    """48 bits of the run's SHA-256, as 8 characters: the text itself cannot be read from it."""
    return base64.urlsafe_b64encode(hashlib.sha256(" ".join(run).encode()).digest()[:6]).decode()
