"""The whole way from Markdown to site/, with the real MkDocs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from publish import build as build_module
from publish.build import build
from publish.problem import CannotWork, ContentError
from tests.publish.conftest import FRONT_MATTER, MKDOCS, Project

HERE = str(Path(build_module.__file__).parent.parent)
ENVIRONMENT = os.environ | {"PYTHONPATH": HERE, "NO_MKDOCS_2_WARNING": "1"}
WAITING = """import pathlib, time

def on_post_build(**_):
    pathlib.Path({!r}).touch()
    time.sleep(60)
"""


def run(project: Project, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=project.root, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def only_the_project(project: Project) -> bool:
    return {path.name for path in project.root.iterdir()} <= {"mkdocs.yml", "docs", "data", "site", "overrides"}


def test_a_build_writes_the_site_and_nothing_else(project: Project) -> None:
    project.page("index.md", "# Home\n\nOne.[^advisory] <call:988>\n\n<helpline:samhsa>\n")
    done = run(project, "publish", "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("site/ has 2 pages")
    html = (project.root / "site/index.html").read_text(encoding="utf-8")
    assert 'href="#sources"' in html
    assert 'id="line-samhsa"' in html
    assert only_the_project(project)


def test_two_builds_are_the_same_to_the_byte(project: Project) -> None:
    first = contents(build(project.root))
    os.utime(project.docs / "index.md", (1, 1))
    assert contents(build(project.root)) == first


def test_files_are_readable_for_everyone(project: Project) -> None:
    site = build(project.root)
    assert site.stat().st_mode & 0o055 == 0o055


def test_all_problems_ours_and_those_of_mkdocs_come_in_one_run_with_their_lines(project: Project) -> None:
    project.page("index.md", "# Home\n\n<b>x</b>\n\n[a](abuot.md) [b](about.md#nowhere)\n")
    project.page("about.md", "# About\n\n[c](/index.md)\n")
    done = run(project, "publish", "build")
    assert done.returncode == 1
    assert "docs/index.md:9  The HTML tag <b>" in done.stderr
    assert 'docs/index.md:11  The link "abuot.md" leads nowhere' in done.stderr
    assert 'docs/index.md:11  The link "about.md#nowhere" leads nowhere' in done.stderr
    assert 'docs/about.md:9  The link "/index.md" leads nowhere' in done.stderr
    assert 'Did you mean "index.md"?' in done.stderr
    assert 'Did you mean "about.md"?' in done.stderr
    assert "4 problems. The site was not changed." in done.stderr
    assert "WARNING" not in done.stderr + done.stdout


def test_a_page_that_is_in_no_menu_is_a_problem(project: Project) -> None:
    project.page("lost.md", "# Lost\n")
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav: [index.md]\n")
    with pytest.raises(ContentError, match=r'docs/lost\.md  The page is missing from "nav"'):
        build(project.root)


def test_a_menu_that_names_a_missing_page_is_a_problem_on_its_line(project: Project) -> None:
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav:\n  - index.md\n  - gone.md\n")
    with pytest.raises(ContentError, match=r"mkdocs\.yml:11  A reference to 'gone\.md'"):
        build(project.root)


def spoil_with_html(project: Project) -> None:
    project.page("index.md", "# Home\n\n<b>\n")


def spoil_with_byte(project: Project) -> None:
    project.write("docs/index.md", b"\xff")


def spoil_with_link(project: Project) -> None:
    project.page("index.md", "# Home\n\n[a](none.md)\n")


def spoil_with_template(project: Project) -> None:
    project.write("overrides/main.html", "{% extends 'base.html' %}\n{% if %}\n")
    project.change("mkdocs.yml", "theme: {name: material,", "theme: {name: material, custom_dir: overrides,")


def spoil_with_missing_template(project: Project) -> None:
    project.page("index.md", "# Home\n")
    project.change("docs/index.md", "title: Home", "title: Home\ntemplate: none.html")


def spoil_with_configuration(project: Project) -> None:
    project.write("mkdocs.yml", "site_name: [\n")


def spoil_with_unknown_setting(project: Project) -> None:
    project.change("mkdocs.yml", "name: material", "name: matterial")


@pytest.mark.parametrize(
    ("spoil", "status", "said"),
    [
        (spoil_with_html, 1, "docs/index.md:9  The HTML tag <b>"),
        (spoil_with_byte, 1, "docs/index.md:1  Character 1 of this line is not UTF-8"),
        (spoil_with_link, 1, "docs/index.md:9  The link"),
        (spoil_with_template, 2, "overrides/main.html:2  The template cannot be used"),
        (spoil_with_missing_template, 2, "none.html"),
        (spoil_with_configuration, 2, "mkdocs.yml cannot be used"),
        (spoil_with_unknown_setting, 2, "matterial"),
    ],
)
def test_a_failed_build_leaves_the_old_site_and_nothing_else(
    project: Project, spoil: object, status: int, said: str
) -> None:
    project.write("site/index.html", "old")
    assert callable(spoil)
    spoil(project)
    done = run(project, "publish", "build")
    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert contents(project.root / "site") == {"index.html": b"old"}
    assert only_the_project(project)


@pytest.mark.parametrize("step", ["optimise", "put_in_place"])
def test_a_full_disk_leaves_the_old_site(project: Project, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    project.write("site/index.html", "old")

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build_module, step, fail)
    with pytest.raises(CannotWork, match="No space left on device"):
        build(project.root)
    assert contents(project.root / "site") == {"index.html": b"old"}
    assert only_the_project(project)


@pytest.mark.parametrize("place", [".", "..", "docs", "docs/site", "notes", "notes/plan.txt"])
def test_nothing_but_a_site_is_replaced_by_one(project: Project, place: str) -> None:
    project.write("notes/plan.txt", "kept")
    before = contents(project.root)
    done = run(project, "publish", "build", "--site-dir", place)
    assert done.returncode == 2
    assert re.search("would be lost|cannot stand in", done.stderr), done.stderr
    assert contents(project.root) == before


def test_the_address_may_come_without_its_last_slash(project: Project) -> None:
    project.page("index.md", "# Home\n")
    build(project.root, address="https://guide.example")
    assert "<loc>https://guide.example/</loc>" in (project.root / "site/sitemap.xml").read_text()


def test_a_site_that_cannot_be_put_in_place_is_put_back(project: Project) -> None:
    old = project.write("site/index.html", "old").parent
    with pytest.raises(FileNotFoundError):
        build_module.put_in_place(old, project.root / "missing", project.root / "aside")
    assert contents(old) == {"index.html": b"old"}


def test_ctrl_c_leaves_nothing_behind(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_module, "optimise", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build(project.root)
    assert only_the_project(project)


@pytest.mark.parametrize("command", [("publish", "build"), ("handouts",)])
def test_a_program_that_is_told_to_end_leaves_nothing_behind(
    project: Project, command: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    begun = tmp_path_factory.mktemp("outside") / "begun"
    project.write("data/wait.py", WAITING.format(str(begun)))
    project.write("mkdocs.yml", f"{MKDOCS}hooks: [data/wait.py]\n")
    project.page("index.md", "# Home\n\nWords.\n", FRONT_MATTER.replace("---\n", "---\nhandout: true\n", 1))
    program = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=project.root,
        env=ENVIRONMENT | {"TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
        text=True,
    )
    while program.poll() is None and not begun.exists():
        time.sleep(0.05)
    program.terminate()
    _, said = program.communicate()
    assert (program.returncode, said) == (130, "\nStopped.\n")
    assert only_the_project(project)
    assert not list(temporary.iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "--fast"), "--fast"),
        (("bild",), "bild"),
        (("serve", "--port", "x"), "x is no port"),
        (("serve", "--port", "0"), "0 is no port"),
        (("serve", "--port", "65536"), "65536 is no port"),
        ((), "command"),
    ],
)
def test_what_the_command_line_does_not_know_ends_with_2(
    project: Project, arguments: tuple[str, ...], said: str
) -> None:
    done = run(project, "publish", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "--help" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_docs_or_mkdocs_yml_the_sentence_says_so(project: Project) -> None:
    (project.root / "mkdocs.yml").unlink()
    assert "There is no mkdocs.yml" in run(project, "publish", "build").stderr
    project.docs.rename(project.root / "elsewhere")
    done = run(project, "publish", "build")
    assert done.returncode == 2
    assert "There is no folder docs/" in done.stderr


def test_plain_mkdocs_builds_the_same_articles(project: Project) -> None:
    project.page("index.md", "# Home\n\nOne.[^advisory]\n")
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert '<section aria-labelledby="sources" class="sources">' in (project.root / "site/index.html").read_text()


def test_plain_mkdocs_stops_at_a_problem_in_strict_mode(project: Project) -> None:
    project.page("index.md", "# Home\n\nCall <call:989>.\n")
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert 'WARNING -  docs/index.md:9  There is no help line "989"' in done.stderr


def test_plain_mkdocs_says_clearly_that_a_page_is_not_utf8(project: Project) -> None:
    project.write("docs/other.md", b"# Caf\xe9\n")
    done = run(project, "mkdocs", "build")
    assert done.returncode == 1
    assert "docs/other.md:1  Character 6 of this line is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr
