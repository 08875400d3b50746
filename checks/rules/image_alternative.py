"""What stands for a picture in words is written for a reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS, Image

FILE = re.compile(r"\S+\.(apng|avif|bmp|gif|ico|jpe?g|png|svgz?|tiff?|webp)", re.I)
CAMERA = re.compile(
    r"((dsc[fn]?|img|image|pxl|photo|pict?|picture|scan|screen ?shot|untitled)[\d_ .:-]*\d{3}|\d{8})[\d_ .:-]*", re.I
)
HASH = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{8,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
EMPTY = re.compile(
    r"(insert |add |your |the |an? |my )?"
    r"(alt(ernative)?( text| tag)?|image|img|picture|pic|photo(graph)?|graphic|illustration|spacer|placeholder|"
    r"untitled|undefined|null|nan|todo|tbd|blank|bullet|icon|description|lorem ipsum)"
    r"( description| text| alt| here| goes here| ?\d+)*",
    re.I,
)
OPENING = re.compile(r"(an? |the )?(image|picture|photo(graph)?|pic|graphic|screenshot) (of|showing)\b", re.I)
LONGEST = 150  # characters: a screen reader reads an alternative in one go, without a way back

FIX = 'say what the picture says here: alt="Ladder of care, from a weekly visit to a hospital stay"'


def judge(facts: Facts) -> Iterator[Finding]:
    images = [image for image in facts[SEMANTICS].images if image.exposed and image.alternative]
    sources: dict[str, set[str]] = {}
    for image in images:
        sources.setdefault(image.alternative.lower(), set()).add(image.source)
    shared = Counter({words: len(found - {""}) for words, found in sources.items()})
    fitting = 0
    for image in images:
        alternative = image.alternative
        if what := what_it_is(alternative):
            yield failed(f'The alternative "{alternative}" of {image.target.snippet} is {what}.', FIX, image.target)
        elif doubt := doubt_about(image, shared[alternative.lower()]):
            yield cant_tell(f'The alternative "{alternative[:200]}" {doubt[0]}', doubt[1], image.target)
        else:
            fitting += 1
    if fitting:
        yield passed(fitting)


def what_it_is(alternative: str) -> str:
    """What stands there in place of an alternative; "" if it may be one."""
    if FILE.fullmatch(alternative) or CAMERA.fullmatch(alternative):
        return "the name of a file"
    if HASH.fullmatch(alternative):
        return "a string of digits and letters"
    return "a word for any picture" if EMPTY.fullmatch(re.sub(r"\W+", " ", alternative).strip()) else ""


def doubt_about(image: Image, sources: int) -> tuple[str, str] | None:
    """What a person should look at, and what to do then."""
    alternative = image.alternative
    if OPENING.match(alternative):
        return "says that it is a picture, which a screen reader says anyway.", "begin with what it shows"
    if len(alternative) > LONGEST:
        words = f"has {len(alternative)} characters; {LONGEST} are read in one go."
        return words, "see whether a short alternative is enough, and say the rest in the text"
    if any(alternative.lower() == text.lower() for text in image.beside):
        return "is the same as the words beside it, and is read twice.", 'leave it empty (alt=""), or say what it shows'
    if sources > 1:
        return f"stands for {sources} different pictures.", "see whether each needs words of its own"
    return None


RULE = Rule(
    id="image-alternative",
    requirement="The alternative of each picture is words for a reader.",
    why="Someone who cannot see the picture hears a file name, or a word that says nothing.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("1.1.1",),
    act=("qt1vmo",),
)
