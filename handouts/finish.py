"""From the PDF that a browser prints to the one that readers get: whose it is, how old, linked to the published guide.

Nothing in it depends on the machine or the moment: two runs on the same pages give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pikepdf

from handouts.structure import Element, Page, read_structure

PATH = frozenset({"m", "re"})
PAINT = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
ROLES = {"/Strong": "/Span", "/Em": "/Span", "/Aside": "/Sect", "/Title": "/H1", "/FENote": "/Note"}
"""Types of PDF 2.0 that browsers use, and those of PDF 1.7 that come nearest."""


@dataclass(frozen=True)
class About:
    """What a PDF tells of itself. `day` is when its page was last checked."""

    title: str
    author: str
    description: str
    language: str
    day: date


def finish(data: bytes, about: About, links: Sequence[str], here: str, address: str) -> bytes:
    """The finished PDF. `links` are the words of the page's links, in their order. Those that lead to `here`, where the
    page was printed from, lead to `address` then.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tell(pdf, about)
        again = mend_structure(pdf, links)
        for page in pdf.pages:
            drawn = with_artifacts(page, {number for where, number in again if where == page.objgen})
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))
        for link in link_annotations(pdf):
            action = link.get("/A", {})
            if str(action.get("/URI", "")).startswith(here):
                action.URI = pikepdf.String(address + str(action.URI).removeprefix(here))
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return written.getvalue()


def tell(pdf: pikepdf.Pdf, about: About) -> None:
    """Say of the PDF what it is, in both places where programs look."""
    moment = f"D:{about.day:%Y%m%d}000000Z"
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = about.title
    pdf.docinfo["/Author"] = about.author
    pdf.docinfo["/Subject"] = about.description
    pdf.docinfo["/CreationDate"] = moment
    pdf.docinfo["/ModDate"] = moment
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = about.title
        metadata["dc:creator"] = [about.author]
        metadata["dc:description"] = about.description
        metadata["dc:language"] = [about.language]
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[key] = f"{about.day.isoformat()}T00:00:00Z"
    pdf.Root.Lang = pikepdf.String(about.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)


def mend_structure(pdf: pikepdf.Pdf, links: Sequence[str]) -> set[tuple[Page, int]]:
    """Say what the browser leaves unsaid: what its newer types are, what a link says, that a frame is no picture.

    Returns the page and number of each content that no longer belongs to a tag: heads of tables that are there again.
    """
    structure = read_structure(pdf)
    if structure is None:
        return set()
    pdf.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary({name: pikepdf.Name(role) for name, role in ROLES.items()})
    for element in structure.root.elements:
        if element.kind == "Figure" and holds_figure(element):
            element.source.S = pikepdf.Name.Sect  # HTML's figure: the picture inside it has the words
    number_anew(pdf, structure.root)
    tagged = [element for element in structure.root.elements if element.kind == "Link"]
    for element, words in zip(tagged, links, strict=False):  # a difference is found by the check
        for link in element.links:
            link.Contents = pikepdf.String(" ".join(words.split()))
    heads = [element for element in structure.root.elements if element.kind == "TH"]
    return {place for head in heads for inner in head.elements for place in forget_repeated(inner)}


def number_anew(pdf: pikepdf.Pdf, root: Element) -> None:
    """Count the ids of elements from 1: the browser goes on counting from one page to the next, and from run to run."""
    named = [element.source for element in root.elements if "/ID" in element.source]
    ids = {bytes(source.ID): pikepdf.String(f"e{number:05}") for number, source in enumerate(named, 1)}
    for source in named:
        source.ID = ids[bytes(source.ID)]
    for element in root.elements:
        for attributes in element.source.get("/A", []):
            if "/Headers" in attributes:
                attributes.Headers = pikepdf.Array(ids[bytes(one)] for one in attributes.Headers)
    if named:
        names = pikepdf.Array(part for source in named for part in (source.ID, source))
        pdf.Root.StructTreeRoot.IDTree = pikepdf.Dictionary(Names=names)


def forget_repeated(element: Element) -> Iterator[tuple[Page, int]]:
    """Leave an element of a table's head its words on the first page alone. Yields what it had on others."""
    kids = element.source.get("/K")
    words = [part for part in element.parts if isinstance(part, str)]
    if not isinstance(kids, pikepdf.Array) or len(kids) != len(words) or len(set(words)) != 1:
        return
    first, *others = list(kids)
    if all(isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid for kid in others):
        element.source.K = first
        yield from ((kid.Pg.objgen, int(kid.MCID)) for kid in others)


def holds_figure(element: Element) -> bool:
    """Whether an element has a picture inside it."""
    return any(inner.kind == "Figure" for inner in element.elements if inner is not element)


def with_artifacts(page: pikepdf.Page, again: set[int]) -> list[tuple[Any, Any]]:
    """What a page draws, with all that has no tag marked as an artifact: lines, boxes, spaces, what a style sheet adds,
    and the contents whose numbers are in `again`.
    """
    result: list[tuple[Any, Any]] = []
    depth, start = 0, 0
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), instruction.operator
        name = str(operator)
        if name == "BDC" and operands[1].get("/MCID") in again:
            operands = [pikepdf.Name.Artifact, pikepdf.Dictionary(Type=pikepdf.Name.Pagination)]
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        if name == "BT" or (name in PATH and not is_path(result)):
            start = len(result)
        result.append((operands, operator))
        if depth == 0 and (name in PAINT or name == "ET"):
            result.insert(start, ([pikepdf.Name.Artifact], pikepdf.Operator("BMC")))
            result.append(([], pikepdf.Operator("EMC")))
    return result


def is_path(drawn: list[tuple[Any, Any]]) -> bool:
    """Whether a page is in the midst of a path: after an operator that only adds to one."""
    return bool(drawn) and str(drawn[-1][1]) in {"m", "l", "c", "v", "y", "h", "re"}


def link_annotations(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every link of every page."""
    for page in pdf.pages:
        yield from (one for one in page.get("/Annots", []) if one.get("/Subtype") == "/Link")
