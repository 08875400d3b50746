"""A small project that each test can change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

FRONT_MATTER = """---
title: Home
description: One sentence that says what this page answers, in enough words.
last_checked: 2026-11-22
check_again_by: 2027-05-22
---
"""
BODY_LINE = 7
"""The line of a page's file on which its body begins."""

MKDOCS = """site_name: A guide
site_url: https://example.org/iop/
theme: {name: material, font: false}
watch: [data]
markdown_extensions: [admonition, pymdownx.details, tables, publish.guide]
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
HELPLINES = """helplines:
  - id: "988"
    name: 988 Suicide & Crisis Lifeline
    what_it_is: Counselors listen.
    for_whom: Anyone in a crisis.
    hours: 24 hours a day, every day
    languages: English and Spanish
    ways:
      - {kind: call, number: "988"}
      - {kind: text, to: "988"}
      - {kind: text, to: "988", keyword: AYUDA, language: es}
      - {kind: chat, address: "https://chat.988lifeline.org/"}
    official_page: https://988lifeline.org/get-help
    date_checked: 2026-11-21
    evidence: official
    crisis: true
    group: crisis
  - id: samhsa
    name: SAMHSA National Helpline
    what_it_is: Staff tell you where to find treatment.
    what_it_is_not: It is not a crisis line.
    for_whom: Anyone looking for care.
    hours: 24 hours a day, every day
    languages: English and Spanish
    ways:
      - {kind: call, number: "1-800-662-4357", note: then wait}
    official_page: https://www.samhsa.gov/find-help
    date_checked: 2026-11-20
    evidence: report
    crisis: false
    group: find
    also_called: [treatment referral line]
"""
SOURCES = """sources:
  - id: advisory
    title: Clinical issues
    publisher: SAMHSA
    date: 2021
    address: https://library.samhsa.gov/product/advisory
    date_checked: 2026-11-21
    evidence: official
  - id: report
    title: A report
    publisher: A paper
    date: no date
    address: https://example.org/report
    date_checked: 2026-11-20
    evidence: secondary
"""
GLOSSARY = """terms:
  - id: withdrawal
    term: withdrawal
    definition: What the body does when a drug is gone.
    also: [detox]
    source: advisory
  - id: appeal
    term: appeal
    definition: A request to look again.
"""


class Project:
    """A project's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        self.write("mkdocs.yml", MKDOCS)
        self.write("data/helplines.yml", HELPLINES)
        self.write("data/sources.yml", SOURCES)
        self.write("data/glossary.yml", GLOSSARY)
        self.page("index.md", "# Home\n\nWords.\n")

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the project."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def change(self, name: str, old: str, new: str) -> None:
        """Replace the one place where `old` stands in a file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def page(self, path: str, body: str, front_matter: str = FRONT_MATTER) -> Path:
        """Write a page."""
        return self.write(f"docs/{path}", front_matter + body)


class Engine(Preprocessor):
    """Tells the extensions where they are, as Zensical does."""

    def __init__(self, md: Markdown, root: Path, path: str) -> None:
        super().__init__(md)
        self.config = {"root_dir": str(root), "docs_dir": "docs", "site_url": "https://example.org/iop"}
        self.page = SimpleNamespace(path=path)

    def run(self, lines: list[str]) -> list[str]:
        """Leave the lines as they are."""
        return lines


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose content has no problems."""
    return Project(tmp_path)


@pytest.fixture
def render(project: Project) -> Callable[..., str]:
    """A function from the body of a page to the HTML of its article."""

    def convert(body: str, path: str = "index.md") -> str:
        project.page(path, body)
        md = Markdown(extensions=["admonition", "tables", "fenced_code", "toc", "publish.guide"])
        md.preprocessors.register(Engine(md, project.root, path), "rendering_context", 0)
        return md.convert(body)

    return convert
