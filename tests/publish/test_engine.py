"""Each engine builds the same project, with the real programs, and says in the same words what is wrong with it."""

from __future__ import annotations

import pytest

from publish.engine import ENGINES, read_settings
from publish.engine.mkdocs import MkDocs
from publish.engine.zensical import as_problems
from publish.problem import CannotWork
from tests.publish.conftest import Project
from tests.publish.test_build import contents, only_the_project, run

EVERY = pytest.mark.parametrize("engine", ENGINES)


def give_shell(project: Project, shell: str) -> None:
    """Let one template of the project's own stand for all."""
    for name in ("main.html", "404.html"):
        project.write(f"overrides/{name}", shell)
    project.change("mkdocs.yml", "name: material,", "name: material, custom_dir: overrides,")


@EVERY
def test_an_engine_writes_the_optimised_site_and_nothing_else(project: Project, engine: str) -> None:
    project.page("index.md", "# Home\n\nOne.[^advisory] <call:988>\n")
    done = run(project, "publish", "build", "--engine", engine)
    assert done.returncode == 0, done.stderr
    assert 'href="tel:988"' in (project.root / "site/index.html").read_text(encoding="utf-8")
    assert {"index.html", "404.html", "sitemap.xml", "data/helplines.json"} <= contents(project.root / "site").keys()
    assert not (project.root / "site/search.json").exists()
    assert only_the_project(project)


@EVERY
def test_two_builds_of_an_engine_are_the_same_to_the_byte(project: Project, engine: str) -> None:
    sites = []
    for _ in range(2):
        assert run(project, "publish", "build", "--engine", engine).returncode == 0
        sites.append(contents(project.root / "site"))
    assert sites[0] == sites[1]


@EVERY
def test_links_that_lead_nowhere_and_our_own_problems_come_in_one_run(project: Project, engine: str) -> None:
    project.write("site/index.html", "old")
    project.page("about.md", "# About\n")
    project.page("index.md", "# Home\n\n<b>x</b>\n\n[a](abuot.md) [b](about.md#nowhere)\n")
    done = run(project, "publish", "build", "--engine", engine)
    assert done.returncode == 1, done.stderr
    assert "docs/index.md:9  The HTML tag <b>" in done.stderr
    assert 'docs/index.md:11  The link "abuot.md" leads nowhere' in done.stderr
    assert 'Did you mean "about.md"?' in done.stderr
    assert '#nowhere" leads nowhere' in done.stderr
    assert "3 problems. The site was not changed." in done.stderr
    assert contents(project.root / "site") == {"index.html": b"old"}


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_page_in_no_menu_and_an_entry_without_a_page_are_heard(project: Project, engine: str) -> None:
    project.page("lost.md", "# Lost\n")
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav:\n  - index.md\n  - gone.md\n")
    said = run(project, "publish", "build", "--engine", engine).stderr
    assert 'docs/lost.md  The page is missing from "nav"' in said
    assert "mkdocs.yml:11  A reference to 'gone.md'" in said


@EVERY
def test_the_site_address_can_be_given(project: Project, engine: str) -> None:
    done = run(project, "publish", "build", "--engine", engine, "--address", "https://example.com/copy/")
    assert done.returncode == 0, done.stderr
    html = (project.root / "site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.com/copy/">' in html


@EVERY
@pytest.mark.parametrize("broken", ["{% if %}", "{% include 'none.html' %}"])
def test_a_broken_template_is_one_sentence(project: Project, engine: str, broken: str) -> None:
    project.write("site/index.html", "old")
    give_shell(project, broken)
    done = run(project, "publish", "build", "--engine", engine)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert ".html" in done.stderr
    assert contents(project.root / "site") == {"index.html": b"old"}


@EVERY
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("site_name: [\n", "mkdocs.yml cannot be used"),
        ("site_name: A\ntheme: [a]\n", "mkdocs.yml cannot be used"),
        ("site_name: A\ntheme: {name: material}\nmarkdown_extensions: [publish.gide]\n", "publish.gide"),
    ],
)
def test_an_unusable_configuration_is_told_without_a_traceback(
    project: Project, engine: str, settings: str, said: str
) -> None:
    project.write("mkdocs.yml", settings)
    done = run(project, "publish", "build", "--engine", engine)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_what_zensical_says_in_a_form_that_is_not_known_is_not_lost(project: Project) -> None:
    settings = read_settings(project.root, "zensical")
    known = "Warning: page does not exist\n    ╭─[ index.md:9:5 ]\n"
    assert len(as_problems(f"{known}1 issue found\n", settings)) == 1
    with pytest.raises(CannotWork, match="broken in a new way"):
        as_problems(f"{known}Warning: broken in a new way\n2 issues found\n", settings)


def test_an_engine_that_is_not_there_is_named_with_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "no_such_engine", MkDocs("no_such_engine", "Other", lambda: None))
    with pytest.raises(CannotWork, match=r"Other is not installed .*pip install no_such_engine\.$"):
        read_settings(project.root, "no_such_engine")


def test_two_engines_that_need_the_same_place_are_not_mixed_in_one_program(project: Project) -> None:
    read_settings(project.root, "mkdocs")
    with pytest.raises(CannotWork, match="python -m publish build --engine properdocs"):
        read_settings(project.root, "properdocs")
