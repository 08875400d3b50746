"""What an observation may ask of a browser, and the browser that answers: Chromium, driven by Selenium.

The only module that knows Selenium and axe-selenium-python; both are imported when a browser starts.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from checks.states import PLAIN

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.chromium.service import ChromiumService

SHARED = (Path(__file__).parent / "observe" / "shared.js").read_text(encoding="utf-8")
SETTLE = Path(__file__).with_name("settle.js").read_text(encoding="utf-8")
WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
LEAVE = Path(__file__).with_name("leave.js").read_text(encoding="utf-8")

LOAD_SECONDS = 20  # for a page to load
SCRIPT_SECONDS = 30  # for one script of ours
ANSWER_SECONDS = 35  # for anything at all: the two limits above do not hold when a page keeps its tab busy
SETTLE_SECONDS = 3  # for the layout to come to rest
PAGE_BYTES = 5_000_000  # of HTML, uncompressed: whether a bigger page answers in time is a matter of luck
DIALOGS = 10  # that a page may open one after the other while it comes to rest

SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-back-forward-cache",  # no page is gone back to: 7 % less work for each that is opened
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",  # 320 px have to be 320 px
    "--mute-audio",
    "--autoplay-policy=no-user-gesture-required",  # as for a reader who lets pages play sound
    "--no-first-run",
    "--enable-blink-features=ComputedAccessibilityInfo",  # an element's accessible name and role, for scripts
)

LOGS = {"browser": "WARNING"}  # what ChromeDriver notes down: the console, from warnings on

# Key names by DOM key: code, Windows key code, text. <https://w3c.github.io/uievents-key/>
KEYS: Mapping[str, tuple[str, int, str]] = {
    "Tab": ("Tab", 9, ""),
    "Enter": ("Enter", 13, "\r"),
    "Escape": ("Escape", 27, ""),
    " ": ("Space", 32, " "),
    "PageUp": ("PageUp", 33, ""),
    "PageDown": ("PageDown", 34, ""),
    "End": ("End", 35, ""),
    "Home": ("Home", 36, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowRight": ("ArrowRight", 39, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "Insert": ("Insert", 45, ""),
    "Delete": ("Delete", 46, ""),
    "Backspace": ("Backspace", 8, ""),
    **{f"F{number}": (f"F{number}", 111 + number, "") for number in range(1, 13)},
}
MODIFIERS = {"Alt": 1, "Control": 2, "Meta": 4, "Shift": 8}


class BrowserMissing(Exception):
    """No browser can be started on this machine; the text says what to install."""


class BrowserFault(Exception):
    """The browser died, or the page did not open; a fresh browser may do better."""


class PageHangs(BrowserFault):
    """The page did not answer in time; a fresh browser would wait as long."""


class DialogOpens(BrowserFault):
    """The page opened a dialog, which was dismissed, in the midst of what was asked."""


class ScriptFault(Exception):
    """A script of ours failed in the page; a fresh browser would not do better."""


class Browser(Protocol):
    """What an observation may ask. Any call may raise BrowserFault or ScriptFault; the engine knows both."""

    version: str

    def enter(self, emulation: Mapping[str, Mapping[str, Any]]) -> None:
        """Set size, media and so on: DevTools commands with parameters, over the usual ones."""

    def open(self, address: str) -> None:
        """Open a page as a first-time visitor, and wait until it has settled."""

    def settle(self) -> None:
        """Wait for fonts, for animations to end, and for two equal layouts in a row."""

    def evaluate(self, script: str, *arguments: Any) -> Any:
        """Run `script` in the page and return what it returns, as JSON.

        It is the body of an async function: it may `await` and has to `return`. `arguments` are there under
        that name, and `checks` is what observe/shared.js defines.
        """

    def inspect(self, script: str, *arguments: Any) -> Any:
        """As `evaluate`, and until its first `await` the script may ask `getEventListeners(target)` of DevTools."""

    def press(self, keys: str, times: int = 1) -> None:
        """Press a real key, by its DOM name ("Tab", "Shift+Tab", "Escape", "a"), once or many times in a row."""

    def move_pointer(self, x: float, y: float) -> None:
        """Move the real pointer to CSS pixels from the left upper corner of the viewport."""

    def active_element(self) -> dict[str, str] | None:
        """What `checks.describe` says of the element with focus; None when that is the page itself."""

    def console(self) -> list[dict[str, str]]:
        """What the console has said since the page was opened or this was last asked: level, source and message."""

    def screenshot(self, clip: tuple[float, float, float, float] | None = None) -> bytes:
        """A PNG of the viewport, or of x, y, width, height in CSS pixels from the page's upper left."""

    def command(self, name: str, **parameters: Any) -> dict[str, Any]:
        """Any command of the Chrome DevTools Protocol."""

    def run_axe(self, script: str, *arguments: Any) -> Any:
        """Let axe-selenium-python run the axe-core that the browser was started with, by a script of ours."""

    def close(self) -> None:
        """End the browser and remove its profile."""


class SeleniumBrowser:
    """Chromium by way of ChromeDriver. Raise BrowserMissing if there is none to start."""

    def __init__(self, templates: tuple[str, ...] = (), axe: str = "") -> None:
        self.profile = Path(tempfile.mkdtemp(prefix="checks-browser-"))
        self._templates = json.dumps(templates)
        self._emulation: dict[str, Mapping[str, Any]] = {}
        self._hangs = False
        self._opened = 0.0
        self._driver = _start(self.profile)
        self.version = f"Chromium {self._driver.capabilities['browserVersion']}"
        self._axe = _pinned_axe(self._driver, axe)
        try:
            self.command("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
            self._ask(self._axe.inject)
        except BrowserFault:
            self.close()
            raise

    def enter(self, emulation: Mapping[str, Mapping[str, Any]]) -> None:
        for name, parameters in {**PLAIN, **emulation}.items():
            if self._emulation.get(name) != parameters:
                self.command(name, **parameters)
                self._emulation[name] = parameters

    def open(self, address: str) -> None:
        origin = "/".join(address.split("/", 3)[:3])
        self.command("Storage.clearDataForOrigin", origin=origin, storageTypes="all")
        self._past_dialogs(lambda: self._ask(lambda: self._driver.execute_script(LEAVE)))
        self._opened = time.time() * 1000
        with suppress(DialogOpens):  # the page goes on when the dialog is dismissed
            self._ask(lambda: self._driver.get(address))
        # Tab may have left the page before this one, and the window with it.
        self._past_dialogs(lambda: self.command("Page.bringToFront"))
        self.settle()

    def settle(self) -> None:
        if not self._past_dialogs(lambda: self.evaluate(SETTLE, SETTLE_SECONDS * 1000, PAGE_BYTES)):
            raise ScriptFault(f"The page did not come to rest: its layout still changed after {SETTLE_SECONDS} s.")

    def _past_dialogs(self, ask: Callable[[], Any]) -> Any:
        """Ask again as long as a dialog comes between. Raise PageHangs when they do not end."""
        for _ in range(DIALOGS):
            with suppress(DialogOpens):
                return ask()
        self._hangs = True
        raise PageHangs(f"The page opened {DIALOGS} dialogs one after the other.")

    def evaluate(self, script: str, *arguments: Any) -> Any:
        answer = self._ask(lambda: self._driver.execute_script(self._whole(script), *arguments))
        return None if answer is None else json.loads(answer)

    def inspect(self, script: str, *arguments: Any) -> Any:
        whole = f"(function () {{\n{self._whole(script)}\n}})(...{json.dumps(arguments)})"
        answer = self.command(
            "Runtime.evaluate", expression=whole, includeCommandLineAPI=True, awaitPromise=True, returnByValue=True
        )
        if fault := answer.get("exceptionDetails"):
            raise ScriptFault(_first_line(fault.get("exception", {}).get("description") or fault["text"]))
        return json.loads(answer["result"]["value"])

    def press(self, keys: str, times: int = 1) -> None:
        if times > 1:
            self._press_in_a_row(keys, times)
            return
        *modifiers, key = keys.split("+") if len(keys) > 1 else [keys]
        code, number, text = KEYS.get(key) or (f"Key{key.upper()}", ord(key.upper()), key)
        stroke = {
            "key": key,
            "code": code,
            "windowsVirtualKeyCode": number,
            "modifiers": sum(MODIFIERS[modifier] for modifier in modifiers),
        }
        kind = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
        self.command("Input.dispatchKeyEvent", **kind, **stroke)
        self.command("Input.dispatchKeyEvent", type="keyUp", **stroke)

    def _press_in_a_row(self, keys: str, times: int) -> None:
        """One question for all presses: three times as fast as one for each.

        Keys that are sent to an element are faster still, but there are fields that take them for their value.
        """
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.keys import Keys

        *modifiers, character = (getattr(Keys, key.upper(), key) for key in keys.split("+"))
        active = self._ask(lambda: self._driver.execute_script("return document.activeElement"))  # none in an SVG
        if active and self._ask(lambda: active.tag_name) in ("body", "a", "button", "summary"):
            self._ask(lambda: active.send_keys("".join(modifiers) + character * times))
            return
        presses = ActionChains(self._driver, duration=0)
        for modifier in modifiers:
            presses.key_down(modifier)
        for _ in range(times):
            presses.key_down(character).key_up(character)
        for modifier in modifiers:
            presses.key_up(modifier)
        self._ask(presses.perform)

    def move_pointer(self, x: float, y: float) -> None:
        self.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def active_element(self) -> dict[str, str] | None:
        described: dict[str, str] | None = self.evaluate(
            "const element = checks.activeElement(); return element && checks.describe(element);"
        )
        return described

    def console(self) -> list[dict[str, str]]:
        lines = self._ask(lambda: self._driver.get_log("browser"))  # type: ignore[no-untyped-call]
        wanted = ("level", "source", "message")
        return [{name: line[name] for name in wanted} for line in lines if line["timestamp"] >= self._opened]

    def screenshot(self, clip: tuple[float, float, float, float] | None = None) -> bytes:
        options: dict[str, Any] = {"format": "png", "optimizeForSpeed": True}
        if clip:
            x, y, width, height = clip
            options |= {
                "clip": {"x": x, "y": y, "width": width, "height": height, "scale": 1},
                "captureBeyondViewport": True,
            }
        return base64.b64decode(self.command("Page.captureScreenshot", **options)["data"])

    def command(self, name: str, **parameters: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self._ask(lambda: self._driver.execute_cdp_cmd(name, parameters)) or {}
        return answer

    def run_axe(self, script: str, *arguments: Any) -> Any:
        answer = self._ask(lambda: self._axe.run(self._whole(script), arguments))
        return None if answer is None else json.loads(answer)

    def close(self) -> None:
        from selenium.common.exceptions import WebDriverException
        from urllib3.exceptions import HTTPError

        try:
            if not self._hangs:  # it would not answer this either
                self._driver.quit()
        except (WebDriverException, HTTPError, OSError):
            self._driver.service.stop()
        finally:
            _clear_away(self._driver.service, self.profile)

    def _whole(self, script: str) -> str:
        return (
            f"{SHARED}\nchecks.templates = {self._templates};\n"
            f"return (async function () {{\n{script}\n}})(...arguments)"
            ".then(answer => JSON.stringify(answer ?? null));"
        )

    def _ask(self, question: Any) -> Any:
        """Put every way in which Selenium fails into an exception of ours."""
        from selenium.common import exceptions
        from urllib3.exceptions import HTTPError, ReadTimeoutError

        try:
            return question()
        except exceptions.TimeoutException as fault:
            self._hangs = True
            raise PageHangs(f"The page did not answer in time: {_first_line(fault.msg)}") from None
        except ReadTimeoutError:
            self._hangs = True
            raise PageHangs(f"The page did not answer in time: nothing came for {ANSWER_SECONDS} s.") from None
        except exceptions.UnexpectedAlertPresentException as fault:
            raise DialogOpens(f"The page opened a dialog: {_first_line(fault.alert_text)}") from None
        except (exceptions.JavascriptException, exceptions.UnknownMethodException) as fault:
            raise ScriptFault(_first_line(fault.msg)) from None
        except exceptions.WebDriverException as fault:
            if "unhandled inspector error" in (fault.msg or ""):
                raise ScriptFault(_first_line(fault.msg)) from None
            raise BrowserFault(f"The browser stopped: {_first_line(fault.msg)}") from None
        except (HTTPError, OSError) as fault:
            raise BrowserFault(f"The browser is gone: {type(fault).__name__}.") from None


def _first_line(text: str | None) -> str:
    return (text or "no reason given").strip().splitlines()[0].removeprefix("javascript error: ")


def _clear_away(driver: ChromiumService, profile: Path) -> None:
    """Give the browser two seconds to end, end what is left of the driver's session, and remove the profile.

    A running browser holds a link of this name in its profile, and would write the profile anew.
    """
    for _ in range(40):
        if not os.path.lexists(profile / "SingletonLock"):
            break
        time.sleep(0.05)
    if process := getattr(driver, "process", None):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    shutil.rmtree(profile, ignore_errors=True)


def installed() -> str | None:
    """The browser of this machine, if there is one."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _start(profile: Path) -> Chrome:
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    for switch in (*SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    options.add_experimental_option("excludeSwitches", ["enable-logging"])
    options.set_capability("goog:loggingPrefs", LOGS)
    options.unhandled_prompt_behavior = "dismiss"  # a page that asks something on load is looked at all the same
    browser = installed()
    driver = shutil.which("chromedriver")
    if browser and driver:  # otherwise Selenium Manager finds or fetches the pair
        options.binary_location = browser
    # A session of its own: Ctrl-C then reaches this program alone, which ends its browsers in order.
    service = Service(
        executable_path=driver if browser and driver else None,
        log_output=os.devnull,
        popen_kw={"start_new_session": True},
    )
    try:
        started = Chrome(options=options, service=service)
    except (WebDriverException, OSError) as fault:
        _clear_away(service, profile)
        reason = _first_line(getattr(fault, "msg", None) or str(fault))
        raise BrowserMissing(
            f"No browser could be started: {reason}\n"
            "Install Chromium and ChromeDriver (Debian, Ubuntu: apt-get install chromium chromium-driver), "
            "or let Selenium Manager fetch one where the network allows it."
        ) from None
    started.command_executor.client_config.timeout = ANSWER_SECONDS  # type: ignore[union-attr]
    started.set_page_load_timeout(LOAD_SECONDS)
    started.set_script_timeout(SCRIPT_SECONDS)
    return started


def _pinned_axe(driver: Chrome, source: str) -> Any:
    """axe-selenium-python's Axe, 2.1.6 and 3.0.0 alike, without the faults of its two methods.

    Its own `inject` puts axe in the frames that are there, at 70 ms a page; here the browser does it, in
    every frame. Its own `run` pastes options into JavaScript as Python text and leaves an error of axe to
    time out; here `run` passes script arguments, and an error of axe is an exception.
    """
    from axe_selenium_python import Axe  # type: ignore[import-untyped]

    class PinnedAxe(Axe):  # type: ignore[misc]
        def inject(self) -> None:
            self.selenium.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})

        def run(self, context: str, options: tuple[Any, ...] = ()) -> Any:
            return self.selenium.execute_script(context, *options)

    return PinnedAxe(driver)
