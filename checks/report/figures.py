"""The report for who wants to know what was measured of pages that pass: a line for each, where a rule has figures."""

from __future__ import annotations

from typing import TextIO

from checks.model import Outcome, Report
from checks.report.text import closing_line


def write(report: Report, stream: TextIO) -> None:
    for result in sorted(report.results, key=lambda result: (result.rule, result.pages)):
        if result.outcome == Outcome.PASSED and result.message:
            stream.write(f"{result.pages[0]}  {result.rule}: {result.message}\n")
    stream.write(f"{closing_line(report)}\n")
