"""Every way a reader meets a page, as one value each: size, colour scheme, scripts, and what stands open.

A further state is one more value in STATES. What only DevTools can set goes into `emulation` (with its usual
value in `browser.PLAIN`); what has to be done on the page goes into `variants`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.model import State, Variant

if TYPE_CHECKING:
    from checks.browser import Browser
    from checks.config import Settings

OPENERS = Path(__file__).with_name("openers.js").read_text(encoding="utf-8")
SWITCH = Path(__file__).with_name("switch.js").read_text(encoding="utf-8")


def _size(width: int, height: int) -> dict[str, dict[str, Any]]:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
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
DARK = _media(prefers_color_scheme="dark")

STATES = (
    State("wide", "on a laptop, 1280 × 800 px", WIDE),
    State("narrow", "on a small phone, or a laptop at 400 % zoom: 320 × 640 CSS px", NARROW),
    State("dark", "with the system set to dark colours", WIDE | DARK),
    State("dark", "with the site's own switch set to dark", WIDE, variants=dark_by_switch),
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
