"""What is written to be read is announced too."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS

PHRASE = 4  # words
SIGN = 1  # word: mostly short for something that is said otherwise, or a state such as "required"


def judge(facts: Facts) -> Iterator[Finding]:
    semantics = facts[SEMANTICS]
    lost = [
        text
        for text in semantics.hidden_texts
        if not (text.repeated or text.beside or text.referred or text.named or text.behind)
        and len(text.words.split()) > SIGN
    ]
    for text in lost:
        message = f'"{text.words[:120]}" can be seen, and aria-hidden keeps it from screen readers.'
        if len(text.words.split()) >= PHRASE:
            yield failed(message, "take out aria-hidden", text.target)
        else:
            look = "see whether it tells anything that is not said elsewhere; if so, take out aria-hidden"
            yield cant_tell(message, look, text.target)
    if semantics.hidden_texts and not lost:
        yield passed(len(semantics.hidden_texts))


RULE = Rule(
    id="hidden-text",
    requirement="Text that can be seen is not hidden from screen readers.",
    why="Someone who listens to the page does not get what others read.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("1.3.1", "4.1.2"),
)
