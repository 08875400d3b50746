"""What assistive technology is told of a page, beside what a reader sees: names, tables, pictures, order, hidden text.

Names and roles are the browser's own (`computedName`, `computedRole`), asked for the few elements where it matters:
each answer takes it 10 ms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__, "nodes", "names", "ids", "fields", "tables", "images", "focus", "text")

# Notes the words that a page draws on its canvases, where nothing but pixels is left of them.
NOTE_DRAWN = """
globalThis[Symbol.for("checks.drawn")] = new WeakMap();
for (const name of ["fillText", "strokeText"]) {
  const draw = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (text, ...rest) {
    const drawn = globalThis[Symbol.for("checks.drawn")];
    drawn.set(this.canvas, (drawn.get(this.canvas) ?? new Set()).add(String(text)));
    return draw.call(this, text, ...rest);
  };
}
"""


@dataclass(frozen=True)
class Control:
    """A control that an author has named: the label that a reader sees, and its accessible name.

    The label stands on the control, or, at a `field`, in a label element.
    """

    target: Target
    label: str
    name: str
    field: bool


@dataclass(frozen=True)
class Attribute:
    """ARIA attributes that some roles prohibit, on an element of `role`; "" is a role that prohibits none of them."""

    target: Target
    role: str
    attributes: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """A reference that ARIA requires: the ids in aria-controls, and whether at least one is `found`."""

    target: Target
    ids: tuple[str, ...]
    found: bool


@dataclass(frozen=True)
class SeveralBearers:
    """An id that `number` elements have and an `attribute` names; `same` says that it is all one which is meant."""

    target: Target
    id: str
    attribute: str
    number: int
    same: bool


@dataclass(frozen=True)
class Header:
    """A header cell with its words, and the number of `cells` it stands for.

    `filled` says that any of them has content, or that no data cell of the table has: it is one to write in. `owns`
    says that the table takes in something from elsewhere by aria-owns, which is not counted.
    """

    target: Target
    words: str
    cells: int
    filled: bool
    owns: bool


@dataclass(frozen=True)
class Field:
    """A form field with its labels as seen; `context` is the legend and heading above it.

    `choice` is for what is ticked and not written in. `twin` is an earlier field with the same labels that nothing
    to be seen tells apart from this one.
    """

    target: Target
    labels: tuple[str, ...]
    context: str
    choice: bool
    twin: str


@dataclass(frozen=True)
class Image:
    """A picture that can be seen.

    `alternative` is what an author wrote to stand for it; `exposed` says that assistive technology gets the picture,
    `withheld` that it does not, nor a name that stands for all around it. `hidden` is for aria-hidden. `size` is its
    shorter side in px, `beside` the text of its caption, link or button, `lead` the words that it alone follows,
    `drawn` the words that a script drew on it or, as an svg, that it has as text.
    """

    target: Target
    kind: str
    alternative: str
    source: str
    size: int
    exposed: bool
    withheld: bool
    hidden: bool
    beside: tuple[str, ...]
    lead: str
    drawn: tuple[str, ...]


@dataclass(frozen=True)
class Hidden:
    """An element that is hidden from assistive technology, and what Tab still leads to in it."""

    target: Target
    inside: tuple[Target, ...]


@dataclass(frozen=True)
class Frame:
    """A frame in sight. `leads` says that it has something Tab stops at (None: it is another site's)."""

    target: Target
    leads: bool | None
    skipped: bool


@dataclass(frozen=True)
class HiddenText:
    """Words in sight that are hidden from assistive technology.

    They may be `repeated` in other text or names, stand `beside` a text for screen readers, be `referred` to as a name
    or description, stand in something `named` by its author, or be `behind` a dialog.
    """

    target: Target
    words: str
    repeated: bool
    beside: bool
    referred: bool
    named: bool
    behind: bool


@dataclass(frozen=True)
class Swap:
    """The words of a block of text, which stands before `others` for the eye and after them in the markup."""

    target: Target
    words: str
    others: str


@dataclass(frozen=True)
class Semantics:
    """What is told and seen. `summaries`, `named_ids` that stand once, and `blocks` of text in order are counts.

    `words` is all that is told, as text or as a name, and the title.
    """

    controls: tuple[Control, ...]
    summaries: int
    unnamed_summaries: tuple[Target, ...]
    attributes: tuple[Attribute, ...]
    references: tuple[Reference, ...]
    named_ids: int
    several_bearers: tuple[SeveralBearers, ...]
    headers: tuple[Header, ...]
    fields: tuple[Field, ...]
    images: tuple[Image, ...]
    hidden: tuple[Hidden, ...]
    frames: tuple[Frame, ...]
    hidden_texts: tuple[HiddenText, ...]
    blocks: int
    swaps: tuple[Swap, ...]
    words: str


def observe(browser: Browser, visit: Visit) -> Semantics:
    answer = browser.evaluate(SCRIPT)
    if not visit.variant and any(image["kind"] == "canvas" and image["withheld"] for image in answer["images"]):
        answer = look_again(browser)
    return Semantics(
        controls=_all(Control, answer["controls"]),
        summaries=answer["summaries"]["count"],
        unnamed_summaries=tuple(Target.of(summary) for summary in answer["summaries"]["unnamed"]),
        attributes=_all(Attribute, answer["attributes"]),
        references=_all(Reference, answer["references"]),
        named_ids=answer["ids"]["count"],
        several_bearers=_all(SeveralBearers, answer["ids"]["several"]),
        headers=_all(Header, answer["headers"]),
        fields=_all(Field, answer["fields"]),
        images=_all(Image, answer["images"]),
        hidden=tuple(
            Hidden(Target.of(one["target"]), tuple(Target.of(inside) for inside in one["inside"]))
            for one in answer["hiddenFocus"]
        ),
        frames=_all(Frame, answer["frames"]),
        hidden_texts=_all(HiddenText, answer["hidden"]),
        blocks=answer["order"]["count"],
        swaps=_all(Swap, answer["order"]["pairs"]),
        words=answer["words"],
    )


def look_again(browser: Browser) -> Any:
    """Open the page anew with a note of what its scripts draw, and look at it once more."""
    added = browser.command("Page.addScriptToEvaluateOnNewDocument", source=NOTE_DRAWN)
    browser.open(browser.evaluate("return location.href"))
    browser.command("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])
    return browser.evaluate(SCRIPT)


def _all(kind: Any, rows: list[Mapping[str, Any]]) -> Any:
    """A row of values for each fact: a list becomes a tuple, what `checks.describe` said a target."""
    return tuple(kind(**{name: _value(name, value) for name, value in row.items()}) for row in rows)


def _value(name: str, value: Any) -> Any:
    if name == "target":
        return Target.of(value)
    return tuple(value) if isinstance(value, list) else value


SEMANTICS = Observation("semantics", observe)
