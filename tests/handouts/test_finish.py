"""What readers get: whose it is, how old, links to the published guide, and nothing of the machine that made it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf

from checks.browser import SeleniumBrowser
from handouts.finish import finish
from handouts.printing import print_page
from handouts.structure import read_structure
from tests.handouts.conftest import ABOUT, ADDRESS, Example


def test_it_tells_whose_it_is_and_when_its_page_was_checked(example: Example) -> None:
    with pikepdf.open(io.BytesIO(example.pdf)) as pdf, pdf.open_metadata() as metadata:
        told = {key: str(value) for key, value in pdf.docinfo.items()}
        assert told == {
            "/Title": "A page to take away",
            "/Author": "The makers",
            "/Subject": "What this page is for.",
            "/CreationDate": "D:20261123000000Z",
            "/ModDate": "D:20261123000000Z",
        }
        assert metadata["dc:title"] == "A page to take away"
        assert metadata["dc:creator"] == ["The makers"]
        assert metadata["xmp:CreateDate"] == "2026-11-23T00:00:00Z"
        assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("en", True)


def test_links_lead_to_the_published_guide_and_say_what_a_screen_reader_says_on_the_page(example: Example) -> None:
    with pikepdf.open(io.BytesIO(example.pdf)) as pdf:
        links = [one for page in pdf.pages for one in page.get("/Annots", [])]
        leads_to = {str(one.Contents): str(one.A.URI if "/A" in one else one.Dest) for one in links}
    assert leads_to == {
        "Another page": f"{ADDRESS}other/",
        "the last part": "/last",
        "The Lifeline: 988": "tel:988",
        "far away": "https://example.org/far",
    }


def test_nothing_in_it_names_the_machine_or_the_moment(example: Example) -> None:
    with pikepdf.open(io.BytesIO(example.pdf)) as pdf:
        everything = b"".join(
            one.read_bytes() if isinstance(one, pikepdf.Stream) else one.unparse() for one in pdf.objects
        )
    assert not [word for word in (b"127.0.0.1", b"Linux", b"Headless", b"node0") if word in everything]


def test_all_that_is_drawn_has_a_tag_or_is_an_artifact(example: Example) -> None:
    with pikepdf.open(io.BytesIO(example.pdf)) as pdf:
        for page in pdf.pages:
            depth = 0
            for one in pikepdf.parse_content_stream(page):
                name = str(one.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                assert depth > 0 or name not in {"Tj", "TJ", "f", "S", "B", "Do"}
            assert depth == 0


def test_the_head_of_a_table_that_goes_on_is_read_once(example: Example) -> None:
    with pikepdf.open(io.BytesIO(example.pdf)) as pdf:
        structure = read_structure(pdf)
        assert structure is not None and len(pdf.pages) > 1
        heads = [element.text for element in structure.root.elements if element.kind == "TH"]
    assert heads[:3] == ["Head one", "Head two", "Row 1"]
    assert heads.count("Head one") == 1


def test_the_frame_of_a_picture_is_no_picture_without_words(example: Example) -> None:
    with pikepdf.open(io.BytesIO(example.pdf)) as pdf:
        structure = read_structure(pdf)
        assert structure is not None
        assert [element.alt for element in structure.root.elements if element.kind == "Figure"] == ["A small box"]


def test_a_second_run_gives_the_same_bytes(example: Example, browser: SeleniumBrowser) -> None:
    raw, printed = print_page(browser, example.here)
    assert finish(raw, ABOUT, printed.links, example.here, ADDRESS) == example.pdf


def test_another_day_gives_other_bytes(example: Example) -> None:
    later = replace(ABOUT, day=date(2026, 11, 24))
    assert finish(example.raw, later, example.printed.links, example.here, ADDRESS) != example.pdf
