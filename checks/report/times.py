"""Where the time goes: seconds by observation and state, over all pages and browsers."""

from __future__ import annotations

from typing import TextIO

from checks.model import Report, Time
from checks.report.text import closing_line


def write(report: Report, stream: TextIO) -> None:
    names = sorted({name for name, _ in report.times}, key=lambda name: -_total(report, name).seconds)
    states = [state for state in report.states if any(state == other for _, other in report.times)]
    header = ["seconds", *states, "all", "times", "ms each"]
    rows = [_row(report, name, states) for name in names]
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    for row in [header, *rows]:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        stream.write("  ".join(cells).rstrip() + "\n")
    stream.write(f"{closing_line(report)}\n")


def _row(report: Report, name: str, states: list[str]) -> list[str]:
    total = _total(report, name)
    cells = [report.times.get((name, state)) for state in states]
    shown = [f"{time.seconds:.1f}" if time else "" for time in cells]
    return [name, *shown, f"{total.seconds:.1f}", str(total.count), f"{1000 * total.seconds / total.count:.0f}"]


def _total(report: Report, name: str) -> Time:
    return sum((time for (other, _), time in report.times.items() if other == name), Time())
