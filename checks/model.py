"""The words of this package, as values: page, state, rule, observation, facts, finding, result, report.

The words are W3C's: outcomes and "target" from the EARL vocabulary <https://www.w3.org/TR/EARL10-Schema/>,
"rule", "requirement" and "inapplicable" from the ACT Rules Format <https://www.w3.org/TR/act-rules-format/>.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from checks.browser import Browser
    from checks.config import Settings

F = TypeVar("F")


class Outcome(StrEnum):
    """What a rule says about a target, in EARL's words."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"

    @property
    def blocks(self) -> bool:
        """Whether one such result keeps a change from being merged: the only place that decides this.

        *cantTell* does not block, it is listed for a person to look at. *untested* blocks, because nobody and
        nothing looked.
        """
        return self in (Outcome.FAILED, Outcome.UNTESTED)


class Scope(StrEnum):
    """What a rule is given to judge."""

    SOURCE = "source"  # the facts of one Markdown file; no browser
    PAGE = "page"  # the facts of one page in one state
    SITE = "site"  # the facts of all pages in all states


@dataclass(frozen=True)
class Page:
    """A page by its URL path under the site's root, and the file behind it where there is one."""

    path: str
    file: str | None = None


@dataclass(frozen=True)
class Variant:
    """One thing to do with an opened page before it is looked at: nothing, or "press this button".

    `enter` says whether there is now something to look at. `leave` says whether the page is again as it was
    before; if not, it is opened anew for whatever comes next.
    """

    name: str
    enter: Callable[[Browser], bool]
    leave: Callable[[Browser], bool]


def as_opened(browser: Browser, settings: Settings) -> Iterator[Variant]:
    """The one variant of most states: the page as it opens."""
    yield Variant("", enter=lambda browser: True, leave=lambda browser: True)


@dataclass(frozen=True)
class State:
    """One way a reader meets a page.

    `emulation` maps DevTools commands to their parameters, over those that `browser.PLAIN` sets for every
    state. Two states may share a name when a reader would: dark by the system's wish, dark by the site's own
    switch.
    """

    name: str
    reader: str
    emulation: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    scripts: bool = True
    variants: Callable[[Browser, Settings], Iterator[Variant]] = as_opened


@dataclass(frozen=True)
class Visit:
    """One look at one page: the page, the state, the variant of the state, and the project's settings."""

    page: Page
    state: State | None
    settings: Settings
    variant: str = ""


@dataclass(frozen=True)
class Observation(Generic[F]):
    """A measurement: `observe(browser, visit)` returns facts. For Markdown, `observe(text, visit)`.

    `disturbs` says that the measurement leaves the page other than it found it (it pressed keys, say): the
    page is then opened anew for the next one.
    """

    name: str
    observe: Callable[[Any, Visit], F]
    disturbs: bool = False


class NotObserved(Exception):
    """Facts that a rule asked for could not be measured; the text says why. The rule is then untested."""


@dataclass(frozen=True)
class Time:
    """How long something took, over all times that it was done."""

    count: int = 0
    seconds: float = 0.0

    def __add__(self, other: Time) -> Time:
        return Time(self.count + other.count, self.seconds + other.seconds)


@dataclass(frozen=True)
class Facts:
    """What the observations returned in one visit: `facts[OBSERVATION]` for each of them; and how long they took."""

    visit: Visit
    values: Mapping[str, Any]
    times: Mapping[str, Time] = field(default_factory=dict)

    def __getitem__(self, observation: Observation[F]) -> F:
        value = self.values.get(observation.name)
        if isinstance(value, NotObserved):
            raise value
        if value is None:
            raise NotObserved(f"The rule does not name the observation {observation.name} that it uses.")
        return cast(F, value)

    @property
    def page(self) -> Page:
        return self.visit.page

    @property
    def state(self) -> str:
        return self.visit.state.name if self.visit.state else ""

    @property
    def settings(self) -> Settings:
        return self.visit.settings


@dataclass(frozen=True)
class Target:
    """One thing on a page that a rule looked at.

    `template` is the selector of [tool.checks.templates] that the thing stands in, if any, and `heading` the
    words of the heading above it: both help to find the line that an editor wrote.
    """

    selector: str
    snippet: str = ""
    template: str = ""
    heading: str = ""

    @classmethod
    def of(cls, described: Mapping[str, Any]) -> Target:
        """From what `checks.describe(element)` of observe/shared.js returned."""
        return cls(**{name: described.get(name) or "" for name in cls.__dataclass_fields__})


@dataclass(frozen=True)
class Source:
    """The file that an editor changes, and the line in it where it is known."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True)
class Part:
    """One of the rules of a whole foreign catalogue, such as axe-core's, that one `Rule` here stands for."""

    id: str
    requirement: str
    why: str = ""
    criteria: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True)
class Finding:
    """One outcome for one target (or, when passed, for a number of targets), with its message.

    `message` says what is there and what is needed, or what was measured; `fix` is an instruction. `line`
    is for rules over Markdown. Rules over the whole site say with `at` which visit a finding belongs to; for the
    others the engine does. `picture` is a PNG of what a person must look at. `beyond_act` is for what the ACT rules
    that the rule names do not ask for.
    """

    outcome: Outcome
    target: Target | None = None
    message: str = ""
    fix: str = ""
    targets: int = 1
    line: int | None = None
    part: Part | None = None
    page: Page | None = None
    state: str = ""
    picture: bytes = b""
    beyond_act: bool = False

    def at(self, facts: Facts) -> Finding:
        return replace(self, page=facts.page, state=facts.state)


def passed(targets: int = 1, part: Part | None = None, message: str = "") -> Finding:
    """That many targets are as the requirement says; `message` has figures that are worth reporting all the same."""
    return Finding(Outcome.PASSED, message=message, targets=targets, part=part)


def failed(
    message: str, fix: str, target: Target | None = None, line: int | None = None, part: Part | None = None
) -> Finding:
    """One target is not as the requirement says."""
    return Finding(Outcome.FAILED, target, message, fix, line=line, part=part)


def cant_tell(
    message: str, fix: str, target: Target | None = None, line: int | None = None, part: Part | None = None
) -> Finding:
    """A person must look at this target; `fix` says at what."""
    return Finding(Outcome.CANT_TELL, target, message, fix, line=line, part=part)


def untested(reason: str) -> Finding:
    """Nothing was looked at, for this reason."""
    return Finding(Outcome.UNTESTED, message=reason, targets=0)


@dataclass(frozen=True)
class Rule:
    """One requirement that we can test.

    `requirement` is a sentence that is true when the page passes; `why` says who is shut out when it does
    not. `judge` is pure. It takes `Facts` (scope source or page) or all of them (scope site) and returns
    findings; none at all means *inapplicable*. `states` names the states it is judged in.
    """

    id: str
    requirement: str
    why: str
    observes: tuple[Observation[Any], ...]
    judge: Callable[[Any], Iterable[Finding]]
    states: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    scope: Scope = Scope.PAGE

    @property
    def page(self) -> str:
        """The rule's page of documentation: it stands beside the rule's module and shares its name."""
        module = sys.modules[self.judge.__module__]
        return PurePath(*module.__name__.split(".")).with_suffix(".md").as_posix()


@dataclass(frozen=True)
class Result:
    """What the report says: findings that are the same, once, with all their pages and states."""

    rule: str
    requirement: str
    why: str
    criteria: tuple[str, ...]
    act: tuple[str, ...]
    outcome: Outcome
    pages: tuple[str, ...]
    states: tuple[str, ...]
    target: Target | None
    targets: int
    source: Source | None
    message: str
    fix: str
    help: str
    fingerprint: str
    picture: bytes = b""


@dataclass(frozen=True)
class Report:
    """Everything that one run found, and the decision.

    `times` are by observation and state. `presence` counts by page what success criteria need in order to occur.
    """

    root: str
    pages: tuple[str, ...]
    states: tuple[str, ...]
    results: tuple[Result, ...]
    versions: Mapping[str, str]
    times: Mapping[tuple[str, str], Time] = field(default_factory=dict)
    presence: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def summary(self) -> dict[str, int]:
        """How many results there are of each outcome."""
        counts = Counter(result.outcome for result in self.results)
        return {outcome.value: counts[outcome] for outcome in Outcome}

    @property
    def clear(self) -> bool:
        """Whether this may be merged."""
        return not any(result.outcome.blocks for result in self.results)
