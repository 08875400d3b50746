"""Which pages there are, and which are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import pages
from checks.model import Page

PAGES = (Page("/"), Page("/404.html"), Page("/cost/"), Page("/help-now/"))


def test_every_html_file_is_a_page_and_index_is_folded(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "a/index.html", "a/b.html", "a/c d.htm", "style.css"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    found = [page.path for page in pages.in_folder(tmp_path)]
    assert found == ["/", "/404.html", "/a/", "/a/b.html", "/a/c%20d.htm"]


def test_no_folder_and_no_pages_say_what_to_do(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(pages.NoPages, match="make build"):
            pages.in_folder(folder)


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("index.md", "/"),
        ("cost.md", "/cost/"),
        ("a/index.md", "/a/"),
        ("a/b.md", "/a/b/"),
        ("README.md", "/"),
    ],
)
def test_the_page_of_a_markdown_file(file: str, path: str) -> None:
    assert pages.of_markdown(file).path == path


def test_a_sitemap_names_pages_under_the_root_alone() -> None:
    text = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://guide.example/iop/</loc></url><url><loc>https://guide.example/iop/cost/</loc></url>
    <url><loc>https://guide.example/iopx/</loc></url></urlset>"""
    found, further = pages.in_sitemap(text, "http://127.0.0.1:8000/iop")
    assert [page.path for page in found] == ["/", "/cost/"]
    assert further == []


def test_a_sitemap_of_sitemaps() -> None:
    text = "<sitemapindex><sitemap><loc>https://guide.example/a.xml</loc></sitemap></sitemapindex>"
    assert pages.in_sitemap(text, "https://guide.example") == ([], ["https://guide.example/a.xml"])


@pytest.mark.parametrize(
    ("paths", "base"),
    [(["/iop/a/", "/iop/"], "/iop"), (["/", "/a/"], ""), (["/a/", "/b/"], ""), (["/a/b/"], "/a/b"), ([], "")],
)
def test_the_path_that_a_site_is_published_under(paths: list[str], base: str) -> None:
    text = "".join(f"<url><loc>https://guide.example{path}</loc></url>" for path in paths)
    assert pages.base_in_sitemap(f"<urlset>{text}</urlset>") == base


def test_a_list_of_pages_in_its_order() -> None:
    assert pages.listed("# changed\n/help-now/\n\nhttps://guide.example/cost/\n/help-now\n", PAGES) == (
        Page("/help-now/"),
        Page("/cost/"),
    )


def test_a_list_may_leave_out_the_first_slash_and_name_a_drawing(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert pages.listed("404.html\na.svg\n", PAGES, tmp_path) == (Page("/404.html"), Page("/a.svg", "a.svg"))


def test_a_list_that_names_no_page_of_the_site() -> None:
    with pytest.raises(pages.NoPages, match="/gone/"):
        pages.listed("/gone/\n", PAGES)


def test_globs_choose_pages_and_an_idle_glob_is_a_fault() -> None:
    assert pages.matching(PAGES, ["/c*", "/"]) == (Page("/"), Page("/cost/"))
    assert pages.matching(PAGES, []) == PAGES
    with pytest.raises(pages.NoPages, match="/csot/"):
        pages.matching(PAGES, ["/cost/", "/csot/"])
