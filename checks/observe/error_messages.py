"""The fields of a page, and the messages beside them that say that something in them is not right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


@dataclass(frozen=True)
class Field:
    """A field by the words of its label; `group` is the legend above it."""

    label: str
    group: str


@dataclass(frozen=True)
class ErrorMessage:
    """A text that the markup marks as a message about a mistake, line by line.

    `about` are the fields, by their place in the list, that the markup or the place ties it to; `hidden` says that
    it is kept from screen readers and no field's description has it.
    """

    target: Target
    lines: tuple[str, ...]
    about: tuple[int, ...]
    hidden: bool


@dataclass(frozen=True)
class ErrorMessages:
    fields: tuple[Field, ...]
    messages: tuple[ErrorMessage, ...]


def observe(browser: Browser, visit: Visit) -> ErrorMessages:
    answer = browser.evaluate(SCRIPT)
    fields = tuple(Field(**field) for field in answer["fields"])
    messages = (
        ErrorMessage(Target.of(item["target"]), tuple(item["lines"]), tuple(item["about"]), item["hidden"])
        for item in answer["messages"]
    )
    return ErrorMessages(fields, tuple(messages))


ERROR_MESSAGES = Observation("error-messages", observe)
