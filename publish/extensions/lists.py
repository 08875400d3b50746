"""The whole glossary, all sources, and all pages from A to Z."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from publish.extensions.citations import citation, source_item
from publish.extensions.context import Context, Part
from publish.extensions.elements import append, become, element, headed_blocks
from publish.facts.glossary import Term
from publish.pages.source import PageSource, read_pages


class GlossaryList(Part):
    """Replaces <glossary:all>."""

    def run(self, root: Element) -> None:
        """Put every term, by its name, where the page asks for them."""
        for place in list(root.iter("glossary")):
            terms = sorted(self.context.facts.terms.values(), key=lambda term: term.term.casefold())
            become(place, element("dl", *(part for term in terms for part in entry(term)), class_="glossary"))


def entry(term: Term) -> tuple[Element, Element]:
    """A term with its anchor, and its definition."""
    definition = element("dd", term.definition)
    if term.source:
        append(definition, citation(term.source))
    if term.also:
        append(definition, element("span", f" Also: {', '.join(term.also)}.", class_="also"))
    return element("dt", term.term, id=term.id), definition


class SourceList(Part):
    """Replaces <sources:all>."""

    def run(self, root: Element) -> None:
        """Put every source, by its publisher and title, where the page asks for them."""
        for place in list(root.iter("sources")):
            sources = sorted(
                self.context.facts.sources.values(), key=lambda one: (one.publisher.casefold(), one.title.casefold())
            )
            items = [source_item(source, f"all-{source.id}") for source in sources]
            become(place, element("ul", *items, class_="all-sources"))


class PageList(Part):
    """Replaces <pages:all>."""

    def run(self, root: Element) -> None:
        """Put every other page, by its title and its keywords, where the page asks for them."""
        for place, level in list(headed_blocks(root, "pages")):
            become(place, element("div", *letters(self.entries(), level, self.context), class_="pages"))

    def entries(self) -> list[Entry]:
        """What the list holds, in its order."""
        location = self.context.location
        if location is None:
            return []
        pages = read_pages(location.docs, location.root)
        return page_entries(page for page in pages if page.path != location.path)


@dataclass(frozen=True)
class Entry:
    """A title or a keyword, and the pages (path, title) that it leads to."""

    word: str
    pages: tuple[tuple[str, str], ...]

    @property
    def letter(self) -> str:
        """The letter under which it stands; figures stand under 0–9."""
        first = self.word[0].upper()
        return first if first.isalpha() else "0–9"


def page_entries(pages: Iterable[PageSource]) -> list[Entry]:
    """Every title and keyword in the order of the alphabet, figures first."""
    leads_to: dict[str, dict[str, str]] = defaultdict(dict)
    for page in pages:
        if page.front_matter:
            title = page.front_matter.title
            for word in (title, *page.front_matter.keywords):
                leads_to[word][page.path] = title
    words = sorted(leads_to, key=lambda word: (word[0].isalpha(), word.casefold()))
    return [Entry(word, tuple(leads_to[word].items())) for word in words]


def letters(entries: list[Entry], level: int, context: Context) -> Iterable[Element]:
    """A heading and a list for each letter."""
    for letter, group in groupby(entries, key=lambda entry: entry.letter):
        anchor = "letter-" + ("figures" if letter == "0–9" else letter.lower())
        yield element(f"h{level}", letter, id=anchor)
        yield element("ul", *(page_item(entry, context) for entry in group))


def page_item(entry: Entry, context: Context) -> Element:
    """A title as a link, or a keyword with links to the pages that it leads to."""
    item = element("li")
    if any(title != entry.word for _, title in entry.pages):
        append(item, f"{entry.word}: ")
    for place, (path, title) in enumerate(entry.pages):
        append(item, ", " if place else "")
        append(item, element("a", title, href=context.link_to(path)))
    return item
