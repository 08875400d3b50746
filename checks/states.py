"""Every way a reader meets a page, as one value each: size, colour scheme, scripts, and what stands open.

A further state is one more value in STATES. What only DevTools can set goes into `emulation` (with its usual
value in `browser.PLAIN`); what has to be done on the page goes into `variants`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.model import State, Variant

if TYPE_CHECKING:
    from checks.browser import Browser
    from checks.config import Settings

OPENERS = Path(__file__).with_name("openers.js").read_text(encoding="utf-8")
SWITCH = Path(__file__).with_name("switch.js").read_text(encoding="utf-8")
ENLARGE = Path(__file__).with_name("enlarge.js").read_text(encoding="utf-8")
SPACING = Path(__file__).with_name("spacing.js").read_text(encoding="utf-8")


def _size(width: int, height: int, scale: int = 1) -> dict[str, dict[str, Any]]:
    size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    return {"Emulation.setDeviceMetricsOverride": size}


def _media(kind: str = "", **features: str) -> dict[str, dict[str, Any]]:
    usual = {
        "prefers-color-scheme": "light",
        "prefers-reduced-motion": "no-preference",
        "forced-colors": "none",
    }
    chosen = usual | {name.replace("_", "-"): value for name, value in features.items()}
    listed = [{"name": name, "value": value} for name, value in chosen.items()]
    return {"Emulation.setEmulatedMedia": {"media": kind, "features": listed}}


def dark_by_switch(browser: Browser, settings: Settings) -> Iterator[Variant]:
    """The page after its own light/dark switch was used; nothing where the page has no such switch."""
    switch = settings.theme_switch
    if switch and browser.evaluate("return document.querySelector(arguments[0]) !== null", switch):

        def enter(browser: Browser) -> bool:
            browser.evaluate(SWITCH, switch)
            browser.settle()
            return True

        yield Variant(switch, enter, leave=lambda browser: False)


def after(script: str) -> Callable[[Browser, Settings], Iterator[Variant]]:
    """The page after a script of ours has changed how its text looks."""

    def changed(browser: Browser, settings: Settings) -> Iterator[Variant]:
        def enter(browser: Browser) -> bool:
            browser.evaluate(script)
            browser.settle()
            return True

        yield Variant("", enter, leave=lambda browser: False)

    return changed


def each_opened(browser: Browser, settings: Settings) -> Iterator[Variant]:
    """The page with each menu, disclosure and dialog open, one at a time, and with those inside them."""
    waiting: list[tuple[str, ...]] = [(opener,) for opener in browser.evaluate(OPENERS, "find", settings.theme_switch)]
    seen = set(waiting)

    def variant(path: tuple[str, ...]) -> Variant:
        def enter(browser: Browser) -> bool:
            shown = False
            for opener in path:
                browser.evaluate(OPENERS, "press", settings.theme_switch, opener)
                browser.settle()
                shown = browser.evaluate(OPENERS, "compare", settings.theme_switch)
            inside = browser.evaluate(OPENERS, "inside", settings.theme_switch) if shown else []
            deeper = [(*path, opener) for opener in inside if opener not in path and (*path, opener) not in seen]
            seen.update(deeper)
            waiting.extend(deeper)
            return shown

        def leave(browser: Browser) -> bool:
            return len(path) == 1 and bool(browser.evaluate(OPENERS, "close", settings.theme_switch, path[-1]))

        return Variant(" then ".join(path), enter, leave)

    while waiting:
        yield variant(waiting.pop(0))


WIDE = _size(1280, 800)
NARROW = _size(320, 640)
ZOOMED = _size(640, 512, scale=2)  # 1280 × 1024 px, the usual window of WCAG 2.2, at 200 %
SHEET = _size(720, 960)  # a Letter page without its margins, at 96 px an inch
DARK = _media(prefers_color_scheme="dark")
FORCED = _media(forced_colors="active")
FORCED_DARK = _media(forced_colors="active", prefers_color_scheme="dark")
STILL = _media(prefers_reduced_motion="reduce")

STATES = (
    State("wide", "on a laptop, 1280 × 800 px", WIDE),
    State("narrow", "on a small phone, or a laptop at 400 % zoom: 320 × 640 CSS px", NARROW),
    State("dark", "with the system set to dark colours", WIDE | DARK),
    State("dark", "with the site's own switch set to dark", WIDE, variants=dark_by_switch),
    State("large-text", "with all text at twice its size, and nothing else", WIDE, variants=after(ENLARGE)),
    State("large-text", "at 200 % zoom: 640 × 512 CSS px", ZOOMED),
    State("text-spacing", "with the spacing of WCAG 1.4.12", WIDE, variants=after(SPACING)),
    State("text-spacing", "with the spacing of WCAG 1.4.12 on a small phone", NARROW, variants=after(SPACING)),
    State("forced-colors", "with the reader's own few colours, light", WIDE | FORCED),
    State("forced-colors", "with the reader's own few colours, dark", WIDE | FORCED_DARK),
    State("reduced-motion", "with the system set to less motion", WIDE | STILL),
    State("print", "on paper", SHEET | _media("print")),
    State("no-script", "where scripts are blocked or did not load", WIDE, scripts=False),
    State("opened", "with each menu, disclosure and dialog opened", WIDE, variants=each_opened),
    State(
        "opened",
        "with each menu, disclosure and dialog opened on a small phone",
        NARROW,
        variants=each_opened,
    ),
)

NAMES = tuple(dict.fromkeys(state.name for state in STATES))
PLAIN = WIDE | _media()
AS_IT_COMES = tuple(name for name in NAMES if name not in ("no-script", "opened"))  # as ACT's rules look at a page

# Where rules look: each rule names one of these, or states of its own.
AS_OPENED = ("wide",)  # what is the same in every state: titles, languages, the order of the markup
STRUCTURE = ("wide", "narrow", "no-script", "opened")  # names, roles, what stands on the page
KEYBOARD = ("wide", "narrow", "opened")
FOCUS = ("wide", "narrow", "dark", "forced-colors", "opened")  # what the focus looks like
COLOUR = ("wide", "narrow", "dark", "print", "opened")  # never forced-colors: there the reader chose the colours
ENLARGED = ("large-text", "text-spacing")  # what clips and overlaps
WINDOW = ("narrow",)  # what has to fit
MOTION = ("wide", "reduced-motion")
