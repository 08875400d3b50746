"""Where scripts are blocked or did not load, the page says the same and leads to the same places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.contents import CONTENTS, Contents, Item

KINDS = ("text", "heading", "link")
FIX = "write it into the page as it is served; let scripts only add to it"
SHORT = 80  # characters of what is missing


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    with_scripts = {facts.page: facts[CONTENTS] for facts in site if facts.state == "wide"}
    for facts in site:
        if facts.state == "no-script" and facts.page in with_scripts:
            whole = [item for item in with_scripts[facts.page].items if counts(item)]
            runs = missing(whole, facts[CONTENTS])
            yield from (describe(run).at(facts) for run in runs)
            if whole and not runs:
                yield passed(len(whole)).at(facts)


def counts(item: Item) -> bool:
    """Whether it is text or a link on screen; a stray dash or arrow is no text."""
    return item.kind in KINDS and item.on_screen and any(character.isalnum() for character in item.words)


def missing(whole: Sequence[Item], without: Contents) -> list[list[Item]]:
    """Runs of what is not there without scripts, in the order of the page.

    Words count as there wherever they stand: a script may have cut a text into several, or joined it.
    """
    everything = " ".join(item.words for item in without.items)
    left = Counter(same(item) for item in without.items)
    runs: list[list[Item]] = [[]]
    for item in whole:
        left[same(item)] -= 1
        if left[same(item)] >= 0 or (item.kind != "link" and item.words in everything):
            runs.append([])
        else:
            runs[-1].append(item)
    return [run for run in runs if run]


def same(item: Item) -> tuple[str, str, str]:
    """What makes two items one: a link's address too, a heading's level not."""
    return ("link" if item.kind == "link" else "text", item.words, item.address)


def describe(run: Sequence[Item]) -> Finding:
    first = run[0]
    said = first.words if len(first.words) <= SHORT else f"{first.words[: SHORT - 1]}…"
    rest = f" and {len(run) - 1} more after it" if len(run) > 1 else ""
    return failed(f'The {first.kind} "{said}"{rest} is missing where scripts do not run.', FIX, first.target)


RULE = Rule(
    id="same-without-scripts",
    requirement="Text and links are the same with and without scripts.",
    why="Where scripts are blocked, or a bad connection loses them, someone gets less than everyone else.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide", "no-script"),
    scope=Scope.SITE,
)
