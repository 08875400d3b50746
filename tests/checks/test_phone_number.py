"""Telephone numbers that were typed by hand, in all their spellings; and the figures that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.config import Settings
from checks.model import Facts, Outcome, Page, Visit
from checks.observe import prose
from checks.rules import phone_number

NUMBERS = [
    "1-800-662-4357",
    "1-800-662-HELP",
    "1-800-662-HELP (4357)",
    "1-800-GAMBLER",
    "1-833-TLC-MAMA",
    "(800) 662-HELP",
    "800.662.4357",
    "800 662 4357",
    "(916) 555-0123",
    "(916)555-2323",
    "916/555-2323",
    "+1 916 555 2323",
    "+1-916-555-2323",
    "19165552323",
    "9165552323",
    "1\u2011800\u2011662\u20114357",
    "1–800–662–4357",
    "800\u00a0662\u00a04357",
    "555-2323",
    "+44 20 7946 0958",
    "911",
    "988",
    "9-1-1",
    "9‑8‑8",
    "741741",
    "838255",
]
NOT_NUMBERS = [
    "2021",
    "2019-2020",
    "2026-11-22",
    "11/22/2026",
    "9 to 19 hours",
    "9:00–12:00",
    "$911",
    "$12,988",
    "$1,250.00",
    "911 people",
    "988 programs",
    "1,988,000",
    "9,889",
    "42 CFR 8.12",
    "45 CFR 164.512",
    "42 U.S.C. 300gg-26",
    "20857-1234",
    "20857",
    "988%",
    "98.8",
    "0.988",
    "H0015",
    "ICD-10",
    "90853",
    "10.1001/jama.2024.4567890",
    "PEP20-02-01-004",
    "SMA-14-4816",
    "978-3-16-148410-0",
    "12–17 years",
    "24/7",
    "3-5 days",
    "100-200",
    "2,000-3,000",
]
SILENT = [
    "<call:988>",
    "<text:988-spanish>",
    "<https://988lifeline.org/911>",
    "https://example.org/1-800-662-4357",
    "[lines](helplines.md#line-988)",
    "[lines](https://example.org/a_(911)/988)",
    "[lines][988]",
    "Text.[^988-facts]",
    "`988`",
    "``1-800-662-4357 ` ``",
    "<!-- 1-800-662-4357 -->",
    "[988]: https://example.org/988",
]


def found(text: str, project: Settings) -> list[tuple[int | None, str]]:
    visit = Visit(Page("/", "docs/index.md"), None, replace(project, short_numbers=("911", "988", "741741", "838255")))
    facts = Facts(visit, {"prose": prose.observe(text, visit)})
    return [(one.line, one.message) for one in phone_number.judge(facts) if one.outcome == Outcome.FAILED]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_found_once_whatever_its_spelling(number: str, project: Settings) -> None:
    for text in (
        f"Call {number}.",
        f"Call **{number}**, now",
        f"{number}\n",
        f"or ({number})",
        f'keywords: ["{number}"]',
    ):
        assert len(found(text, project)) == 1, text


@pytest.mark.parametrize("figure", NOT_NUMBERS)
def test_another_figure_is_left_alone(figure: str, project: Settings) -> None:
    for text in (f"In all {figure}.", f"{figure}, then", f"({figure})"):
        assert found(text, project) == [], text


@pytest.mark.parametrize("text", SILENT)
def test_references_addresses_and_code_are_left_alone(text: str, project: Settings) -> None:
    assert found(f"Before {text} after\n" if not text.startswith("[988]:") else text, project) == []


def test_a_telephone_link_that_was_typed_by_hand_is_found(project: Settings) -> None:
    assert len(found("[Call now](tel:1-800-662-4357)", project)) == 1


def test_front_matter_is_read_and_lines_are_right(project: Settings) -> None:
    text = "---\ntitle: Call 988\nlast_checked: 2026-11-22 # 911\n---\n# Call\n\n```\n911\n```\n\nCall 911\nand 988.\n"
    assert [line for line, _ in found(text, project)] == [2, 11, 12]


def test_the_fix_says_what_this_project_writes_instead(project: Settings) -> None:
    visit = Visit(Page("/"), None, replace(project, short_numbers=("988",), phone_reference="`<call:ID>`"))
    (finding,) = phone_number.judge(Facts(visit, {"prose": prose.observe("Call 988", visit)}))
    assert finding.message == 'The telephone number "988" is typed by hand.'
    assert finding.fix == "write `<call:ID>`"
