"""The whole glossary, all sources, all pages from A to Z, the pages of a section, and those of every section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize
from xml.etree.ElementTree import Element

from publish.extensions.citations import citation, source_item
from publish.extensions.context import Context, Part
from publish.extensions.elements import append, become, element, headed_blocks
from publish.facts.glossary import Term
from publish.facts.sources import Source
from publish.pages.navigation import neighbours, sections
from publish.pages.source import PageSource, read_page, read_pages


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
    """Replaces <sources:all>, and <sources:a-h> for a part of them."""

    def run(self, root: Element) -> None:
        """Put the sources, by publisher and title, where the page asks for them."""
        for place in list(root.iter("sources")):
            first, last = letter_range(place.get("id", ""))
            sources = sorted(
                (one for one in self.context.facts.sources.values() if first <= letter_of(one) <= last),
                key=lambda one: (one.publisher.casefold(), one.title.casefold()),
            )
            items = [source_item(source, f"all-{source.id}") for source in sources]
            become(place, element("ul", *items, class_="all-sources"))


def letter_range(name: str) -> tuple[str, str]:
    """The first and the last letter that `a-h` names; all names every letter."""
    first, _, last = name.partition("-")
    return (first, last) if last else ("a", "z")


def letter_of(source: Source) -> str:
    """The letter under which a source stands: its publisher's first, without accents; others stand with a or with z."""
    return min(max("a", normalize("NFD", source.publisher)[0].casefold()), "z")


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


class SectionList(Part):
    """Replaces <section:all>."""

    def run(self, root: Element) -> None:
        """Put the other pages of this page's section, in the order of the menu, where the page asks for them."""
        location = self.context.location
        for place in list(root.iter("section")):
            if place.get("id") != "all" or location is None:
                continue
            become(place, doors(neighbours(location.root, location.path), self.context))


class SiteMap(Part):
    """Replaces <sections:all>."""

    def run(self, root: Element) -> None:
        """Put every section of the menu, as a heading and its pages, where the page asks for them."""
        for place, level in list(headed_blocks(root, "sections")):
            if self.context.location is None:
                continue
            parts = (
                part
                for section in sections(self.context.location.root)
                for part in (element(f"h{level}", section.title), doors(section.pages, self.context))
            )
            become(place, element("div", *parts))


def doors(paths: Iterable[str], context: Context) -> Element:
    """A list of pages, each as a link with its title and what its description says."""
    location = context.location
    assert location is not None
    pages = {page.path: page for page in read_pages(location.docs, location.root)}
    return element("ul", *(described(pages[path], context) for path in paths if path in pages), class_="doors")


def described(page: PageSource, context: Context) -> Element:
    """A page as a link with its title, and what its description says."""
    if page.front_matter is None:
        return element("li", element("a", page.path, href=context.link_to(page.path)))
    link = element("a", page.front_matter.title, href=context.link_to(page.path))
    return element("li", link, " ", element("span", page.front_matter.description))


def page_name(path: str, context: Context) -> Element | str:
    """A link to the page `path` with its title, or the path without its ending where there is no such page."""
    location = context.location
    if location is None or not (location.docs / path).is_file():
        return path.removesuffix(".md")
    page = read_page(location.docs, path, location.root)
    return element("a", page.front_matter.title if page.front_matter else path, href=context.link_to(path))


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
