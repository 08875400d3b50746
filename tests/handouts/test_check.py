"""A PDF passes when it says what its page says; each way in which it may not is found, and named in a sentence."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from handouts.check import findings
from handouts.structure import Structure, read_structure
from tests.handouts.conftest import ADDRESS, Example


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The PDF after a change."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written)
        return written.getvalue()


def elements(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    """The PDF's own objects for the elements of a kind."""
    structure = read_structure(pdf)
    assert isinstance(structure, Structure)
    return [element.source for element in structure.root.elements if element.kind == kind]


def links(pdf: pikepdf.Pdf) -> list[Any]:
    return [one for page in pdf.pages for one in page.get("/Annots", [])]


def test_a_finished_pdf_passes(example: Example) -> None:
    assert findings(example.pdf, example.printed, ADDRESS) == []


def test_a_pdf_as_the_browser_prints_it_does_not(example: Example) -> None:
    found = "\n".join(findings(example.raw, example.printed, ADDRESS))
    assert "A picture has no words that stand for it" in found  # the frame of the figure
    assert "the machine on which the PDF was made" in found
    assert "By its tags it reads otherwise" in found  # the head of the table, once for each sheet


def without_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def not_marked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def without_title(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]
    del pdf.Root["/Metadata"]


def with_other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "untitled"


def in_german(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("de")


def with_skipped_level(pdf: pikepdf.Pdf) -> None:
    for heading in elements(pdf, "H2"):
        heading.S = pikepdf.Name.H4


def with_lost_heading(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H3")[0].S = pikepdf.Name.P


def with_headings_in_another_order(pdf: pikepdf.Pdf) -> None:
    first, second = elements(pdf, "H2")
    first.K, second.K = second.K, first.K


def read_backwards(pdf: pikepdf.Pdf) -> None:
    items = elements(pdf, "L")[0]
    items.K = pikepdf.Array(reversed(list(items.K)))


def with_words_outside(pdf: pikepdf.Pdf) -> None:
    for paragraph in elements(pdf, "P"):
        paragraph.K = pikepdf.Array()
    page = pdf.pages[0]
    drawn = [
        ([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
        if str(one.operator) == "BDC" and one.operands[1].get("/MCID") == 1
        else (one.operands, one.operator)
        for one in pikepdf.parse_content_stream(page)
    ]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))


def with_dead_link(pdf: pikepdf.Pdf) -> None:
    del next(one for one in links(pdf) if "/A" in one)["/A"]


def with_lost_place(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Dests["/last"]


def with_empty_link(pdf: pikepdf.Pdf) -> None:
    link = elements(pdf, "Link")[0]
    link.K = pikepdf.Array(kid for kid in link.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid)


def with_local_address(pdf: pikepdf.Pdf) -> None:
    next(one for one in links(pdf) if "/A" in one).A.URI = pikepdf.String("http://127.0.0.1:8000/guide/")


def with_silent_picture(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def without_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (without_tags, "It has no tags"),
        (not_marked, "It has no tags"),
        (without_title, "It has no title."),
        (
            with_other_title,
            "Its title is “A page to take away” or “untitled”, and the page's is “A page to take away”.",
        ),
        (in_german, "Its language is “de”, and the page's is “en”."),
        (with_skipped_level, "The heading “A list” has level 4; the one before it has 1."),
        (with_lost_heading, "Its headings are not those of the page."),
        (with_headings_in_another_order, "Its headings are not those of the page."),
        (read_backwards, "By its tags it reads otherwise than the page."),
        (with_words_outside, "Words stand outside of the tags"),
        (with_dead_link, "The link “Another page” leads nowhere."),
        (with_lost_place, "The link “the last part” leads to the place /last, which is not in the PDF."),
        (with_empty_link, "A link has no words; it leads to https://example.org/guide/other/."),
        (with_local_address, "leads to the machine on which the PDF was made"),
        (with_silent_picture, "A picture has no words that stand for it"),
        (without_bookmarks, "It has no bookmarks"),
    ],
)
def test_what_is_wrong_is_said(example: Example, change: Callable[[pikepdf.Pdf], object], says: str) -> None:
    assert any(says in sentence for sentence in findings(changed(example.pdf, change), example.printed, ADDRESS))


def test_a_page_that_says_more_than_its_pdf_does_not_pass(example: Example) -> None:
    page = replace(example.printed, text=f"{example.printed.text} And more.")
    (finding,) = findings(example.pdf, page, ADDRESS)
    assert "Theend." in finding and "Andmore." in finding
