"""The words of a text that carry its meaning, brought to one form: "Opening hours" and "we open at 9" share one."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDINGS = re.compile(r"(?:ings?|ers?|ed|es|s|ly|e)$")


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as a line."""
    return frozenset(text.split())


# Words of grammar, which say nothing of what a text is about.
GRAMMAR = listed(
    """a about after again all also am an and any are as at be because been before being both but by can could did do
    does done each either else etc every few for from had has have he her here hers him his how i if in into is it its
    just let may me might more most much must my no nor not now of off on once only or other our ours out over own per
    she should so some such than that the their theirs them then there these they this those through to too under until
    up us very via was we were what when where which while who whom whose why will with within without would yes yet you
    your yours"""
)


def words(text: str) -> list[str]:
    """All words in lower case, in order; numbers too."""
    return [word.replace("’", "'") for word in WORD.findall(text.lower())]


def stem(word: str) -> str:
    """A word without its ending, if three letters stay."""
    short = ENDINGS.sub("", word.removesuffix("'s"))
    return short if len(short) >= 3 else word


def content_words(text: str) -> list[str]:
    """The words that are no grammar and no numbers, in order."""
    return [word for word in words(text) if word not in GRAMMAR and not word.isdigit()]


def content_stems(text: str) -> set[str]:
    return {stem(word) for word in content_words(text)}
