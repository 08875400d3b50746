"""Each page has a title that tells what it is about, and no other page has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, cant_tell, failed, passed
from checks.observe.contents import CONTENTS, Contents
from checks.topics import is_placeholder, names_only_itself, other_of_its_kind
from checks.words import content_stems

FIX = 'write what is on this page, then the name of the site: "What an IOP costs – The IOP Guide"'
SEPARATOR = re.compile(r"\s+[–—|·•:-]\s+|:\s+")
USUAL = 2  # pages that have one part of the title, which is then the name of the site


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    titled = [facts for facts in site if facts[CONTENTS].title]
    counts = Counter(facts[CONTENTS].title.casefold() for facts in titled)
    parts = Counter(part for facts in titled for part in set(SEPARATOR.split(facts[CONTENTS].title)))
    for facts in titled:
        title = facts[CONTENTS].title
        own = " ".join(part for part in SEPARATOR.split(title) if parts[part] < USUAL) or title
        if counts[title.casefold()] > 1:
            words = f'{counts[title.casefold()]} pages have the title "{title}".'
            yield failed(words, f"tell them apart: {FIX}").at(facts)
        else:
            yield judge_page(title, own, facts[CONTENTS]).at(facts)


def judge_page(title: str, own: str, contents: Contents) -> Finding:
    headings = [item.name for item in contents.items if item.kind == "heading" and item.level == 1]
    text = " ".join(item.words or item.name for item in contents.items)
    known = bool(content_stems(own) & content_stems(text))
    if is_placeholder(own) or (text and not known and names_only_itself(own)):
        return failed(f'The title "{title}" does not say what the page is about.', FIX)
    if known and (other := other_of_its_kind(own, text)):
        return failed(f'The title says "{other[0]}"; the page never does, and says "{other[1]}".', FIX)
    if text and content_stems(own) and not known:
        at = f'the first heading is "{headings[0]}"' if headings else "no word of it is on the page"
        return cant_tell(f'The title is "{title}"; {at}.', "see whether the title tells what the page is about")
    return passed()


RULE = Rule(
    id="page-title",
    requirement="Each page has a title of its own that tells what it is about.",
    why="Someone with many tabs open, or who hears the title first, does not know which page this is.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide",),
    criteria=("2.4.2",),
    act=("c4a8a4",),
    scope=Scope.SITE,
)
