"""Questions and answers in a data block are those of the page."""

from __future__ import annotations

from collections.abc import Iterator

from checks.agreement import letters, listed, missing, of_type, text_of
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.metadata import METADATA, Metadata, Node

FIX = "make the data block from the questions and answers that stand on the page"


def judge(facts: Facts) -> Iterator[Finding]:
    page = facts[METADATA]
    questions = [
        question
        for node in of_type(page, "FAQPage")
        for question in listed(node.get("mainEntity"))
        if text_of(question, "name")
    ]
    for question in questions:
        yield judge_question(question, page) or passed()


def judge_question(question: Node, page: Metadata) -> Finding | None:
    name = text_of(question, "name")
    if not any(letters(name) in letters(text) for text in page.texts):
        return failed(f'The data block has the question "{name}"; the page does not ask it.', FIX)
    for answer in listed(question.get("acceptedAnswer")):
        if piece := missing(text_of(answer, "text"), page):
            return failed(f'The data block answers "{name}" with "{piece}"; the page does not say this.', FIX)
    return None


RULE = Rule(
    id="question-data",
    requirement="Questions and answers in a data block stand on the page.",
    why="Someone who reads an answer in a list of results acts on words that nobody checks on the page.",
    observes=(METADATA,),
    judge=judge,
    states=("wide",),
)
