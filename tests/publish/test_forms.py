"""What readers fill in: every box and field has a label, and nothing else becomes one."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborNode

from tests.publish.conftest import Project
from tests.publish.test_guide import Render, tree


def only(html: str, selector: str) -> LexborNode:
    (found,) = tree(html).css(selector)
    return found


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_item_with_a_box_is_a_label_with_its_words_and_links(render: Render, gap: str) -> None:
    html = render(f"# Ask\n\n- [ ] I **know** [it](index.md).{gap}- [ ] Second\n")
    first, second = tree(html).css("ul.ticks label")
    assert first.css("input[type=checkbox]")
    assert first.text().strip() == "I know it."
    assert first.css("strong") and first.css("a")
    assert second.text().strip() == "Second"
    assert "[ ]" not in html


def test_a_list_inside_an_item_with_a_box_is_outside_its_label(render: Render) -> None:
    html = render("# Ask\n\n- [ ] Ask about **cost**\n    - [ ] the deposit\n    - [ ] each visit\n")
    labels = [label.text().strip() for label in tree(html).css("label")]
    assert labels == ["Ask about cost", "the deposit", "each visit"]
    assert not tree(html).css("label label, label ul")


def test_items_without_a_box_stay_as_they_are(render: Render) -> None:
    html = render("# Ask\n\n- [link](index.md)\n- Not [ ] at the start\n\nThen:\n\n1. [ ] Numbered\n")
    assert len(tree(html).css("ul:not([class]) li")) == 2
    assert len(tree(html).css("ol.ticks label")) == 1


def test_a_field_has_its_words_as_its_label(render: Render) -> None:
    html = render("# Ask\n\nWrite here: What matters to *me*\n\nI write here: no field.\n")
    label = only(html, "p.write > label")
    assert label.css("span")[0].text() == "What matters to me"
    assert label.css("textarea[autocomplete=off]")
    assert "<p>I write here: no field.</p>" in html


def test_the_place_for_answers_is_empty_until_a_script_fills_it(render: Render) -> None:
    html = render("# Ask\n\n<answers:all>\n")
    assert only(html, "div.answers").text() == ""


def test_a_section_lists_its_other_pages_in_the_order_of_the_menu(render: Render, project: Project) -> None:
    front = "---\ntitle: {}\ndescription: One sentence that says what this page answers, in enough words.\n"
    front += "last_checked: 2026-11-22\ncheck_again_by: 2027-05-22\n---\n"
    for name in ("b", "a", "other"):
        project.page(f"{name}.md", f"# {name}\n", front_matter=front.format(name.upper()))
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("repo_url: !ENV [NOT_SET, '']\nnav:\n  - Home: index.md\n")
        config.write("  - First:\n      - land.md\n      - b.md\n      - Deep: [a.md]\n  - Second: [other.md]\n")
    html = render("# Land\n\n<section:all>\n", "land.md")
    items = tree(html).css("ul.doors li")
    assert [item.css("a")[0].text() for item in items] == ["B", "A"]
    assert items[0].css("span")[0].text().startswith("One sentence")


def test_a_site_map_has_every_section_under_its_title(render: Render, project: Project) -> None:
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("nav:\n  - Home: index.md\n  - First: [index.md, gone.md]\n  - Second: [map.md]\n")
    html = render("# Map\n\n<sections:all>\n", "map.md")
    assert [node.text() for node in tree(html).css("h2")] == ["First", "Second"]
    assert [len(node.css("li")) for node in tree(html).css("ul.doors")] == [1, 1]


def test_a_page_in_no_menu_has_no_neighbours(render: Render) -> None:
    assert not tree(render("# Land\n\n<section:all>\n")).css("ul.doors li")
