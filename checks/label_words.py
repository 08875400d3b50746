"""Whether the words of a label stand in a name, as someone would say them to voice control.

<https://www.w3.org/WAI/standards-guidelines/act/rules/2ee8b8/proposed/#label-in-name-algorithm>
"""

from __future__ import annotations

import re
import unicodedata

# Written without spaces between words: Thai to Myanmar, Khmer, Japanese, Chinese. Each character counts as a word.
UNSPACED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
HYPHEN = re.compile("(?<=\\w)[-\u2010\u2011](?=\\w)")
# British to American, on both sides alike: it only has to tell the spelling of a word from another word.
SPELLING = (
    ("our", "or"),
    ("is(e|ed|es|ing|ation)$", r"iz\1"),
    ("yse", "yze"),
    ("ogue$", "og"),
    ("re$", "er"),
    ("ll", "l"),
    ("grey", "gray"),
    ("[ao]e", "e"),
    ("mme$", "m"),
    ("nce$", "nse"),
)
# Short forms that are written without a dot.
ABBREVIATIONS = """
app apps doc docs info max min spec specs tel mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug
sep sept oct nov dec hr hrs mins sec secs wk wks mo yr yrs kg km ft lb lbs oz qty dept st ave rd dr mr mrs
"""
SHORT = frozenset(ABBREVIATIONS.split())
LONGEST = 8  # initials in a row: WCAG has four

Words = list[str]


def split(text: str) -> Words:
    """The words of a text: without case, punctuation, signs, and what stands in parentheses."""
    inner = None
    while inner != text:
        inner, text = text, re.sub(r"\([^()]*\)", "", text)
    folded = unicodedata.normalize("NFKD", KEYCAP.sub(" ", text).casefold())
    plain = "".join(_plain(character) for character in folded)
    return UNSPACED.sub(r" \1 ", plain).split()


def _plain(character: str) -> str:
    """A letter or digit, nothing for an accent or what has no width, a space for all that is not text."""
    kind = unicodedata.category(character)
    return character if kind[0] in "LN" else "" if kind[0] == "M" or kind == "Cf" else " "


def holds(label: str, name: str) -> bool:
    """Whether the label's words stand in the name, in a row. A letter alone is a sign: X for close, B for bold."""
    words, named = split(label), split(name)
    letters = [word for word in words if word != "x"]
    is_sign = len(words) == 1 and len(words[0]) == 1 and words[0].isalpha()
    return is_sign or _in_a_row(words, named) or _in_a_row(letters, named)


def _in_a_row(part: Words, whole: Words) -> bool:
    return any(whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1))


def same_words(label: str, name: str) -> bool:
    """Whether nothing but hyphens and spelling differs, to which the requirement does not apply."""
    words, named = ([_spell(word) for word in split(HYPHEN.sub("", text))] for text in (label, name))
    return _in_a_row(words, named)


def _spell(word: str) -> str:
    for british, american in SPELLING:
        word = re.sub(british, american, word)
    return word


def is_abbreviated(label: str, name: str) -> bool:
    """Whether the label stands in the name if some words are short for others: Ave. for Avenue, WCAG for its words."""
    dotted = SHORT | {word.casefold() for word in re.findall(r"(\w+)\.", f"{label} {name}")}
    named = split(name.replace("&", " and "))
    words = split(label.replace("&", " and "))
    return any(_matches(words, named[start:], dotted) for start in range(len(named)))


def _matches(label: Words, name: Words, dotted: frozenset[str]) -> bool:
    """Whether the name begins with the label, word for word or with one side short for the other."""
    if not label:
        return True
    if name and (label[0] == name[0] or _short(label[0], name[0], dotted) or _short(name[0], label[0], dotted)):
        return _matches(label[1:], name[1:], dotted)
    for count in range(2, LONGEST + 1):
        if name and _initials(label, count) == name[0]:
            return _matches(label[count:], name[1:], dotted)
        if _initials(name, count) == label[0]:
            return _matches(label[1:], name[count:], dotted)
    return False


def _short(short: str, long: str, dotted: frozenset[str]) -> bool:
    """Whether a word that is known as short has its letters in another, in order, from the first."""
    if short not in dotted or short[0] != long[0] or len(long) <= len(short):
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def _initials(words: Words, count: int) -> str:
    full = len(words) >= count and all(len(word) > 1 and word.isalpha() for word in words[:count])
    return "".join(word[0] for word in words[:count]) if full else ""
