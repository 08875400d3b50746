"""Style sheets without the rules that match nothing, and without what only their authors read.

A rule stays if every class, id and element of one of its selectors occurs on some page or in some script; what stands
inside :not() and the like, attributes and states are never a reason to drop it. CSS is read with tinycss2, which
follows https://www.w3.org/TR/css-syntax-3/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

import tinycss2  # type: ignore[import-untyped]
from tinycss2 import ast

from publish.optimise.files import Files, pages, suffix

GROUPS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
ALWAYS = frozenset({"html", "head", "body", "tbody"})
TAG = re.compile(r"<([a-zA-Z][\w-]*)")
NAMED = re.compile(r"\s(?:class|id)=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
WORD = re.compile(r"[A-Za-z_][\w-]*")

Nodes = list[Any]


def with_small_styles(files: Files) -> Files:
    """The files with small style sheets. One that cannot be read in full stays as it is."""
    names = known_names(files)
    return {
        path: small_style(data.decode(), names).encode() if suffix(path) == ".css" else data
        for path, data in files.items()
    }


def known_names(files: Files) -> frozenset[str]:
    """Every class, id and element of the pages, and every word of the scripts."""
    names: set[str] = set(ALWAYS)
    for text in pages(files).values():
        names.update(tag.lower() for tag in TAG.findall(text))
        for values in NAMED.findall(text):
            names.update(unescape("".join(values)).split())
        for script in SCRIPT.findall(text):
            names.update(WORD.findall(script))
    for path, data in files.items():
        if suffix(path) == ".js":
            names.update(WORD.findall(data.decode()))
    return frozenset(names)


def small_style(css: str, names: frozenset[str]) -> str:
    """A style sheet that does the same on pages with these names."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    if any(rule.type == "error" for rule in rules):
        return css
    return "".join(small_rule(rule, names) for rule in rules)


def small_rule(rule: Any, names: frozenset[str]) -> str:
    """One rule as short as possible; empty when it matches nothing."""
    if rule.type == "qualified-rule":
        used = [selector for selector in split(rule.prelude) if names_of(selector) <= names]
        return f"{','.join(map(compact_selector, used))}{{{body(rule.content)}}}" if used else ""
    head = f"@{rule.at_keyword} {compact(rule.prelude)}".rstrip()
    if rule.content is None:
        return f"{head};"
    if rule.lower_at_keyword in GROUPS:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        content = "".join(small_rule(one, names) for one in inner if one.type != "error")
        return f"{head}{{{content}}}" if content else ""
    return f"{head}{{{body(rule.content)}}}"


def split(tokens: Nodes) -> list[Nodes]:
    """The selectors of a list of selectors."""
    selectors: list[Nodes] = [[]]
    for token in tokens:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def names_of(selector: Nodes) -> set[str]:
    """The classes, ids and elements that a page must have for the selector to match."""
    names: set[str] = set()
    before = None
    for token in selector:
        if token.type == "hash" or (token.type == "ident" and before == "."):
            names.add(token.value)
        elif token.type == "ident" and before != ":":
            names.add(token.lower_value)
        before = token.value if token.type == "literal" else None
    return names


def body(tokens: Nodes) -> str:
    """What stands between the braces of a rule: declarations, and rules inside it."""
    parts = tinycss2.parse_blocks_contents(tokens, skip_comments=True, skip_whitespace=True)
    if any(part.type == "error" for part in parts):
        return str(tinycss2.serialize(tokens))
    return joined(parts)


def joined(parts: Iterable[Any]) -> str:
    """Declarations with ; between them, and rules without."""
    text = ""
    for part in parts:
        text += declaration(part) if part.type == "declaration" else nested(part)
    return text.removesuffix(";")


def declaration(part: Any) -> str:
    """A declaration, with the ; that ends it."""
    value = compact(part.value) or " "
    return f"{part.name}:{value}{'!important' if part.important else ''};"


def nested(rule: Any) -> str:
    """A rule that stands inside another one; it is never dropped."""
    head = compact(rule.prelude)
    if rule.type == "at-rule":
        head = f"@{rule.at_keyword} {head}".rstrip()
        if rule.content is None:
            return f"{head};"
    return f"{head}{{{body(rule.content)}}}"


def compact_selector(tokens: Nodes) -> str:
    """A selector without the spaces around its child combinators."""
    return re.sub(r" ?([>~]) ?", r"\1", compact(tokens)) if is_plain(tokens) else compact(tokens)


def is_plain(tokens: Nodes) -> bool:
    """Whether a selector holds no strings or functions, in which a > could mean itself."""
    return all(token.type in {"ident", "literal", "hash", "whitespace"} for token in tokens)


def compact(tokens: Nodes) -> str:
    """Tokens with one space where there were several, and none around commas or at the ends."""
    return str(tinycss2.serialize(squeezed(tokens))).strip()


def squeezed(tokens: Nodes) -> Nodes:
    """The tokens of `compact`, inside functions and brackets too."""
    result: Nodes = []
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            if result and result[-1] != "," and result[-1].type != "whitespace":
                result.append(ast.WhitespaceToken(token.source_line, token.source_column, " "))
            continue
        if token == "," and result and result[-1].type == "whitespace":
            result.pop()
        for inner in ("arguments", "content"):
            if hasattr(token, inner):
                setattr(token, inner, squeezed(getattr(token, inner)))
        result.append(token)
    return result
