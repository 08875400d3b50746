"""What the tags of a PDF say: its elements in the order in which they are read, with their words.

ISO 32000-1, 14.7 (logical structure) and 9.10 (text): https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

HEX = r"<([0-9A-Fa-f]+)>\s*"
CHARACTERS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGES = re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL)
ONE = re.compile(HEX + HEX)
RANGE = re.compile(HEX + HEX + r"(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
SHOW = frozenset({"Tj", "'", '"', "TJ"})
UNKNOWN = "\ufffd"

Page = tuple[int, int]


@dataclass(frozen=True)
class Element:
    """One element of the structure. `source` is the PDF's own object; `links` are the annotations that belong to it."""

    kind: str
    source: Any
    parts: tuple[Element | str, ...]
    links: tuple[Any, ...]

    @property
    def alt(self) -> str:
        """The words that stand for a picture."""
        return str(self.source.get("/Alt", ""))

    @property
    def text(self) -> str:
        """The words, in their order; those of a list's markers and of a picture that has words for it are left out."""
        if self.kind == "Lbl" or (self.kind == "Figure" and self.alt):
            return ""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def elements(self) -> Iterator[Element]:
        """This element and all inside it."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.elements


@dataclass(frozen=True)
class Structure:
    """All that the tags reach, and the words that they do not reach."""

    root: Element
    outside: str


def read_structure(pdf: pikepdf.Pdf) -> Structure | None:
    """The structure of a PDF, or None where it has none."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None or "/K" not in tree:
        return None
    marked: dict[tuple[Page, int], str] = {}
    outside = ""
    for page in pdf.pages:
        texts = page_texts(page)
        outside += texts.pop(None, "")
        where = page.obj.objgen
        marked |= {(where, number): text for number, text in texts.items() if number is not None}
    root = Element("StructTreeRoot", tree, tuple(children(tree.K, None, marked)), ())
    return Structure(root, outside)


def children(kids: Any, page: Page | None, marked: Mapping[tuple[Page, int], str]) -> Iterator[Element | str]:
    """The elements and words under an element; `page` is the page on which its content lies, unless a kid says so."""
    if isinstance(kids, pikepdf.Array):
        for kid in kids:
            yield from children(kid, page, marked)
    elif isinstance(kids, int):
        yield marked.get((page, kids), "") if page else ""
    elif "/S" in kids:
        yield element(kids, page, marked)
    elif "/MCID" in kids:
        page = kids.Pg.objgen if "/Pg" in kids else page
        yield marked.get((page, int(kids.MCID)), "") if page else ""


def element(source: Any, page: Page | None, marked: Mapping[tuple[Page, int], str]) -> Element:
    """One element with all inside it."""
    page = source.Pg.objgen if "/Pg" in source else page
    kids = source.get("/K", pikepdf.Array())
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    links = tuple(kid.Obj for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid)
    return Element(str(source.S)[1:], source, tuple(children(kids, page, marked)), links)


def page_texts(page: pikepdf.Page) -> dict[int | None, str]:
    """The words of a page by the number of their marked content; those without a number stand under None. What is
    marked as being there only because a new page begins, such as the head of a table once more, is left out.
    """
    texts: dict[int | None, str] = {}
    fonts = {name: Font(font) for name, font in page.resources.get("/Font", {}).items()}
    font: Font | None = None
    marks: list[int | str | None] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            marks.append(mark_of(operands, marks[-1] if marks else None))
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = fonts.get(str(operands[0]))
        elif name in SHOW and font:
            mark = marks[-1] if marks else None
            if not isinstance(mark, str):
                texts[mark] = texts.get(mark, "") + font.text(operands[-1])
    return texts


def mark_of(operands: Any, around: int | str | None) -> int | str | None:
    """The number of a marked content, the word pagination, or what holds around it."""
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
        return int(properties.MCID)
    if isinstance(properties, pikepdf.Dictionary) and properties.get("/Type") == "/Pagination":
        return "pagination"
    return around


class Font:
    """Turns the codes of a font into characters."""

    def __init__(self, font: Any) -> None:
        self.width = 2 if font.get("/Subtype") == "/Type0" else 1
        self.characters = read_map(font.ToUnicode.read_bytes().decode("latin-1")) if "/ToUnicode" in font else {}

    def text(self, shown: Any) -> str:
        """What a string, or an array of strings and distances, says."""
        if isinstance(shown, pikepdf.Array):
            return "".join(self.text(part) for part in shown if isinstance(part, pikepdf.String))
        data = bytes(shown)
        codes = (int.from_bytes(data[at : at + self.width]) for at in range(0, len(data), self.width))
        return "".join(self.characters.get(code, UNKNOWN) for code in codes)


def read_map(cmap: str) -> dict[int, str]:
    """The characters of a ToUnicode map by their codes."""
    found: dict[int, str] = {}
    for block in CHARACTERS.findall(cmap):
        found |= {int(code, 16): characters(text) for code, text in ONE.findall(block)}
    for block in RANGES.findall(cmap):
        for first, last, start, listed in RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            texts = re.findall(r"<([0-9A-Fa-f]+)>", listed) or [
                f"{int(start, 16) + place:0{len(start)}X}" for place in range(len(codes))
            ]
            found |= {code: characters(text) for code, text in zip(codes, texts, strict=False)}
    return found


def characters(digits: str) -> str:
    """UTF-16 in hexadecimal digits as text."""
    return bytes.fromhex(digits).decode("utf-16-be", "replace")
