"""Text stands out from what it stands on: 4.5 : 1, large text 3 : 1."""

from __future__ import annotations

from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.contrast import CONTRAST, Text
from checks.observe.pixels import Colour, contrast, luminance

NEAR = 0.9  # letters that never reach their full colour are measured up to a tenth too low


def judge(facts: Facts) -> Iterator[Finding]:
    yield from judge_at(facts, small=4.5, large=3)


def judge_at(facts: Facts, small: float, large: float) -> Iterator[Finding]:
    """By the contrast that is needed of small and of large text <https://www.w3.org/TR/WCAG22/#dfn-large-scale>."""
    measured = facts[CONTRAST]
    findings = [finding for text in measured.low if (finding := judge_text(text, large if text.large else small))]
    yield from findings
    if measured.texts > len(findings):
        yield passed(measured.texts - len(findings))


def judge_text(text: Text, needed: float) -> Finding | None:
    name = f'"{text.words}" ({text.size:g} px{", bold" if text.bold else ""})'
    if text.best is None or text.least is None:
        message = f"{name} has colours that change, or letters that are cut out of a picture."
        return cant_tell(message, f"see whether each letter has {needed:g} : 1", text.target)
    if text.least >= needed:
        return None
    if text.best >= needed * (1 if text.front else NEAR):
        message = f"{name} has {text.least:.2f} to {text.best:.2f} : 1 with what is behind it; it needs {needed:g} : 1."
        return cant_tell(message, "see whether each letter can be told from what is around it", text.target)
    colours = f": {text.front} on {text.ground}" if text.ground else ""
    message = f"{name} has {text.best:.2f} : 1 with what is behind it{colours}; it needs {needed:g} : 1."
    if text.silent:
        return cant_tell(f"{message} It is hidden from screen readers.", "see whether it only decorates", text.target)
    return failed(message, remedy(text, needed), text.target)


def remedy(text: Text, needed: float) -> str:
    if not text.ground:
        return "put the text on a plain colour, or choose a colour that stands out from all of what is behind it"
    ground = luminance(_colour(text.ground))
    ends = [end for end in ((0, 0, 0), (255, 255, 255)) if contrast(luminance(end), ground) >= needed]
    shades = [shade for end in ends for shade in _toward(end, _colour(text.front), ground, needed)]
    if not shades:
        return f"change {text.ground} behind it: neither black nor white has {needed:g} : 1 with it"
    _, shade = min(shades)
    return f"take #{shade[0]:02x}{shade[1]:02x}{shade[2]:02x} for the text, which has {needed:g} : 1"


def _toward(end: Colour, front: Colour, ground: float, needed: float) -> Iterator[tuple[int, Colour]]:
    """The first shade on the way to black or white that stands out enough, with its number of steps."""
    for step in range(101):
        red, green, blue = (round(one + (other - one) * step / 100) for one, other in zip(front, end, strict=True))
        if contrast(luminance((red, green, blue)), ground) >= needed:
            yield step, (red, green, blue)
            return


def _colour(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


RULE = Rule(
    id="contrast",
    requirement="Text stands out from what it stands on by 4.5 : 1, large text by 3 : 1.",
    why="Someone with low vision, or in bright sunlight, cannot read text that is too pale.",
    observes=(CONTRAST,),
    judge=judge,
    states=states.COLOUR,
    criteria=("1.4.3",),
    act=("afw4f7",),
)
