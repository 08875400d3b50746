"""The files that other programs rely on: their form, their links, and what they say about themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from publish.build import build
from publish.facts import read_facts
from publish.open_data import FILES, DataFile, data_files
from tests.publish.conftest import Project
from tests.publish.test_guide import Render, tree

SCHEMAS = Path(__file__).parents[2] / "docs" / "data"


@pytest.fixture
def files(project: Project) -> dict[str, Any]:
    made = data_files(read_facts(project.root), "https://example.org/iop/")
    return {path: json.loads(data) for path, data in made.items()}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_has_the_form_of_its_schema(files: dict[str, Any], file: DataFile) -> None:
    validate = fastjsonschema.compile(json.loads((SCHEMAS / file.schema).read_text(encoding="utf-8")))
    validate(files[file.path])
    broken = files[file.path] | {file.name: [{}]}
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validate(broken)


def test_a_file_says_whose_it_is_how_old_and_what_nobody_did(files: dict[str, Any]) -> None:
    lines = files["data/helplines.json"]
    assert lines["publisher"]["address"] == "https://example.org/iop/"
    assert lines["license"]["name"] == "CC BY 4.0"
    assert lines["date_checked"] == "2026-11-21"
    assert "Nobody has called" in lines["note"]


def test_a_line_has_what_it_is_not_and_a_link_for_each_way(files: dict[str, Any]) -> None:
    crisis, information = files["data/helplines.json"]["helplines"][:2]
    assert (crisis["crisis"], information["what_it_is_not"]) == (True, "It is not a crisis line.")
    assert [way["link"] for way in crisis["ways"]][:3] == ["tel:988", "sms:988", "sms:988?&body=AYUDA"]
    assert not {"line", "cost"} & crisis.keys()


def test_sources_have_the_official_pages_of_lines_too(files: dict[str, Any]) -> None:
    sources = {source["id"]: source for source in files["data/sources.json"]["sources"]}
    assert sources["line-988"]["address"] == "https://988lifeline.org/get-help"
    assert sources["line-988"]["evidence"] == "official"
    assert sources["line-samhsa"]["evidence"] == "secondary"


def test_two_runs_write_the_same_bytes(project: Project) -> None:
    facts = read_facts(project.root)
    assert data_files(facts, "") == data_files(facts, "")


def test_a_page_links_to_the_files_from_where_it_stands(render: Render, project: Project) -> None:
    project.page("more/data.md", "# Data\n\n<files:all>\n")
    html = render("# Data\n\n<files:all>\n", "more/data.md")
    assert tree(html).css("li a")[0].attributes["href"] == "../data/helplines.json"  # Zensical goes from there
    build(project.root)
    html = (project.root / "site" / "more" / "data" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../data/helplines.json">' in html
    assert (project.root / "site" / "data" / "helplines.json").is_file()


def test_the_code_to_embed_names_the_published_page(render: Render, project: Project) -> None:
    project.page("card.md", "# Card\n")
    html = render("# Share\n\n<embeddable:card>\n")
    assert 'src="https://example.org/iop/card/"' in tree(html).css("pre code")[0].text()
