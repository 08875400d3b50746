"""The report for a person at a terminal: what, where, why, how; then one line that sums up."""

from __future__ import annotations

from typing import TextIO

from checks.model import Outcome, Report, Result

INTRODUCTION = {
    Outcome.FAILED: "",
    Outcome.UNTESTED: "Untested: ",
    Outcome.CANT_TELL: "A person must look: ",
}


def write(report: Report, stream: TextIO) -> None:
    for result in report.results:
        if result.outcome.blocks:
            stream.write(f"{finding(result)}\n\n")
    for first, *alike in to_look_at(report):
        stream.write(f"{finding(first, len(alike))}\n\n")
    stream.write(f"{closing_line(report)}\n")


def to_look_at(report: Report) -> list[list[Result]]:
    """What a person must look at, with the places together where one rule says the same of one page.

    Every place stands in the JSON report.
    """
    groups: dict[tuple[str, tuple[str, ...], str], list[Result]] = {}
    for result in report.results:
        if result.outcome == Outcome.CANT_TELL:
            groups.setdefault((result.rule, result.pages, result.message), []).append(result)
    return list(groups.values())


def finding(result: Result, alike: int = 0) -> str:
    """One result in four or five lines, and how many more are like it."""
    more = f" (and {count(alike, 'place')} more like it)" if alike else ""
    lines = [f"{where(result)}  {INTRODUCTION[result.outcome]}{result.message}{more}"]
    if result.outcome != Outcome.UNTESTED:
        lines += [f"  {result.why}", f"  Fix: {result.fix.rstrip('.')}."]
    if place := on_page(result):
        lines.append(f"  {place}")
    lines.append(f"  {reference(result)}")
    return "\n".join(lines)


def where(result: Result) -> str:
    """File and line; or the page, where no file is known."""
    return str(result.source) if result.source else result.pages[0]


def on_page(result: Result) -> str:
    """Page, selector and states: for a finding that a browser made."""
    if not result.states:
        return ""
    more = f" and {len(result.pages) - 1} more" if len(result.pages) > 1 else ""
    selector = [result.target.selector] if result.target else []
    return " · ".join([f"{result.pages[0]}{more}", *selector, ", ".join(result.states)])


def reference(result: Result) -> str:
    wcag = [f"WCAG {', '.join(result.criteria)}"] if result.criteria else []
    return " · ".join([result.rule, *wcag, f"checks explain {result.rule}"])


def closing_line(report: Report) -> str:
    """31 pages × 5 states: 0 failed, 0 untested, 12 cantTell, 4,210 passed"""
    looked = [count(len(report.pages), "page")] + ([count(len(report.states), "state")] if report.states else [])
    shown = (Outcome.FAILED, Outcome.UNTESTED, Outcome.CANT_TELL, Outcome.PASSED)
    counts = ", ".join(f"{report.summary[outcome]:,} {outcome}" for outcome in shown)
    return f"{' × '.join(looked)}: {counts}"


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
