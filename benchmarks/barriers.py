"""The kinds of barriers that the mutation run plants into the built guide, each with the rule that has to find it."""

from __future__ import annotations

import base64
import io
import wave
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

ARTICLE_END = '<p class="review">'


class Place(StrEnum):
    """What an editor or a designer would have changed."""

    CONTENT = "content"
    TEMPLATE = "template"
    STYLE = "style sheet"


class NotHere(Exception):
    """The page has not the part that this kind of barrier changes."""


def as_it_is(html: str) -> str:
    """Change nothing: the style sheet alone makes the barrier."""
    return html


@dataclass(frozen=True)
class Barrier:
    """One kind. `rules` may find it, one of them has to, in one of `states` where any are named.

    `plant` changes a page's HTML, raising NotHere where it cannot; `style` is added to the page's style sheet.
    """

    name: str
    place: Place
    rules: tuple[str, ...]
    plant: Callable[[str], str] = as_it_is
    style: str = ""
    states: tuple[str, ...] = ()


def in_article(markup: str) -> Callable[[str], str]:
    """Put markup at the end of the article."""
    return swap(ARTICLE_END, markup + ARTICLE_END)


def swap(old: str, new: str) -> Callable[[str], str]:
    """Put `new` in the place of the first `old`."""

    def plant(html: str) -> str:
        if old not in html:
            raise NotHere(old)
        return html.replace(old, new, 1)

    return plant


def move(start: str, end: str, before: str) -> Callable[[str], str]:
    """Move what stands from `start` to `end` to the place before `before`."""

    def plant(html: str) -> str:
        if start not in html or before not in html:
            raise NotHere(start)
        begin = html.index(start)
        part = html[begin : html.index(end, begin) + len(end)]
        return html.replace(part, "", 1).replace(before, part + before, 1)

    return plant


def content(name: str, rules: str, markup: str, style: str = "", states: str = "") -> Barrier:
    return Barrier(name, Place.CONTENT, tuple(rules.split()), in_article(markup), style, tuple(states.split()))


def template(name: str, rules: str, plant: Callable[[str], str], style: str = "", states: str = "") -> Barrier:
    return Barrier(name, Place.TEMPLATE, tuple(rules.split()), plant, style, tuple(states.split()))


def styled(name: str, rules: str, style: str, markup: str = "", states: str = "") -> Barrier:
    plant = in_article(markup) if markup else as_it_is
    return Barrier(name, Place.STYLE, tuple(rules.split()), plant, style, tuple(states.split()))


def silence(seconds: int) -> str:
    """A sound file with nothing in it, as a data address."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 8000 * seconds)
    return f"data:audio/wav;base64,{base64.b64encode(stream.getvalue()).decode()}"


def script(code: str) -> str:
    return f"<script>{code}</script>"


HOME_FIRST = '<li><a href="../help-now/">Get help now</a></li>\n'
UNDERSTAND = '<li><a href="../understand/">Understand</a></li>\n'
DATA_PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='24' height='24'%3E"
    "%3Crect width='24' height='24' fill='black'/%3E%3C/svg%3E"
)
SPANISH = (
    "<p>Si usted o una persona que usted quiere necesita ayuda con el alcohol o las drogas, puede llamar a esta línea "
    "a cualquier hora del día. La llamada es gratuita y nadie le va a preguntar su nombre si usted no quiere darlo.</p>"
)

KINDS: tuple[Barrier, ...] = (
    # What editors write
    content(
        "picture without an alternative", "axe/image-alt", f'<p><img width="24" height="24" src="{DATA_PICTURE}"></p>'
    ),
    content(
        "file name as alternative",
        "image-alternative",
        f'<p><img alt="IMG_2041.jpg" width="24" height="24" src="{DATA_PICTURE}"></p>',
    ),
    content("link that says click here", "link-purpose", '<p><a href="../medicare/">Click here</a></p>'),
    content(
        "one name, two places",
        "same-link-purpose",
        '<p><a href="../medicare/">Plans</a> <a href="../help-now/">Plans</a></p>',
    ),
    content("heading without words", "axe/empty-heading", '<h2 id="none"><span></span></h2><p>Text.</p>'),
    content(
        "heading that says nothing", "heading-text", "<h2>Heading</h2><p>Two plans pay for an IOP in most states.</p>"
    ),
    content("paragraph in another language", "language-change", SPANISH),
    content("language code that is none", "axe/valid-lang", '<p lang="englisch">Ask your plan.</p>'),
    content("field without a label", "axe/label", '<p><input type="text" name="plan"></p>'),
    content(
        "button without a name",
        "axe/button-name",
        '<p><button type="button"><span aria-hidden="true">×</span></button></p>',
    ),
    content(
        "label not in the name",
        "label-in-name",
        '<p><button type="button" aria-label="Submit">Ask your plan</button></p>',
    ),
    content(
        "visible text hidden from screen readers", "hidden-text", '<p aria-hidden="true">Call your plan first.</p>'
    ),
    content(
        "one id twice",
        "unique-id",
        '<p><label for="when">Year</label> <input id="when"> <label for="when">Month</label> <input id="when"></p>',
    ),
    content("list item without a list", "html axe/listitem", "<div><li>Ask your plan.</li></div>"),
    content(
        "error that does not say which",
        "error-message",
        '<form><label>Year <input name="year" type="text" aria-invalid="true" '
        'aria-describedby="wrong" value="20"></label> <span id="wrong">Error</span></form>',
    ),
    # What the keyboard meets
    content(
        "div that only a mouse works",
        "keyboard-reach",
        '<div class="planted" onclick="this.textContent = 1">Open</div>',
        ".planted { cursor: pointer }",
    ),
    content(
        "trap that takes the focus back",
        "keyboard-trap",
        '<p><button type="button" onblur="setTimeout(() => this.focus(), 10)">Stay</button></p>',
    ),
    content("order by numbers", "focus-order axe/tabindex", '<p><a href="../medicare/" tabindex="3">Medicare</a></p>'),
    content(
        "stop that nobody sees",
        "keyboard-reach",
        '<p class="planted"><a href="../medicare/">Medicare</a></p>',
        ".planted { position: absolute; left: -9999px }",
    ),
    content(
        "list that leaves the page",
        "input-change",
        '<p><label>Plan <select onchange="location = this.value"><option value="">One</option>'
        '<option value="../medicare/">Two</option></select></label></p>',
    ),
    content(
        "focus that leaves the page",
        "focus-change",
        '<p><a href="../medicare/" onfocus="location = this.href">Medicare</a></p>',
    ),
    content(
        "shortcut of one key",
        "character-shortcuts",
        script(
            "addEventListener('keydown', event => { if (event.key === 's') "
            "document.querySelector('#site-search').focus() })"
        ),
    ),
    content(
        "opener that lies",
        "disclosure",
        '<p><button type="button" aria-expanded="false" aria-controls="more" '
        'onclick="more.hidden = !more.hidden">More</button></p><p id="more" hidden>More about plans.</p>',
    ),
    content(
        "dialog that leaves the focus behind",
        "dialog",
        '<p><button type="button" aria-haspopup="dialog" onclick="ask.hidden = false">Ask</button></p><div id="ask" '
        'role="dialog" aria-modal="true" aria-label="Ask" hidden class="planted">'
        '<button type="button">Close</button></div>',
        ".planted { position: fixed; inset: 0; background: var(--paper) } .planted[hidden] { display: none }",
    ),
    content(
        "hint that flees from the pointer",
        "hover-content",
        '<p class="planted"><button type="button">Plan</button><span class="hint">A plan pays for care.</span></p>',
        ".planted .hint { position: absolute; margin-top: 3rem; display: none; background: var(--paper) } "
        ".planted button:hover + .hint, .planted button:focus + .hint { display: block }",
    ),
    content(
        "message that is not announced",
        "status-message",
        '<p><button type="button" onclick="said.textContent = \'Copied.\'">Copy</button> <span id="said"></span></p>',
    ),
    # What moves
    content(
        "movement without an end",
        "motion",
        '<p class="planted">Ask your plan.</p>',
        "@keyframes planted { to { transform: translateX(40px) } } "
        ".planted { animation: planted 1s infinite alternate }",
    ),
    styled(
        "movement against the reader's wish",
        "less-motion",
        "@keyframes planted { to { transform: rotate(360deg) } } .planted { animation: planted 2s infinite linear }",
        '<p class="planted">Ask your plan.</p>',
        "reduced-motion",
    ),
    content(
        "flashes",
        "flash motion",
        '<div class="planted"></div>',
        "@keyframes planted { 50% { background: #000 } } .planted { height: 700px; background: #fff; "
        "animation: planted .2s infinite steps(1) }",
    ),
    content("sound by itself", "autoplay-audio", f'<audio autoplay loop src="{silence(4)}"></audio>'),
    template(
        "page that leaves by itself",
        "time-limit",
        swap(
            '<meta charset="utf-8">', '<meta charset="utf-8"><meta http-equiv="refresh" content="60; url=../medicare/">'
        ),
    ),
    # What it looks like
    styled("pale text", "contrast", "article p { color: #a0a0a0 }", states="wide"),
    styled(
        "pale text in the dark alone",
        "contrast",
        "@media (prefers-color-scheme: dark) { article p { color: #4a4f52 } }",
        states="dark",
    ),
    styled(
        "pale text by the page's own switch alone",
        "contrast",
        ':root[data-scheme="dark"] article p { color: #4a4f52 }',
        states="dark",
    ),
    styled(
        "pale text on a small phone alone",
        "contrast",
        "@media (max-width: 400px) { article p { color: #a0a0a0 } }",
        states="narrow",
    ),
    styled(
        "pale text on a gradient",
        "contrast",
        ".planted { background: linear-gradient(90deg, #888, #aaa); color: #ccc }",
        '<p class="planted">Ask your plan first.</p>',
    ),
    styled("text too pale under the pointer", "interaction-contrast", "article a:hover { color: #ccc !important }"),
    styled(
        "link told by its colour alone",
        "link-colour",
        "article p a { text-decoration: none !important; color: #5a3a2f !important }",
    ),
    styled(
        "field without an edge",
        "non-text-contrast",
        ".planted { border: 1px solid #eee; background: var(--paper) }",
        '<p><label>Plan <input class="planted" type="text" name="plan"></label></p>',
    ),
    styled("no focus ring", "focus-visible", "article a:focus, article a:focus-visible { outline: none !important }"),
    styled(
        "focus ring too pale",
        "focus-contrast",
        "article a:focus-visible { outline: 2px solid #f3ece2 !important }",
        states="wide",
    ),
    styled(
        "focus ring gone in forced colours",
        "forced-colors-focus",
        "@media (forced-colors: active) { article a:focus-visible { outline: none !important } }",
        states="forced-colors",
    ),
    styled(
        "text gone in forced colours",
        "forced-colors",
        "@media (forced-colors: active) { .planted { forced-color-adjust: none; color: Canvas } }",
        '<p class="planted">Ask your plan.</p>',
        "forced-colors",
    ),
    styled(
        "bar over the focus",
        "focus-not-obscured",
        "footer.site { position: sticky; bottom: 0; z-index: 3; height: 45vh; background: #fff; overflow: auto }",
    ),
    styled(
        "small target",
        "target-size",
        ".planted button { width: 10px; height: 10px; padding: 0; margin: 0; font-size: 4px; border: 1px solid }",
        '<p class="planted"><button type="button">A</button><button type="button">B</button></p>',
    ),
    # What fits
    styled(
        "line that does not wrap",
        "reflow",
        ".planted { white-space: nowrap }",
        '<p class="planted">A line that is wider than a small phone and does not wrap, whatever happens to it.</p>',
        "narrow",
    ),
    styled(
        "box that cuts off large text",
        "large-text",
        ".planted { height: 34px; overflow: hidden }",
        '<p class="planted">Ask your plan.</p>',
        "large-text",
    ),
    styled(
        "box that cuts off spaced text",
        "text-spacing",
        ".planted { width: 12.4rem; overflow: hidden; white-space: nowrap }",
        '<p class="planted">Ask your plan for a list.</p>',
        "text-spacing",
    ),
    styled(
        "text for wide windows alone",
        "lost-content",
        "@media (max-width: 400px) { .planted { display: none } }",
        '<p class="planted">Ask your plan for its list of programs near you.</p>',
    ),
    styled(
        "text that lies over text",
        "reflow",
        "@media (max-width: 400px) { .planted { margin-top: -3rem } }",
        '<p>Ask your plan for its list.</p><p class="planted">Then call a program.</p>',
        "narrow",
    ),
    styled(
        "page turned on its side", "orientation", "@media (orientation: portrait) { main { transform: rotate(90deg) } }"
    ),
    styled("text that is not on paper", "paper", "@media print { article section { display: none } }", states="print"),
    styled(
        "order that is swapped",
        "reading-order",
        ".planted { display: flex; flex-direction: column-reverse }",
        '<div class="planted"><p>3. Call a program.</p><p>2. Ask for its list.</p><p>1. Call your plan.</p></div>',
    ),
    # What the template gives
    template("no crisis line", "crisis-line", swap('<aside class="crisis"', '<aside hidden class="crisis"')),
    template(
        "help in another place",
        "consistent-help crisis-line",
        move('<aside class="crisis"', "</aside>", '<footer class="site">'),
    ),
    template("menu in another order", "consistent-navigation", swap(HOME_FIRST + UNDERSTAND, UNDERSTAND + HOME_FIRST)),
    template("another name for the same", "consistent-identification", swap(">Site map</a>", ">Overview</a>")),
    template("skip link to nowhere", "skip-link axe/skip-link", swap('href="#main"', 'href="#content"')),
    template(
        "title that says nothing",
        "page-title",
        lambda html: html[: html.index("<title>")] + "<title>Untitled</title>" + html[html.index("</title>") + 8 :],
    ),
    template(
        "no title",
        "axe/document-title",
        lambda html: html[: html.index("<title>")] + html[html.index("</title>") + 8 :],
    ),
    template("no language", "axe/html-has-lang", swap('<html lang="en">', "<html>")),
    template("wrong language", "language", swap('<html lang="en">', '<html lang="fr">')),
    template(
        "no main part", "axe/landmark-one-main", lambda html: swap("</main>", "</div>")(swap("<main ", "<div ")(html))
    ),
    template("zoom switched off", "axe/meta-viewport", swap("initial-scale=1", "initial-scale=1, user-scalable=no")),
    template(
        "text by script alone",
        "same-without-scripts",
        in_article(script("document.querySelector('article').append('Ask your plan for its list of programs.')")),
    ),
)
