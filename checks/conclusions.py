"""What one run says of each success criterion, for every page and for the site.

passed · failed · does not occur · a person must look. "Passed" is meant as W3C means it: the rules for the criterion
found nothing wrong, and what they do not look at remains for a person
<https://www.w3.org/TR/act-rules-format/#outcome-mapping>.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from checks.criteria import CRITERIA, Criterion
from checks.model import Outcome, Report, Result


class Conclusion(StrEnum):
    """What there is to say of a criterion."""

    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "does not occur"
    PERSON = "a person must look"


WORST_FIRST = (Conclusion.FAILED, Conclusion.PERSON, Conclusion.PASSED, Conclusion.ABSENT)


@dataclass(frozen=True)
class Standing:
    """A criterion for the site: the conclusion, how many pages have each, and the rules that passed or failed."""

    criterion: Criterion
    conclusion: Conclusion
    pages: Mapping[Conclusion, int]
    rules: tuple[str, ...]


def by_page(report: Report) -> dict[str, dict[str, Conclusion]]:
    """The conclusions for every page whose things were counted; a criterion with nothing to go by needs a person."""
    outcomes: dict[tuple[str, str], set[Outcome]] = defaultdict(set)
    for result in report.results:
        for criterion in result.criteria:
            for page in result.pages:
                outcomes[page, criterion].add(result.outcome)
    return {
        page: {one.number: conclude(one, outcomes[page, one.number], counts) for one in CRITERIA}
        for page, counts in report.presence.items()
    }


def conclude(criterion: Criterion, outcomes: Iterable[Outcome], counts: Mapping[str, int]) -> Conclusion:
    """The conclusion for one page, from the outcomes of the rules for the criterion and the things counted there."""
    seen = set(outcomes)
    if Outcome.FAILED in seen:
        return Conclusion.FAILED
    if seen & {Outcome.CANT_TELL, Outcome.UNTESTED}:
        return Conclusion.PERSON
    if criterion.needs and not any(counts.get(name) for name in criterion.needs):
        return Conclusion.ABSENT
    return Conclusion.PASSED if Outcome.PASSED in seen else Conclusion.PERSON


def of_site(report: Report) -> tuple[Standing, ...]:
    """The 55 criteria for the site: the worst conclusion of its pages. Nothing where nothing was counted."""
    pages = by_page(report)
    spoken = _rules(report.results)
    if not pages:
        return ()
    return tuple(_standing(one, [page[one.number] for page in pages.values()], spoken) for one in CRITERIA)


def _standing(criterion: Criterion, found: Sequence[Conclusion], spoken: Mapping[str, list[str]]) -> Standing:
    counts = Counter(found)
    worst = next(one for one in WORST_FIRST if counts[one])
    return Standing(criterion, worst, counts, tuple(spoken.get(criterion.number, ())))


def _rules(results: Iterable[Result]) -> dict[str, list[str]]:
    """The rules that said passed or failed, by criterion."""
    said = {
        (criterion, result.rule)
        for result in results
        for criterion in result.criteria
        if result.outcome in (Outcome.PASSED, Outcome.FAILED)
    }
    rules: dict[str, list[str]] = defaultdict(list)
    for criterion, rule in sorted(said):
        rules[criterion].append(rule)
    return rules


def published(site: Sequence[Mapping[str, Any]]) -> str:
    """The table of the site as others publish it, from "criteria": "site" of the JSON report.

    It has no dates and no figures, so that it changes only when there is something else to say. `note` says what was
    looked for where a criterion does not occur, and otherwise asks what a person must look at.
    """
    entries = [
        {
            **{name: one[name] for name in ("number", "name", "level", "conclusion")},
            "note": one["absent"] if one["conclusion"] == Conclusion.ABSENT else one["remains"],
        }
        for one in site
    ]
    return json.dumps({"criteria": entries}, ensure_ascii=False, indent=1) + "\n"
