"""From judgements to results: the same finding once, with all its pages and states, and with its source."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checks.model import Finding, Outcome, Page, Part, Result, Rule, Source
from checks.source import Sources
from checks.states import AS_IT_COMES

ORDER = (Outcome.FAILED, Outcome.UNTESTED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.INAPPLICABLE)


@dataclass(frozen=True)
class Judgement:
    """What one rule found on one page in one state; no findings means inapplicable."""

    rule: Rule
    page: Page
    state: str
    findings: tuple[Finding, ...]


def gather(judgements: Iterable[Judgement], sources: Sources, states: Sequence[str] = ()) -> tuple[Result, ...]:
    """All results, in the same order each time: what blocks, what is for a person, the rest."""
    singles: dict[tuple[object, ...], Result] = {}
    counted: dict[tuple[str, str], Result] = {}
    for judged in judgements:
        for finding in judged.findings or (Finding(Outcome.INAPPLICABLE, targets=0),):
            result = _result(judged, finding)
            if finding.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE):
                key = (result.rule, judged.page.path)
                counted[key] = _add_count(counted.get(key), result)
            else:
                result = replace(result, source=_source(judged.page, finding, sources))
                same = _same(result)
                singles[same] = _add(singles[same], result) if same in singles else result
    spoken_for = {(result.rule.split("/")[0], path) for result in singles.values() for path in result.pages}
    spoken_for |= {(rule.split("/")[0], path) for rule, path in counted if "/" in rule}
    plain = (result for key, result in counted.items() if not _is_idle(result) or key not in spoken_for)
    every = (_whole(result, states) for result in (*singles.values(), *plain))
    return tuple(_numbered(sorted(every, key=_order)))


def _whole(result: Result, order: Sequence[str]) -> Result:
    """With its states in order; and without ACT's rules, if it was found in no state that these look at."""
    is_act = not result.states or any(name in AS_IT_COMES for name in result.states)
    return replace(result, states=_in_order(result.states, order), act=result.act if is_act else ())


def _in_order(names: tuple[str, ...], order: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: order.index(name) if name in order else len(order)))


def _result(judged: Judgement, finding: Finding) -> Result:
    rule, part = judged.rule, finding.part or Part(judged.rule.id, judged.rule.requirement)
    return Result(
        rule=f"{rule.id}/{part.id}" if finding.part else rule.id,
        requirement=part.requirement,
        why=part.why or rule.why,
        criteria=part.criteria or rule.criteria,
        act=() if finding.beyond_act else part.act or rule.act,
        outcome=finding.outcome,
        pages=(judged.page.path,),
        states=(judged.state,) if judged.state else (),
        target=finding.target,
        targets=finding.targets,
        source=None,
        message=finding.message,
        fix=finding.fix,
        help=part.help or rule.page,
        fingerprint="",
        picture=finding.picture,
    )


def _source(page: Page, finding: Finding, sources: Sources) -> Source | None:
    return Source(page.file, finding.line) if finding.line and page.file else sources.locate(page, finding.target)


def _is_idle(result: Result) -> bool:
    return result.outcome == Outcome.INAPPLICABLE


def _same(result: Result) -> tuple[object, ...]:
    """What findings share that are one: on a page, all but the state; in a template, all but the page.

    What a template shows differs from page to page in its addresses and in what is marked as current, so
    there the place decides, and the state: a colour in the dark is another finding than that colour in the
    light.
    """
    target, source = result.target, result.source
    if target and target.template and source:
        return result.rule, result.outcome, source.file, target.selector, re.sub(r"<.*>", "", result.message)
    place = (target.selector, target.snippet) if target else (source,)
    return result.rule, result.outcome, result.pages, place, result.message


def _add(one: Result, other: Result) -> Result:
    return replace(
        one,
        pages=tuple(dict.fromkeys(one.pages + other.pages)),
        states=tuple(dict.fromkeys(one.states + other.states)),
    )


def _add_count(one: Result | None, other: Result) -> Result:
    if one is None:
        return other
    passed = one if _is_idle(other) else other if _is_idle(one) else max(one, other, key=lambda result: result.targets)
    return replace(passed, states=tuple(dict.fromkeys(one.states + other.states)))


def _order(result: Result) -> tuple[object, ...]:
    source = result.source or Source("")
    selector = result.target.selector if result.target else ""
    place = (source.file, source.line or 0, result.pages, selector)
    return ORDER.index(result.outcome), *place, result.rule, result.message, result.states


def _numbered(results: Iterable[Result]) -> Iterator[Result]:
    """With fingerprints, which stay the same while lines move and measured values change."""
    seen: Counter[str] = Counter()
    for result in results:
        target, source = result.target, result.source
        if target and target.template and source:
            identity = [result.rule, source.file, target.selector]
        else:
            identity = [result.rule, *result.pages, target.snippet if target else result.message]
        text = "\n".join(re.sub(r"\s+", " ", part) for part in identity)
        seen[text] += 1
        digest = hashlib.sha256(f"{text}\n{seen[text]}".encode()).hexdigest()
        yield replace(result, fingerprint=digest[:16])
