"""What can be read and used in a wide window is there in a narrow one too, if only after a menu is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks import states
from checks.model import Facts, Finding, Page, Rule, Scope, cant_tell, failed, passed
from checks.observe.contents import CONTENTS, Item

SHORT = 80  # characters of what is missing


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    looks: dict[Page, list[Facts]] = {}
    for facts in filter(is_narrow, site):
        looks.setdefault(facts.page, []).append(facts)
    for facts in site:
        narrow = looks.get(facts.page)
        if facts.state == "wide" and narrow:
            wide = readable(facts)
            runs = missing(wide, [item for one in narrow for item in readable(one)])
            yield from (describe(run, replaced(run, facts, narrow)).at(facts) for run in runs)
            if wide and not runs:
                yield passed(len(wide)).at(facts)


def is_narrow(facts: Facts) -> bool:
    return facts.visit.state is not None and facts.visit.state.emulation == states.NARROW


def readable(facts: Facts) -> list[Item]:
    """What is on screen and has a word; a stray dash or arrow has none. Pictures are not compared."""
    items = (item for item in facts[CONTENTS].items if item.on_screen and item.kind != "picture")
    return [item for item in items if any(character.isalnum() for character in item.words or item.name)]


def missing(wide: Sequence[Item], narrow: Sequence[Item]) -> list[list[Item]]:
    """Runs of what is not there, in the order of the page. Words count as there wherever they stand."""
    everything = " ".join(words for item in narrow for words in (item.words, item.name))
    places = {item.place for item in narrow if item.kind == "link"}
    runs: list[list[Item]] = [[]]
    for item in wide:
        if item.place in places if item.kind == "link" else (item.words or item.name) in everything:
            runs.append([])
        else:
            runs[-1].append(item)
    return [run for run in runs if run]


def replaced(run: Sequence[Item], wide: Facts, narrow: Sequence[Facts]) -> bool:
    """Whether anything stands in the narrow window, before a menu is opened, that does not in the wide one.

    What stands in another landmark, such as the button of a menu, takes the place of nothing here.
    """
    landmarks = {item.landmark for item in run}
    before, *after = (
        {item.target.selector for item in facts[CONTENTS].items if item.on_screen and item.landmark in landmarks}
        for facts in (wide, *(one for one in narrow if one.state == "narrow"))
    )
    return any(selectors - before for selectors in after)


def describe(run: Sequence[Item], replaced: bool) -> Finding:
    """What is missing is lost for sure only if nothing else shows in its place, and it does not just lead elsewhere."""
    first = run[0]
    says = first.words or first.name
    said = says if len(says) <= SHORT else f"{says[: SHORT - 1]}…"
    rest = f" and {len(run) - 1} more after it" if len(run) > 1 else ""
    message = f'The {first.kind} "{said}"{rest} is there at 1280 px and missing at 320 px.'
    if replaced or all(item.landmark.startswith("navigation") for item in run):
        return cant_tell(message, "see whether something in the narrow window says or does the same", first.target)
    return failed(message, "let it stand in one column, or put it behind a button that opens it", first.target)


RULE = Rule(
    id="lost-content",
    requirement="What can be read and used at 1280 px can be read and used at 320 px.",
    why="Someone with low vision who zooms to 400 % gets less than everyone else.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("1.4.10",),
    scope=Scope.SITE,
)
