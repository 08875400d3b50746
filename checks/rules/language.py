"""A page's words are in the language that the page says it is in."""

from __future__ import annotations

from collections.abc import Iterator

from checks.languages import name_of, tag_for
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.languages import LANGUAGES

SOME = 20  # words of a page from which a doubt is worth a person's look


def judge(facts: Facts) -> Iterator[Finding]:
    page = facts[LANGUAGES].page
    if page is None:
        return
    verdict = page.verdict
    message = f'The page says lang="{page.lang}", and its text is in {name_of(verdict.language)}.'
    if verdict.language and verdict.certain:
        yield failed(message, f'name the language of the text: <html lang="{tag_for(verdict.language)}">')
    elif verdict.language and verdict.words >= SOME:
        yield cant_tell(message, f'ask someone who knows the language whether lang="{page.lang}" is right')
    elif verdict.fits:
        yield passed()


RULE = Rule(
    id="language",
    requirement="The page's text is in the language that its lang attribute names.",
    why="A screen reader reads the whole page with the sounds of another language, so that nobody understands it.",
    observes=(LANGUAGES,),
    judge=judge,
    states=("wide",),
    criteria=("3.1.1",),
    act=("ucwvc8",),
)
