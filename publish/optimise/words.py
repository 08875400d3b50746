"""Words as the search compares them: without case, apostrophes and the endings of English.

`words` and `stem` are written again in docs/assets/scripts/search.js, which gets ENDINGS with the index. A test
compares both.
"""

from __future__ import annotations

import re
from functools import cache

APOSTROPHE = re.compile(r"['’]")
WORD = re.compile(r"[^\W_]+")

ENDINGS = (
    (r"(?<=..)ies$", "y"),
    (r"(?<=..[^isu])s$", ""),
    (r"(?<=^[^aeiou][aeiou][^aeiouwxy])(ed|ing)$", "e"),
    (r"(?<=^[aeiou][^aeiouwxy])(ed|ing)$", "e"),
    (r"(?<=..[^e])ed$", ""),
    (r"(?<=...)ing$", ""),
    (r"(?<=..([bdglmnprt]))\1$", ""),
    (r"(?<=....)e$", ""),
)
"""Patterns that Python and JavaScript read alike, each with what takes the place of its match. Their order counts."""

LITTLE = frozenset(
    re.findall(
        "[a-z]+",
        """
        a am an and are arent as at be been being but by cant could couldnt did didnt do does doesnt doing
        dont for from had has hasnt have havent having he her hers herself him himself his how i if im in into
        is isnt it its itself ive just me my myself of off on onto or our ours shall she should shouldnt so
        than that thats the their them themselves then there these they theyre this those to us very was wasnt
        we were werent what whats when where which who whom whos why will with wont would wouldnt you youre
        your yours yourself
        """,
    )
)
"""Words that a question holds and that name nothing."""

PATTERNS = tuple((re.compile(pattern), instead) for pattern, instead in ENDINGS)


def words(text: str) -> list[str]:
    """The words of a text in their order."""
    return WORD.findall(APOSTROPHE.sub("", text.lower()))


@cache
def stem(word: str) -> str:
    """What a word has in common with its other forms: "drink" for "drinks" and "drinking". It need not be a word."""
    for pattern, instead in PATTERNS:
        word = pattern.sub(instead, word)
    return word
