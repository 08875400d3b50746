"""The runs of words that the project's sources have, as fingerprints."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from checks.model import NotObserved, Observation, Visit
from checks.word_runs import runs, words

HEAD = """# Runs of eight words of texts that this project reads and must not copy, as fingerprints.
# Written by `python -m checks fingerprint FOLDER` from the texts of a folder, which are not ours to publish.
"""


def observe(text: str, visit: Visit) -> frozenset[str]:
    """All fingerprints of the project; none where it keeps none."""
    return _read(visit.settings.root / visit.settings.source_runs) if visit.settings.source_runs else frozenset()


@lru_cache(maxsize=4)
def _read(file: Path) -> frozenset[str]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise NotObserved(f"The fingerprints {file} cannot be read: {fault}.") from None
    return frozenset(line for line in lines if not line.startswith("#"))


def written(texts: Iterable[str]) -> str:
    """The file that keeps the fingerprints of texts."""
    found = {run for text in texts for _, run in runs(words(text))}
    return HEAD + "".join(f"{run}\n" for run in sorted(found))


SOURCE_RUNS = Observation("source-runs", observe)
