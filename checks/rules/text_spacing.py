"""A reader can widen the spacing of text, and loses nothing by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.layout import LAYOUT, Layout, as_opened, newly_cut, newly_over

ROOM = "leave room: min-height in place of a height, no fixed width, no white-space: nowrap, no overflow: hidden"


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    opened = {(page, layout.width): layout for (page, _), layout in as_opened(site).items()}
    for facts in site:
        before = opened.get((facts.page, facts[LAYOUT].width))
        if facts.state == "text-spacing" and before:
            cut = (replace(finding, beyond_act=True) for finding in lost(facts[LAYOUT], before))
            found = [*cut, *locked(facts[LAYOUT])]
            yield from (finding.at(facts) for finding in found)
            if before.texts and not found:
                yield passed(before.texts).at(facts)


def lost(layout: Layout, before: Layout) -> Iterator[Finding]:
    where = f"with wider spacing in a window of {layout.width} px"
    for text in newly_cut(layout, before):
        name, by = text.target.snippet or text.target.selector, text.by or "the window"
        yield failed(f"{name} is cut off by {by} {where}: {text.missing} px are missing.", ROOM, text.target)
    for pair in newly_over(layout, before):
        message = f'"{pair.words}" and "{pair.others}" lie over each other {where}.'
        yield failed(message, "let both stand in the flow of the page, without fixed heights or offsets", pair.target)


def locked(layout: Layout) -> Iterator[Finding]:
    for lock in layout.locked:
        name = lock.target.snippet or lock.target.selector
        message = f"{name} fixes {lock.property} at {lock.part:g} of the font size; a reader cannot set {lock.least:g}."
        yield failed(message, f"take !important from {lock.property} in its style attribute", lock.target)


RULE = Rule(
    id="text-spacing",
    requirement="All text can be read with wider spacing of letters, words, lines and paragraphs.",
    why="Someone with dyslexia or low vision spaces the text, and loses what no longer fits or stays as it was.",
    observes=(LAYOUT,),
    judge=judge,
    states=("wide", "narrow", "text-spacing"),
    criteria=("1.4.12",),
    act=("24afc2", "78fd32", "9e45ec"),
    scope=Scope.SITE,
)
