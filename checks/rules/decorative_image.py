"""A picture that assistive technology is not told of only decorates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS, Image

LOGO = re.compile(r"logo(type|mark)?s?|wordmark|brandmark", re.I)
ICON = 40  # px: smaller pictures beside words are icons
SIGN = 2  # letters: no more are a sign, or someone's initials

FIX = 'name it (alt="W3C", role="img" aria-label="…"), and take out aria-hidden and role="none"'


def judge(facts: Facts) -> Iterator[Finding]:
    semantics = facts[SEMANTICS]
    page = set(words_of(semantics.words))
    images = [image for image in semantics.images if image.withheld]
    lost = {image: what_is_lost(image, page) for image in images}
    for image in images:
        if message := lost[image]:
            yield failed(f"{message} {image.target.snippet} is kept from screen readers.", FIX, image.target)
        elif image.hidden and image.alternative and image.size >= ICON and not known(image.alternative, page):
            message = f'{image.target.snippet} has the alternative "{image.alternative}" and is hidden all the same.'
            look = "see whether it tells a reader anything; if so, take out aria-hidden, else empty the alternative"
            yield cant_tell(message, look, image.target)
    if images and not any(lost.values()):
        yield passed(len(images))


def what_is_lost(image: Image, page: set[str]) -> str:
    """What the picture tells and the page does not; "" if nothing shows that it tells anything."""
    drawn = " ".join(image.drawn)
    if any(len(word) > SIGN for word in words_of(drawn)) and not known(drawn, page):
        return f'The words "{drawn}" are drawn and stand nowhere as text.'
    brand = LOGO.search(image.alternative) and image.hidden and LOGO.sub("", image.alternative)
    if brand and words_of(brand) and not known(brand, page):
        return f'The logo "{image.alternative}" is the only place that names it.'
    if image.lead.endswith(":") and image.size >= ICON:
        return f'"{image.lead}" is followed by a picture alone.'
    return ""


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def known(text: str, page: set[str]) -> bool:
    return any(word in page for word in words_of(text) if len(word) > 1)


RULE = Rule(
    id="decorative-image",
    requirement="A picture that is kept from screen readers tells a reader nothing.",
    why="Someone who cannot see the picture does not learn that there is anything.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("1.1.1",),
    act=("e88epe",),
)
