"""The pages to take away: which ask for one, and when what is there may be given to readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from publish.content import content_problems
from publish.extensions.handouts import told
from publish.handouts import Handout, fingerprint, handout_files, index_of, read_handouts, wanted_handouts
from publish.optimise import optimised
from tests.publish.conftest import FRONT_MATTER, Engine, Project
from tests.publish.test_guide import Render, tree

ADDRESS = "https://example.org/iop/"
PDF = b"%PDF-1.7 " + b"\xff" * 1991


def asking(handout: str) -> str:
    return FRONT_MATTER.replace("---\n", f"---\nhandout: {handout}\n", 1)


@pytest.fixture
def project(project: Project) -> Project:
    """Three pages: a sheet, one that gives another page to take away, and one that gives nothing."""
    project.page("sheet.md", "# Sheet\n\nWords.\n", asking("true"))
    project.page("about.md", "# About\n\nWords.\n", asking("sheet"))
    return project


def make(project: Project) -> None:
    """Put a handout there that was made from the project as it is."""
    project.write("paper/sheet.pdf", PDF)
    project.write("paper/index.json", index_of({"sheet": PDF}, {"sheet": 2}, fingerprint(project.root, ADDRESS)))


def test_a_page_gives_itself_or_another_page_to_take_away(project: Project) -> None:
    assert wanted_handouts(project.docs, project.root) == {"about.md": "sheet", "sheet.md": "sheet"}


def test_a_page_that_is_not_there_is_a_problem_on_its_line(project: Project) -> None:
    project.page("about.md", "# About\n", asking("shet"))
    (problem,) = content_problems(project.root, project.docs)
    assert str(problem).startswith('docs/about.md:2  The handout is to be the page "shet"')
    assert 'Did you mean "handout: sheet"?' in problem.fix


def test_what_is_neither_yes_nor_a_name_is_a_problem(project: Project) -> None:
    project.page("about.md", "# About\n", asking("[a, b]"))
    (problem,) = content_problems(project.root, project.docs)
    assert "true, or the name of another page" in problem.fix


def test_handouts_count_while_nothing_has_changed(project: Project) -> None:
    make(project)
    assert read_handouts(project.root, ADDRESS) == {"sheet": Handout(2000, 2)}
    assert handout_files(project.root, ADDRESS) == {"handouts/sheet.pdf": PDF}


def remove(name: str) -> Callable[[Project], object]:
    return lambda project: (project.root / name).unlink()


@pytest.mark.parametrize(
    "change",
    [
        lambda project: project.page("new.md", "# New\n"),
        lambda project: project.change("data/helplines.yml", "1-800-662-4357", "1-800-662-4358"),
        lambda project: project.change("mkdocs.yml", "A guide", "Another"),
        lambda project: project.write("overrides/main.html", "x"),
        lambda project: project.write("publish/part.py", "x"),
        lambda project: project.write("docs/assets/print.css", "x"),
        lambda project: project.write("paper/sheet.pdf", PDF[:100]),
        lambda project: project.write("paper/index.json", "{"),
        lambda project: project.write("paper/index.json", "[]"),
        remove("paper/sheet.pdf"),
        remove("paper/index.json"),
        remove("data/glossary.yml"),
    ],
)
def test_they_do_not_count_after_a_change_or_when_they_are_not_whole(
    project: Project, change: Callable[[Project], Path]
) -> None:
    make(project)
    change(project)
    assert read_handouts(project.root, ADDRESS) == {}
    assert handout_files(project.root, ADDRESS) == {}


def test_they_do_not_count_for_another_address(project: Project) -> None:
    make(project)
    assert read_handouts(project.root, "https://example.net/") == {}


def test_what_they_are_not_made_from_may_change(project: Project) -> None:
    make(project)
    project.write("README.md", "x")
    project.write("publish/__pycache__/part.pyc", "x")
    project.write("checks/part.py", "x")
    assert read_handouts(project.root, ADDRESS)


def shown(project: Project, path: str) -> LexborHTMLParser:
    """A page of the project as readers get it."""
    md = Markdown(extensions=["publish.guide"])
    md.preprocessors.register(Engine(md, project.root, path), "rendering_context", 0)
    return tree(md.convert((project.docs / path).read_text(encoding="utf-8").split("---\n", 2)[2]))


def test_the_link_tells_title_type_and_size_and_stands_before_the_sources(project: Project) -> None:
    project.page("about.md", "# About\n\n## Part\n\nWords.[^advisory]\n", asking("sheet"))
    make(project)
    (place,) = shown(project, "about.md").css("section + p.handouts:has(+ section.sources)")
    (link,) = place.css("a")
    assert link.text() == "Take it with you: Home (PDF, 2 pages, 2 KB)"
    assert link.attributes == {"href": "handouts/sheet.pdf", "type": "application/pdf"}


def test_without_a_handout_there_is_no_link(project: Project) -> None:
    assert not shown(project, "about.md").css(".handouts")
    make(project)
    assert not shown(project, "index.md").css(".handouts")
    assert shown(project, "sheet.md").css(".handouts")


@pytest.mark.parametrize(
    ("handout", "words"),
    [(Handout(1000, 1), "PDF, 1 page, 1 KB"), (Handout(95_001, 12), "PDF, 12 pages, 96 KB")],
)
def test_sizes_are_rounded_up(handout: Handout, words: str) -> None:
    assert told(handout) == words


def test_the_optimiser_leaves_pdfs_as_they_are() -> None:
    files = {"index.html": b"<h1>x</h1>", "handouts/sheet.pdf": PDF}
    assert optimised(files, ADDRESS)["handouts/sheet.pdf"] == PDF


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[askebsa.dol.gov](https://askebsa.dol.gov)", True),
        ("[FindTreatment.gov](https://findtreatment.gov/)", True),
        ("[shiphelp.org](https://www.shiphelp.org)", True),
        ("[the site](https://findtreatment.gov)", False),
        ("[findtreatment.gov](https://findtreatment.gov/more)", False),
        ("[index.md](index.md)", False),
    ],
)
def test_a_link_whose_words_are_its_address_is_marked_for_paper(render: Render, link: str, said: bool) -> None:
    assert bool(tree(render(f"# Home\n\n{link}\n")).css("a.address")) is said
