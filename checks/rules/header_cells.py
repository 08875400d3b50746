"""A header cell is the header of something."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS

FIX = "give it cells in its column (scope=col) or row (scope=row), or make it a <td>, a <caption> or a heading"
LOOK = "see whether what aria-owns brings into the table gives it cells"


def judge(facts: Facts) -> Iterator[Finding]:
    headers = facts[SEMANTICS].headers
    for header in headers:
        if not header.cells:
            message = f'No cell belongs to the header "{header.words}", by its place or by its headers attribute.'
            yield cant_tell(message, LOOK, header.target) if header.owns else failed(message, FIX, header.target)
        elif not header.filled:
            message = f'All cells under or beside the header "{header.words}" are empty.'
            yield cant_tell(message, "see whether they are to be filled in; if not, take the header out", header.target)
    if heading := [header for header in headers if header.cells and header.filled]:
        yield passed(len(heading))


RULE = Rule(
    id="header-cells",
    requirement="Each header cell of a table has cells that it heads.",
    why="Someone who hears a table cell by cell is told of a column or row that is not there.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("1.3.1",),
    act=("d0f69e",),
)
