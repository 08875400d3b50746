"""A message about a mistake says which field it means, and what is not right or what to write there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.error_messages import ERROR_MESSAGES, ErrorMessage, ErrorMessages, Field

# Words that tell neither what is not right nor what to do. Whatever a message says beyond them, and beyond the
# names of fields, counts as telling it.
EMPTY = """
    a again all an and any are at below check correct correctly data enter entered entries entry error errors field
    fields fill filled fix following for form format has have highlighted in incorrect incorrectly input inputs invalid
    is it made marked mistake mistakes not occurred of on oops ok one or our out please problem problems properly
    provide provided right something sorry submission that the there these this to try type valid value values was we
    went were with wrong you your
"""
EMPTY_WORDS = frozenset(EMPTY.split())
# "Fill in your name" says what to do; "Fill in your name correctly" does not.
ACTS = frozenset(("enter", "fill", "provide", "type"))
MANNERS = re.compile(r"\b(check|(in)?correct(ly)?|(in)?valid|properly|wrong)\b")
SAY = 'say which field and what it needs: "Age must be a number, such as 34"'


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[ERROR_MESSAGES]
    fine = len(seen.fields)
    for message in seen.messages:
        text = " ".join(message.lines)
        if message.hidden:
            said = f'The message "{text}" is kept from screen readers by aria-hidden.'
            yield failed(said, "take aria-hidden away, and tie it to its field with aria-describedby", message.target)
        elif not tells(text, seen.fields):
            yield failed(f'The message "{text}" says neither what is wrong nor what to write.', SAY, message.target)
        elif twins := unclear(message, seen):
            said = f'The message "{text}" may mean any of {len(twins)} fields: "{twins[0].label}" is the label of each.'
            fix = f'add whose field it is ("{twins[0].group or "Second address"}: {twins[0].label} …"), or put it there'
            yield failed(said, fix, message.target)
        elif vague(message, seen):
            yield failed(f'The message "{text}" does not say which field it means.', SAY, message.target)
        else:
            continue
        fine = 0
    if fine:
        yield passed(fine)


def tells(text: str, fields: tuple[Field, ...]) -> bool:
    """Whether a message says more than that there is a mistake, and in which field."""
    said = words(text)
    if not said or not text.isascii():
        return True  # a picture's or another language's message is for a person
    names = {word for field in fields for word in words(f"{field.label} {field.group}")}
    if ACTS & set(said) and not MANNERS.search(text.lower()):
        return True
    return any(word not in EMPTY_WORDS | names for word in said)


def unclear(message: ErrorMessage, seen: ErrorMessages) -> list[Field]:
    """The fields that a line of a message may mean by one label, where nothing tells them apart."""
    text = " ".join(message.lines)
    for line in () if message.about else message.lines:
        for field in seen.fields:
            twins = [other for other in seen.fields if names(other.label) == names(field.label) and other.label]
            groups = {twin.group for twin in twins}
            told = any(group and group.lower() in text.lower() for group in groups)
            if len(groups) > 1 and not told and names(field.label) <= set(words(line)):
                return twins
    return []


def vague(message: ErrorMessage, seen: ErrorMessages) -> bool:
    """Whether a message speaks of "this field" far from any, on a page with more than one."""
    text = " ".join(message.lines).lower()
    speaks = re.search(r"\b(this|the) (field|value|entry|input)\b", text)
    named = any(names(field.label) & set(words(text)) - EMPTY_WORDS for field in seen.fields)
    return bool(speaks) and not message.about and not named and len(seen.fields) > 1


def names(label: str) -> set[str]:
    return set(words(re.sub(r"\(.*?\)|\*", "", label)))


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


RULE = Rule(
    id="error-message",
    requirement="A message about a mistake says which field it means, and what is not right or what to write there.",
    why="Someone with dyslexia, memory loss or a screen reader cannot find out what the form wants of them.",
    observes=(ERROR_MESSAGES,),
    judge=judge,
    states=("wide",),
    criteria=("3.3.1",),
    act=("36b590",),
)
