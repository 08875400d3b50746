"""The report for other programs. Its form is a contract: what schema 1 has keeps its name and meaning."""

from __future__ import annotations

import json
from typing import Any, TextIO

from checks import VERSION
from checks.model import Outcome, Report, Result

SCHEMA = 1


def write(report: Report, stream: TextIO) -> None:
    json.dump(document(report), stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def document(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "tool": {"name": "checks", "version": VERSION, **report.versions},
        "subject": {
            "root": report.root,
            "pages": len(report.pages),
            "states": list(report.states),
            "sharded": None,
        },
        "results": [entry(result) for result in report.results],
        "summary": report.summary,
    }


def entry(result: Result) -> dict[str, Any]:
    """`targets` is how many things an entry speaks of; `pages` are all its pages, `page` is the first."""
    target, source = result.target, result.source
    return {
        "rule": result.rule,
        "criteria": list(result.criteria),
        "act": list(result.act),
        "outcome": result.outcome.value,
        "page": result.pages[0],
        "pages": list(result.pages),
        "states": list(result.states),
        "target": {"selector": target.selector, "snippet": target.snippet} if target else None,
        "targets": result.targets,
        "source": {"file": source.file, "line": source.line} if source else None,
        "message": _message(result),
        "fix": result.fix,
        "help": result.help,
        "fingerprint": result.fingerprint,
        "waiver": None,
    }


def _message(result: Result) -> str:
    """What is there and why it matters; of what passed, the figures alone."""
    if result.outcome == Outcome.PASSED or not result.message:
        return result.message
    return f"{result.message} {result.why}"
