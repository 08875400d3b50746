"""Sentences of Markdown: where each begins and ends, what it cites, what it only quotes."""

from __future__ import annotations

import pytest

from checks.config import Settings
from checks.model import Page, Visit
from checks.observe.sentences import Place, Sentence, observe

QUOTED = "Say: “I need 9 hours. Is it 12?” They know.\n\n> I ask for 12 weeks."


def sentences(text: str, settings: Settings) -> list[Sentence]:
    return list(observe(text, Visit(Page("/"), None, settings)))


def test_a_page_is_read_in_order_with_places_and_lines(settings: Settings) -> None:
    page = (
        "---\ntitle: Hours\nkeywords: [skip]\n---\n# How many?\n\nOne way. Another\nway?\n\n- An item\n  that goes on\n"
        "- [ ] A box\n\nWrite here: A field\n\n| Who | Hours |\n|---|---|\n| We | Few. |\n\n> Dear friend.\n"
        "> Hello.\n\n"
        '!!! note "A note"\n    Inside it.\n\n![A picture](a.svg)\n\nCaption: Look.\n'
    )
    assert [(one.line, one.place, one.text) for one in sentences(page, settings)] == [
        (2, Place.SUMMARY, "Hours"),
        (5, Place.HEADING, "How many?"),
        (7, Place.PARAGRAPH, "One way."),
        (7, Place.PARAGRAPH, "Another way?"),
        (10, Place.ITEM, "An item that goes on"),
        (12, Place.FIELD, "A box"),
        (14, Place.FIELD, "A field"),
        (16, Place.CELL, "Who"),
        (16, Place.CELL, "Hours"),
        (18, Place.CELL, "We"),
        (18, Place.CELL, "Few."),
        (20, Place.LETTER, "Dear friend."),
        (21, Place.LETTER, "Hello."),
        (23, Place.HEADING, "A note"),
        (24, Place.PARAGRAPH, "Inside it."),
        (28, Place.CAPTION, "Look."),
    ]


def test_links_references_and_emphasis_are_read_as_words(settings: Settings) -> None:
    text = "**See** [this page](other.md#part), `code`, <https://example.org> and *a* [term](glossary:term)."
    assert [one.text for one in sentences(text, settings)] == ["See this page, , and a term."]


def test_a_citation_belongs_to_the_sentence_before_it(settings: Settings) -> None:
    first, second, third = sentences("One.[^a][^b] Two “quoted.”[^c] Three", settings)
    assert (first.cites, second.cites, third.cites) == (("a", "b"), ("c",), ())


def test_a_row_is_cited_by_any_of_its_cells(settings: Settings) -> None:
    cells = sentences("| Who | Hours |\n|---|---|\n| We | 9[^a] |\n| You | 3 |", settings)
    assert [one.cites for one in cells] == [(), (), ("a",), ("a",), (), ()]


def test_a_list_knows_the_sentence_that_introduces_it(settings: Settings) -> None:
    found = sentences("First. It says:[^a]\n\n- One\n\n- Two\n\nAnother paragraph.\n\n- Three", settings)
    assert [one.introduction.text if one.introduction else "" for one in found] == [
        *("", ""),
        *("It says:", "It says:"),
        *("", ""),
    ]


def test_help_lines_are_named_and_shown_as_a_gap(settings: Settings) -> None:
    (sentence,) = sentences("Call <call:988> or <text:988-spanish/2>.", settings)
    assert sentence.lines == ("988", "988-spanish")
    assert sentence.text == "Call … or … ."


def test_quotations_and_letters_are_not_the_writers_own_words(settings: Settings) -> None:
    said, went_on, letter = sentences("Say: “I need 9 hours. Is it 12?” They know.\n\n> I ask for 12 weeks.", settings)[
        1:
    ]
    assert "12" not in said.own and "12" in said.text
    assert went_on.own == "They know."
    assert letter.own == ""


@pytest.mark.parametrize(
    "text",
    ["It is 9 a.m. or later.", "Ask Dr. Jones.", "The U.S. has 50 states.", "Level 2.1 is next.", "Ask (e.g. now)."],
)
def test_short_forms_do_not_end_a_sentence(text: str, settings: Settings) -> None:
    assert [one.text for one in sentences(text, settings)] == [text]


def test_code_and_comments_are_not_read(settings: Settings) -> None:
    assert sentences("```text\nNot this.\n```\n\n<!-- Nor this. -->\n", settings) == []
