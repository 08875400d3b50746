"""At 320 CSS px, which is a laptop at 400 % zoom, text is read by scrolling in one direction."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.layout import LAYOUT, CutText

# By how a text is not all in sight: what is there, what to do.
CUT = {
    "window": (
        "{name} leaves the {width} px of the window: {missing} px of its text cannot be read.",
        "let it wrap: take out white-space: nowrap, fixed widths and offsets",
    ),
    "cut": (
        "{name} is cut off by {by}: {missing} px of its text cannot be read at {width} px.",
        "let it wrap, or take overflow: hidden and the fixed width from {by}",
    ),
    "low": (
        "{name} is cut through by {by}: {missing} px of a line's height cannot be read at {width} px.",
        "give {by} a min-height in place of a height, or take out overflow: hidden",
    ),
    "scroll": (
        "{name} has lines {missing} px longer than {by}, so each has to be scrolled sideways at {width} px.",
        "let the text wrap; only data tables, code and pictures may scroll in a box of their own",
    ),
}


def judge(facts: Facts) -> Iterator[Finding]:
    layout = facts[LAYOUT]
    wide = [box for box in layout.wide if not box.needs_room]
    cut = [text for text in layout.cut if text.how in CUT]
    for box in wide:
        name = box.target.snippet or box.target.selector
        message = f"{name} is {box.width} px wide and reaches to {box.edge} px in a window of {layout.width} px."
        fix = "let it shrink: max-width: 100 %, min-width: 0, overflow-wrap: anywhere, or fewer columns"
        yield failed(f"{message} The whole page has to be scrolled sideways.", fix, box.target)
    for text in cut:
        yield describe(text, layout.width)
    for pair in layout.over:
        message = f'"{pair.words}" and "{pair.others}" lie over each other in a window of {layout.width} px.'
        yield failed(message, "let both stand in the flow of the page, without fixed heights or offsets", pair.target)
    if layout.scrolls and not layout.wide:
        message = f"The page is {layout.page_width} px wide in a window of {layout.width} px; no element sticks out."
        yield cant_tell(message, "scroll sideways and see whether something stands there, such as generated content")
    elif layout.texts and not (wide or cut or layout.over):
        yield passed(layout.texts)


def describe(text: CutText, width: int) -> Finding:
    message, fix = CUT[text.how]
    name = text.target.snippet or text.target.selector
    words = message.format(name=name, by=text.by, missing=text.missing, width=width)
    return failed(words, fix.format(by=text.by), text.target)


RULE = Rule(
    id="reflow",
    requirement="At 320 px all text is read without scrolling sideways, and none is cut off or covered.",
    why="Someone with low vision zooms to 400 %, and loses the line when it leaves the window.",
    observes=(LAYOUT,),
    judge=judge,
    states=("narrow",),
    criteria=("1.4.10",),
)
