"""checks/words.py, checks/link_words.py and checks/topics.py: what words say, and what they leave open."""

from __future__ import annotations

import pytest

from checks.link_words import is_address, is_vague, points, tells
from checks.topics import is_placeholder, names_only_itself, other_of_its_kind, other_topic
from checks.words import content_stems, content_words


def test_forms_of_a_word_have_one_stem() -> None:
    assert content_stems("Opening hours") & content_stems("We open every hour")
    assert not content_stems("the of and 1999")
    assert content_words("It costs $5, or what you pay") == ["costs", "pay"]


@pytest.mark.parametrize(
    "name",
    ["More", "Click here", "learn more »", "PDF", "Plain text", "this page", "Go there", "→ Here", "Click me for more"],
)
def test_words_of_action_format_and_pointing_are_vague(name: str) -> None:
    assert is_vague(name)


@pytest.mark.parametrize(
    "name", ["Info", "Home", "Article", "What we do not know", "Get help now", "More about cost", "→", "Back"]
)
def test_whatever_has_another_word_is_not_vague(name: str) -> None:
    assert not is_vague(name)


def test_pointers_and_questions() -> None:
    assert points("this form") and points("Compare them") and points("these two lists")
    assert not (points("What is this") or points("this") or points("fit around it") or points("one program"))


def test_an_address_is_more_than_the_name_of_a_site() -> None:
    assert is_address("https://example.org/care/find?state=all")
    assert not (is_address("https://example.org/") or is_address("example.org/care"))


def test_a_size_tells_nothing() -> None:
    assert tells("Week planner (80 KB)")
    assert not (tells("(80 KB)") or tells("click for more") or tells(""))


def test_placeholders() -> None:
    assert all(
        map(is_placeholder, ["Untitled document", "New page", "Title goes here", "index.html", "Heading 2", "TBD"])
    )
    assert not any(map(is_placeholder, ["Home", "Title IX", "Documents", "Page two of the story", "To do this week"]))


def test_titles_of_which_no_subject_is_left() -> None:
    assert all(map(names_only_itself, ["First title is incorrect", "Title of the test page", "My title"]))
    assert not any(map(names_only_itself, ["How a title proves ownership", "Title IX", "Test page", "Job titles"]))


def test_other_things_only_where_the_text_begins_with_them() -> None:
    assert other_of_its_kind("Pears in fall", "Plums ripen late.") == ("pears", "plums")
    assert other_of_its_kind("Pears in fall", "Plums and pears ripen late.") is None
    assert other_of_its_kind("Pears in fall", "They ripen after the plums.") is None
    assert other_of_its_kind("Tomato soup", "Onions and garlic come first.") is None
    assert other_of_its_kind("Small oranges", "Clementines ripen late.") is None


def test_other_topics_only_where_the_heading_is_of_one() -> None:
    assert other_topic("Weather", "We are open on Monday.") == "opening hours"
    assert other_topic("Weather", "Closed on Monday in snow.") is None
    assert other_topic("Weather and hours", "We are open on Monday.") is None
    assert other_topic("Contact", "We are open on Monday.") is None
