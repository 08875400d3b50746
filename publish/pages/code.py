"""Which parts of a Markdown text are code, where every sign stands for itself."""

from __future__ import annotations

import re

FENCE = re.compile(r"^(?P<fence>~{3,}|`{3,})[^\n`]*\n.*?(?<=\n)(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


def without_code(text: str) -> str:
    """`text` with every sign of fenced code and code spans replaced by a space; positions and lines stay."""
    for pattern in (FENCE, SPAN):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text
