"""Text at twice its size is all there: by the browser's zoom, and where the text alone is enlarged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, Target, failed, passed
from checks.observe.layout import LAYOUT, CutText, Layout, as_opened, newly_cut, newly_over

ROOM = "let it grow with its text: min-height in place of a height, no fixed width, no overflow: hidden"
GROWS = 1.1  # times: less is as good as nothing


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    opened = as_opened(site)
    for facts in site:
        wide, narrow = opened.get((facts.page, "wide")), opened.get((facts.page, "narrow"))
        if facts.state == "large-text" and wide and narrow:
            layout = facts[LAYOUT]
            found = list(zoomed(layout, wide, narrow) if layout.width < wide.width else enlarged(layout, wide))
            yield from (finding.at(facts) for finding in found)
            if layout.texts and not found:
                yield passed(layout.texts).at(facts)


def zoomed(layout: Layout, wide: Layout, narrow: Layout) -> Iterator[Finding]:
    """At 200 % zoom a text of which a part is seen is seen whole, whatever it was before: so ACT 59br37 has it."""
    for text in layout.cut:
        if text.how != "scroll" and not text.whole:
            yield cut(text, "at 200 % zoom")
    yield from over(layout, wide, "at 200 % zoom")
    yield from fixed(layout, wide, narrow)


def enlarged(layout: Layout, wide: Layout) -> Iterator[Finding]:
    for text in newly_cut(layout, wide):
        yield cut(text, "when the text alone is twice as large")
    yield from over(layout, wide, "when the text alone is twice as large")


def cut(text: CutText, when: str) -> Finding:
    by = text.by or "the window, which does not scroll"
    return failed(f"{name(text.target)} is cut off {when} by {by}: {text.missing} px are missing.", ROOM, text.target)


def over(layout: Layout, wide: Layout, when: str) -> Iterator[Finding]:
    for pair in newly_over(layout, wide):
        message = f'"{pair.words}" and "{pair.others}" lie over each other {when}.'
        yield failed(message, "let both stand in the flow of the page, without fixed heights or offsets", pair.target)


def fixed(layout: Layout, wide: Layout, narrow: Layout) -> Iterator[Finding]:
    """Text that follows the window's width shrinks as the page is zoomed: neither 200 % nor 400 % make it larger."""
    before, later = ({text.target.selector: text.size for text in look.fluid} for look in (wide, narrow))
    for text in layout.fluid:
        size = before.get(text.target.selector)
        if size is None:
            continue
        at_200 = text.size * wide.width / layout.width
        at_400 = later.get(text.target.selector, text.size) * wide.width / narrow.width
        if max(at_200, at_400) < GROWS * size:
            message = f"{name(text.target)} does not grow with zoom: {size:g} px at 100 %, {at_200:g} px at 200 %."
            yield failed(message, "give it a part that grows: font-size: calc(1rem + 1vw)", text.target)


def name(target: Target) -> str:
    return target.snippet or target.selector


RULE = Rule(
    id="large-text",
    requirement="At twice its size all text can be read.",
    why="Someone with low vision enlarges the text, and loses what no longer fits.",
    observes=(LAYOUT,),
    judge=judge,
    states=("wide", "narrow", "large-text"),
    criteria=("1.4.4",),
    act=("59br37",),
    scope=Scope.SITE,
)
