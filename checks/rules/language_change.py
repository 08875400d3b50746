"""A passage in another language than its surroundings says so."""

from __future__ import annotations

from collections.abc import Iterator

from checks.languages import LITTLE_WORDS, LONG, name_of, tag_for
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.languages import LANGUAGES, Languages, Passage

SENTENCE = 12  # letters of another script: words that are borrowed and names of people are rarely longer


def judge(facts: Facts) -> Iterator[Finding]:
    languages = facts[LANGUAGES]
    if is_settled(languages):
        return
    foreign = [passage for passage in languages.foreign if is_certain(passage)]
    for passage in foreign:
        language = passage.verdict.language
        message = f'"{passage.words[:60]}" is in {name_of(language)}, in a text that says lang="{passage.lang}".'
        fix = f'say so where it begins: lang="{tag_for(language)}" on an element around it'
        yield failed(message, fix, passage.target)
    if languages.texts and not foreign:
        yield passed(languages.texts)


def is_settled(languages: Languages) -> bool:
    """Whether the page itself names another language than its own: then that is what has to change."""
    return bool(languages.page and languages.page.verdict.language) or not languages.page


def is_certain(passage: Passage) -> bool:
    """Whether it is a sentence of another language without a word of the one around it, and no name or loan word."""
    verdict = passage.verdict
    least = LONG if verdict.language in LITTLE_WORDS else 1
    long = verdict.words >= least and len(passage.words) >= SENTENCE
    return verdict.certain and not verdict.fits and long


RULE = Rule(
    id="language-change",
    requirement="A sentence in another language than the text around it stands in an element that names its language.",
    why="A screen reader reads the sentence with the sounds of the language around it.",
    observes=(LANGUAGES,),
    judge=judge,
    states=("wide",),
    criteria=("3.1.2",),
)
