"""The sentences of a Markdown file: where each stands, what it cites, which help lines it names, what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checks.model import Observation, Visit
from checks.observe.prose import ADDRESS, CODE, COMMENT, FENCE, FRONT_MATTER

SUMMARY = re.compile(r"^(?:title|description):[ ]*(?P<text>.*)$")
HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*)$")
NOTE = re.compile(r'^(?:!!!|\?\?\?)\+?\s+\w+\s*(?:"(?P<text>.*)")?\s*$')
RULED = re.compile(r"^\|?[\s:|-]+\|[\s:|-]*$")
ITEM = re.compile(r"^(?:[-*+]|\d+[.)])\s+(?P<box>\[[ xX]\]\s+)?(?P<text>.*)$")
LABELLED = re.compile(r"^(?P<label>Caption|Write here):\s*(?P<text>.*)$")
ALONE = re.compile(r"^<[a-z]+:[\w-]+>$")

CITED = re.compile(r"\[\^(?P<id>[^\]\s]+)\]")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"\[(?P<text>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
LINE = re.compile(r"<(?:call|text|chat|number|name):(?P<id>[\w-]+)(?:/\d+)?>")
ANGLED = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>")
STARS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
END = re.compile(r"[.!?…][”\"’)\]]*(?:\ue000[^\ue001]*\ue001)*(?=\s+\S)")
SHORT = re.compile(r"(?:\b(?:[A-Z]|[ap]\.m|[Dd]r|[Mm]rs?|[Ms]s|[Nn]o|e\.g|i\.e|vs|ed|St|al))\.$")
MARK = re.compile("\ue000(?P<kind>[cl]):(?P<id>[^\ue001]*)\ue001")


class Place(StrEnum):
    """What a sentence stands in."""

    SUMMARY = "title or description"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    CELL = "table cell"
    CAPTION = "caption"
    FIELD = "field to fill in"
    LETTER = "text to adapt"


@dataclass(frozen=True)
class Sentence:
    """One sentence in the words that readers see.

    `own` is the same without what stands in quotation marks, of the same length. `cites` has the sources of the
    sentence itself, or of its row; `introduction` is the sentence with a colon that introduces its list or table.
    `lines` are the help lines that it names.
    """

    text: str
    own: str
    line: int
    place: Place
    cites: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    introduction: Sentence | None = None


@dataclass
class _Block:
    """Lines of the file that make one paragraph, item or row."""

    place: Place
    line: int
    lines: list[str] = field(default_factory=list)
    introduction: Sentence | None = None


def observe(text: str, visit: Visit) -> tuple[Sentence, ...]:
    """The sentences of a Markdown text, in order."""
    text = text.replace("\r\n", "\n")
    front = FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    for pattern in (FENCE, COMMENT, CODE):
        body = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)
    head = text[: front.end()] if front else ""
    return (*_summary(head), *_body(body, head.count("\n") + 1))


def _summary(head: str) -> Iterator[Sentence]:
    for number, line in enumerate(head.split("\n"), 1):
        if match := SUMMARY.match(line):
            yield from _sentences(_Block(Place.SUMMARY, number, [match["text"].strip().strip("\"'")]))


def _body(body: str, first: int) -> Iterator[Sentence]:
    introduction: Sentence | None = None
    for block in _blocks(body.split("\n"), first):
        listed = block.place in (Place.ITEM, Place.CELL)
        block.introduction = introduction if listed else None
        found = _row(block) if block.place == Place.CELL else list(_sentences(block))
        yield from found
        if not listed:
            introduction = found[-1] if found and found[-1].text.endswith(":") else None


def _blocks(lines: list[str], first: int) -> Iterator[_Block]:
    block: _Block | None = None
    for number, line in enumerate(lines, first):
        started = _start(line.strip(), number)
        if started is None and block is not None and line.strip() and block.place not in (Place.HEADING, Place.CELL):
            quoted = block.place == Place.LETTER
            block.lines.append(line.strip().lstrip("> ") if quoted else line.strip())
            continue
        if block is not None:
            yield block
        block = started or (_Block(Place.PARAGRAPH, number, [line.strip()]) if line.strip() else None)
    if block is not None:
        yield block


def _start(line: str, number: int) -> _Block | None:
    """The block that this line begins; None for a blank line, a plain paragraph and a line that goes on."""
    if match := HEADING.match(line) or NOTE.match(line):
        return _Block(Place.HEADING, number, [match["text"] or ""])
    if line.startswith("|"):
        return _Block(Place.CELL, number, [] if RULED.match(line) else [line])
    if match := ITEM.match(line):
        return _Block(Place.FIELD if match["box"] else Place.ITEM, number, [match["text"]])
    if match := LABELLED.match(line):
        return _Block(Place.CAPTION if match["label"] == "Caption" else Place.FIELD, number, [match["text"]])
    if ALONE.match(line):
        return _Block(Place.HEADING, number)
    if line.startswith(">") and line.strip("> "):
        return _Block(Place.LETTER, number, [line.lstrip("> ")])
    return None


def _row(block: _Block) -> list[Sentence]:
    """The cells of a row; each is cited by what any of them cites."""
    cells = [cell for line in block.lines for cell in line.strip("|").split("|")]
    found = [one for cell in cells for one in _sentences(replace(block, lines=[cell.strip()]))]
    cites = tuple(id for one in found for id in one.cites)
    return [replace(one, cites=cites) for one in found]


def _sentences(block: _Block) -> Iterator[Sentence]:
    text = _readable("\n".join(block.lines))
    own = QUOTED.sub(lambda match: " " * len(match[0]), text)
    if block.place == Place.LETTER:
        own = " " * len(text)
    start = 0
    for end in (*_ends(text), len(text)):
        part = text[start:end]
        if MARK.sub("", part).strip():
            marks = list(MARK.finditer(part))
            yield Sentence(
                text=_plain(part),
                own=_plain(own[start:end]),
                line=block.line + text[: start + len(part) - len(part.lstrip())].count("\n"),
                place=block.place,
                cites=tuple(mark["id"] for mark in marks if mark["kind"] == "c"),
                lines=tuple(mark["id"] for mark in marks if mark["kind"] == "l"),
                introduction=block.introduction,
            )
        start = end


def _readable(text: str) -> str:
    """The words, with citations and help lines as marks that no text has."""
    text = CITED.sub("\ue000c:\\g<id>\ue001", PICTURE.sub("", text))
    text = LINK.sub(r"\g<text>", LINE.sub("\ue000l:\\g<id>\ue001", text))
    return STARS.sub("", ADDRESS.sub("", ANGLED.sub("", text)))


def _ends(text: str) -> Iterator[int]:
    for match in END.finditer(text):
        if not SHORT.search(MARK.sub("", text[: match.start() + 1])):
            yield match.end()


def _plain(text: str) -> str:
    """The words in one line, with a … for each help line and nothing for a citation."""
    return " ".join(MARK.sub(lambda mark: " … " if mark["kind"] == "l" else " ", text).split())


SENTENCES = Observation("sentences", observe)
