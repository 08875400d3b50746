"""The words that the project does not want to be used of people, with what to say instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from checks.model import NotObserved, Observation, Visit


@dataclass(frozen=True)
class AvoidedWord:
    """A word or phrase: how it is found, what to say instead, and the names and phrases in which it may stand."""

    pattern: re.Pattern[str]
    say: str
    unless: re.Pattern[str] | None


def observe(text: str, visit: Visit) -> tuple[AvoidedWord, ...]:
    """All of the project's list; none where it has no list."""
    return read(visit.settings.root / visit.settings.avoided_words) if visit.settings.avoided_words else ()


@lru_cache(maxsize=4)
def read(file: Path) -> tuple[AvoidedWord, ...]:
    """The words of a YAML file: `avoid`, a list of `words`, `say` and perhaps `unless`. Raise NotObserved."""
    try:
        return tuple(
            AvoidedWord(_any_of(entry["words"]), entry["say"], _any_of(entry["unless"]) if "unless" in entry else None)
            for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["avoid"]
        )
    except (OSError, yaml.YAMLError, LookupError, TypeError) as fault:
        raise NotObserved(f"The list of words {file} cannot be read: {fault}.") from None


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Finds the phrases as whole words; a `*` at the end of one stands for any letters."""
    parts = (re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


AVOIDED_WORDS = Observation("avoided-words", observe)
