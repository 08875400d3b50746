"""Whether two resources serve the same purpose for someone who follows two links, or frames, of one name.

Equivalent resources: <https://www.w3.org/WAI/standards-guidelines/act/rules/b20e66/proposed/#equivalent-resource>
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.words import content_stems

NUMBER = re.compile(r"\+?\d[\d ().\-/]{4,}\d")  # telephone numbers and the like
ALIKE, UNLIKE = 0.6, 1 / 3  # of all words in two texts, the part that both have


@dataclass(frozen=True)
class Content:
    """What a page says: its title, and its words without its navigation."""

    title: str
    words: str


def same(one: Content, other: Content) -> bool | None:
    """True if both say the same, False if they do not, None if that is for a person to say."""
    if one.words == other.words:
        return True
    if not (one.words and other.words):
        return False
    numbers, others = _numbers(one.words), _numbers(other.words)
    if numbers and others:
        if numbers <= others or others <= numbers:
            return True  # the same number to call is the same help
        if not numbers & others:
            return False
    share = _share(content_stems(one.words), content_stems(other.words))
    return True if share >= ALIKE else False if share < UNLIKE else None


def may_be_one(address: str, other: str) -> bool:
    """Whether two addresses differ in no more than http for https, or in what is put into a message to one mailbox."""
    return _without_manner(address) == _without_manner(other)


def _without_manner(address: str) -> str:
    return address.partition("?")[0] if address.startswith("mailto:") else re.sub("^https?:", "", address)


def _numbers(text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in NUMBER.findall(text)}


def _share(stems: set[str], others: set[str]) -> float:
    return len(stems & others) / len(stems | others) if stems | others else 1.0
