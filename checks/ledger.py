"""The ledger: what the gate could not decide, who looked at it, and what they saw.

A YAML file that people may read and change, and beside it a folder of the same name with a picture for each entry.
An answer holds as long as what was looked at stays as it was: another picture (or, where there is none, other words)
and the question is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

import yaml
from PIL import UnidentifiedImageError

from checks.config import Settings
from checks.model import Outcome, Result
from checks.observe import pixels

VERDICTS = {"passed": Outcome.PASSED, "failed": Outcome.FAILED}
ALIKE = 0.001  # of the pixels may differ: two releases of a browser draw edges differently
HEAD = """# What the gate could not decide, and what people saw when they looked. Written by `python -m checks answer`.
# An entry is asked again when its picture, or its words where it has no picture, change.
"""
QUESTIONS = "questions.yml"


class LedgerFault(Exception):
    """The ledger cannot be used as it stands; the text says what to change."""


@dataclass(frozen=True)
class Entry:
    """One look of one person: `date` is as YYYY-MM-DD; `said` is what the gate said then."""

    finding: str
    rule: str
    page: str
    said: str
    verdict: str = ""
    by: str = ""
    date: str = ""
    note: str = ""

    @property
    def is_answered(self) -> bool:
        return self.verdict in VERDICTS and bool(self.by and self.date)


@dataclass(frozen=True)
class Ledger:
    """All entries by the fingerprint of their finding, and the folder with their pictures."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    folder: Path = Path()

    def answer(self, results: Iterable[Result]) -> tuple[Result, ...]:
        """The results, with what a person has decided in place of cantTell."""
        return tuple(self._answer(result) for result in results)

    def _answer(self, result: Result) -> Result:
        entry = self.entries.get(result.fingerprint)
        if result.outcome != Outcome.CANT_TELL or entry is None or not self._is_same(entry, result):
            return result
        note = f": {entry.note}" if entry.note else ""
        message = f"{result.message} Looked at by {entry.by} on {entry.date}, {entry.verdict}{note}"
        return replace(result, outcome=VERDICTS[entry.verdict], message=message)

    def _is_same(self, entry: Entry, result: Result) -> bool:
        if not result.picture:
            return entry.said == result.message
        try:
            kept = (self.folder / f"{entry.finding}.png").read_bytes()
        except OSError:
            return False
        return look_alike(kept, result.picture)


def look_alike(kept: bytes, fresh: bytes) -> bool:
    """Whether two PNGs show the same, but for single pixels."""
    try:
        before, after = pixels.picture(kept), pixels.picture(fresh)
    except (UnidentifiedImageError, OSError):
        return False
    if any(abs(one - other) > 2 for one, other in zip(before.size, after.size, strict=True)):
        return False
    size = (min(before.width, after.width), min(before.height, after.height))
    return pixels.share_that_differs(before.crop((0, 0, *size)), after.crop((0, 0, *size))) <= ALIKE


def read(settings: Settings) -> Ledger:
    """The project's ledger; an empty one where it keeps none. Raise LedgerFault if the file is not as it has to be."""
    if not settings.ledger:
        return Ledger()
    file = settings.root / settings.ledger
    entries = _entries(file) if file.is_file() else []
    for entry in entries:
        if not entry.is_answered:
            raise LedgerFault(
                f"{file}: the entry {entry.finding} needs verdict (passed or failed), by and date (YYYY-MM-DD)."
            )
    return Ledger({entry.finding: entry for entry in entries}, file.with_suffix(""))


def ask(results: Iterable[Result], folder: Path) -> int:
    """Write what nobody has looked at yet into a folder: pictures, and a list to fill in. Return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    open_ones = [result for result in results if result.outcome == Outcome.CANT_TELL]
    for result in open_ones:
        if result.picture:
            (folder / f"{result.fingerprint}.png").write_bytes(result.picture)
    entries = [Entry(one.fingerprint, one.rule, one.pages[0], one.message, note=one.fix) for one in open_ones]
    (folder / QUESTIONS).write_text(_written(entries), encoding="utf-8")
    return len(open_ones)


def take_answers(folder: Path, settings: Settings) -> int:
    """Add the filled-in entries of `folder` to the ledger. Return how many there were. Raise LedgerFault."""
    if not settings.ledger:
        raise LedgerFault('The project names no ledger: set ledger = "data/looked-at.yml" in [tool.checks].')
    known = read(settings)
    answered = [entry for entry in _entries(folder / QUESTIONS) if entry.is_answered]
    known.folder.mkdir(parents=True, exist_ok=True)
    for entry in answered:
        picture = folder / f"{entry.finding}.png"
        if picture.is_file():
            (known.folder / picture.name).write_bytes(picture.read_bytes())
    merged = {**known.entries, **{entry.finding: entry for entry in answered}}
    text = HEAD + _written(sorted(merged.values(), key=lambda entry: (entry.page, entry.rule, entry.finding)))
    (settings.root / settings.ledger).write_text(text, encoding="utf-8")
    return len(answered)


def _written(entries: Iterable[Entry]) -> str:
    listed = [asdict(entry) for entry in entries]
    return yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=120) if listed else "[]\n"


def _entries(file: Path) -> list[Entry]:
    names = {one.name for one in fields(Entry)}
    try:
        listed = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    except OSError:
        raise LedgerFault(f"There is no {file}.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise LedgerFault(f"{file} cannot be read: {fault}.") from None
    if not isinstance(listed, list) or not all(isinstance(one, dict) and set(one) <= names for one in listed):
        raise LedgerFault(f"{file} has to be a list of entries, each with {', '.join(sorted(names))}.")
    try:
        return [Entry(**{name: str(value or "") for name, value in one.items()}) for one in listed]
    except TypeError:
        raise LedgerFault(f"{file}: an entry lacks finding, rule, page or said.") from None
