"""When what is said to programs agrees with what is shown; where nobody can tell, it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.agreement import is_elsewhere, is_other, missing, same_address, same_name, same_words
from checks.observe.metadata import Metadata, nodes_of
from checks.rules.structured_data import shows

PAGE = Metadata(
    title="What it costs – The Guide",
    here="http://127.0.0.1:8000/cost/",
    canonical="https://example.org/guide/cost/",
    description="What a program costs.",
    is_listed=True,
    previews=(),
    image_is_there=None,
    nodes=(),
    unreadable=(),
    headings=("What does it cost?",),
    days=(),
    links=(),
    texts=("What does it cost? Most plans pay a part. Last checked 23 November 2026.",),
)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("What it costs", True),
        ("WHAT IT COSTS | The Guide", True),
        ("What it costs – The G…", True),
        ("What does &quot;it&quot; cost?", True),
        ("Find a program", False),
    ],
)
def test_a_name_agrees_with_a_title_or_heading_that_has_it(name: str, same: bool) -> None:
    assert same_name(name, PAGE.names) is same


def test_a_page_without_a_name_agrees_with_none() -> None:
    assert not same_name("Cost", ("", "–"))


def test_a_description_may_be_cut_off_but_not_be_another() -> None:
    assert same_words("What a program…", "What a program costs.")
    assert not same_words("", "What a program costs.")
    assert not is_other("Most plans pay a part.", PAGE)
    assert is_other("The best rehab in town, with a pool.", PAGE)
    assert not is_other("The best rehab in town, with a pool.", replace(PAGE, description=""))


def test_the_first_piece_that_stands_nowhere_is_named_and_short_pieces_are_not_looked_for() -> None:
    assert missing("<p>Most <b>plans</b> pay a part.</p><p>Yes. It is free for everybody!</p>", PAGE) == (
        "It is free for everybody"
    )
    assert missing("Yes. No. Most plans pay a part", PAGE) == ""


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("https://example.org/guide/cost", True),
        ("http://www.example.org/guide/cost/index.html", True),
        ("https://example.org/guide/cost/#top", True),
        ("https://example.org/guide/cost/?page=2", False),
        ("https://example.org/guide/", False),
    ],
)
def test_an_address_may_be_written_in_several_ways(address: str, same: bool) -> None:
    assert same_address(address, [PAGE.canonical]) is same
    assert is_elsewhere(address, PAGE) is not same


def test_a_copy_that_does_not_say_where_it_is_published_may_be_anywhere() -> None:
    assert not is_elsewhere("https://example.org/find/", replace(PAGE, canonical=""))
    assert is_elsewhere("http://127.0.0.1:8000/find/", replace(PAGE, canonical=""))
    assert not is_elsewhere("/cost/", PAGE)
    assert not is_elsewhere("", PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "on 2026-11-23",
        "23 November 2026",
        "Nov. 23, 2026",
        "November 23rd, 2026",
        "11/23/2026",
        "23.11.2026",
        "11/23/26",
    ],
)
def test_a_day_is_shown_in_whichever_way_it_is_written(text: str) -> None:
    assert shows("2026-11-23", replace(PAGE, texts=(text,)))
    assert not shows("2026-11-24", replace(PAGE, texts=(text,)))
    assert not shows("2025-11-23", replace(PAGE, texts=(text,)))


def test_a_day_is_shown_by_a_time_element_too() -> None:
    assert shows("2026-01-02", replace(PAGE, days=("2026-01-02",)))


def test_the_things_of_a_block_are_found_in_lists_and_graphs() -> None:
    found = list(nodes_of([{"@graph": [{"@type": "WebPage"}, {"@type": "WebSite"}]}, {"@type": "Organization"}, "x"]))
    assert [node.get("@type") for node in found] == [None, "WebPage", "WebSite", "Organization"]
