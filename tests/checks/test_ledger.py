"""The ledger: an answer holds for what was looked at, and is asked again when that changes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageDraw

from checks import ledger
from checks.config import Settings
from checks.model import Outcome, Result


def picture(colour: str = "black") -> bytes:
    image = Image.new("RGB", (200, 80), "white")
    ImageDraw.Draw(image).rectangle((20, 20, 90, 50), fill=colour)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def result(**changes: object) -> Result:
    plain = Result(
        rule="reading-order",
        requirement="The order is right.",
        why="Someone hears it in another order.",
        criteria=("1.3.2",),
        act=(),
        outcome=Outcome.CANT_TELL,
        pages=("/cost/",),
        states=("wide",),
        target=None,
        targets=1,
        source=None,
        message="Two columns.",
        fix="read it aloud",
        help="checks/rules/reading_order.md",
        fingerprint="0123456789abcdef",
        picture=picture(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.fixture
def kept(project: Settings) -> Settings:
    return replace(project, ledger="looked-at.yml")


def answer(settings: Settings, asked: Result, **filled_in: str) -> None:
    """Ask the question, fill in the answer as a person would, and take it in."""
    folder = settings.root / "questions"
    ledger.ask([asked], folder)
    file = folder / "questions.yml"
    [question] = yaml.safe_load(file.read_text())
    file.write_text(yaml.safe_dump([question | {"verdict": "passed", "by": "Ada", "date": "2026-11-23"} | filled_in]))
    ledger.take_answers(folder, settings)


def outcome(settings: Settings, asked: Result) -> Outcome:
    [answered] = ledger.read(settings).answer([asked])
    return answered.outcome


def test_without_an_answer_it_stays_a_question(kept: Settings) -> None:
    assert outcome(kept, result()) == Outcome.CANT_TELL


@pytest.mark.parametrize("verdict", [Outcome.PASSED, Outcome.FAILED])
def test_an_answer_takes_the_place_of_the_question(kept: Settings, verdict: Outcome) -> None:
    answer(kept, result(), verdict=verdict.value)
    [answered] = ledger.read(kept).answer([result()])
    assert answered.outcome == verdict
    assert "Looked at by Ada on 2026-11-23" in answered.message


def test_it_is_asked_again_when_the_picture_changes(kept: Settings) -> None:
    answer(kept, result())
    assert outcome(kept, result(picture=picture("gray"))) == Outcome.CANT_TELL


def test_it_is_asked_again_when_the_kept_picture_is_lost(kept: Settings) -> None:
    answer(kept, result())
    (kept.root / "looked-at" / "0123456789abcdef.png").unlink()
    assert outcome(kept, result()) == Outcome.CANT_TELL


def test_where_there_is_no_picture_other_words_ask_again(kept: Settings) -> None:
    answer(kept, result(picture=b""))
    assert outcome(kept, result(picture=b"")) == Outcome.PASSED
    assert outcome(kept, result(picture=b"", message="Three columns.")) == Outcome.CANT_TELL


def test_an_answer_never_hides_what_failed(kept: Settings) -> None:
    answer(kept, result())
    assert outcome(kept, result(outcome=Outcome.FAILED)) == Outcome.FAILED


def test_questions_without_an_answer_are_not_taken_in(kept: Settings) -> None:
    ledger.ask([result()], kept.root / "questions")
    assert ledger.take_answers(kept.root / "questions", kept) == 0


@pytest.mark.parametrize("text", ["{", "a: 1", "- 3", "- {finding: a}", "- {finding: a, colour: red}"])
def test_a_ledger_that_is_not_one_says_what_to_change(kept: Settings, text: str) -> None:
    Path(kept.root, kept.ledger).write_text(text)
    with pytest.raises(ledger.LedgerFault, match=r"looked-at\.yml"):
        ledger.read(kept)


def test_an_entry_without_a_name_or_a_date_is_no_answer(kept: Settings) -> None:
    Path(kept.root, kept.ledger).write_text("- {finding: a, rule: b, page: /, said: c, verdict: passed, by: Ada}\n")
    with pytest.raises(ledger.LedgerFault, match="date"):
        ledger.read(kept)
