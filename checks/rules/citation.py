"""What can be counted or looked up, a number, a sum of money, a law, a help line, stands with its source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from checks.config import Citation
from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.sentences import SENTENCES, Place, Sentence

WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety"
COUNT = rf"(?:\d[\d,.]*|{WORDS})"
UNIT = "minutes?|hours?|days?|nights?|weeks?|months?|years?"
CLAIMS = {
    "a law": r"\b(?:[A-Z][\w’']+ )+Act\b|\b\d+ (?:CFR|C\.F\.R\.|USC|U\.S\.C\.)|§",
    "money": r"[$€£]\s?\d",
    "a share": rf"\d\s?(?:%|percent\b)|(?i:\b(?:{COUNT}|one) (?:in|of|out of) (?:every )?{COUNT}\b)",
    "a time": rf"(?i:\b{COUNT}(?: ?(?:to|or|and|–|-) ?{COUNT})?[ -](?:more )?(?:{UNIT})\b)",
    "a year": r"\b(?:19|20)\d\d\b",
    "a number": r"\d",
}
OF_THE_PAGE = re.compile(
    r"\b(?:[Ss]teps?|[Qq]uestions?|[Pp]arts?|[Pp]oints?|[Bb]ox(?:es)?) \d+(?:(?: to |–| and )\d+)?\b|^\d+\. "
)
EXAMPLE = re.compile(r"\bexamples?\b", re.IGNORECASE)
ASIDE = (Place.SUMMARY, Place.HEADING, Place.FIELD, Place.LETTER)
LINE = "line-"  # what the ids of sources begin with that are the official page of a help line
SHOWN = 60  # characters of a sentence in a message


def judge(facts: Facts) -> Iterator[Finding]:
    on_page = {source for sentence in facts[SENTENCES] for source in sentence.cites}
    cited, let_pass = 0, []
    for sentence in facts[SENTENCES]:
        claim = claim_of(sentence.text, facts.settings.citation)
        if not claim and not sentence.lines:
            continue
        if is_cited(sentence) or (not claim and are_cited(sentence.lines, on_page)):
            cited += 1
        elif reason := reason_to_let_pass(sentence, facts):
            let_pass.append(f"line {sentence.line} ({reason}): {shown(sentence)}")
        else:
            yield failed(
                f"{shown(sentence)} has {claim or 'a help line'} and no source.",
                "put [^source-id] behind it, with an id of the project's list of sources, or leave it out",
                line=sentence.line,
            )
    if cited or let_pass:
        known = [f"{cited} with a source.", *(["Let pass:", "; ".join(let_pass)] if let_pass else [])]
        yield passed(cited + len(let_pass), message=" ".join(known))


def claim_of(text: str, settings: Citation) -> str:
    """What a text claims that readers can look up, or nothing."""
    text = OF_THE_PAGE.sub("", text)
    if any(re.search(rf"\b{re.escape(law)}\b", text) for law in settings.laws):
        return "a law"
    return next((kind for kind, pattern in CLAIMS.items() if re.search(pattern, text)), "")


def are_cited(lines: Iterable[str], on_page: Collection[str]) -> bool:
    """Whether the page cites the official page of each help line; that of a line serves for its branches too:
    line-988 for the line 988-spanish.
    """
    pages = [source.removeprefix(LINE) for source in on_page if source.startswith(LINE)]
    return all(any(line.startswith(page) for page in pages) for line in lines)


def is_cited(sentence: Sentence) -> bool:
    """Whether it cites a source, or stands in a list or table whose introduction does."""
    return bool(sentence.cites or (sentence.introduction and sentence.introduction.cites))


def reason_to_let_pass(sentence: Sentence, facts: Facts) -> str:
    """Why this claim may stand without a source, or nothing."""
    if sentence.place in ASIDE:
        return sentence.place
    if claim_of(sentence.text, facts.settings.citation) and not claim_of(sentence.own, facts.settings.citation):
        return "in quotation marks"
    if any(EXAMPLE.search(one.text) for one in (sentence, sentence.introduction) if one):
        return "an example that says so"
    if facts.page.file in facts.settings.citation.own_figures:
        return "the site's own figures"
    return ""


def shown(sentence: Sentence) -> str:
    """The sentence in quotation marks, cut where it is long."""
    text = sentence.text
    return f'"{text}"' if len(text) <= SHOWN else f'"{text[:SHOWN].rsplit(" ", 1)[0]} …"'


RULE = Rule(
    id="citation",
    requirement="Every number, time, sum of money, share, law and help line in the text stands with its source.",
    why="A reader who stakes health or money on a figure must be able to see where it comes from.",
    observes=(SENTENCES,),
    judge=judge,
    scope=Scope.SOURCE,
)
