"""What a page says after a press reaches a reader who does not see it appear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.presses import PRESSES, Press, Text

LONGEST = 120  # characters; a status message is short
COUNT = (
    r"\b(no|none|\d+)\b( \w+)? (results?|match(es)?|hits?|pages?|programs?|items?|documents?)\b|\b(nothing|not) found\b"
)
DONE = (
    r"\b(copied|saved|sent|added|removed|deleted|updated|submitted|subscribed|uploaded|success(ful(ly)?)?)\b|"
    r"^(thanks?\b|thank you\b|done\b|loading\b|searching\b|please wait\b)"
)
MISTAKE = r"\b(error|failed|invalid|required|missing|must|cannot be|not valid|please|enter your)\b"
# What a press of that kind may be answered with: <https://www.w3.org/TR/WCAG22/#dfn-status-messages>
ANSWERS = {"button": DONE, "send": f"{DONE}|{MISTAKE}|{COUNT}", "search": COUNT}
MOST = {"button": 3, "send": 100, "search": 100}  # texts at once; more is a part of the page that has opened
FIX = 'write it into an element that was there before with role="status", or move the focus to it'


def judge(facts: Facts) -> Iterator[Finding]:
    fine = 0
    for press in facts[PRESSES].presses:
        heard = press.moves_focus or any(text.announced for text in press.texts)
        said = answers(press)
        if said and not heard:
            name = press.target.snippet or press.target.selector
            message = f'{name} is answered with "{said[0].words}", and a screen reader is not told.'
            yield failed(message, FIX, press.target)
        fine += bool(press.texts) and heard
    if fine:
        yield passed(fine)


def answers(press: Press) -> list[Text]:
    """The texts that look like an answer to the press, and not like what it has uncovered."""
    if press.expansion or len(press.texts) > MOST[press.kind]:
        return []
    short = [text for text in press.texts if len(text.words) <= LONGEST]
    return [text for text in short if re.search(ANSWERS[press.kind], text.words, re.I)]


RULE = Rule(
    id="status-message",
    requirement="What a page answers to a press is announced, or the focus goes there.",
    why="Someone who hears the page does not learn that it has answered, and presses again.",
    observes=(PRESSES,),
    judge=judge,
    states=("wide",),
    criteria=("4.1.3",),
)
