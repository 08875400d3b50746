"""The headers that a folder asks its host to send: its `_headers` file, as Netlify and Cloudflare Pages read it.

https://docs.netlify.com/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

NAME = "_headers"

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HeaderRule:
    """Paths, in which `*` stands for anything and `:name` for a part between two slashes, and their headers."""

    path: str
    headers: Headers

    def matches(self, path: str) -> bool:
        """Whether the rule is for a URL path."""
        pattern = re.sub(r"\\\*|:\w+", lambda match: ".*" if match[0] == r"\*" else "[^/]+", re.escape(self.path))
        return re.fullmatch(pattern, path) is not None


def in_folder(folder: Path) -> tuple[HeaderRule, ...]:
    """The rules of a folder's `_headers` file; none without one."""
    file = folder / NAME
    return parse(file.read_text(encoding="utf-8")) if file.is_file() else ()


def parse(text: str) -> tuple[HeaderRule, ...]:
    """The rules of a `_headers` file. What is neither a path nor a header is passed over, as hosts do."""
    rules: list[HeaderRule] = []
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if line.startswith("/"):
            rules.append(HeaderRule(line.strip(), ()))
        elif rules and colon and line[0].isspace():
            rules[-1] = HeaderRule(rules[-1].path, (*rules[-1].headers, (name.strip(), value.strip())))
    return tuple(rules)


def of(rules: tuple[HeaderRule, ...], path: str) -> Headers:
    """The headers of every rule that is for a URL path."""
    return tuple(header for rule in rules if rule.matches(path) for header in rule.headers)
