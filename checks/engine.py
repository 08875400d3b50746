"""page × state → observe → rules → findings → sources → report. This flow, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from types import MappingProxyType
from typing import Any

from checks.browser import Browser, BrowserFault, ScriptFault
from checks.config import Settings
from checks.ledger import Ledger
from checks.model import (
    Facts,
    Finding,
    NotObserved,
    Observation,
    Outcome,
    Page,
    Report,
    Rule,
    Scope,
    State,
    Time,
    Visit,
    untested,
)
from checks.observe import presence
from checks.observe.picture import picture_of
from checks.results import Judgement, gather
from checks.server import Site
from checks.source import Sources
from checks.workers import Workers

OPENING, JUDGING = "opening the page", "judging what was seen"  # beside the observations in the table of times

Times = dict[tuple[str, str], Time]  # by observation and state


class GateFault(Exception):
    """The gate could not do its work; the text says what to do."""


@dataclass(frozen=True)
class Checked:
    """What was looked at, and every rule's judgement of it."""

    root: str
    pages: tuple[Page, ...]
    judgements: tuple[Judgement, ...]
    states: tuple[str, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)
    times: Times = field(default_factory=dict)
    presence: dict[str, dict[str, int]] = field(default_factory=dict)


def check_content(pages: Sequence[Page], rules: Sequence[Rule], settings: Settings) -> Checked:
    """Judge Markdown files by the rules of scope source. Raise GateFault without files or such rules."""
    rules = [rule for rule in rules if rule.scope == Scope.SOURCE]
    _something(pages, rules)
    judgements = [judged for page in pages for judged in _judge_all(rules, read(page, _observed(rules), settings))]
    return Checked(settings.docs, tuple(pages), tuple(judgements))


def check_site(
    site: Site,
    rules: Sequence[Rule],
    states: Sequence[State],
    settings: Settings,
    start: Callable[[], Browser],
    workers: int,
    each: bool = False,
    count: bool = False,
) -> Checked:
    """Judge a site's pages in every state by the rules of scope page and site.

    `start` starts a browser; `each` makes every page a site of its own; `count` counts what success criteria
    need in order to occur. Raise GateFault if there is nothing to do, and BrowserMissing if no browser starts.
    """
    rules = [rule for rule in rules if rule.scope != Scope.SOURCE]
    states = [state for state in states if any(state.name in rule.states for rule in rules)]
    _something(site.pages, rules and states)
    work = partial(_look_and_judge, site, rules, settings, count)
    crew = Workers(start, work, partial(_give_up, rules, settings), workers, _tab)
    looks = crew.run([(page, state) for state in states for page in site.pages])
    judgements = [judged for look in looks for judged in look.judgements]
    times: Times = {}
    for look in looks:
        for key, time in look.times.items():
            times[key] = times.get(key, Time()) + time
    facts = [facts for look in looks for facts in look.facts]
    for rule in rules:
        if rule.scope == Scope.SITE:
            for seen in _sites(facts, each):
                judgements += _judge_site(rule, [one for one in seen if one.state in rule.states])
    names = tuple(dict.fromkeys(state.name for state in states))
    counted = [seen for look in looks for seen in look.presence]
    present = {path: presence.together(seen for where, seen in counted if where == path) for path, _ in counted}
    return Checked(site.root, site.pages, tuple(judgements), names, {"browser": crew.version}, times, present)


def report(
    checked: Sequence[Checked], settings: Settings, versions: dict[str, str], answers: Ledger | None = None
) -> Report:
    """One report of everything that was checked. Raise GateFault if a page that was found is not in it."""
    states = tuple(dict.fromkeys(state for part in checked for state in part.states))
    results = gather([judged for part in checked for judged in part.judgements], Sources(settings), states)
    results = answers.answer(results) if answers else results
    found = tuple(dict.fromkeys(page.path for part in checked for page in part.pages))
    lost = set(found) ^ {path for result in results for path in result.pages}
    if lost:
        raise GateFault(f"The gate lost sight of {', '.join(sorted(lost))}: the report and the pages found differ.")
    known = {name: version for part in checked for name, version in part.versions.items()}
    return Report(checked[-1].root, found, states, results, versions | known, checked[-1].times, checked[-1].presence)


def read(page: Page, observations: Sequence[Observation[Any]], settings: Settings) -> Facts:
    """Measure a Markdown file."""
    visit = Visit(page, None, settings)
    try:
        text = Path(settings.root, page.file or "").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        return _nothing(visit, observations, f"{page.file} cannot be read as UTF-8 text: {fault}.")
    return Facts(visit, {observation.name: _measure(observation, text, visit) for observation in observations})


def look(
    browser: Browser,
    site: Site,
    page: Page,
    state: State,
    observations: Sequence[Observation[Any]],
    settings: Settings,
) -> Iterator[Facts]:
    """Open a page in a state and measure it in every variant. Raise BrowserFault if the browser dies."""
    address = site.address(page, state.scripts)
    visit = Visit(page, state, settings)
    clock = _Clock()
    try:
        with clock.measure(OPENING):
            browser.enter(state.emulation)
            browser.open(address)
        as_found = True
        for variant in state.variants(browser, settings):
            visit = Visit(page, state, settings, variant.name)
            with clock.measure(OPENING):
                if not as_found:
                    browser.open(address)
                as_found = variant.enter(browser)
            if as_found:
                values = {}
                for observation in sorted(observations, key=lambda observation: observation.disturbs):
                    if not as_found:
                        with clock.measure(OPENING):
                            browser.open(address)
                            variant.enter(browser)
                    with clock.measure(observation.name):
                        values[observation.name] = _measure(observation, browser, visit)
                    as_found = not observation.disturbs
                yield Facts(visit, values, clock.read())
            as_found = as_found and variant.leave(browser)
    except ScriptFault as fault:
        yield _nothing(visit, observations, str(fault))


class _Clock:
    """How long what has been done since it was last read took, by name."""

    def __init__(self) -> None:
        self._times: dict[str, Time] = {}

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        begin = perf_counter()
        yield
        self._times[name] = self._times.get(name, Time()) + Time(1, perf_counter() - begin)

    def read(self) -> dict[str, Time]:
        times, self._times = self._times, {}
        return times


def judge(rule: Rule, facts: Facts) -> Judgement:
    """A rule's judgement of one visit; a rule that breaks leaves it untested."""
    return Judgement(rule, facts.page, facts.state, _findings(rule, facts))


@dataclass(frozen=True)
class _Look:
    """What one look at a page leaves: the judgements of page rules, the facts for site rules, what was counted."""

    judgements: tuple[Judgement, ...]
    facts: tuple[Facts, ...]
    times: Times
    presence: tuple[tuple[str, presence.Presence], ...]  # by the page's path


def _look_and_judge(
    site: Site, rules: Sequence[Rule], settings: Settings, count: bool, browser: Browser, job: tuple[Page, State]
) -> _Look:
    page, state = job
    wanted = [rule for rule in rules if state.name in rule.states]
    counted = (presence.PRESENCE,) if count and state.name in presence.STATES else ()
    clock = _Clock()
    seen = []
    for facts in look(browser, site, page, state, (*_observed(wanted), *counted), settings):
        with clock.measure(JUDGING):
            seen.append((facts, _judge_with_pictures(wanted, facts, browser)))
    return _whole(wanted, job, seen, clock.read())


def _tab(job: tuple[Page, State]) -> tuple[str, bool]:
    """What a page that hangs in one state has in common with its jobs that would hang as well."""
    page, state = job
    return page.path, state.scripts


def _give_up(rules: Sequence[Rule], settings: Settings, job: tuple[Page, State], reason: str) -> _Look:
    page, state = job
    wanted = [rule for rule in rules if state.name in rule.states]
    facts = _nothing(Visit(page, state, settings), _observed(wanted), reason)
    return _whole(wanted, job, [(facts, list(_judge_all(wanted, facts)))])


def _whole(
    rules: Sequence[Rule],
    job: tuple[Page, State],
    seen: Sequence[tuple[Facts, Sequence[Judgement]]],
    judging: Mapping[str, Time] = MappingProxyType({}),
) -> _Look:
    page, state = job
    nothing_to_see = [Judgement(rule, page, state.name, ()) for rule in rules if not seen]
    judgements = [judged for _, judgements in seen for judged in judgements]
    needed = {observation.name for observation in _observed([rule for rule in rules if rule.scope == Scope.SITE])}
    kept = (Facts(facts.visit, {name: facts.values[name] for name in needed}) for facts, _ in seen if needed)
    times: Times = {}
    for name, time in (pair for part in (judging, *(facts.times for facts, _ in seen)) for pair in part.items()):
        times[name, state.name] = times.get((name, state.name), Time()) + time
    present = (facts.values.get(presence.PRESENCE.name) for facts, _ in seen)
    counted = tuple((page.path, one) for one in present if isinstance(one, presence.Presence))
    return _Look((*nothing_to_see, *judgements), tuple(kept), times, counted)


def _judge_all(rules: Sequence[Rule], facts: Facts) -> Iterator[Judgement]:
    yield from (judge(rule, facts) for rule in rules if rule.scope != Scope.SITE)


def _judge_with_pictures(rules: Sequence[Rule], facts: Facts, browser: Browser) -> list[Judgement]:
    """Judge what has been seen while the page is still open, so that what a person must look at can be kept."""
    return [
        replace(judged, findings=tuple(_with_picture(finding, browser) for finding in judged.findings))
        for judged in _judge_all(rules, facts)
    ]


def _with_picture(finding: Finding, browser: Browser) -> Finding:
    if finding.outcome != Outcome.CANT_TELL or not finding.target:
        return finding
    try:
        return replace(finding, picture=picture_of(browser, finding.target))
    except ScriptFault:  # it is no longer there; the words of the finding have to do
        return finding


def _judge_site(rule: Rule, seen: Sequence[Facts]) -> Iterator[Judgement]:
    whole = [facts for facts in seen if not _missing(rule, facts)]
    yield from (judge(rule, facts) for facts in seen if _missing(rule, facts))
    findings = _findings(rule, whole)
    for facts in whole:
        own = (one for one in findings if one.page is None or (one.page, one.state) == (facts.page, facts.state))
        yield Judgement(rule, facts.page, facts.state, tuple(own))


def _findings(rule: Rule, subject: Facts | Sequence[Facts]) -> tuple[Finding, ...]:
    try:
        if isinstance(subject, Facts) and (missing := _missing(rule, subject)):
            raise missing
        return tuple(rule.judge(subject))
    except NotObserved as reason:
        return (untested(str(reason)),)
    except Exception as fault:  # whatever a rule does, the gate goes on and says that nothing was tested
        return (untested(f"The rule {rule.id} broke: {type(fault).__name__}: {fault}"),)


def _measure(observation: Observation[Any], subject: Browser | str, visit: Visit) -> Any:
    try:
        return observation.observe(subject, visit)
    except BrowserFault:
        raise
    except ScriptFault as fault:
        return NotObserved(f"{observation.name} could not be observed: {fault}")
    except Exception as fault:  # as for rules
        return NotObserved(f"The observation {observation.name} broke: {type(fault).__name__}: {fault}")


def _nothing(visit: Visit, observations: Sequence[Observation[Any]], reason: str) -> Facts:
    return Facts(visit, {observation.name: NotObserved(reason) for observation in observations})


def _missing(rule: Rule, facts: Facts) -> NotObserved | None:
    values = (facts.values.get(observation.name) for observation in rule.observes)
    return next((value for value in values if isinstance(value, NotObserved)), None)


def _observed(rules: Iterable[Rule]) -> tuple[Observation[Any], ...]:
    return tuple(dict.fromkeys(observation for rule in rules for observation in rule.observes))


def _sites(facts: Sequence[Facts], each: bool) -> list[list[Facts]]:
    if not each:
        return [list(facts)]
    paths = dict.fromkeys(one.page.path for one in facts)
    return [[one for one in facts if one.page.path == path] for path in paths]


def _something(pages: Sequence[object], rules: Sequence[object]) -> None:
    if not pages:
        raise GateFault("There are no pages to look at. Build the site first: make build.")
    if not rules:
        raise GateFault("No rule applies to the choice that was made. See all of them: python -m checks rules.")
