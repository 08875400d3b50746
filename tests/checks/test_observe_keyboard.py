"""The keyboard walk: where it stops and ends, what a script may do on the way, and how it leaves the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checks import server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Page, State, Visit
from checks.observe import keyboard

WIDE = states.STATES[0]
DARK = next(state for state in states.STATES if state.name == "dark")


def walk(
    body: str, browser: SeleniumBrowser, settings: Settings, folder: Path, state: State = WIDE, variant: str = ""
) -> keyboard.Walk:
    (folder / "index.html").write_text(f'<!doctype html><html lang="en"><title>A</title>{body}', encoding="utf-8")
    with server.folder(folder, "site") as site:
        browser.enter(state.emulation)
        browser.open(site.address(Page("/"), scripts=True))
        return keyboard.observe(browser, Visit(Page("/"), state, settings, variant))


def names(walk: keyboard.Walk) -> list[str]:
    return [stop.target.selector for stop in walk.stops]


def test_stops_stand_in_the_order_of_tab_and_the_walk_ends_where_the_page_does(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = '<a id="a" href="/">A</a><button id="b">B</button><button id="c" tabindex="1">C</button>'
    found = walk(body, own_browser, project, tmp_path)
    assert names(found) == ["#c", "#a", "#b"]
    assert found.trap is None and not found.unreached
    assert [(stop.tabindex, stop.number) for stop in found.stops] == [(1, 2), (0, 0), (0, 1)]


def test_more_stops_than_are_pressed_at_once(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = "".join(f'<p><a id="a{number}" href="/{number}/">A</a></p>' for number in range(400))
    found = walk(body, own_browser, project, tmp_path)
    assert names(found) == [f"#a{number}" for number in range(400)]
    assert all(stop.shows_focus for stop in found.stops)


def test_fields_with_several_stops_inside_and_frames_do_not_end_the_walk(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    frame = "<iframe id=f srcdoc=\"<a href='/'>A</a><a href='/b/'>B</a>\"></iframe>"
    body = f'<input id="d" type="date" aria-label="Day">{frame}<a id="z" href="/">Z</a>'
    assert names(walk(body, own_browser, project, tmp_path)) == ["#d", "#f", "#z"]


def test_a_walk_that_begins_in_the_middle_comes_to_the_top_too(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = '<a id="a" href="/">A</a><input id="b" autofocus><a id="c" href="/">C</a>'
    found = walk(body, own_browser, project, tmp_path)
    assert set(names(found)) == {"#a", "#b", "#c"}


def test_stops_in_open_shadow_trees_have_a_selector_across_the_roots(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<div id="host"></div><a id="z" href="/">Z</a><script>
      host.attachShadow({ mode: "open" }).innerHTML =
        '<a id="a" href="/">A</a><div id="b" onclick="this.title=1">B</div>';
    </script>"""
    found = walk(body, own_browser, project, tmp_path)
    assert names(found) == ["#host >>> #a", "#z"]
    assert [one.target.selector for one in found.unreached] == ["#host >>> #b"]


def test_a_trap_is_named_and_what_lies_behind_it_is_not_held_against_the_page_twice(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<a href="/">A</a><input id="trap"><a href="/z/">Z</a><script>
      trap.addEventListener("keydown", event => {
        if (event.key === "Tab" && !event.shiftKey) event.preventDefault();
      });</script>"""
    found = walk(body, own_browser, project, tmp_path)
    assert found.trap and [target.selector for target in found.trap.targets] == ["#trap"]
    assert found.trap.way == "Shift+Tab"
    assert not found.unreached


def test_a_late_refocus_is_noticed(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = '<a href="/">A</a><input id="trap" onblur="setTimeout(() => this.focus(), 10)"><a href="/z/">Z</a>'
    found = walk(body, own_browser, project, tmp_path)
    assert found.trap and [target.selector for target in found.trap.targets] == ["#trap"]
    assert found.trap.way == "" and not found.changes


def test_the_keys_that_the_page_names_are_tried_and_it_counts_where_they_are_named(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    hold = """<textarea id="trap" aria-label="A"></textarea><script>
      let holds = true;
      trap.addEventListener("keydown", event => {
        if (event.key === "Tab" && holds) event.preventDefault();
        if (event.key === "F6") holds = false;
      });</script>"""
    advice = "<p>Press Ctrl + M or the F6 key to go on.</p>"
    before = walk(advice + hold, own_browser, project, tmp_path).trap
    after = walk(hold + advice, own_browser, project, tmp_path).trap
    assert before and (before.way, before.advised, before.named) == ("F6", True, ("Control+m", "F6"))
    assert after and (after.way, after.advised) == ("F6", False)


def test_a_page_that_was_left_before_does_not_make_a_circle_of_the_next(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = '<a href="/">A</a><a href="/b/">B</a><script>document.addEventListener("keydown", () => {});</script>'
    for _ in range(3):
        found = walk(body, own_browser, project, tmp_path)
        assert found.trap is None and len(found.stops) == 2


def test_what_sticks_is_looked_for_on_the_way_back_too(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    links = "".join(f'<p><a id="a{number}" href="/{number}/">A</a></p>' for number in range(40))
    body = f"""<style>header {{ position: sticky; top: 0; height: 150px; background: #fff }}
      p {{ margin: 20px }}</style>
      <header>A</header>{links}"""
    covered = [stop for stop in walk(body, own_browser, project, tmp_path).stops if stop.cover]
    assert covered and all(stop.on_way_back and stop.cover == "header" for stop in covered)
    beside = body.replace("header {", "header { width: 9px; float: left;")
    assert not [stop for stop in walk(beside, own_browser, project, tmp_path).stops if stop.cover]


def test_the_page_gets_back_what_the_walk_kept_from_it(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<a href="/">A</a><input aria-label="B" onfocus="alert('B')"><script>
      const own = [alert, open]; const isKept = () => own[0] === alert && own[1] === open;</script>"""
    found = walk(body, own_browser, project, tmp_path)
    assert [(change.kind, change.target.selector) for change in found.changes] == [("dialog", "body > input")]
    assert own_browser.evaluate("return isKept()") is True


def test_in_other_colours_each_stop_is_looked_at_without_walking(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<a id="a" href="/">A</a><input id="b"><button id="c" onclick="title = 1">C</button><script>
      var keys = 0; addEventListener("keydown", () => { keys += 1; });</script>"""
    found = walk(body, own_browser, project, tmp_path, DARK)
    assert names(found) == ["#a", "#b", "#c"] and all(stop.shows_focus for stop in found.stops)
    assert own_browser.evaluate("return keys") == 0


def test_the_looks_are_compared_by_a_real_tab_press_and_a_neighbours_ring_does_not_count(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<style>body { background: #fff } #b:focus { outline: none }</style>
      <a id="a" href="/">A</a><a id="b" href="/b/">B</a><a id="c" href="/c/">C</a>"""
    found = walk(body, own_browser, project, tmp_path)
    assert {stop.target.selector: stop.shows_focus for stop in found.stops} == {"#a": True, "#b": False, "#c": True}


def test_an_animation_without_end_is_not_taken_for_the_focus(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<style>@keyframes turn { to { transform: rotate(1turn) } } :focus { outline: none }
      i { display: inline-block; width: 20px; height: 9px; background: red; animation: turn 1s linear infinite }</style>
      <p><a href="/">A</a> <i></i></p>"""
    (stop,) = walk(body, own_browser, project, tmp_path).stops
    assert stop.shows_focus is False


def test_in_the_dark_the_colours_of_the_dark_count(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<style>a:focus-visible { outline: 3px solid #111 }
      @media (prefers-color-scheme: dark) { body { background: #111 } a { color: #fff } }</style>
      <p><a href="/">A</a></p>"""
    assert walk(body, own_browser, project, tmp_path).stops[0].shows_focus is True
    assert walk(body, own_browser, project, tmp_path, DARK).stops[0].shows_focus is False


def test_listeners_of_the_page_as_a_whole_and_of_a_container_are_left_alone(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<main id="m"><section id="s"><p>Text</p><a href="/">A</a></section><div id="t"><p>Text</p></div></main>
      <script>const all = [window, document, document.body, m, s, t];
      for (const element of all) element.addEventListener("click", () => {});</script>"""
    assert not walk(body, own_browser, project, tmp_path).unreached


def test_the_page_is_left_without_focus_at_its_top(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = '<a href="/">A</a><p style="height: 3000px"></p><span onclick="this.title = 1">B</span><a href="/z/">Z</a>'
    found = walk(body, own_browser, project, tmp_path)
    assert len(found.stops) == 2 and len(found.unreached) == 1
    assert own_browser.active_element() is None
    assert own_browser.evaluate("return scrollY") == 0
    assert own_browser.evaluate("return document.body.hasAttribute('tabindex')") is False


def test_the_look_of_a_stop_that_does_not_come_back_is_unknown(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = """<style>:focus { outline: none }</style><a href="/">A</a><a id="once" href="/b/">B</a>
      <script>once.addEventListener("blur", () => { once.removeAttribute("href"); });</script>"""
    looks = {stop.target.selector: stop.shows_focus for stop in walk(body, own_browser, project, tmp_path).stops}
    assert looks["#once"] is None


def test_what_was_opened_is_looked_at_and_nothing_else(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    narrow = next(state for state in states.STATES if state.name == "opened")
    body = """<a id="a" href="/">A</a><span onclick="this.title = 1">Outside</span>
      <details><summary>More</summary><a id="b" href="/b/">B</a><span id="c" onclick="this.title = 1">C</span>
      </details>"""
    (tmp_path / "index.html").write_text(f"<!doctype html><title>A</title>{body}")
    with server.folder(tmp_path, "site") as site:
        own_browser.enter(narrow.emulation)
        own_browser.open(site.address(Page("/"), scripts=True))
        (variant,) = narrow.variants(own_browser, replace(project, theme_switch=""))
        assert variant.enter(own_browser)
        found = keyboard.observe(own_browser, Visit(Page("/"), narrow, project, variant.name))
    assert names(found) == ["#b"]
    assert [one.target.selector for one in found.unreached] == ["#c"]
