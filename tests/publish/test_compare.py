"""MkDocs and Zensical must give readers the same articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.compare import compare, difference, read_article
from tests.publish.conftest import Project

FIRST = '<article><h2 id="a">A</h2><p>one <a href="../b/">two</a></p></article>'


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (FIRST, ""),
        (FIRST.replace("one", "\n one\n"), ""),
        (FIRST.replace("../b/", "/b/index.html"), ""),
        (FIRST.replace("one", "One"), "word 2 is 'one' with MkDocs and 'One' with Zensical"),
        (FIRST.replace(' id="a"', ""), "heading 1"),
        (FIRST.replace("h2", "h3"), "heading 1"),
        (FIRST.replace("../b/", "../c/"), "link 1"),
        ("", "word 1 is 'A' with MkDocs and None with Zensical"),
    ],
)
def test_the_first_difference_is_told(tmp_path: Path, second: str, said: str) -> None:
    (tmp_path / "1.html").write_text(FIRST)
    (tmp_path / "2.html").write_text(second)
    told = difference(tmp_path / "1.html", tmp_path / "2.html", "page/index.html")
    assert told.startswith(said) if said else told == ""


def test_a_page_that_one_engine_does_not_build_is_a_difference(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_text(FIRST)
    assert difference(tmp_path / "1.html", tmp_path / "2.html", "x") == "Zensical does not build this page"


def test_an_article_is_its_words_headings_and_links() -> None:
    article = read_article(FIRST, "page/index.html")
    assert article.words == ("A", "one", "two")
    assert article.headings == (("h2", "a", "A"),)
    assert article.links == (("/b/", "two"),)


def test_zensical_builds_the_same_articles_from_the_same_extensions(project: Project) -> None:
    project.page("glossary.md", "# Words\n\n<glossary:all>\n")
    project.page("search.md", "# Search\n\n<pages:all>\n\n## All\n\n<sources:all>\n")
    project.write("docs/pictures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>")
    project.page(
        "index.md",
        "# Home\n\nAn [appeal](glossary:appeal).[^advisory] <call:988> <text:988/2> <me@example.org>\n\n"
        "<helpline:988>\n\n## Part\n\n<helpline:samhsa>\n\n![A](pictures/a.svg)\n\nCaption: Up.[^report]\n\n"
        '| | H |\n|---|---|\n| a | b |\n\n!!! warning "W"\n    Text.\n\n??? note "N"\n    `<b>` [s](search.md#all)\n',
    )
    result = compare(project.root)
    assert result == {"glossary/index.html": "", "index.html": "", "search/index.html": ""}
