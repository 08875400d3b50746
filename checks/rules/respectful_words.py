"""Words that shame keep people from care; the project lists them, with what to say instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.avoided_words import AVOIDED_WORDS, AvoidedWord
from checks.observe.sentences import SENTENCES


def judge(facts: Facts) -> Iterator[Finding]:
    avoided = facts[AVOIDED_WORDS]
    found = False
    for sentence in facts[SENTENCES]:
        for word, say in words_in(sentence.own, avoided):
            found = True
            yield failed(f'"{word}" is a word that shames or misleads.', f"say {say}", line=sentence.line)
    if not found and facts[SENTENCES] and avoided:
        yield passed()


def words_in(text: str, avoided: Sequence[AvoidedWord]) -> Iterator[tuple[str, str]]:
    """The avoided words of a text, each with what to say instead; not those that stand in a name that is let pass."""
    for word in avoided:
        rest = word.unless.sub(lambda name: " " * len(name[0]), text) if word.unless else text
        yield from ((match[0], word.say) for match in word.pattern.finditer(rest))


RULE = Rule(
    id="respectful-words",
    requirement="No sentence uses a word of the project's list of words to avoid, outside quotation marks and names.",
    why="Words that shame keep people with a substance use or mental health condition from asking for care.",
    observes=(SENTENCES, AVOIDED_WORDS),
    judge=judge,
    scope=Scope.SOURCE,
)
