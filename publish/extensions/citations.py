"""Citations: [^source-id] becomes a numbered link, and the page ends with its sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from publish.extensions.context import Part
from publish.extensions.elements import append, element, hidden, spelled, time
from publish.facts.sources import Source

CITATION = r"\[\^([a-z0-9-]+)\]"


class CitationPattern(InlineProcessor):
    """Leaves a link that names its source; it gets its number when the order of the page is known."""

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The link that has no number yet."""
        return citation(match[1]), match.start(0), match.end(0)


def citation(source_id: str) -> Element:
    """A citation without its number."""
    return Element("cite", {"id": source_id})


class SourcesSection(Part):
    """Numbers the citations in the order of the page and lists what they cite."""

    def run(self, root: Element) -> None:
        """Number every citation and append the section, if the page cites anything."""
        sources = self.context.facts.sources
        uses = number_citations(root, sources)
        if uses:
            root.append(section([sources[id_] for id_ in uses], uses))


def number_citations(root: Element, sources: Mapping[str, Source]) -> dict[str, list[str]]:
    """Turn the citations into links. Returns the ids of the links to each cited source, in the order of citing."""
    uses: dict[str, list[str]] = {}
    for place in [child for child in root.iter("cite") if "id" in child.attrib]:
        source_id = place.attrib.pop("id")
        if source_id not in sources:
            place.tag, place.text = "span", f"[^{source_id}]"
            continue
        links = uses.setdefault(source_id, [])
        number = list(uses).index(source_id) + 1
        links.append(f"cite-{number}" if not links else f"cite-{number}-{len(links) + 1}")
        place.tag = "a"
        place.attrib.update({"class": "cite", "id": links[-1], "href": f"#source-{source_id}"})
        for part in ("[", hidden("source "), f"{number}]"):
            append(place, part)
    return uses


def section(sources: list[Source], uses: Mapping[str, list[str]]) -> Element:
    """The list of sources at the end of a page."""
    items = [source_item(source, f"source-{source.id}") for source in sources]
    for number, (item, source) in enumerate(zip(items, sources, strict=True), 1):
        for part in back_links(number, uses[source.id]):
            append(item, part)
    heading = element("h2", "Sources", id="sources")
    return element("section", heading, element("ol", *items), class_="sources", aria_labelledby="sources")


def source_item(source: Source, id_: str) -> Element:
    """One source: its title as a link, who published it, its date, and when it was checked."""
    item = element("li", element("a", source.title, href=source.address), id=id_)
    append(item, f". {source.publisher}, {spelled(source.date)}. Checked ")
    append(item, time(source.date_checked))
    append(item, "." if source.evidence == "official" else ", as reported by another page.")
    if source.note:
        append(item, f" {source.note.rstrip('.')}.")
    return item


def back_links(number: int, links: list[str]) -> list[Element | str]:
    """Links from a source to the places that cite it: one with words, or one with words and a number for each more."""
    first, *more = links
    parts: list[Element | str] = [" ", back_link(first, "Back to text", hidden(f" of source {number}"))]
    for place, link in enumerate(more, 2):
        parts += [" ", back_link(link, hidden(f"Source {number}: back to place "), str(place))]
    return parts


def back_link(link: str, *words: Element | str) -> Element:
    """One link from a source back to the text."""
    return element("a", *words, class_="back", href=f"#{link}")
