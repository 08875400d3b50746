"""What an editor wrote for readers in a Markdown file: front matter and text, no code, no addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.model import Observation, Visit

FRONT_MATTER = re.compile(r"\A---\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
ANGLED = re.compile(
    r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>"
)  # <https://…>, and references of the project's own: <call:988>
LINK_TARGET = re.compile(
    r"(?<=\])\(\s*(?!<?(?:tel|sms):)(?:<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)|(?<=\])\[[^\]\n]*\]"
)
DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>)\]]+")

NOT_PROSE = (FENCE, COMMENT, CODE, ANGLED, LINK_TARGET, FOOTNOTE, ADDRESS)
NOT_FRONT_MATTER = (ADDRESS, re.compile(r"(?:^|\s)#.*$", re.MULTILINE))


@dataclass(frozen=True)
class Line:
    """A line of the file by its number, from 1; what is not prose is blanked out, so that columns stay."""

    number: int
    text: str


@dataclass(frozen=True)
class Prose:
    lines: tuple[Line, ...]


def observe(text: str, visit: Visit) -> Prose:
    """The prose of a Markdown text, line by line."""
    text = text.replace("\r\n", "\n")
    front = FRONT_MATTER.match(text)
    end = front.end() if front else 0
    head, body = _blank(text[:end], NOT_FRONT_MATTER), _blank(text[end:], (*NOT_PROSE, DEFINITION))
    lines = (head + body).split("\n")
    return Prose(tuple(Line(number, line) for number, line in enumerate(lines, 1) if line.strip()))


def _blank(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    for pattern in patterns:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


PROSE = Observation("prose", observe)
