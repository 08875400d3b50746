"""The generated guide that shows how the build grows, and the sentences made of what was measured."""

from __future__ import annotations

from pathlib import Path

import yaml

from benchmarks.build import PARTS, copy_project, fill_up, growth, line, with_search

FRONT = "---\ntitle: {}\ndescription: x\n---\n# Heading\n"


def small_project(folder: Path) -> Path:
    """A project of four pages, one of them with a template of its own, one with a list of pages."""
    (folder / "docs").mkdir()
    for name, more in (("index", ""), ("about", ""), ("search", "\ntemplate: search.html")):
        (folder / f"docs/{name}.md").write_text(FRONT.format(name.title() + more))
    (folder / "docs/list.md").write_text(FRONT.format("List") + "\n<section:all>\n")
    (folder / "mkdocs.yml").write_text("site_name: X\nplugins: []\nnav:\n  - Home: index.md\n")
    return folder


def test_the_generated_guide_has_exactly_as_many_pages(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    fill_up(project, 30)
    assert len(list((project / "docs").glob("*.md"))) == 30


def test_copies_have_titles_of_their_own_and_neither_templates_nor_lists_of_pages(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    fill_up(project, 30)
    copies = [page.read_text() for page in (project / "docs").glob("copy-*.md")]
    titles = [text.split("title: ")[1].split("\n")[0] for text in copies]
    assert len(set(titles)) == 26
    assert not any("template" in text or "<section" in text for text in copies)


def test_the_menu_gets_one_section_whatever_the_number_of_pages(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    fill_up(project, 30)
    nav = yaml.safe_load((project / "mkdocs.yml").read_text())["nav"]
    assert [list(section) for section in nav] == [["Home"], ["Copies"]]
    parts = [pages for part in nav[1]["Copies"] for pages in part.values()]
    assert [len(pages) for pages in parts] == [5, 5, 5, 5, 5, 1]


def test_plain_mkdocs_gets_its_search_where_the_project_makes_its_own(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert with_search(project)
    assert yaml.safe_load((project / "mkdocs.yml").read_text())["plugins"] == ["search"]
    assert not with_search(project)


def test_the_copied_project_has_all_that_a_build_reads(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    assert all((project / part).exists() for part in PARTS)


def test_the_ratio_is_that_of_pairs() -> None:
    assert line("the guide", [(1.0, 1.0), (3.0, 2.0), (2.4, 2.0)]) == (
        "the guide: ours 2.40 s, plain 2.00 s; in 3 pairs the ratio is 1.20 (1.00 to 1.50)"
    )


def test_pages_that_grow_are_named_and_pages_of_one_guide_alone_are_not_compared() -> None:
    few, many = {"a": 100, "list": 100, "gone": 5}, {"a": 99, "list": 350, "copy": 100}
    assert list(growth(few, many)) == [
        "First render of the 2 pages that are in both: 1 weigh no more among 3.",
        "  list: 100 bytes, and 250 more",
    ]
