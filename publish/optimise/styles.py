"""Style sheets without the rules that match nothing, and pages without the style sheets that match nothing on them.

A rule stays if every class, id and element of one of its selectors occurs on some page or in some script, inside :has()
too; what stands inside :not() and the like, attributes and states are never a reason to drop it. A page asks for a
style sheet if a rule of it stays for this page and its scripts. CSS is read with tinycss2, which follows
https://www.w3.org/TR/css-syntax-3/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import tinycss2  # type: ignore[import-untyped]
from tinycss2 import ast

from publish.optimise.files import Files, pages, suffix
from publish.optimise.names import local_path

GROUPS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
ASKED_FOR = frozenset({"keyframes"})
"""What does something only where a rule beside it asks for it."""
ALWAYS = frozenset({"html", "head", "body", "tbody"})
TAG = re.compile(r"<([a-zA-Z][\w-]*)")
NAMED = re.compile(r"=(?:(?<=\sclass=)|(?<=\sid=))(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
LINK = re.compile(r"<link rel=\"stylesheet\" href=\"(?P<address>[^\"]+)\"[^>]*>\s*")
LOADED = re.compile(r"<script\b[^>]*?\ssrc=\"([^\"]+)\"")
SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
WORD = re.compile(r"[A-Za-z_][\w-]*")

Nodes = list[Any]


def with_small_styles(files: Files, address: str) -> Files:
    """The files with small style sheets, each of them asked for by the pages that need it.

    A style sheet that cannot be read in full stays as it is, and so do the pages that ask for it. `address` is where
    the site is published.
    """
    of_pages, of_scripts = {path: names_on(text) for path, text in pages(files).items()}, names_in_scripts(files)
    names = frozenset(ALWAYS.union(*of_pages.values(), *of_scripts.values()))
    small = {path: small_style(data.decode(), names) for path, data in files.items() if suffix(path) == ".css"}
    wanted = {path: wanted_names(css) for path, css in small.items()}
    asking = {}
    for path, own in of_pages.items():
        html = files[path].decode()
        scripts = (of_scripts.get(local_path(unescape(src), path, address), set()) for src in LOADED.findall(html))
        known = own.union(ALWAYS, *scripts)
        needless = {sheet for sheet, sets in wanted.items() if not any_within(sets, known)}
        asking[path] = without_links(html, path, address, needless)
    return files | {path: text.encode() for path, text in (small | asking).items()}


def names_on(html: str) -> set[str]:
    """Every class, id and element of a page, and every word of the scripts that stand in it."""
    names = {tag.lower() for tag in set(TAG.findall(html))}
    for values in set(NAMED.findall(html)):
        names.update(unescape("".join(values)).split())
    for script in SCRIPT.findall(html):
        names.update(WORD.findall(script))
    return names


def names_in_scripts(files: Files) -> dict[str, set[str]]:
    """Every word of each script, by its path."""
    return {path: set(WORD.findall(data.decode())) for path, data in files.items() if suffix(path) == ".js"}


def wanted_names(css: str) -> list[set[str]]:
    """What a page must have so that a style sheet does something: one of these sets of names."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return [names for rule in rules for names in wanted_by(rule)]


def wanted_by(rule: Any) -> Iterator[set[str]]:
    """The sets of names of one rule; an empty one where every page is meant."""
    if rule.type == "qualified-rule":
        yield from map(names_of, split(rule.prelude))
    elif rule.type == "at-rule" and rule.lower_at_keyword in GROUPS and rule.content is not None:
        for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from wanted_by(inner)
    elif not (rule.type == "at-rule" and rule.lower_at_keyword in ASKED_FOR):
        yield set()


def any_within(sets: Iterable[set[str]], names: set[str]) -> bool:
    """Whether one of the sets has nothing but these names."""
    return any(one <= names for one in sets)


def without_links(html: str, path: str, address: str, sheets: set[str]) -> str:
    """The page at `path` without its links to these style sheets."""

    def kept(match: re.Match[str]) -> str:
        return "" if local_path(unescape(match["address"]), path, address) in sheets else match[0]

    return LINK.sub(kept, html) if sheets else html


def rules_of(css: str) -> Nodes | None:
    """The rules of a style sheet; None where not all of it can be read as rules."""
    rules: Nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return None if any(rule.type == "error" for rule in rules) else rules


def small_style(css: str, names: frozenset[str]) -> str:
    """A style sheet that does the same on pages with these names."""
    rules = rules_of(css)
    return css if rules is None else "".join(small_rule(rule, names) for rule in rules)


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
        elif token.type == "function" and token.lower_name == "has" and "," not in token.arguments:
            names |= names_of(token.arguments)
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
