"""Help lines: a link for each way to reach one, and the whole card."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from publish.extensions.context import Context, Part
from publish.extensions.elements import append, become, element, headed_blocks, hidden, short_address, time
from publish.facts.helplines import Helpline, Way

WAY = r"<(call|text|chat|number|name):([a-z0-9-]+)(?:/([0-9]+))?>"
SAYS = {"call": "Call", "text": "Text", "chat": "Chat", "video": "Video call", "tty": "TTY"}
HIDDEN = {
    "call": "{}: ",
    "text": "{} by text: ",
    "chat": "{} by chat: ",
    "video": "{} by video: ",
    "tty": "{} by TTY: ",
}
LANGUAGES = {"es": "Spanish"}


class WayPattern(InlineProcessor):
    """<call:ID>, <text:ID>, <chat:ID> as links; <number:ID> and <name:ID> as words."""

    def __init__(self, pattern: str, md: Markdown, context: Context) -> None:
        super().__init__(pattern, md)
        self.context = context

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The link or the words; nothing when the line or the way is unknown, which is reported elsewhere."""
        result = shorthand(self.context.facts.helplines.get(match[2]), match[1], int(match[3] or 1))
        return (None, None, None) if result is None else (result, match.start(0), match.end(0))


def shorthand(line: Helpline | None, word: str, place: int) -> Element | None:
    """What <word:ID/place> stands for, or None when the line has no such thing."""
    if line is None:
        return None
    if word == "name":
        return element("span", line.name, class_="line-name")
    if word == "number":
        number = first_number(line)
        return element("span", number, class_="number") if number else None
    ways = line.ways_to(word)
    return way_link(line, ways[place - 1]) if 1 <= place <= len(ways) else None


def first_number(line: Helpline) -> str:
    """The number of the first way that has one."""
    return next((number for way in line.ways if (number := way.number or way.to)), "")


def way_link(line: Helpline, way: Way) -> Element:
    """The link of a way, whose name for screen readers says whom it reaches."""
    link = element("a", class_="chat" if way.address else "phone", href=way_address(way))
    visible = way.number or way.to or short_address(way.address)
    if line.name != visible:
        append(link, hidden(HIDDEN[way.kind].format(line.name)))
    if way.keyword:
        append(link, keyword(way))
        append(link, " to ")
    append(link, visible)
    return link


def keyword(way: Way) -> Element:
    """The word to send, marked with its language."""
    attributes = {"lang": way.language} if way.language in LANGUAGES else {}
    return element("span", way.keyword, class_="keyword", **attributes)


def way_address(way: Way) -> str:
    """The link's target: tel:, sms: or https:. Numbers of ten digits get the country's +1."""
    if way.address:
        return way.address
    if way.kind == "text":
        body = f"?&body={way.keyword}" if way.keyword else ""
        return f"sms:{dialled(way.to)}{body}"
    return f"tel:{dialled(way.number)}"


def dialled(number: str) -> str:
    """The digits to dial: 988 stays, 1-800-662-4357 becomes +18006624357."""
    digits = re.sub(r"\D", "", number)
    if number.startswith("+") or (len(digits) == 11 and digits.startswith("1")):
        return f"+{digits}"
    return f"+1{digits}" if len(digits) == 10 else digits


class HelplineCards(Part):
    """Replaces <helpline:ID> by the line's card."""

    def run(self, root: Element) -> None:
        """Fill in every card of the page."""
        for place, level in list(headed_blocks(root, "helpline")):
            line = self.context.facts.helplines.get(place.get("id", ""))
            become(place, card(line, level) if line else element("p", f"<helpline:{place.get('id')}>"))


def card(line: Helpline, level: int) -> Element:
    """Everything about a help line, under a heading of the given level."""
    heading = f"line-{line.id}"
    return element(
        "section",
        element(f"h{level}", line.name, id=heading),
        element("p", line.what_it_is, class_="what"),
        element("ul", *(way_item(line, way) for way in line.ways), class_="ways"),
        details(line),
        checked(line),
        class_="helpline",
        aria_labelledby=heading,
    )


def way_item(line: Helpline, way: Way) -> Element:
    """One way as an entry of the card's list."""
    item = element("li", f"{SAYS[way.kind]} ", way_link(line, way))
    if way.note:
        append(item, f", {way.note}")
    if way.language:
        append(item, f" ({LANGUAGES.get(way.language, way.language)})")
    return item


def details(line: Helpline) -> Element:
    """The line's particulars as terms and descriptions."""
    rows = {
        "What it is not": line.what_it_is_not,
        "For whom": line.for_whom,
        "Hours": line.hours,
        "Languages": line.languages,
        "Cost": line.cost,
        "Also called": ", ".join(line.also_called),
    }
    return element(
        "dl",
        *(element("div", element("dt", term), element("dd", text)) for term, text in rows.items() if text),
    )


def checked(line: Helpline) -> Element:
    """What the line was checked against, and when. Only an official page that was read counts as checked against."""
    page = element("a", short_address(line.official_page), href=line.official_page)
    if line.evidence == "official":
        return element("p", "Checked against ", page, " on ", time(line.date_checked), ".", class_="checked")
    return element(
        "p",
        "Taken from other pages on ",
        time(line.date_checked),
        ". The line’s own page, which we have not read: ",
        page,
        ".",
        class_="checked",
    )
