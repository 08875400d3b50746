"""How hard the page is to read, with what makes it hard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.known_words import KNOWN_WORDS
from checks.observe.sentences import SENTENCES, Place, Sentence
from checks.reading import is_hard, measure, words

PROSE = (Place.PARAGRAPH, Place.ITEM, Place.CAPTION, Place.FIELD, Place.LETTER)
FEWEST = 60  # words below which the figures say nothing
SHOWN = 8  # words and sentences that a message names


def judge(facts: Facts) -> Iterator[Finding]:
    limits, known = facts.settings.reading_level, facts[KNOWN_WORDS]
    read = [sentence for sentence in facts[SENTENCES] if is_read_on(sentence)]
    if sum(len(words(sentence.text)) for sentence in read) < FEWEST:
        return
    reading = measure([sentence.text for sentence in read], known)
    figures = reading.adjusted
    over = (
        figures.flesch_kincaid > limits.flesch_kincaid
        or figures.smog > limits.smog
        or figures.sentence > limits.sentence
    )
    said = f"The page reads at {figures}; raw: {reading.raw}."
    if not over:
        yield passed(message=said)
        return
    most = f"At most: Flesch-Kincaid {limits.flesch_kincaid}, SMOG {limits.smog}, {limits.sentence} words a sentence."
    longest = sorted(read, key=lambda sentence: -len(words(sentence.text)))[:SHOWN]
    hard = hard_words(read, known)
    fix = f"cut up the longest sentences ({lengths(longest)}), and say these words more simply: {hard}"
    yield failed(f"{said} {most}", fix, line=longest[0].line)


def is_read_on(sentence: Sentence) -> bool:
    """Whether it is running text: not a heading, and not a cell with no end of a sentence."""
    return sentence.place in PROSE or (sentence.place == Place.CELL and sentence.text.endswith((".", "!", "?")))


def lengths(sentences: Sequence[Sentence]) -> str:
    return ", ".join(f"line {sentence.line}: {len(words(sentence.text))} words" for sentence in sentences)


def hard_words(sentences: Sequence[Sentence], known: frozenset[str]) -> str:
    counts = Counter(word.lower() for sentence in sentences for word in words(sentence.text) if is_hard(word, known))
    return ", ".join(f"{word} ({count})" for word, count in counts.most_common(SHOWN)) or "none is hard"


RULE = Rule(
    id="reading-level",
    requirement="The page reads at the school grade that the project aims for, in short sentences.",
    why="Many readers are tired, frightened or new to the language, and hard text shuts them out.",
    observes=(SENTENCES, KNOWN_WORDS),
    judge=judge,
    scope=Scope.SOURCE,
)
