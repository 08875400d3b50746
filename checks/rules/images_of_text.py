"""Words are text, and no picture of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.pictured_text import PICTURED_TEXT, Picture

WORD = re.compile(r"[^\W\d_]{2,}")
WORDS = 2  # fewer may be the label of a drawing
DRAWING = 70  # per cent of two colors: of photographs hardly any has as much
LINE = (64, 12)  # px, the least width and height of a picture in which a line of text can be read

FIX = "write the words as text, and give them their looks in the style sheet"


def judge(facts: Facts) -> Iterator[Finding]:
    pictures = facts[PICTURED_TEXT]
    fine = 0
    for picture in pictures:
        if len(WORD.findall(picture.words)) >= WORDS:
            yield drawn_text(picture)
        elif picture.flat >= DRAWING and picture.width >= LINE[0] and picture.height >= LINE[1]:
            name = picture.target.snippet[:100]
            message = f"{name} is a drawing and no photograph: {picture.flat} % of it is of two colors."
            yield cant_tell(message, f"look whether it shows words; if so, {FIX}", picture.target)
        else:
            fine += 1
    if fine and fine == len(pictures):
        yield passed(fine)


def drawn_text(picture: Picture) -> Finding:
    """Of a file that draws words: only words are a picture of text, words among shapes may be a diagram."""
    message = f'{picture.target.snippet[:100]} draws the words "{picture.words[:60]}" in a file of its own'
    if not picture.shapes:
        return failed(f"{message}, and nothing else.", FIX, picture.target)
    look = f"look whether the words are what the picture is about; if so, {FIX}, or put the SVG into the page itself"
    return cant_tell(f"{message}, among {picture.shapes} shapes.", look, picture.target)


RULE = Rule(
    id="images-of-text",
    requirement="Words stand on the page as text, and not as a picture of text.",
    why="Someone who enlarges text, or needs other colors or letters, cannot change those of a picture.",
    observes=(PICTURED_TEXT,),
    judge=judge,
    states=("wide",),
    criteria=("1.4.5",),
    act=("0va7u6",),
)
