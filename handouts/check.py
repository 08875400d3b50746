"""Whether a PDF says the same as its page, to a screen reader too. Each finding is a sentence."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from handouts.printing import Printed
from handouts.structure import Element, Structure, read_structure

HEADING = re.compile(r"H([1-6])")
SHOWN = 40
"""Characters around a difference that a finding shows."""


class NotPassed(Exception):
    """Some PDFs do not pass."""

    def __init__(self, findings: Iterable[str]) -> None:
        super().__init__("\n".join(findings))


def findings(data: bytes, page: Printed, address: str) -> list[str]:
    """What is wrong with a PDF of `page`; nothing where it passes. The guide is published at `address`."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [*about_document(pdf, page)]
        structure = read_structure(pdf)
        if structure is None or not is_set(pdf, "/MarkInfo", "/Marked"):
            return [*found, "It has no tags, so a screen reader cannot tell its headings and lists from other text."]
        found += about_headings(structure, page)
        found += about_order(structure, page)
        found += about_links(structure, pdf, address)
        found += about_pictures(structure)
    return found


def about_document(pdf: pikepdf.Pdf, page: Printed) -> Iterator[str]:
    """Findings on what is told of the PDF as a whole: pages, title, language."""
    if not pdf.pages:
        yield "It has no pages."
    with pdf.open_metadata() as metadata:
        titles = {str(pdf.docinfo.get("/Title", "")), str(metadata.get("dc:title", ""))}
    if titles == {""}:
        yield "It has no title."
    elif titles != {page.title}:
        yield f"Its title is {' or '.join(f'“{one}”' for one in sorted(titles))}, and the page's is “{page.title}”."
    language = str(pdf.Root.get("/Lang", ""))
    if not language:
        yield "It has no language, so a screen reader may read it in the wrong voice."
    elif language != page.language:
        yield f"Its language is “{language}”, and the page's is “{page.language}”."
    if not is_set(pdf, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "Readers would see the name of the file in place of its title: DisplayDocTitle is not set."
    if "/Outlines" not in pdf.Root:
        yield "It has no bookmarks, by which readers move from heading to heading."


def is_set(pdf: pikepdf.Pdf, group: str, name: str) -> bool:
    """Whether a PDF says yes to something."""
    return group in pdf.Root and bool(pdf.Root[group].get(name, False))


def about_headings(structure: Structure, page: Printed) -> Iterator[str]:
    """Findings on headings: they are those of the page, and no level is left out."""
    tagged = [
        (int(match[1]), element.text)
        for element in structure.root.elements
        if (match := HEADING.fullmatch(element.kind))
    ]
    before = 0
    for level, words in tagged:
        if level > before + 1:
            yield f"The heading “{spaced(words)}” has level {level}; the one before it has {before or 'none'}."
        before = level
    wanted = [(level, letters(words)) for level, words in page.headings]
    if [(level, letters(words)) for level, words in tagged] != wanted:
        yield (f"Its headings are not those of the page. PDF: {listed(tagged)}. Page: {listed(page.headings)}.")


def listed(headings: Iterable[tuple[int, str]]) -> str:
    """Headings with their levels, in one line."""
    return ", ".join(f"{level} “{spaced(words)}”" for level, words in headings) or "none"


def about_order(structure: Structure, page: Printed) -> Iterator[str]:
    """Findings on the words: the tags give them in the page's order, and leave out only what a style sheet adds."""
    tagged, said = letters(structure.root.text), letters(page.text)
    if tagged != said:
        place = next((at for at, (one, other) in enumerate(zip(tagged, said, strict=False)) if one != other), None)
        place = min(len(tagged), len(said)) if place is None else place
        start = max(place - SHOWN, 0)
        yield (
            "By its tags it reads otherwise than the page. "
            f"PDF: “…{tagged[start : place + SHOWN]}…”. Page: “…{said[start : place + SHOWN]}…”."
        )
    if letters(structure.outside) != letters(page.added):
        yield (
            "Words stand outside of the tags, where a screen reader leaves them out: "
            f"“{spaced(structure.outside)[:SHOWN]}”. What a style sheet adds may stand there: “{page.added[:SHOWN]}”."
        )


def about_links(structure: Structure, pdf: pikepdf.Pdf, address: str) -> Iterator[str]:
    """Findings on links: each has words and leads somewhere that readers can reach."""
    names = set(pdf.Root.Dests.keys()) if "/Dests" in pdf.Root else set()
    for link in (element for element in structure.root.elements if element.kind == "Link"):
        words = spaced(link.text)
        if not words and not any(part.alt for part in link.elements):
            yield f"A link has no words; it leads to {', '.join(map(destination, link.links)) or 'nothing'}."
        leads_to = [destination(annotation) for annotation in link.links]
        if not leads_to or not all(leads_to):
            yield f"The link “{words}” leads nowhere."
        for target in leads_to:
            if target.startswith("/") and target not in names:
                yield f"The link “{words}” leads to the place {target}, which is not in the PDF."
            elif re.match(r"https?://(127\.|localhost)", target) and not target.startswith(address):
                yield f"The link “{words}” leads to the machine on which the PDF was made: {target}."


def destination(annotation: Any) -> str:
    """Where a link leads: an address, or the name of a place in the PDF; empty where it leads nowhere."""
    action = annotation.get("/A", {})
    return str(action.get("/URI") or action.get("/D") or annotation.get("/Dest") or "")


def about_pictures(structure: Structure) -> Iterator[str]:
    """Findings on pictures: each has words that stand for it."""
    for figure in (element for element in structure.root.elements if element.kind == "Figure"):
        if not figure.alt.strip():
            yield f"A picture has no words that stand for it; it shows “{spaced(plain(figure))[:SHOWN]}”."


def plain(element: Element) -> str:
    """All words of an element."""
    return "".join(part if isinstance(part, str) else plain(part) for part in element.parts)


def letters(text: str) -> str:
    """A text without its spaces: where lines end, a PDF has none."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def spaced(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())
