"""A problem is something that an editor wrote and that cannot be published: where, what, why it matters, how to fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `file` is relative to the project's folder; `line` counts from 1, 0 means the whole file."""

    file: str
    line: int
    what: str
    why: str
    fix: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}  {self.what}\n  {self.why}\n  Fix: {self.fix}"


class ContentError(Exception):
    """The content cannot be published. `problems` says all of what must be mended."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n\n".join(str(problem) for problem in self.problems))


class CannotWork(Exception):
    """Something around the content stops the work: no docs folder, a broken mkdocs.yml, no permission to write."""


def guess(written: str, known: Iterable[str]) -> str | None:
    """The known word that `written` is most likely meant to be, or None."""
    by_lower = {word.lower(): word for word in known}
    close = get_close_matches(written.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def did_you_mean(written: str, known: Iterable[str], otherwise: str, form: str = "{}") -> str:
    """An instruction: the guess in the `form` that the editor must type, or what to do `otherwise`."""
    word = guess(written, known)
    if word is None:
        return otherwise
    return f'Did you mean "{form.format(word)}"? Otherwise: {otherwise[0].lower()}{otherwise[1:]}'
