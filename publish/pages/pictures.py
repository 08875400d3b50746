"""Pictures: SVG files under docs/pictures/ that a page shows with a text alternative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from publish.files import read_text
from publish.pages.source import PageSource
from publish.problem import ContentError, Problem, did_you_mean

PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<address>[^)\s]*)[^)]*\)")
SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
REFUSED = ("script", "style", "foreignObject", "iframe", "image", "animate", "set")


def picture_problems(page: PageSource, text: str, docs: Path, root: Path) -> Iterator[Problem]:
    """A problem for each picture in `text`, the page's body without code, that cannot be shown to everyone."""
    for match in PICTURE.finditer(text):
        line = page.line_at(match.start())
        if not match["alt"].strip():
            yield Problem(
                page.name,
                line,
                f"The picture {match['address']} has no text alternative.",
                "Someone who cannot see the picture would not know that it says something.",
                f"say in a few words what it shows: ![What it shows]({match['address']}).",
            )
        if not match["address"].startswith("https://"):
            yield from _file_problems(page, line, match["address"], docs, root)


def _file_problems(page: PageSource, line: int, address: str, docs: Path, root: Path) -> Iterator[Problem]:
    path = (docs / page.path).parent / address
    if path.is_file():
        if path.suffix == ".svg":
            yield from svg_problems(path, root)
        return
    known = [file.relative_to(docs).as_posix() for file in sorted(docs.glob("pictures/*"))]
    yield Problem(
        page.name,
        line,
        f"There is no picture {address}.",
        "Readers would see an empty frame.",
        did_you_mean(address, known, "Save the picture under docs/pictures/."),
    )


def svg_problems(path: Path, root: Path) -> Iterator[Problem]:
    """A problem for each thing in an SVG file that the guide's security policy or a screen reader cannot bear."""
    name = path.resolve().relative_to(root.resolve()).as_posix()
    problems: list[Problem] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(tag: str, attributes: dict[str, str]) -> None:
        what = _refused(tag.rpartition(" ")[2], attributes)
        if what:
            problems.append(_refusal(name, parser.CurrentLineNumber, what))

    parser.StartElementHandler = start
    try:
        parser.Parse(read_text(path, name), True)
    except ContentError as error:
        problems += error.problems
    except expat.ExpatError as error:
        problems.append(
            Problem(
                name,
                error.lineno,
                f"The picture is not well-formed XML: {expat.errors.messages[error.code]}.",
                "Browsers would show a part of it, or nothing.",
                "compare this line with its neighbours, or export the picture again.",
            )
        )
    yield from problems


def _refused(tag: str, attributes: dict[str, str]) -> str:
    if tag in REFUSED:
        return f"a <{tag}> element"
    for key, value in attributes.items():
        name = key.rpartition(" ")[2]
        if name == "style" or name.startswith("on"):
            return f"the attribute {name}"
        if name == "href" and not value.startswith("#"):
            return f"a link to {value}"
    return ""


def _refusal(name: str, line: int, what: str) -> Problem:
    return Problem(
        name,
        line,
        f"The picture has {what}.",
        "The guide's security policy switches it off, so readers would see another picture than you do.",
        "use attributes such as fill and class in its place, and colours from the style sheet.",
    )


def inline_svg(path: Path, alternative: str) -> str:
    """The SVG of `path` as it stands inside HTML: an image with a name, nothing in it that is read out on its own.

    Raises OSError when there is no such file, ElementTree.ParseError when it is not XML.
    """
    root = ElementTree.parse(path).getroot()
    for element in root.iter():
        element.tag = str(element.tag).removeprefix(SVG)
        element.attrib = {_attribute(key): value for key, value in element.attrib.items() if _kept(key)}
        element.text, element.tail = _one_line(element.text), _one_line(element.tail)
    for key in [key for key in root.attrib if key.startswith("aria-")]:
        del root.attrib[key]
    for title in [child for child in root if child.tag in ("title", "desc", "metadata")]:
        root.remove(title)
    name_ids_after(path.stem, root)
    root.attrib |= {"role": "img", "aria-label": alternative, "focusable": "false"}
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)


def name_ids_after(stem: str, root: ElementTree.Element) -> None:
    """Put the picture's name before each id and each mention of one, so that two pictures can share a page."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, f"{stem}-{value}")
            elif key == "href" or "url(#" in value:
                element.set(key, re.sub(r"(^|url\()#", rf"\1#{stem}-", value))


def _kept(key: str) -> bool:
    return not key.startswith("{") or key == XLINK_HREF


def _attribute(key: str) -> str:
    return "href" if key == XLINK_HREF else key


def _one_line(text: str | None) -> str | None:
    return re.sub(r"\s*\n\s*", "\n" if text and not text.strip() else " ", text) if text else text
