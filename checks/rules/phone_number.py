"""A telephone number stands once, where somebody keeps it right; a page refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.prose import PROSE

GAP = r"[ .\u00a0\u2010-\u2015-]"  # between the groups of a number: spaces, dots, all hyphens and dashes
START = r"(?<![\w.$€£#/+-])(?<!\d[ ,:\u2010-\u2015-])"
END = r"(?![\w%]|[.,:/\u2010-\u2015-]\d)"

# The North American Numbering Plan: area code and exchange begin with 2 to 9.
# <https://www.nanpa.com/numbering>
AREA = rf"(?:\+?1{GAP}{{0,3}})?(?:\([2-9]\d\d\){GAP}{{0,3}}|[2-9]\d\d{GAP}{{0,3}}|[2-9]\d\d/)"
NUMBER = rf"{START}(?:{AREA}[2-9]\d\d{GAP}{{0,3}}\d{{4}}|[2-9]\d\d[.\u2010-\u2015-]\d{{4}}){END}"
TOLL_FREE = rf"(?:\+?1{GAP}{{0,3}})?\(?8(?:00|22|33|44|55|66|77|88)\)?{GAP}{{1,3}}"
LETTERS = r"(?=[\d.\u2010-\u2015 -]*[A-Z]{2})[A-Z0-9](?:[.\u2010-\u2015 -]?[A-Z0-9]){6,9}(?![A-Za-z0-9])"
WORDED = f"{START}{TOLL_FREE}{LETTERS}"
ABROAD = rf"(?<![\w+])\+[2-9]\d{{0,2}}(?:{GAP}?\(?\d{{1,5}}\)?){{2,5}}{END}"
LONG = re.compile(f"{NUMBER}|{WORDED}|{ABROAD}")

COUNTED = (
    "adults|beds|calories|cases|centers|children|clients|days|deaths|dollars|facilities|hours|kcal|men|mg|miles|"
    "minutes|pages|participants|patients|people|percent|persons|programs|sites|states|studies|teens|times|units|"
    "veterans|visits|women"
)


def judge(facts: Facts) -> Iterator[Finding]:
    short = short_number(facts.settings.short_numbers)
    instead = facts.settings.phone_reference or "a reference to the place that keeps the number"
    found = False
    for line in facts[PROSE].lines:
        for match in sorted([*LONG.finditer(line.text), *short.finditer(line.text)], key=re.Match.start):
            found = True
            words = f'The telephone number "{match[0].strip()}" is typed by hand.'
            yield failed(words, f"write {instead}", line=line.number)
    if not found and facts[PROSE].lines:
        yield passed()


def short_number(numbers: tuple[str, ...]) -> re.Pattern[str]:
    """Finds these numbers, also as 9-1-1, where they are not money, a count, or part of something longer."""
    spelled = "|".join("[-\u2010\u2011]?".join(map(re.escape, number)) for number in numbers) or r"(?!)"
    return re.compile(rf"{START}(?:{spelled}){END}(?!\s+(?:{COUNTED})\b)")


RULE = Rule(
    id="phone-number",
    requirement="No page has a telephone number that was typed by hand.",
    why="A number in many places is soon wrong in one of them, and someone in need calls that one.",
    observes=(PROSE,),
    judge=judge,
    scope=Scope.SOURCE,
)
