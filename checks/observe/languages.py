"""Which language each part of a page says it is in, and which it is in by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.languages import Verdict, identify, subtag
from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


@dataclass(frozen=True)
class Speaker:
    """An element with a `lang`, and what the texts are in that take their language from it, all together.

    `lang` is as written; the page's own element has no target.
    """

    lang: str
    verdict: Verdict
    target: Target | None = None


@dataclass(frozen=True)
class Passage:
    """One block of text, or one name, that is in another language than its surroundings say: `lang`, as written."""

    lang: str
    words: str
    verdict: Verdict
    target: Target


@dataclass(frozen=True)
class Languages:
    """`texts` is how many blocks of text and names have a language, `page` the language of the page, if it says it."""

    texts: int
    page: Speaker | None
    parts: tuple[Speaker, ...]
    foreign: tuple[Passage, ...]


def observe(browser: Browser, visit: Visit) -> Languages:
    speakers = browser.evaluate(SCRIPT, None)
    texts = {number: (one["lang"], words) for one in speakers for number, words in one["texts"] if subtag(one["lang"])}
    verdicts = {number: identify(words, subtag(lang)) for number, (lang, words) in texts.items()}
    foreign = [number for number, verdict in verdicts.items() if verdict.language]
    targets = browser.evaluate(SCRIPT, foreign) if foreign else []
    parts = tuple(_speaker(one) for one in speakers if not one["page"] and subtag(one["lang"]))
    return Languages(
        texts=len(texts),
        page=next((_speaker(one) for one in speakers if one["page"] and subtag(one["lang"])), None),
        parts=parts,
        foreign=tuple(
            Passage(*texts[number], verdicts[number], Target.of(target))
            for number, target in zip(foreign, targets, strict=True)
        ),
    )


def _speaker(one: dict[str, Any]) -> Speaker:
    whole = " \n".join(words for _, words in one["texts"])
    return Speaker(one["lang"], identify(whole, subtag(one["lang"])), one["target"] and Target.of(one["target"]))


LANGUAGES = Observation("languages", observe)
