"""Stand-ins for what a test does not want to be real: rules, observations, and a browser that does as it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from checks.browser import Browser, BrowserFault
from checks.model import Facts, Finding, Observation, Rule, Scope, Visit, passed


class FakeBrowser:
    """Opens any address and answers `evaluate` with the address that is open; dies on addresses in `deadly`."""

    version = "Fake 1"

    def __init__(self, deadly: Mapping[str, int] | None = None) -> None:
        self.deadly = dict(deadly or {})
        self.opened: list[str] = []
        self.closed = False

    def enter(self, emulation: Mapping[str, Mapping[str, Any]]) -> None:
        self.emulation = emulation

    def open(self, address: str) -> None:
        self.opened.append(address)
        for part, times in self.deadly.items():
            if address.endswith(part) and times:
                raise BrowserFault(f"{part} killed it")

    def settle(self) -> None:
        pass

    def evaluate(self, script: str, *arguments: Any) -> Any:
        return self.opened[-1]

    def close(self) -> None:
        self.closed = True


def fake_browser() -> Browser:
    return cast(Browser, FakeBrowser())


def observation(name: str = "seen", observe: Callable[[Any, Visit], Any] | None = None) -> Observation[Any]:
    return Observation(name, observe or (lambda browser, visit: visit.page.path))


def rule(
    judge: Callable[[Any], Any] | None = None,
    observes: tuple[Observation[Any], ...] | None = None,
    scope: Scope = Scope.PAGE,
    states: tuple[str, ...] = ("wide", "narrow"),
    id: str = "example",
) -> Rule:
    def always(facts: Facts) -> list[Finding]:
        return [passed()]

    return Rule(
        id=id,
        requirement="It is as it should be.",
        why="Someone is shut out.",
        observes=observes or (observation(),),
        judge=judge or always,
        states=states,
        criteria=("1.1.1",),
        scope=scope,
    )
