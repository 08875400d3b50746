"""The report for other programs. Its form is a contract: what schema 1 has keeps its name and meaning."""

from __future__ import annotations

import json
from typing import Any, TextIO

from checks import VERSION, conclusions
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
        "criteria": criteria(report),
    }


def criteria(report: Report) -> dict[str, Any] | None:
    """What there is to say of the 55 success criteria: of the site, and of each page; None where nothing was counted.

    `presence` is what was counted on each page: what is not named there was looked for and not found.
    """
    pages = conclusions.by_page(report)
    if not pages:
        return None
    return {
        "site": [standing(one) for one in conclusions.of_site(report)],
        "pages": pages,
        "presence": {
            path: {name: count for name, count in counts.items() if count} for path, counts in report.presence.items()
        },
    }


def standing(one: conclusions.Standing) -> dict[str, Any]:
    return {
        "number": one.criterion.number,
        "name": one.criterion.name,
        "level": one.criterion.level,
        "conclusion": one.conclusion.value,
        "pages": {conclusion.value: one.pages[conclusion] for conclusion in conclusions.Conclusion},
        "rules": list(one.rules),
        "absent": one.criterion.absent,
        "remains": one.criterion.remains,
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
