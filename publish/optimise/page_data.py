"""The data block of each page: what it is, in the words of https://schema.org, for search engines.

Everything in it is read from the finished page, so that it says nothing that the page does not show: the name and the
description from its head, the day from its last line, the way to it from its breadcrumb, questions and answers from
its sections. What is not shown is not said: nobody's review, no author's name, no day of a change. A block of this type
is data, to which no policy for scripts applies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from publish.optimise.files import Files, pages
from publish.optimise.nodes import attribute_of, text_of

HEAD_END = "</head>"
BLOCK = '<script type="application/ld+json">{}</script>\n'
LISTS = "article .doors, article .pages, article .all-sources, article .glossary"
NOT_IN_ANSWERS = "h2, .cite, .visually-hidden, figure"
BLOCKS = (
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "div", "h3", "h4"),
    *("table", "caption", "tr", "th", "td", "details", "summary", "blockquote"),
)
LINE_END = "\0"

Data = dict[str, Any]


def with_page_data(files: Files, address: str) -> Files:
    """The files with a data block at the end of each page's head; none where a page does not say where it stands.

    `address` is where the site is published.
    """
    return files | {path: with_block(html, address).encode() for path, html in pages(files).items()}


def with_block(html: str, address: str) -> str:
    """A page with its data block."""
    data = page_data(LexborHTMLParser(html), address)
    if data is None:
        return html
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return html.replace(HEAD_END, BLOCK.format(written) + HEAD_END, 1)


def page_data(page: LexborHTMLParser, address: str) -> Data | None:
    """What a page says of itself, or None where its head does not have all that is needed.

    In the order in which it compresses best, beside the head that says the same.
    """
    head = {key: attribute_of(page, selector, name) for key, (selector, name) in HEAD.items()}
    if not all(head.values()):
        return None
    day = attribute_of(page, ".review time", "datetime") if page.css_first("section.sources") else ""
    steps = list(trail(page, head["url"]))
    data: Data = {
        "@context": "https://schema.org",
        "url": head["url"],
        "description": head["description"],
        "lastReviewed": day,
        "name": head["name"],
        "isPartOf": {"@type": "WebSite", "name": head["site"], "url": address},
        "@type": kind(page),
        "publisher": {"@type": "Organization", "name": head["site"]},
        "breadcrumb": breadcrumb([*steps, (head["name"], head["url"])]) if steps else None,
        "mainEntity": list(questions_of(page)),
    }
    return {key: value for key, value in data.items() if value}


HEAD = {
    "url": ("link[rel=canonical]", "href"),
    "name": ("meta[property='og:title']", "content"),
    "description": ("meta[name=description]", "content"),
    "site": ("meta[property='og:site_name']", "content"),
}


def kind(page: LexborHTMLParser) -> str | list[str]:
    """The types of a page: one with sources speaks of health, one of the guide's lists is a collection."""
    if page.css_first("article.questions"):
        return ["MedicalWebPage", "FAQPage"]
    if page.css_first(LISTS):
        return "CollectionPage"
    return "MedicalWebPage" if page.css_first("section.sources") else "WebPage"


def trail(page: LexborHTMLParser, here: str) -> Iterator[tuple[str, str]]:
    """The name and the address of each step of the page's breadcrumb."""
    for link in page.css("nav.trail a"):
        yield text_of(link), urljoin(here, link.attributes.get("href") or "")


def breadcrumb(steps: list[tuple[str, str]]) -> Data:
    """The way to a page: https://schema.org/BreadcrumbList."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def questions_of(page: LexborHTMLParser) -> Iterator[Data]:
    """The questions of a page that is made of them, each with all that stands below its heading."""
    for section in page.css("article.questions > section"):
        heading = section.css_first("h2")
        question = text_of(heading)
        if question.endswith("?"):
            text = answer(section)
            yield {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": text}}


def answer(section: LexborNode) -> str:
    """The words of a section below its heading, without the numbers of its sources: a line for each block."""
    for part in section.css(NOT_IN_ANSWERS):
        part.decompose()
    lines = (" ".join(line.split()) for line in "".join(texts(section)).split(LINE_END))
    return "\n".join(line for line in lines if line)


def texts(node: LexborNode) -> Iterator[str]:
    """The texts inside a node in order, with a line end where a block begins or ends."""
    for child in node.iter(include_text=True):
        end = LINE_END if child.tag in BLOCKS else ""
        yield end
        yield from [child.text()] if child.tag == "-text" else texts(child)
        yield end
