"""The search index: for each page its title, description, keywords and headings, and which words stand on which pages.

It is made of the pages themselves, so any engine's output has one. docs/assets/scripts/search.js reads it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from publish.optimise.files import Files, pages
from publish.optimise.inverted import inverted
from publish.optimise.nodes import attribute_of, text_of
from publish.optimise.sitemap import NOT_A_PAGE, NOT_FOR_SEARCH
from publish.optimise.words import ENDINGS, LITTLE, stem, words

INDEX = "assets/search.json"
OF_ENGINES = re.compile(r"search\.json|search/(search_index\.json|[\w-]+\.js)")
"""The indexes of MkDocs and Zensical, and the scripts that read them."""

SITE_NAME = re.compile(r" – [^–]*$")
HEADINGS = "h2[id], h3[id], dt[id]"
MARK = "data-search-"
EXCLUDED = f"{MARK}exclude"
BOOST = f"{MARK}boost"
LEFT_OUT = f"[{EXCLUDED}], script, style, svg, .visually-hidden, .cite, .sources, .all-sources, .review, .doors, .pages"
"""What does not say what a page is about: sources, dates, names for screen readers, lists of other pages."""
KEYWORDS = re.compile(r'<meta name="keywords"[^>]*>\s*')
MARKS = re.compile(rf'\s(?:{EXCLUDED}|{BOOST}="[^"]*")(?=[\s>])')

OUTERMOST = f":is({LEFT_OUT}):not(:is({LEFT_OUT}) *)"
"""A node is taken out with all inside it, and nothing inside it may be taken out again."""


@dataclass(frozen=True)
class Entry:
    """A page in the index. `headings` has (id, text); `also` the first heading if it is not the title, and keywords."""

    location: str
    title: str
    description: str
    also: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    boost: float
    text: Counter[str]

    @property
    def known(self) -> set[str]:
        """The stems in the title, keywords and headings."""
        said = (self.title, *self.also, *(text for _, text in self.headings))
        return {stem(word) for words_said in said for word in words(words_said)}


def with_search_index(files: Files) -> Files:
    """The files with an index in the place of those that engines made, if a page asks for ours.

    What pages say to the index alone goes from them. A site that has another search keeps its own.
    """
    html = pages(files)
    if not any(INDEX in page for page in html.values()):
        return files
    kept = {path: data for path, data in files.items() if not OF_ENGINES.fullmatch(path)}
    read = {path: for_readers(page).encode() for path, page in html.items()}
    return dict(sorted((kept | read | {INDEX: index(list(entries(html)))}).items()))


def for_readers(page: str) -> str:
    """A page without what it says to the index alone."""
    page = KEYWORDS.sub("", page)
    return MARKS.sub("", page) if MARK in page else page


def entries(html: Mapping[str, str]) -> Iterator[Entry]:
    """What is to be found: each page with an article, but 404 and those that ask to be left out, by path."""
    for path, page in sorted(html.items()):
        if path != NOT_A_PAGE and not NOT_FOR_SEARCH.search(page):
            tree = LexborHTMLParser(page)
            article = tree.css_first("article")
            if article and EXCLUDED not in article.attributes:
                yield entry(re.sub(r"(^|/)index\.html$", r"\1", path), tree, article)


def entry(location: str, tree: LexborHTMLParser, article: LexborNode) -> Entry:
    """The entry of one page. Takes out of its article what is not searched."""
    for node in article.css(OUTERMOST):
        node.decompose()
    title = SITE_NAME.sub("", text_of(tree.css_first("title")))
    first = text_of(article.css_first("h1"))
    keywords = [keyword.strip() for keyword in attribute_of(tree, 'meta[name="keywords"]', "content").split(",")]
    return Entry(
        location,
        title,
        attribute_of(tree, 'meta[name="description"]', "content"),
        tuple(one for one in (first, *keywords) if one and one != title),
        tuple((node.attributes["id"] or "", text_of(node)) for node in article.css(HEADINGS)),
        float(article.attributes.get(BOOST) or 1),
        Counter(word for word in words(article.text(separator=" ")) if word not in LITTLE),
    )


def index(found: Sequence[Entry]) -> bytes:
    """The index as the browser gets it."""
    listed, places = inverted([one.text for one in found], [one.known for one in found])
    whole = {
        "docs": [document(one) for one in found],
        "endings": ENDINGS,
        "little": " ".join(sorted(LITTLE)),
        "words": listed,
        "pages": places,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def document(one: Entry) -> dict[str, object]:
    """What is shown of a page and what weighs more than its text. A heading has its id after #, if it is another."""
    listed: dict[str, object] = {
        "location": one.location,
        "title": one.title,
        "text": one.description,
        "also": one.also,
        "headings": [text if is_told(place, text) else f"{text}#{place}" for place, text in one.headings],
    }
    return listed | ({"boost": one.boost} if one.boost != 1 else {})


def is_told(place: str, text: str) -> bool:
    """Whether an id is the words of its heading with hyphens between them."""
    return "#" not in text and place == "-".join(re.findall("[a-z0-9]+", text.lower()))
