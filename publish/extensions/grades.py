"""Our own marks: what is under its goal and why, and a table of all pages with what their marks come to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from publish.extensions.context import Part
from publish.extensions.elements import become, element, headed_blocks
from publish.extensions.lists import page_name
from publish.facts.grades import Marked, MarkedPart, PageGrades, is_older
from publish.facts.instruments import Instrument

LONGEST_REASON = 80
"""Characters of a reason that is shown with its item; all reasons stand in data/grades.yml."""
REASONS_SHOWN = 2
NAMES_SHOWN = 3


@dataclass(frozen=True)
class Row:
    """A page of the table. `link` is its title alone where the page is a template."""

    title: str
    link: Element | str
    grades: PageGrades
    is_older: bool


class GradeTable(Part):
    """Replaces <grades:all>."""

    def run(self, root: Element) -> None:
        """Put all marks where the page asks for them."""
        for place, level in list(headed_blocks(root, "grades")):
            become(place, element("div", *self.blocks(level), class_="grades"))

    def blocks(self, level: int) -> Iterator[Element]:
        """What is under its goal, and the table."""
        rows = sorted(map(self.row, self.context.facts.grades.pages.values()), key=order)
        if not rows:
            yield element("p", "No page is marked yet.")
            return
        shortfalls = [item for one in self.context.facts.grades.instruments.values() for item in shortfall(one, rows)]
        yield element(f"h{level}", "Under the goal", id="under-the-goal")
        yield element("ul", *shortfalls) if shortfalls else element("p", "Every page reaches every goal.")
        yield element(f"h{level}", "Page by page", id="page-by-page")
        yield table(rows)

    def row(self, grades: PageGrades) -> Row:
        """The row of a page."""
        location = self.context.location
        link = page_name(f"{grades.page}.md", self.context)
        title = link if isinstance(link, str) else link.text or ""
        return Row(title, link, grades, location is not None and is_older(grades, location.root))


def order(row: Row) -> tuple[bool, str]:
    """Pages by their title; templates after them."""
    return isinstance(row.link, str), row.title.casefold()


def table(rows: Iterable[Row]) -> Element:
    """A row for each page: its title, and what its marks come to."""
    head = element("thead", element("tr", element("th", "Page"), element("th", "Marks")))
    return element("table", head, element("tbody", *map(table_row, rows)))


def table_row(row: Row) -> Element:
    """The title of a page, and its marks in short."""
    older = (" (older text)",) if row.is_older else ()
    marks = " · ".join(map(marks_in_short, row.grades.marked))
    return element("tr", element("td", row.link, *older), element("td", marks))


def marks_in_short(marked: Marked) -> str:
    """What the marks with one instrument come to: PEMAT-P 95 % and 80 % (under goal)."""
    totals = [total(part, marked.instrument) for part in marked.parts]
    under = " (under goal)" if marked.is_under else ""
    return f"{marked.instrument.short} {(' and ' if len(totals) == 2 else ', ').join(totals)}{under}"


def total(part: MarkedPart, instrument: Instrument) -> str:
    """What the marks of a part come to."""
    if not part.most:
        return "NA"
    return f"{part.percent}\N{NO-BREAK SPACE}%" if instrument.total == "percent" else f"{part.points} of {part.most}"


def shortfall(instrument: Instrument, rows: Iterable[Row]) -> Iterator[Element]:
    """The pages that are under the goal of an instrument, with the items that keep them there; nothing without any."""
    each = [(row.title, one) for row in rows for one in row.grades.marked if one.instrument is instrument]
    marked = [(title, one) for title, one in each if one.lowest is not None]
    under = [(title, one) for title, one in marked if one.is_under]
    if not under:
        return
    pages = "all pages" if 1 < len(under) == len(marked) else " · ".join(title for title, _ in under)
    items = costly_items(instrument, under, len(marked))
    yield element("li", f"{instrument.name}: {pages}", element("ul", *items))


def costly_items(instrument: Instrument, under: Sequence[tuple[str, Marked]], count: int) -> Iterator[Element]:
    """Each item that keeps pages under the goal: which of the `count` pages, and the reasons that are short."""
    costs: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for title, marked in under:
        for part, mark in marked.costs:
            costs[part.name, mark.item].append((title, mark.reason))
    for part in instrument.parts:
        for item, asks in part.items.items():
            if found := costs[part.name, item]:
                where = "" if len(under) == 1 else f" ({some_of([title for title, _ in found], count)})"
                yield element("li", f"{asks}{where}{short_reasons([reason for _, reason in found])}")


def some_of(titles: Sequence[str], count: int) -> str:
    """Which of the `count` pages: by their titles where they are few."""
    if len(titles) == count:
        return "all pages"
    return " · ".join(titles) if len(titles) <= NAMES_SHOWN else f"{len(titles)} of {count} pages"


def short_reasons(reasons: Sequence[str]) -> str:
    """The most common short reasons, each once, after a colon. Where pages are many, only what holds for several."""
    counts = Counter(reason for reason in reasons if len(reason) <= LONGEST_REASON)
    fewest = 1 if len(reasons) <= NAMES_SHOWN else 2
    shown = " ".join(reason for reason, times in counts.most_common(REASONS_SHOWN) if times >= fewest)
    return f": {shown}" if shown else ""
