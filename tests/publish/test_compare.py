"""What differs between two sites is told part by part, and what does not differ is left alone."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from publish.compare import Comparison, Difference, compare, differences, page_differences, read_part, report
from publish.problem import CannotWork
from tests.publish.conftest import Project
from tests.publish.test_build import only_the_project
from tests.publish.test_engine import give_shell

PAGE = (
    '<html lang="en"><head><title>T</title><meta name="description" content="D"><link rel="canonical" href="/b/">'
    '<script src="../a.js"></script></head><body class="home"><aside class="crisis"><a href="tel:988">Call</a></aside>'
    '<header class="site"><div class="bar"><a href="..">Name</a><details class="menu"><a href="./">M</a></details>'
    '<form action="../search/">Search</form></div></header><details class="contents">On this page</details>'
    '<main><article><h2 id="a">A</h2><p>one <a href="../b/">two</a></p></article><p>By us</p></main>'
    '<footer class="site">End</footer></body></html>'
)


@pytest.mark.parametrize(
    ("old", "new", "part", "what"),
    [
        ("one", "One", "article", "word 2 is 'one' with MkDocs, 'One' with Other"),
        ("<p>one", "<p>", "article", "word 2 is 'one' with MkDocs, 'two' with Other"),
        (' id="a"', "", "article", "heading 1"),
        ("h2", "h3", "article", "heading 1"),
        ("../b/", "../c/", "article", "link 1"),
        (">M<", ' aria-current="page">M<', "menu", "link 1"),
        ('"./"', '"../other/"', "menu", "link 1"),
        ("tel:988", "tel:989", "crisis line", "link 1"),
        ("../search/", "../find/", "header", "link 2"),
        ("On this page", "Here", "contents", "word 1"),
        ("By us", "By", "below the article", "word 2"),
        ("End", "", "footer", "word 1"),
        ("<title>T", "<title>U", "title", "('T',) with MkDocs, ('U',) with Other"),
        ('"D"', '"E"', "description", "('D',)"),
        ('"/b/"', '"/c/"', "canonical", "('/b/',)"),
        ('lang="en"', 'lang="es"', "html lang", "('en',)"),
        (' class="home"', "", "body class", "('home',)"),
        ("../a.js", "../b.js", "script", "('/a.js',)"),
        ('<meta name="description" content="D">', "", "description", "('D',) with MkDocs, None with Other"),
    ],
)
def test_a_difference_is_told_with_its_part(old: str, new: str, part: str, what: str) -> None:
    assert old in PAGE
    (found,) = page_differences("page/index.html", PAGE, PAGE.replace(old, new), "Other")
    assert (found.file, found.part) == ("page/index.html", part)
    assert found.what.startswith(what)


@pytest.mark.parametrize(
    ("old", "new"),
    [("one", "\n one\n"), ("../b/", "/b/index.html"), ('"./"', '"././"'), ('".."', '"./.."'), ("<p>", '<p class="x">')],
)
def test_what_a_reader_does_not_notice_is_no_difference(old: str, new: str) -> None:
    assert old in PAGE
    assert not list(page_differences("page/index.html", PAGE, PAGE.replace(old, new), "Other"))


def test_a_part_is_its_words_headings_and_links() -> None:
    part = read_part(LexborHTMLParser(PAGE), "article", "page/index.html")
    assert part.words == ("A", "one", "two")
    assert part.headings == (("h2", "a", "A"),)
    assert part.links == (("/b/", "two", ""),)


def test_files_that_one_engine_writes_are_differences() -> None:
    expected = {"a.txt": b"1", "b.txt": b"1", "same.txt": b"1"}
    assert list(differences(expected, {"b.txt": b"2", "c.html": b"", "same.txt": b"1"}, "Other")) == [
        Difference("a.txt", "file", "Other does not write it"),
        Difference("b.txt", "file", "it is not the same with Other"),
        Difference("c.html", "file", "Other alone writes it"),
    ]


def test_a_report_is_a_sentence_and_a_line_for_each_difference() -> None:
    found = Difference("a/index.html", "menu", "word 1")
    assert report(Comparison("zensical", 2, 1, (found,))).splitlines()[1:] == ["  a/index.html  menu: word 1"]
    assert "No differences" in report(Comparison("properdocs", 2, 2, ()))


def test_every_engine_builds_the_same_articles_from_the_same_extensions(project: Project) -> None:
    give_shell(project, "<!doctype html>{% if page and page.content %}<article>{{ page.content }}</article>{% endif %}")
    project.change("mkdocs.yml", "site_name: A guide\n", "site_name: A guide\nplugins: []\n")
    project.page("glossary.md", "# Words\n\n<glossary:all>\n")
    project.page("part.md", "# Part\n\n<section:all>\n\n## All\n\n<sections:all>\n")
    project.page("search.md", "# Search\n\n<pages:all>\n\n## All\n\n<sources:all>\n")
    project.write("docs/pictures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>")
    project.page(
        "index.md",
        "# Home\n\nAn [appeal](glossary:appeal).[^advisory] <call:988> <text:988/2> <me@example.org>\n\n"
        "<helpline:988>\n\n## Part\n\n<helpline:samhsa>\n\n![A](pictures/a.svg)\n\nCaption: Up.[^report]\n\n"
        '| | H |\n|---|---|\n| a | b |\n\n!!! warning "W"\n    Text.\n\n??? note "N"\n    `<b>` [s](search.md#all)\n',
    )
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav:\n  - Home: index.md\n  - Part: [part.md, glossary.md]\n  - Other: [search.md]\n")
    results = compare(project.root, ["properdocs", "zensical"])
    assert [(result.engine, result.pages, result.differences) for result in results] == [
        ("properdocs", 5, ()),
        ("zensical", 5, ()),
    ]
    assert only_the_project(project)


def test_a_guide_that_cannot_be_built_is_not_compared(project: Project) -> None:
    project.page("index.md", "# Home\n\n[a](none.md)\n")
    with pytest.raises(CannotWork, match=r"cannot be built with MkDocs\.\ndocs/index\.md:9"):
        compare(project.root, ["zensical"])
