"""The 55 success criteria of WCAG 2.2, A and AA: what each needs in order to occur, and what remains for a person.

<https://www.w3.org/TR/WCAG22/>. What the gate concludes for each from one run stands in conclusions.py.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Criterion:
    """One success criterion.

    `needs` are kinds of things, as observe/presence.py counts them; without any of them on a page the criterion
    does not occur there, and `absent` says in plain words what was looked for. A criterion without `needs` applies
    to every page. `remains` is what a person must look at, whatever the rules say.
    """

    number: str
    name: str
    level: str
    remains: str
    needs: tuple[str, ...] = ()
    absent: str = ""


MEDIA = ("sounds", "videos", "frames")
NO_MEDIA = "sound, video or embedded page"
NO_VIDEO = "video or embedded page"
CONTROLS = ("controls",)
NO_CONTROLS = "link, button or field"
FORM = ("conditions", "submissions")
NO_FORM = "field that can be filled in wrong, and no form to send"

CRITERIA = (
    Criterion(
        "1.1.1",
        "Non-text Content",
        "A",
        "do the words for each picture say what it shows?",
        ("pictures", "images", "sounds"),
        "picture or sound",
    ),
    Criterion("1.2.1", "Audio-only and Video-only", "A", "is all of each recording there as text?", MEDIA, NO_MEDIA),
    Criterion("1.2.2", "Captions", "A", "do captions say all that is heard?", ("videos", "frames"), NO_VIDEO),
    Criterion(
        "1.2.3",
        "Audio Description or Media Alternative",
        "A",
        "is what videos show told in words?",
        ("videos", "frames"),
        NO_VIDEO,
    ),
    Criterion("1.2.4", "Captions (Live)", "AA", "do live streams have captions?", MEDIA, "live stream"),
    Criterion("1.2.5", "Audio Description", "AA", "is what videos show spoken?", ("videos", "frames"), NO_VIDEO),
    Criterion("1.3.1", "Info and Relationships", "A", "is what looks like a heading, a list or a table marked as one?"),
    Criterion("1.3.2", "Meaningful Sequence", "A", "does the order make sense when it is read aloud?"),
    Criterion("1.3.3", "Sensory Characteristics", "A", "does any text lean on shape, color or place alone?"),
    Criterion("1.3.4", "Orientation", "AA", "does the page work when the phone is turned?"),
    Criterion(
        "1.3.5",
        "Identify Input Purpose",
        "AA",
        "do fields about the reader say what they are for?",
        ("questions",),
        "field about the reader",
    ),
    Criterion("1.4.1", "Use of Color", "A", "does color alone carry any meaning?"),
    Criterion("1.4.2", "Audio Control", "A", "can sound that starts by itself be stopped?", MEDIA, NO_MEDIA),
    Criterion("1.4.3", "Contrast (Minimum)", "AA", "can text on pictures be read?"),
    Criterion("1.4.4", "Resize Text", "AA", "can all be read and used with text twice as large?"),
    Criterion("1.4.5", "Images of Text", "AA", "is text in pictures there as real text?", ("images",), "picture file"),
    Criterion("1.4.10", "Reflow", "AA", "is anything lost on a small phone?"),
    Criterion("1.4.11", "Non-text Contrast", "AA", "can buttons, fields and drawings be told from what is around?"),
    Criterion("1.4.12", "Text Spacing", "AA", "is any text lost when it is spaced out?"),
    Criterion(
        "1.4.13",
        "Content on Hover or Focus",
        "AA",
        "does what pops up stay, and can it be closed?",
        ("tooltips", "hovers", "pointing"),
        "thing that pops up under the pointer",
    ),
    Criterion("2.1.1", "Keyboard", "A", "does each thing work with keys as it does with a mouse?"),
    Criterion("2.1.2", "No Keyboard Trap", "A", "can the keyboard leave each thing again?", CONTROLS, NO_CONTROLS),
    Criterion(
        "2.1.4",
        "Character Key Shortcuts",
        "A",
        "can shortcuts of one letter be turned off?",
        ("keys", "shortcuts"),
        "script that listens to keys",
    ),
    Criterion(
        "2.2.1",
        "Timing Adjustable",
        "A",
        "can each time limit be turned off or made longer?",
        ("refreshes", "timers"),
        "time limit",
    ),
    Criterion(
        "2.2.2",
        "Pause, Stop, Hide",
        "A",
        "can what moves or changes by itself be stopped?",
        ("moving", "animations", "timers", "repaints", "videos", "frames", "canvases", "gifs"),
        "thing that moves or changes by itself",
    ),
    Criterion(
        "2.3.1",
        "Three Flashes or Below",
        "A",
        "does anything flash?",
        ("moving", "animations", "timers", "repaints", "videos", "frames", "canvases", "gifs"),
        "thing that moves or flashes",
    ),
    Criterion("2.4.1", "Bypass Blocks", "A", "is there a quick way past what all pages repeat?"),
    Criterion("2.4.2", "Page Titled", "A", "does each title say what its page is about?"),
    Criterion(
        "2.4.3", "Focus Order", "A", "does the Tab key go on in an order that makes sense?", CONTROLS, NO_CONTROLS
    ),
    Criterion("2.4.4", "Link Purpose (In Context)", "A", "does each link say where it leads?", ("links",), "link"),
    Criterion("2.4.5", "Multiple Ways", "AA", "are there two ways or more to each page?"),
    Criterion(
        "2.4.6",
        "Headings and Labels",
        "AA",
        "do headings and labels say what they are for?",
        ("headings", "fields"),
        "heading or label",
    ),
    Criterion("2.4.7", "Focus Visible", "AA", "can one always see where the keyboard is?", CONTROLS, NO_CONTROLS),
    Criterion(
        "2.4.11",
        "Focus Not Obscured (Minimum)",
        "AA",
        "does anything cover where the keyboard is?",
        CONTROLS,
        NO_CONTROLS,
    ),
    Criterion(
        "2.5.1",
        "Pointer Gestures",
        "A",
        "does each swipe or pinch have a plain button too?",
        ("paths",),
        "swipe or pinch",
    ),
    Criterion(
        "2.5.2",
        "Pointer Cancellation",
        "A",
        "can a press be taken back before letting go?",
        ("presses",),
        "thing that acts before the finger is lifted",
    ),
    Criterion("2.5.3", "Label in Name", "A", "do spoken names have the words that are seen?", CONTROLS, NO_CONTROLS),
    Criterion(
        "2.5.4",
        "Motion Actuation",
        "A",
        "does each shake or tilt have a plain button too?",
        ("tilts",),
        "script that listens to shaking or tilting",
    ),
    Criterion(
        "2.5.7",
        "Dragging Movements",
        "AA",
        "can what is dragged be moved in another way?",
        ("drags", "draggable"),
        "thing to drag",
    ),
    Criterion("2.5.8", "Target Size (Minimum)", "AA", "are small targets far enough apart?", CONTROLS, NO_CONTROLS),
    Criterion("3.1.1", "Language of Page", "A", "is the page in the language that it names?"),
    Criterion("3.1.2", "Language of Parts", "AA", "are words of other languages marked?"),
    Criterion(
        "3.2.1", "On Focus", "A", "does anything change just because the keyboard comes to it?", CONTROLS, NO_CONTROLS
    ),
    Criterion(
        "3.2.2",
        "On Input",
        "A",
        "does a choice change more than the reader expects?",
        ("fields", "settings"),
        "field or setting",
    ),
    Criterion("3.2.3", "Consistent Navigation", "AA", "are menus in the same order on each page?"),
    Criterion("3.2.4", "Consistent Identification", "AA", "does the same thing have the same name on each page?"),
    Criterion("3.2.6", "Consistent Help", "A", "is help in the same place on each page?"),
    Criterion("3.3.1", "Error Identification", "A", "do messages say what is wrong, and where?", FORM, NO_FORM),
    Criterion("3.3.2", "Labels or Instructions", "A", "does each field say what to enter?", ("fields",), "field"),
    Criterion("3.3.3", "Error Suggestion", "AA", "do messages say how to put it right?", FORM, NO_FORM),
    Criterion(
        "3.3.4",
        "Error Prevention (Legal, Financial, Data)",
        "AA",
        "can what was sent be changed or checked?",
        ("submissions",),
        "form to send",
    ),
    Criterion("3.3.7", "Redundant Entry", "A", "is anything asked for twice?", ("submissions",), "form to send"),
    Criterion(
        "3.3.8",
        "Accessible Authentication (Minimum)",
        "AA",
        "can one sign in without a memory test?",
        ("passwords",),
        "sign-in or password",
    ),
    Criterion(
        "4.1.2", "Name, Role, Value", "A", "do screen readers say what each control is and does?", CONTROLS, NO_CONTROLS
    ),
    Criterion(
        "4.1.3",
        "Status Messages",
        "AA",
        "are messages that appear read out by screen readers?",
        ("messages", "answers"),
        "message that appears by itself",
    ),
)
