"""Where boxes and lines of text stand: what widens the page, what is cut off, what lies over each other; and what else
can be said from there: what a pointer aims at, what becomes of text that a reader spaces, zooms, turns or prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Facts, Observation, Page, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__, "boxes", "lines", "over", "targets", "sheets", "reader", "paper")


@dataclass(frozen=True)
class WideBox:
    """An element that makes the page wider than the window: its width, and how far it reaches, in px.

    `needs_room` is for what is not understood in one column: data tables, code, pictures.
    """

    target: Target
    width: int
    edge: int
    needs_room: bool = False


@dataclass(frozen=True)
class CutText:
    """An element whose text is not all in sight, by `missing` px.

    `how` is "window" (it leaves the window), "cut" (what it stands in cuts it off at the side), "low" (cuts its
    lines through), "gone" (some lines are out of sight; with `whole` all of them, so it may be meant), or "scroll"
    (one line is longer than its box, which scrolls). `by` is that box's selector.
    """

    target: Target
    how: str
    missing: int
    by: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Overlap:
    """The words of two texts of which one lies over the other; the target is the first."""

    target: Target
    words: str
    others: str


@dataclass(frozen=True)
class CrowdedTarget:
    """What a pointer aims at, smaller than 24 × 24 px, with another target (`near`) in the circle of 24 px around it.

    Targets in a sentence are left out. `browsers` says that it is as the browser draws it, `twin` that a larger
    link leads to the same place. <https://www.w3.org/TR/WCAG22/#target-size-minimum>
    """

    target: Target
    width: int
    height: int
    near: str
    browsers: bool
    twin: bool


@dataclass(frozen=True)
class FluidText:
    """An element whose font size, in CSS px, follows the size of the window."""

    target: Target
    size: float


@dataclass(frozen=True)
class LockedSpacing:
    """An element whose style attribute fixes a spacing with !important at a `part` of the font size below `least`."""

    target: Target
    property: str
    part: float
    least: float


@dataclass(frozen=True)
class TurnedPart:
    """An element that is turned under an orientation media query: its angle in each orientation, in degrees."""

    target: Target
    portrait: float
    landscape: float


@dataclass(frozen=True)
class AskedTurn:
    """An element that takes the place of the page in one orientation (`way`) and asks to turn the device."""

    target: Target
    way: str


@dataclass(frozen=True)
class HiddenPart:
    """An outermost element of the main part that is not rendered and holds words; `folded` in a closed `details`."""

    target: Target
    folded: bool


@dataclass(frozen=True)
class PaleText:
    """Text whose colour has a contrast below 4.5 with the paper."""

    target: Target
    colour: str
    ratio: float


@dataclass(frozen=True)
class Layout:
    """`width` is the window's in px; `scrolls`: to something beyond its side; `texts` and `targets` are counts.

    Not everything is measured in every state: targets in wide, narrow and opened (there nothing else), `turned` and
    `asked` in wide, `fluid` in wide, narrow and large-text, `locked` in text-spacing, `pale` and `menus` in print,
    and in wide and print the outermost elements of the main part that hold words and are not shown (`unrendered`).
    """

    width: int
    page_width: int
    scrolls: bool
    texts: int
    wide: tuple[WideBox, ...] = ()
    cut: tuple[CutText, ...] = ()
    over: tuple[Overlap, ...] = ()
    targets: int = 0
    crowded: tuple[CrowdedTarget, ...] = ()
    fluid: tuple[FluidText, ...] = ()
    locked: tuple[LockedSpacing, ...] = ()
    turned: tuple[TurnedPart, ...] = ()
    asked: tuple[AskedTurn, ...] = ()
    unrendered: tuple[HiddenPart, ...] = ()
    pale: tuple[PaleText, ...] = ()
    menus: tuple[Target, ...] = ()


# What the script returns as lists of objects that have a `target` and fields of these names.
PARTS: Mapping[str, type[Any]] = {
    "wide": WideBox,
    "cut": CutText,
    "over": Overlap,
    "crowded": CrowdedTarget,
    "fluid": FluidText,
    "locked": LockedSpacing,
    "turned": TurnedPart,
    "asked": AskedTurn,
    "unrendered": HiddenPart,
    "pale": PaleText,
}


def observe(browser: Browser, visit: Visit) -> Layout:
    answer = browser.evaluate(SCRIPT, visit.state.name if visit.state else "")
    parts = {name: tuple(_part(kind, item) for item in answer[name]) for name, kind in PARTS.items()}
    return Layout(**{**answer, **parts, "menus": tuple(Target.of(menu) for menu in answer["menus"])})


def _part(kind: type[Any], item: Mapping[str, Any]) -> Any:
    return kind(**{**item, "target": Target.of(item["target"])})


LAYOUT = Observation("layout", observe)


def as_opened(site: Sequence[Facts]) -> dict[tuple[Page, str], Layout]:
    """The layouts of pages as they open, by page and state, wide or narrow: what others are compared with."""
    return {(facts.page, facts.state): facts[LAYOUT] for facts in site if facts.state in ("wide", "narrow")}


def newly_cut(layout: Layout, before: Layout) -> Iterator[CutText]:
    """Texts that are cut off and were not before. What only has to be scrolled to is not lost."""
    known = {text.target.selector for text in before.cut if text.how != "scroll"}
    return (text for text in layout.cut if text.how != "scroll" and text.target.selector not in known)


def newly_over(layout: Layout, before: Layout) -> Iterator[Overlap]:
    """Texts that lie over each other and did not before."""
    known = {(pair.words, pair.others) for pair in before.over}
    return (pair for pair in layout.over if (pair.words, pair.others) not in known)
