"""On paper the main text is all there, dark on white, without what only works on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.layout import LAYOUT, Layout, as_opened

FLOW = "in @media print: overflow: visible, no fixed width or height, white-space: normal"


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    opened = as_opened(site)
    for facts in site:
        screen = opened.get((facts.page, "wide"))
        if facts.state == "print" and screen:
            paper = facts[LAYOUT]
            found = [*cut(paper), *pale(paper), *menus(paper), *lost(paper, screen)]
            yield from (finding.at(facts) for finding in found)
            if paper.texts and not found:
                yield passed(paper.texts).at(facts)


def cut(paper: Layout) -> Iterator[Finding]:
    for box in paper.wide:
        message = f"{box.target.snippet or box.target.selector} is {box.width} px wide; the sheet has {paper.width} px."
        yield failed(message, FLOW, box.target)
    for text in paper.cut:
        if not text.whole:
            name, by = text.target.snippet or text.target.selector, text.by or "the edge of the sheet"
            yield failed(f"{name} is cut off on paper by {by}: {text.missing} px are missing.", FLOW, text.target)
    for pair in paper.over:
        message = f'"{pair.words}" and "{pair.others}" lie over each other on paper.'
        yield failed(message, "in @media print: position: static, no fixed heights", pair.target)


def pale(paper: Layout) -> Iterator[Finding]:
    for text in paper.pale:
        name = text.target.snippet or text.target.selector
        message = f"{name} is printed in {text.colour}: a contrast of {text.ratio:g} of the needed 4.5 with the paper."
        yield failed(message, "in @media print: color: #000", text.target)


def menus(paper: Layout) -> Iterator[Finding]:
    for menu in paper.menus:
        message = f"{menu.selector} is a menu, and is printed: paper leads nowhere."
        yield failed(message, "in @media print: display: none", menu)


def lost(paper: Layout, screen: Layout) -> Iterator[Finding]:
    """Hidden on paper alone, or folded away for good; unless paper has words of its own that the screen does not."""
    on_screen, on_paper = ({part.target.selector for part in look.unrendered} for look in (screen, paper))
    has_own_words = bool(on_screen - on_paper - {part.target.selector for part in screen.unrendered if part.folded})
    for part in paper.unrendered:
        if part.folded or (part.target.selector not in on_screen and not has_own_words):
            why = "is folded away, and nobody can open it there" if part.folded else "is not there"
            message = f"On paper {part.target.snippet or part.target.selector} {why}."
            fix = "details::details-content { content-visibility: visible }" if part.folded else "display: revert"
            yield failed(message, f"in @media print: {fix}", part.target)


RULE = Rule(
    id="paper",
    requirement="On paper the main text is whole and dark, and menus are left out.",
    why="Someone without a device or a connection takes the printed page along, and has nothing else.",
    observes=(LAYOUT,),
    judge=judge,
    states=("wide", "print"),
    scope=Scope.SITE,
)
