"""What a page refers to by id: sources, help lines and glossary terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from publish.facts import GLOSSARY, HELPLINES, SOURCES, Facts
from publish.facts.helplines import Helpline
from publish.pages.source import PageSource
from publish.problem import Problem, did_you_mean

CITATION = re.compile(r"\[\^(?! )(?P<id>[^\]\[\n]*)\](?P<definition>:)?")
SHORTHAND = re.compile(r"<\s*(?P<word>[a-zA-Z]+)\s*:(?!//)(?P<id>[^<>\n@]*)>")
TERM_LINK = re.compile(r"\]\((?P<scheme>\s*glossary\s*:)(?P<id>[^)\s]*)[^)]*\)", re.IGNORECASE)
ODD_LINK = re.compile(
    r"(?:\]\(|^ {0,3}\[[^\]\n]+\]:)\s*<?\s*(?P<scheme>javascript|data|vbscript|tel|sms|file)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
WEB_LINK = re.compile(r"\]\(\s*<?(?P<address>https?://[^)\s>]*)", re.IGNORECASE)
LETTERS = re.compile(r"[a-z]-[a-z]")
LISTS = ("glossary", "sources", "pages", "section", "sections", "grades", "corrections", "answers", "files", "criteria")
ALONE = ("helpline", "embeddable", *LISTS)
WAYS = ("call", "text", "chat")
WORDS = (*WAYS, "number", "name", *ALONE)


def reference_problems(page: PageSource, text: str, facts: Facts, docs: Path) -> Iterator[Problem]:
    """A problem for each reference in `text`, the page's body without code, that leads nowhere."""
    for match in CITATION.finditer(text):
        yield from _citation(_At(page, text, match), facts)
    shorthands = [_At(page, text, match) for match in SHORTHAND.finditer(text) if is_meant(match)]
    for at in shorthands:
        yield from _shorthand(at, facts, docs)
    yield from _twice(shorthands)
    for match in TERM_LINK.finditer(text):
        yield from _term(_At(page, text, match), facts)
    for match in ODD_LINK.finditer(text):
        yield _odd_link(_At(page, text, match))
    for match in WEB_LINK.finditer(text):
        yield from _web_link(_At(page, text, match))


def is_meant(match: re.Match[str]) -> bool:
    """Whether signs with spaces between them are a shorthand all the same, and not a sum or a smile."""
    return match["word"].lower() in WORDS or not re.search(r"\s", match[0])


class _At:
    """A place in a page where something is written."""

    def __init__(self, page: PageSource, text: str, match: re.Match[str]) -> None:
        self.page, self.text, self.match = page, text, match

    def __getitem__(self, group: str) -> str:
        return self.match[group] or ""

    def problem(self, what: str, why: str, fix: str) -> Problem:
        return Problem(self.page.name, self.page.line_at(self.match.start()), what, why, fix)

    def text_of_line(self) -> str:
        start = self.text.rfind("\n", 0, self.match.start()) + 1
        end = self.text.find("\n", self.match.end())
        return self.text[start : end if end >= 0 else None]


def _citation(at: _At, facts: Facts) -> Iterator[Problem]:
    if at["definition"] and at.text_of_line().startswith(at.match[0]):
        yield at.problem(
            f"The source [^{at['id']}] is defined in the page.",
            "Sources stand in one place, so that a mended address is mended on every page.",
            f"delete this line, and see that {SOURCES} has a source with this id.",
        )
    elif at.text_of_line().lstrip().startswith("#"):
        yield at.problem(
            f"The heading cites the source [^{at['id']}].",
            "Lists of headings would read the number aloud as part of the heading.",
            "move the citation to the end of the sentence that it belongs to.",
        )
    else:
        why = "The claim would stand without its source."
        file = HELPLINES if at["id"].startswith("line-") and HELPLINES in facts.unsure else SOURCES
        yield from _unknown(at, "source", facts.sources, file, facts, why, "[^{}]")


def _term(at: _At, facts: Facts) -> Iterator[Problem]:
    why = "The link would lead nowhere."
    if at["scheme"] != "glossary:":
        yield at.problem(f'"{at["scheme"]}" is not how a link to a word begins.', why, f"write (glossary:{at['id']}).")
        return
    yield from _unknown(at, "glossary term", facts.terms, GLOSSARY, facts, why, "glossary:{}")


def _unknown(
    at: _At, kind: str, known: Iterable[str], file: str, facts: Facts, why: str, form: str
) -> Iterator[Problem]:
    if at["id"] in set(known) or file in facts.unsure:
        return
    fix = did_you_mean(at["id"], known, f"Add the {kind} to {file}.", form)
    yield at.problem(f'There is no {kind} "{at["id"]}" in {file}.', why, fix)


def _shorthand(at: _At, facts: Facts, docs: Path) -> Iterator[Problem]:
    word, id_ = at["word"], at["id"]
    if word not in WORDS:
        if word != "mailto":
            yield at.problem(
                f'"{word}" in {at.match[0]} is not a word that the guide knows.',
                "Readers would see the signs as they are typed.",
                did_you_mean(word, WORDS, f"Use one of {', '.join(WORDS)}.", f"<{{}}:{id_}>"),
            )
        return
    if at.match[0] != f"<{word}:{id_.strip()}>":
        yield at.problem(
            f"{at.match[0]} has spaces in it.",
            "Readers would see the signs as they are typed.",
            f"write <{word}:{id_.strip()}>.",
        )
        return
    if word in ALONE and at.text_of_line().strip() != at.match[0]:
        yield at.problem(
            f"{at.match[0]} stands in the middle of other text.",
            "What it brings is a block of its own and cannot stand inside a sentence.",
            "write it on a line of its own, with an empty line before and after it.",
        )
    if word in LISTS:
        yield from _all(at)
    elif word == "embeddable":
        yield from _embed(at, docs)
    else:
        yield from _helpline(at, facts)


def _twice(shorthands: Iterable[_At]) -> Iterator[Problem]:
    """What stands as a block has an anchor on the page, so it can stand there only once."""
    seen: set[str] = set()
    for at in shorthands:
        if at["word"] in ALONE and at.match[0] in seen:
            yield at.problem(
                f"{at.match[0]} stands twice on this page.",
                "Links to it would lead to the first one alone, and screen readers would name both alike.",
                "delete one of them, or link to the first.",
            )
        seen.add(at.match[0])


def _all(at: _At) -> Iterator[Problem]:
    word = at["word"]
    if at["id"] == "all" or (word == "sources" and LETTERS.fullmatch(at["id"])):
        return
    fix = f"write <{word}:all>."
    if word == "glossary":
        fix = f"write <glossary:all> for the whole list, or [word](glossary:{at['id']}) for a link to one term."
    yield at.problem(f"{at.match[0]} is not known.", "Readers would see the signs as they are typed.", fix)


def _embed(at: _At, docs: Path) -> Iterator[Problem]:
    if not (docs / f"{at['id']}.md").is_file():
        yield at.problem(
            f'There is no page "{at["id"]}.md" to show.',
            "Whoever takes the code would show an empty frame.",
            "write the name of a page of docs/ without .md, such as <embeddable:card>.",
        )


def _helpline(at: _At, facts: Facts) -> Iterator[Problem]:
    word = at["word"]
    id_, _, place = at["id"].partition("/")
    line = facts.helplines.get(id_)
    if line is None:
        if HELPLINES not in facts.unsure:
            yield at.problem(
                f'There is no help line "{id_}" in {HELPLINES}.',
                "A reader in need would find no number.",
                did_you_mean(id_, facts.helplines, f"Add the help line to {HELPLINES}.", f"<{word}:{{}}>"),
            )
        return
    if place and word in ALONE:
        yield at.problem(
            f"{at.match[0]} asks for one way alone.",
            "Readers would see the signs as they are typed.",
            f"write <{word}:{id_}> for all of the line, or <call:{id_}/{place}> in a sentence.",
        )
    if word in WAYS:
        count = len(line.ways_to(word))
        if count == 0 or (place and not (place.isdigit() and 1 <= int(place) <= count)):
            yield _no_such_way(at, line, count)


def _no_such_way(at: _At, line: Helpline, count: int) -> Problem:
    has = ", ".join(dict.fromkeys(way.kind for way in line.ways))
    number = f"{count or 'no'} way{'' if count == 1 else 's'} to {at['word']}"
    return at.problem(
        f"{line.name} has {number}, so {at.match[0]} cannot be shown.",
        "A reader in need would find no number.",
        f"use a way that it has ({has}), or add the way to {HELPLINES}.",
    )


def _web_link(at: _At) -> Iterator[Problem]:
    try:
        urlsplit(at["address"])
    except ValueError:
        yield at.problem(
            f'"{at["address"]}" is no address of the web.',
            "The link would lead nowhere.",
            "write the whole address, as the browser shows it.",
        )


def _odd_link(at: _At) -> Problem:
    scheme = at["scheme"].lower()
    if scheme in ("tel", "sms"):
        return at.problem(
            "A phone link is typed by hand.",
            "When the number changes, this page would go on showing the old one.",
            f"write <call:ID> or <text:ID> with the line's id in {HELPLINES}.",
        )
    return at.problem(
        f"The link starts with {scheme}:.",
        "Such a link can run a program in the reader's browser, or opens for nobody else.",
        "link to a page, or to an address that starts with https://.",
    )
