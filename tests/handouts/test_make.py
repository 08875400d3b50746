"""The command: all handouts or none, and an exit status that says which."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.conftest import FRONT_MATTER, Project

HERE = str(Path(__file__).parents[2])
WITH_HANDOUT = FRONT_MATTER.replace("---\n", "---\nhandout: true\n", 1)
TEMPLATE = """<!doctype html><html lang="en"><title>{{ page.title }}</title>
<style media="print">.handouts { display: none }</style>
<main>{{ page.content }}</main></html>"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of two pages, one of which is to be taken away."""
    project = Project(tmp_path)
    project.write("overrides/main.html", TEMPLATE)
    project.change("mkdocs.yml", "font: false}", "font: false, custom_dir: overrides}")
    project.page("sheet.md", "# Sheet\n\n[Home](index.md)\n\n## Part\n\nWords.[^advisory]\n", WITH_HANDOUT)
    return project


def run(project: Project, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project.root,
        env=os.environ | {"PYTHONPATH": HERE, "NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def contents(project: Project) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (project.root / "paper").iterdir()}


def test_the_next_build_takes_the_handouts_until_something_changes(project: Project) -> None:
    done = run(project, "handouts")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(contents(project)) == {"sheet.pdf", "index.json"}
    built = run(project, "publish", "build")
    assert "PDF" not in built.stdout
    page = (project.root / "site/sheet/index.html").read_text(encoding="utf-8")
    assert 'href="../handouts/sheet.pdf"' in page
    assert (project.root / "site/handouts/sheet.pdf").read_bytes() == contents(project)["sheet.pdf"]
    project.change("data/helplines.yml", "1-800-662-4357", "1-800-662-4358")
    built = run(project, "publish", "build")
    assert "`make handouts` makes them" in built.stdout
    assert not (project.root / "site/handouts").exists()
    assert "handouts/sheet.pdf" not in (project.root / "site/sheet/index.html").read_text(encoding="utf-8")


def test_two_runs_give_the_same_bytes(project: Project) -> None:
    run(project, "handouts")
    first = contents(project)
    run(project, "handouts")
    assert contents(project) == first


def test_where_one_does_not_pass_none_is_changed(project: Project) -> None:
    run(project, "handouts")
    before = contents(project)
    project.change("overrides/main.html", ' lang="en"', "")
    done = run(project, "handouts")
    assert done.returncode == 1
    assert "paper/sheet.pdf: It has no language" in done.stderr
    assert "The handouts were not changed." in done.stderr
    assert contents(project) == before


def test_problems_of_the_content_are_said_as_by_a_build(project: Project) -> None:
    project.page("index.md", "# Home\n\n<b>x</b>\n")
    done = run(project, "handouts")
    assert done.returncode == 1
    assert "docs/index.md:9  The HTML tag <b>" in done.stderr
    assert not (project.root / "paper").exists()


def test_without_a_browser_it_says_what_to_install(project: Project, tmp_path: Path) -> None:
    done = run(project, "handouts", PATH=str(tmp_path), SE_OFFLINE="true", SE_CACHE_PATH=str(tmp_path / "cache"))
    assert done.returncode == 2
    assert "Install Chromium and ChromeDriver" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_an_address_of_the_site_it_says_so(project: Project) -> None:
    project.change("mkdocs.yml", "site_url: https://example.org/iop/\n", "")
    done = run(project, "handouts")
    assert done.returncode == 2
    assert "set site_url" in done.stderr
