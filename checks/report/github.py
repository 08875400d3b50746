"""The report for a pull request on GitHub: annotations on lines, and everything in the job's summary.

GitHub shows 10 annotations of each level for a step and drops the rest without a word, so the tenth says how
many more there are. <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from checks.model import Outcome, Report, Result
from checks.report import text

SHOWN = 10
SUMMARY_BYTES = 1024 * 1024
LEVELS = {"error": (Outcome.FAILED, Outcome.UNTESTED), "warning": (Outcome.CANT_TELL,)}


def write(report: Report, stream: TextIO) -> None:
    for line in commands(report):
        stream.write(f"{line}\n")
    stream.write(f"{text.closing_line(report)}\n")
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        file = Path(place)
        written = file.stat().st_size if file.exists() else 0
        with file.open("a", encoding="utf-8") as summary_file:
            summary_file.write(summary(report, SUMMARY_BYTES - written))


def commands(report: Report) -> Iterator[str]:
    """One line for each result, at most ten for each level."""
    for level, outcomes in LEVELS.items():
        results = [result for result in report.results if result.outcome in outcomes]
        full = len(results) > SHOWN
        for result in results[: SHOWN - 1] if full else results:
            yield annotation(level, result)
        if full:
            more = len(results) - (SHOWN - 1)
            yield f"::{level}::{more} more of these: see the job's summary, or run python -m checks."


def annotation(level: str, result: Result) -> str:
    place = {"title": result.rule}
    if result.source:
        place |= {"file": result.source.file, "line": str(result.source.line or 1)}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{level} {properties}::{_data(text.finding(result))}"


def summary(report: Report, room: int) -> str:
    """Markdown for the job's summary, of at most `room` bytes; what did not fit is counted at its end."""
    parts = [f"## {'Clear' if report.clear else 'Not clear'}\n\n{text.closing_line(report)}\n"]
    shown = [result for result in report.results if result.outcome in text.INTRODUCTION]
    left = room - len(parts[0].encode()) - 100  # for the last sentence
    for number, result in enumerate(shown):
        part = f"\n```text\n{text.finding(result).replace('```', '’’’')}\n```\n"
        left -= len(part.encode())
        if left < 0:
            parts.append(f"\n{len(shown) - number} more did not fit here: run python -m checks.\n")
            break
        parts.append(part)
    whole = "".join(parts)
    return whole if len(whole.encode()) <= room else ""


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
