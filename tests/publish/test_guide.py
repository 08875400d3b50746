"""What editors write, and the HTML that readers get for it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from publish.build import build
from publish.extensions.elements import spelled
from publish.problem import ContentError
from tests.publish.conftest import Project

Render = Callable[..., str]


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<body>{html}</body>")


def outer(html: str, selector: str) -> list[str]:
    return [" ".join((node.html or "").split()) for node in tree(html).css(selector)]


@pytest.mark.parametrize(
    ("written", "link"),
    [
        (
            "<call:988>",
            '<a class="phone" href="tel:988"><span class="visually-hidden">'
            "988 Suicide &amp; Crisis Lifeline: </span>988</a>",
        ),
        (
            "<text:988/2>",
            '<a class="phone" href="sms:988?&amp;body=AYUDA"><span class="visually-hidden">'
            '988 Suicide &amp; Crisis Lifeline by text: </span><span class="keyword" lang="es">AYUDA</span> to 988</a>',
        ),
        (
            "<chat:988>",
            '<a class="chat" href="https://chat.988lifeline.org/"><span class="visually-hidden">'
            "988 Suicide &amp; Crisis Lifeline by chat: </span>chat.988lifeline.org</a>",
        ),
        (
            "<call:samhsa>",
            '<a class="phone" href="tel:+18006624357"><span class="visually-hidden">'
            "SAMHSA National Helpline: </span>1-800-662-4357</a>",
        ),
    ],
)
def test_a_way_to_reach_a_line_is_a_link_with_a_spoken_name(render: Render, written: str, link: str) -> None:
    assert link in render(f"# Home\n\nTry {written} now.\n")


def test_a_line_whose_name_is_its_number_is_not_named_twice(render: Render, project: Project) -> None:
    project.change("data/helplines.yml", "name: 988 Suicide & Crisis Lifeline", 'name: "988"')
    assert '<a class="phone" href="tel:988">988</a>' in render("# Home\n\n<call:988>\n")


def test_number_and_name_are_words_that_may_stand_in_a_heading(render: Render) -> None:
    html = render("# Home\n\n## <name:samhsa>: <number:samhsa>\n")
    assert tree(html).css("h2")[0].text() == "SAMHSA National Helpline: 1-800-662-4357"


def test_unknown_shorthand_is_shown_as_it_is_typed(render: Render) -> None:
    assert "&lt;call:nobody&gt;" in render("# Home\n\nTry <call:nobody>.\n")


@pytest.mark.parametrize("code", ["`<call:988> [^advisory]`", "```\n<call:988> [^advisory]\n```"])
def test_code_shows_the_signs_themselves(render: Render, code: str) -> None:
    html = render(f"# Home\n\n{code}\n")
    assert "&lt;call:988&gt; [^advisory]" in html
    assert not tree(html).css("a, section")


@pytest.mark.parametrize("html", ["<b>x</b>", "<script>alert(1)</script>", "<div onclick=x>y</div>", "<!-- x -->"])
def test_html_never_reaches_readers_even_where_the_problem_is_ignored(render: Render, html: str) -> None:
    page = render(f"# Home\n\n{html}\n\nword {html}\n")
    assert not tree(page).css("b, script, div")
    assert "<!--" not in page


def test_a_card_says_all_about_a_line_under_a_heading_that_fits_its_place(render: Render) -> None:
    html = render("# Home\n\n<helpline:988>\n\n## A\n\n<helpline:samhsa>\n")
    cards = tree(html).css("section.helpline")
    assert [card.attributes["aria-labelledby"] for card in cards] == ["line-988", "line-samhsa"]
    assert outer(html, "section.helpline h2, section.helpline h3") == [
        '<h2 id="line-988">988 Suicide &amp; Crisis Lifeline</h2>',
        '<h3 id="line-samhsa">SAMHSA National Helpline</h3>',
    ]
    words = " ".join(cards[1].text().split())
    for part in ("It is not a crisis line.", "24 hours a day, every day", "English and Spanish", "then wait"):
        assert part in words
    assert "treatment referral line" in words
    assert [item.text() for item in cards[0].css("ul.ways li")][2].endswith("AYUDA to 988 (Spanish)")


def test_a_card_claims_a_check_only_against_a_page_that_was_read(render: Render) -> None:
    html = render("# Home\n\n<helpline:988>\n<helpline:samhsa>\n")
    official, reported = (node.text() for node in tree(html).css("p.checked"))
    assert official == "Checked against 988lifeline.org/get-help on 21 November 2026."
    assert "Checked against" not in reported
    assert "20 November 2026" in reported


def test_citations_are_numbered_in_the_order_of_the_page_and_lead_both_ways(render: Render) -> None:
    html = render("# Home\n\nOne.[^report] Two.[^advisory]\n\n- Three.[^report]\n")
    assert [(node.text(), node.attributes["href"]) for node in tree(html).css("a.cite")] == [
        ("[source 1]", "#source-report"),
        ("[source 2]", "#source-advisory"),
        ("[source 1]", "#source-report"),
    ]
    assert [node.attributes["id"] for node in tree(html).css("a.cite")] == ["cite-1", "cite-2", "cite-1-2"]
    assert [node.attributes["id"] for node in tree(html).css("section.sources li")] == [
        "source-report",
        "source-advisory",
    ]
    assert [node.attributes["href"] for node in tree(html).css("a.back")] == ["#cite-1", "#cite-1-2", "#cite-2"]


def test_a_source_says_who_when_and_when_checked(render: Render) -> None:
    html = render("# Home\n\nOne.[^advisory] Two.[^report]\n")
    first, second = (" ".join(node.text().split()) for node in tree(html).css("section.sources li"))
    assert first.startswith("Clinical issues. SAMHSA, 2021. Checked 21 November 2026. Back to text")
    assert "no date. Checked 20 November 2026, as reported by another page." in second


def test_a_page_that_cites_nothing_has_no_sources(render: Render) -> None:
    assert "Sources" not in render("# Home\n\nWords.\n")


def test_the_review_line_ends_every_page(render: Render) -> None:
    html = render("# Home\n\nOne.[^advisory]\n")
    assert html.endswith(
        '<p class="review">Last checked <time datetime="2026-11-22">22 November 2026</time>. '
        'Check again by <time datetime="2027-05-22">22 May 2027</time>.</p>'
    )


@pytest.mark.parametrize(
    ("path", "address"),
    [("index.md", "glossary.md#appeal"), ("a/b.md", "../glossary.md#appeal"), ("glossary.md", "#appeal")],
)
def test_a_term_links_to_the_glossary_from_wherever_the_page_is(render: Render, path: str, address: str) -> None:
    html = render("# Home\n\nAn [appeal](glossary:appeal) and [page](other.md).\n", path)
    assert f'<a class="term" href="{address}">appeal</a>' in html
    assert '<a href="other.md">page</a>' in html


def test_a_link_to_the_repository_leads_to_the_address_of_mkdocs_yml(project: Project) -> None:
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("repo_url: https://example.org/code/\n")
    project.page("index.md", "# Home\n\n[Tell us](repository:issues) or [read](repository:) it.\n")
    build(project.root)
    page = (project.root / "site" / "index.html").read_text()
    assert '<a href="https://example.org/code/issues">Tell us<span class="host"> (example.org)</span></a>' in page
    assert '<a href="https://example.org/code">read<span class="host"> (example.org)</span></a>' in page


def test_a_link_to_a_repository_that_nobody_named_is_a_problem(project: Project) -> None:
    project.page("index.md", "# Home\n\n[Tell us](repository:issues)\n")
    with pytest.raises(ContentError, match="set repo_url"):
        build(project.root)


def test_the_glossary_lists_every_term_in_order_with_its_anchor_and_source(render: Render) -> None:
    html = render("# Words\n\n<glossary:all>\n")
    assert outer(html, "dl.glossary dt") == ['<dt id="appeal">appeal</dt>', '<dt id="withdrawal">withdrawal</dt>']
    assert "[source 1] Also: detox." in tree(html).css("dd")[1].text()
    assert len(tree(html).css("section.sources li")) == 1


def test_all_sources_are_listed_without_clashing_with_those_that_the_page_cites(render: Render) -> None:
    html = render("# Sources\n\nOne.[^report]\n\n<sources:all>\n")
    ids = [node.attributes["id"] for node in tree(html).css("[id]")]
    assert "all-advisory" in ids
    assert len(ids) == len(set(ids))


def test_pages_are_listed_by_title_and_keyword_under_their_letters(render: Render, project: Project) -> None:
    about = "---\ntitle: About\ndescription: Who makes this guide, and how it is paid for and checked.\n"
    about += "last_checked: 2026-11-22\ncheck_again_by: 2027-05-22\nkeywords: [money, '911']\n---\n"
    project.page("about.md", "# About\n", front_matter=about)
    html = render("# Search\n\n<pages:all>\n", "search.md")
    assert [node.text() for node in tree(html).css("h2")] == ["0–9", "A", "H", "M"]
    assert [node.text() for node in tree(html).css(".pages li")] == ["911: About", "About", "Home", "money: About"]
    assert [node.attributes["href"] for node in tree(html).css(".pages a")][1] == "about.md"


def test_a_picture_becomes_a_named_figure_with_its_caption(render: Render, project: Project) -> None:
    project.write(
        "docs/pictures/a.svg",
        "<?xml version='1.0'?><!-- c --><svg xmlns='http://www.w3.org/2000/svg' aria-hidden='true'>"
        "<title>T</title><g>\n  <path d='M0 0'/>\n</g></svg>",
    )
    html = render("# Home\n\n![Up & up](pictures/a.svg)\n\nCaption: *Up*.[^advisory]\n\nAfter.\n")
    figure = tree(html).css("figure.picture")[0]
    svg = figure.css("svg")[0]
    assert (svg.attributes["role"], svg.attributes["aria-label"]) == ("img", "Up & up")
    assert "aria-hidden" not in svg.attributes
    assert not figure.css("title")
    assert figure.css("figcaption")[0].text() == "Up.[source 1]"
    assert "Caption" not in html
    assert "<p>After.</p>" in html


def test_two_pictures_with_the_same_ids_can_share_a_page(render: Render, project: Project) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><g id='x'/><use href='#x'/><path fill='url(#x)'/></svg>"
    project.write("docs/pictures/a.svg", svg)
    project.write("docs/pictures/b.svg", svg)
    html = render("# Home\n\n![A](pictures/a.svg)\n\n![B](pictures/b.svg)\n")
    for name in ("a", "b"):
        assert f'<g id="{name}-x"' in html
        assert f'<use href="#{name}-x"' in html
        assert f'fill="url(#{name}-x)"' in html


def test_a_picture_inside_a_sentence_stays_an_image(render: Render, project: Project) -> None:
    project.write("docs/pictures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert "<figure" not in render("# Home\n\nSee ![A](pictures/a.svg) here.\n\nCaption: none.\n")


def test_heading_cells_have_their_scope(render: Render) -> None:
    html = render("# Home\n\n| | Hours |\n|---|---:|\n| IOP | 9 |\n")
    assert outer(html, "tr") == [
        '<tr> <td></td> <th class="right" scope="col">Hours</th> </tr>',
        '<tr> <th scope="row">IOP</th> <td class="right">9</td> </tr>',
    ]
    assert "style=" not in html


def test_a_table_stands_in_a_box_of_its_own_wherever_it_is(render: Render) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    html = render(
        f"# Home\n\n{table}\nBetween.\n\n!!! note\n\n" + "".join(f"    {line}\n" for line in table.splitlines())
    )
    assert len(tree(html).css("div.scroll > table")) == len(tree(html).css("table")) == 2
    assert html.index("</table>") < html.index("Between.") < html.rindex("<table>")


def test_a_head_without_words_is_dropped(render: Render) -> None:
    html = render("# Home\n\n| | |\n|---|---|\n| Where | home |\n")
    assert "<thead" not in html
    assert outer(html, "tr") == ['<tr> <th scope="row">Where</th> <td>home</td> </tr>']


def test_no_id_stands_twice_and_nothing_has_a_style(render: Render) -> None:
    html = render("# A\n\n## Sources\n\nOne.[^report]\n\n## A\n\n<helpline:988>\n\n| a |\n|:-:|\n| b |\n")
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids)), ids
    assert "style=" not in html


def test_problems_are_warnings_of_mkdocs(render: Render, caplog: pytest.LogCaptureFixture) -> None:
    render("# Home\n\nCall <call:988>.\n")
    assert not caplog.records
    render("# Home\n\nCall <call:989>.\n")
    assert [(record.name, record.levelname) for record in caplog.records] == [("mkdocs.publish", "WARNING")]
    assert caplog.messages[0].startswith('docs/index.md:9  There is no help line "989"')


def test_problems_of_data_are_reported_by_the_home_page_alone(
    render: Render, project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.change("data/sources.yml", "evidence: secondary", "evidence: hearsay")
    render("# Other\n", "other.md")
    assert not caplog.records
    render("# Home\n")
    assert len(caplog.records) == 1


def test_each_second_level_heading_opens_a_section(render: Render) -> None:
    html = tree(render("# Home\n\nLead.\n\n## One\n\nA.\n\n### More\n\nB.\n\n## Two\n\nC.[^advisory]\n"))
    assert [node.text() for node in html.css("section > h2:first-child")] == ["One", "Two", "Sources"]
    assert [node.text() for node in html.css("section:first-of-type > :not(h2)")] == ["A.", "More", "B."]
    assert [node.text() for node in html.css("h1 + p")] == ["Lead."]


@pytest.mark.parametrize(
    ("written", "read"),
    [("2020-09-23", "23 September 2020"), ("2026-06", "June 2026"), ("2020–2021", "2020–2021"), ("no date", "no date")],
)
def test_a_date_of_a_source_is_spelled_out(written: str, read: str) -> None:
    assert spelled(written) == read


def test_a_part_of_the_sources_is_listed_by_the_letters_of_their_publishers(render: Render, project: Project) -> None:
    project.change("data/sources.yml", "publisher: A paper", "publisher: 911 program")
    titles = [node.text() for node in tree(render("# Sources\n\n<sources:a-h>\n")).css(".all-sources li > a")]
    assert titles == ["A report"]
    titles = [node.text() for node in tree(render("# Sources\n\n<sources:s-z>\n")).css(".all-sources li > a")]
    assert titles == ["Clinical issues"]
