"""Which link texts say nothing of where the link leads, by themselves or with what stands around them."""

from __future__ import annotations

from checks.words import GRAMMAR, listed, words

# What someone does with a link, and words that point to it: "click here", "read more", "this page".
ACTIONS = listed(
    """article button check click continue details download find follow get go info item know learn link open page
    post press read see show site tap view visit web website"""
)
# "HTML", "PDF version": the shape of a thing and not the thing.
FORMATS = listed(
    """copy csv document doc docx epub excel file files format html json kindle mobi mp3 mp4 odt pdf plain powerpoint
    ppt pptx rtf text txt version word xls xlsx xml zip"""
)
UNITS = listed("b kb mb gb kib mib")
LITTLE = listed("a an and at for in me more now of on out the to up us with")
POINTERS = listed("here it one that them there these this those")
ASKING = listed("how what when where which who whom whose why")  # a question is no pointer: "Who makes it?"
# Short texts that name nothing, but are what they say: a page called "Start", a column "Info", pages one after another.
NAMES = listed("article check file files follow format info item post text version word")

ADDRESS = ("http://", "https://", "ftp://")


def is_vague(name: str) -> bool:
    """Whether the text has only words of action and format, pointers and little words: "More", "Click here", "HTML"."""
    said = words(name)
    if len(said) == 1:
        return said[0] in ACTIONS | FORMATS | POINTERS | {"more"} and said[0] not in NAMES
    return all(word in ACTIONS | FORMATS | POINTERS | LITTLE for word in said) and bool(said)


def points(name: str) -> bool:
    """Whether the text is read with what stands before it: "this form", "call them"."""
    said = words(name)
    if len(said) not in (2, 3) or said[0] in ASKING:
        return False
    return said[0] in ("these", "this", "those") or (len(said) == 2 and said[1] in POINTERS)


def is_address(name: str) -> bool:
    """Whether the text is a whole address with more than a host: read out, it is a hundred letters."""
    return name.lower().startswith(ADDRESS) and name.rstrip("/").count("/") > 2


def tells(context: str) -> bool:
    """Whether the context has a word that can say where the link leads; "1.2 MB" does not."""
    said = (word for word in words(context) if not word[0].isdigit())
    return any(word not in GRAMMAR and word not in ACTIONS | FORMATS | UNITS for word in said)
