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
        if result.outcome in INTRODUCTION:
            stream.write(f"{finding(result)}\n\n")
    stream.write(f"{closing_line(report)}\n")


def finding(result: Result) -> str:
    """One result in four or five lines."""
    lines = [f"{where(result)}  {INTRODUCTION[result.outcome]}{result.message}"]
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
