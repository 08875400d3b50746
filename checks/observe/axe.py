"""What axe-core says of a page: its rules for WCAG 2.0 to 2.2, A and AA, and its best practices."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser
    from checks.config import Settings

SCRIPT = script(__file__)
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What rules of ours judge by the words of the ACT rule, where axe-core finds less or raises false alarms.
OURS = (
    "duplicate-id-aria",
    "frame-focusable-content",
    "label-content-name-mismatch",
    "link-in-text-block",
    "meta-refresh",
    "target-size",
)
OPTIONS: Mapping[str, Any] = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {rule: {"enabled": False} for rule in OURS},
}


class AxeMissing(Exception):
    """axe-core is not there or not the one that is pinned; the text says what to do."""


@dataclass(frozen=True)
class AxeNode:
    """An element that axe-core names: `messages` by what is needed of them, "any", "all" or "none"."""

    target: Target
    messages: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class AxeRule:
    """What one rule of axe-core says of the page; `passed` counts elements."""

    id: str
    help: str
    description: str
    address: str
    tags: tuple[str, ...]
    act: tuple[str, ...]
    passed: int
    failed: tuple[AxeNode, ...]
    cant_tell: tuple[AxeNode, ...]


@dataclass(frozen=True)
class AxeFacts:
    version: str
    rules: tuple[AxeRule, ...]


def pinned(settings: Settings) -> str:
    """The source of the pinned axe-core. Raise AxeMissing if the file is missing or altered."""
    file = settings.root / settings.axe
    try:
        source = file.read_bytes()
    except OSError:
        raise AxeMissing(f"axe-core is not at {file}. Fetch it: make setup.") from None
    if hashlib.sha256(source).hexdigest() != settings.axe_sha256:
        raise AxeMissing(f"{file} is not the axe-core that is pinned: its SHA-256 differs. Fetch it anew: make setup.")
    return source.decode("utf-8")


def version(source: str) -> str:
    """The version that the file itself names in its first line."""
    return source[:80].partition(" v")[2].split()[0]


def observe(browser: Browser, visit: Visit) -> AxeFacts:
    answer = browser.run_axe(SCRIPT, OPTIONS)
    return AxeFacts(answer["version"], tuple(_rule(rule) for rule in answer["rules"]))


def _rule(rule: Mapping[str, Any]) -> AxeRule:
    return AxeRule(
        id=rule["id"],
        help=rule["help"],
        description=rule["description"],
        address=rule["helpUrl"],
        tags=tuple(rule["tags"]),
        act=tuple(rule["actIds"]),
        passed=rule["passed"],
        failed=tuple(_node(node) for node in rule["failed"]),
        cant_tell=tuple(_node(node) for node in rule["cantTell"]),
    )


def _node(node: Mapping[str, Any]) -> AxeNode:
    return AxeNode(Target.of(node["target"]), {need: tuple(texts) for need, texts in node["messages"].items()})


AXE = Observation("axe", observe)
