"""The words that the project's glossary explains to readers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

from checks.model import NotObserved, Observation, Visit
from checks.reading import words


def observe(text: str, visit: Visit) -> frozenset[str]:
    """Every word of every term and of its other forms, in small letters; none where the project has no glossary."""
    glossary = visit.settings.reading_level.glossary
    return _words(visit.settings.root / glossary) if glossary else frozenset()


@lru_cache(maxsize=4)
def _words(file: Path) -> frozenset[str]:
    try:
        terms = yaml.safe_load(file.read_text(encoding="utf-8"))["terms"]
        names = [name for term in terms for name in (term["term"], *term.get("also", ()))]
    except (OSError, yaml.YAMLError, LookupError, TypeError, AttributeError) as fault:
        raise NotObserved(f"The glossary {file} cannot be read: {fault}.") from None
    return frozenset(word.lower() for name in names for word in words(name))


KNOWN_WORDS = Observation("known-words", observe)
