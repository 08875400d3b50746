"""The report for comparing tools: EARL as JSON-LD, in the shape in which ACT implementations are handed in.

<https://www.w3.org/TR/EARL10-Schema/>, <https://www.w3.org/WAI/standards-guidelines/act/implementations/>
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from checks import VERSION
from checks.criteria import CRITERIA
from checks.model import Report, Result

CONTEXT = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"
ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/"
WCAG = "https://www.w3.org/TR/WCAG22/#"

# Criteria of level AAA, and those whose whole name is longer than in criteria.py; the others stand there.
NAMES = {
    "1.2.1": "Audio-only and Video-only (Prerecorded)",
    "1.2.2": "Captions (Prerecorded)",
    "1.2.3": "Audio Description or Media Alternative (Prerecorded)",
    "1.2.5": "Audio Description (Prerecorded)",
    "1.2.8": "Media Alternative (Prerecorded)",
    "2.3.1": "Three Flashes or Below Threshold",
    "1.4.6": "Contrast (Enhanced)",
    "1.4.8": "Visual Presentation",
    "1.4.9": "Images of Text (No Exception)",
    "2.1.3": "Keyboard (No Exception)",
    "2.2.4": "Interruptions",
    "2.3.2": "Three Flashes",
    "2.3.3": "Animation from Interactions",
    "2.4.8": "Location",
    "2.4.9": "Link Purpose (Link Only)",
    "2.4.10": "Section Headings",
    "2.4.12": "Focus Not Obscured (Enhanced)",
    "2.4.13": "Focus Appearance",
    "2.5.5": "Target Size (Enhanced)",
    "3.1.3": "Unusual Words",
    "3.1.4": "Abbreviations",
    "3.1.5": "Reading Level",
    "3.2.5": "Change on Request",
    "3.3.9": "Accessible Authentication (Enhanced)",
}


def write(report: Report, stream: TextIO) -> None:
    json.dump(document(report), stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def document(report: Report) -> dict[str, Any]:
    assertions = [assertion(report, result, page) for result in report.results for page in result.pages]
    return {"@context": CONTEXT, "@graph": assertions}


def assertion(report: Report, result: Result, page: str) -> dict[str, Any]:
    """What the gate says by one rule of one page, about one target or about all that are the same."""
    found: dict[str, Any] = {
        "@type": "TestResult",
        "outcome": f"earl:{result.outcome.value}",
        "description": " ".join(filter(None, [result.message, result.fix])),
    }
    if result.target:
        found["pointer"] = {"@type": "CSSSelectorPointer", "expression": result.target.selector}
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": {
            "@type": ["Assertor", "Software"],
            "name": "checks",
            "release": {"@type": "Version", "revision": VERSION},
            "description": ", ".join(f"{name} {version}" for name, version in sorted(report.versions.items())),
        },
        "subject": {"@type": ["WebPage", "TestSubject"], "source": address(report, page)},
        "test": {
            "@type": "TestCase",
            "title": result.rule,
            "description": result.requirement,
            "isPartOf": [*(f"{ACT}{id}/" for id in result.act), *map(requirement, result.criteria)],
        },
        "result": found,
    }


def address(report: Report, page: str) -> str:
    """The page's whole address where the site is served, and its path where it is a folder."""
    return report.root.rstrip("/") + page if "://" in report.root else page


def requirement(criterion: str) -> str:
    """The clause of WCAG, by the number of the criterion."""
    names = {one.number: one.name for one in CRITERIA} | NAMES
    letters = "".join(letter if letter.isalnum() else " " for letter in names[criterion].lower())
    return WCAG + "-".join(letters.split())
