"""An element that names a language has text in that language."""

from __future__ import annotations

from collections.abc import Iterator

from checks.languages import LONG, name_of, tag_for
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.languages import LANGUAGES


def judge(facts: Facts) -> Iterator[Finding]:
    fitting = 0
    for part in facts[LANGUAGES].parts:
        verdict = part.verdict
        message = f'lang="{part.lang}" stands on text in {name_of(verdict.language)}.'
        if verdict.language and verdict.certain:
            yield failed(message, f'name the language of the text: lang="{tag_for(verdict.language)}"', part.target)
        elif verdict.language and verdict.words >= LONG:
            fix = f'ask someone who knows the language whether lang="{part.lang}" is right'
            yield cant_tell(message, fix, part.target)
        elif verdict.fits:
            fitting += 1
    if fitting:
        yield passed(fitting)


RULE = Rule(
    id="language-of-parts",
    requirement="The text of an element with a lang attribute is in the language that it names.",
    why="A screen reader reads the words with the sounds of another language.",
    observes=(LANGUAGES,),
    judge=judge,
    states=("wide",),
    criteria=("3.1.2",),
    act=("off6ek",),
)
