"""No element and no attribute stands on the page that HTML has given up."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, Target, failed, passed
from checks.observe.markup import MARKUP, Tag

STYLE = "say it in the style sheet"

# What is to be written in place of each. <https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features>
ELEMENTS = {
    "acronym": "use abbr",
    "applet": "use a plain page, or object",
    "basefont": STYLE,
    "bgsound": "use audio with controls",
    "big": STYLE,
    "blink": "take it out: what blinks cannot be read by everybody",
    "center": STYLE,
    "dir": "use ul",
    "font": STYLE,
    "frame": "use one page, or iframe with a title",
    "frameset": "use one page, or iframe with a title",
    "listing": "use pre and code",
    "marquee": "let the text stand still",
    "multicol": STYLE,
    "nobr": STYLE,
    "noembed": "use object with text inside",
    "noframes": "use one page, or iframe with a title",
    "plaintext": "use pre",
    "spacer": STYLE,
    "strike": "use s, or del for what was taken out",
    "tt": "use code, kbd, samp or var",
    "xmp": "use pre and code",
}
ANYWHERE = {"align": STYLE, "background": STYLE, "bgcolor": STYLE, "nowrap": STYLE, "valign": STYLE}
ATTRIBUTES = {
    "body": {"alink": STYLE, "link": STYLE, "text": STYLE, "vlink": STYLE},
    "br": {"clear": STYLE},
    "img": {"border": STYLE, "hspace": STYLE, "longdesc": "link to the description", "vspace": STYLE},
    "table": {
        "border": STYLE,
        "cellpadding": STYLE,
        "cellspacing": STYLE,
        "summary": "say it in the caption, where everybody can read it",
    },
}


def judge(facts: Facts) -> Iterator[Finding]:
    tags = facts[MARKUP].tags
    found = [(tag, name, instead) for tag in tags for name, instead in obsolete(tag)]
    for tag, name, instead in found:
        text = " ".join(tag.text.split())[:200]
        yield failed(
            f"{text[:80]} has {name}, which HTML has given up.", instead, Target(f"line {tag.line} of the HTML", text)
        )
    if tags and not found:
        yield passed(len(tags))


def obsolete(tag: Tag) -> Iterator[tuple[str, str]]:
    """What is obsolete about a tag, each with what to do."""
    if tag.name in ELEMENTS:
        yield f"the element {tag.name}", ELEMENTS[tag.name]
        return
    known = ANYWHERE | ATTRIBUTES.get(tag.name, {})
    yield from ((f"the attribute {name}", known[name]) for name in tag.attributes if name in known)


RULE = Rule(
    id="obsolete-html",
    requirement="The page has no element and no attribute that HTML has given up.",
    why="Colors, sizes and motion that stand in the HTML stay when a reader chooses their own.",
    observes=(MARKUP,),
    judge=judge,
    states=("wide",),
)
