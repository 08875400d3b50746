"""The reports: what each says, to whom, and what must not get lost in it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from checks.model import Outcome, Report, Result, Source, Target
from checks.report import github, json, text

RESULT = Result(
    rule="link-text",
    requirement="Every link says where it goes.",
    why='Someone who moves from link to link hears only "click here".',
    criteria=("2.4.4",),
    act=(),
    outcome=Outcome.FAILED,
    pages=("/cost/", "/help/"),
    states=("wide", "narrow"),
    target=Target("main > a", "<a>click here</a>"),
    targets=1,
    source=Source("docs/cost.md", 31),
    message='The link text "click here" does not say where the link goes.',
    fix='name the destination: "Check your insurance benefits"',
    help="checks/rules/link_text.md",
    fingerprint="0123456789abcdef",
)
PASSED = replace(RESULT, outcome=Outcome.PASSED, target=None, targets=7, source=None, message="", fix="")
UNTESTED = replace(RESULT, outcome=Outcome.UNTESTED, target=None, targets=0, message="The browser is gone.", fix="")
CANT_TELL = replace(RESULT, outcome=Outcome.CANT_TELL)


def report(*results: Result) -> Report:
    return Report("site", ("/cost/", "/help/"), ("wide", "narrow"), results, {"axe-core": "4.14.1", "browser": "C 1"})


def written(write: object, given: Report) -> str:
    stream = io.StringIO()
    write(given, stream)  # type: ignore[operator]
    return stream.getvalue()


def test_text_says_what_where_why_and_how() -> None:
    assert written(text.write, report(RESULT, PASSED)) == (
        'docs/cost.md:31  The link text "click here" does not say where the link goes.\n'
        '  Someone who moves from link to link hears only "click here".\n'
        '  Fix: name the destination: "Check your insurance benefits".\n'
        "  /cost/ and 1 more · main > a · wide, narrow\n"
        "  link-text · WCAG 2.4.4 · checks explain link-text\n"
        "\n"
        "2 pages × 2 states: 1 failed, 0 untested, 0 cantTell, 1 passed\n"
    )


def test_text_names_the_page_where_no_file_is_known() -> None:
    assert text.finding(replace(RESULT, source=None)).startswith("/cost/  The link text")


def test_text_says_what_was_not_tested() -> None:
    assert "docs/cost.md:31  Untested: The browser is gone." in written(text.write, report(UNTESTED))


def test_text_puts_alike_places_for_a_person_together_and_lists_every_failed_one() -> None:
    other = replace(CANT_TELL, message="The text is over a picture.")
    said = written(text.write, report(CANT_TELL, other, CANT_TELL, CANT_TELL, RESULT, RESULT))
    assert said.count("A person must look: ") == 2
    assert "does not say where the link goes. (and 2 places more like it)" in said
    assert said.count("docs/cost.md:31  The link text") == 2


@pytest.mark.parametrize(("result", "clear"), [(PASSED, True), (CANT_TELL, True), (RESULT, False), (UNTESTED, False)])
def test_only_failed_and_untested_block(result: Result, clear: bool) -> None:
    assert report(result).clear == clear


def test_json_keeps_its_contract() -> None:
    document = json.document(report(RESULT, PASSED))
    assert list(document) == ["schema", "tool", "subject", "results", "summary", "criteria"]
    assert document["tool"] == {
        "name": "checks",
        "version": document["tool"]["version"],
        "axe-core": "4.14.1",
        "browser": "C 1",
    }
    assert document["subject"] == {"root": "site", "pages": 2, "states": ["wide", "narrow"], "sharded": None}
    assert document["summary"] == {"passed": 1, "failed": 1, "cantTell": 0, "inapplicable": 0, "untested": 0}
    assert document["results"][0] == {
        "rule": "link-text",
        "criteria": ["2.4.4"],
        "act": [],
        "outcome": "failed",
        "page": "/cost/",
        "pages": ["/cost/", "/help/"],
        "states": ["wide", "narrow"],
        "target": {"selector": "main > a", "snippet": "<a>click here</a>"},
        "targets": 1,
        "source": {"file": "docs/cost.md", "line": 31},
        "message": f"{RESULT.message} {RESULT.why}",
        "fix": RESULT.fix,
        "help": "checks/rules/link_text.md",
        "fingerprint": "0123456789abcdef",
        "waiver": None,
    }
    assert (document["results"][1]["target"], document["results"][1]["targets"]) == (None, 7)


def test_github_annotates_the_line_and_escapes() -> None:
    result = replace(RESULT, message="50% less,\nor so", source=Source("docs/a,b:c.md"))
    line = next(github.commands(report(result)))
    assert line.startswith("::error title=link-text,file=docs/a%2Cb%3Ac.md,line=1::docs/a,b:c.md  50%25 less,%0Aor so")
    assert "\n" not in line


def test_github_shows_nine_and_counts_the_rest() -> None:
    lines = list(github.commands(report(*[RESULT] * 25, CANT_TELL)))
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10
    assert "16 more" in errors[-1]
    assert len(lines) == 11


def test_github_summary_stays_under_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    written(github.write, report(*[RESULT] * 5000))
    assert file.stat().st_size <= github.SUMMARY_BYTES
    assert "more did not fit" in file.read_text()
    written(github.write, report(*[RESULT] * 5000))
    assert file.stat().st_size <= github.SUMMARY_BYTES
