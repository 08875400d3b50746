"""An inverted index, from words to the pages that they stand on, in two short strings.

The words stand in the order of the alphabet. Each begins with a capital letter, which says how many letters it shares
with the word before it (A none, B one, …); the rest follows: "AmedicationFineCet" is medication, medicine, meet.

The pages of each word stand between spaces, as steps from the page before (the first from the page before page 0). A
letter is a step of 1 (a) to 26 (z), and digits before it count 26 more each. A capital letter says that the word stands
there often. A common word begins with an exclamation mark.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from publish.optimise.words import stem

COMMON = 0.5
"""A word on a greater share of the pages is common: it tells pages apart by how often they have it."""
PAGES_OF_COMMON = 15
"""So a common word stands only for the pages that have it most."""
OFTEN = 4
"""Times that a word must stand on a page to stand there often."""
LETTERS = 26


@dataclass
class Term:
    """The forms of one word, and how often they stand on each page, by the page's number."""

    forms: set[str] = field(default_factory=set)
    times: Counter[int] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The shortest form."""
        return min(self.forms, key=lambda form: (len(form), form))


def inverted(texts: Sequence[Counter[str]], known: Sequence[Collection[str]]) -> tuple[str, str]:
    """The words and the pages, as the module says, of pages with these words and how often each has them.

    `known` has stems for each page that the index holds in another way; they are not listed for that page.
    """
    ordered = sorted(terms(texts).items(), key=lambda item: item[1].name)
    kept: list[tuple[str, str]] = []
    for one, term in ordered:
        is_common = len(term.times) > COMMON * len(texts)
        pages = [page for page in term.times if one not in known[page]]
        if is_common:
            pages = sorted(pages, key=lambda page: (-term.times[page], page))[:PAGES_OF_COMMON]
        if pages or is_common:
            steps = "".join(stepped(sorted(pages), term.times))
            kept.append((term.name, f"!{steps}" if is_common else steps))
    return "".join(front_coded(name for name, _ in kept)), " ".join(pages for _, pages in kept)


def terms(texts: Iterable[Counter[str]]) -> dict[str, Term]:
    """All words by their stems."""
    found: defaultdict[str, Term] = defaultdict(Term)
    for page, text in enumerate(texts):
        for word, times in text.items():
            term = found[stem(word)]
            term.forms.add(word)
            term.times[page] += times
    return found


def front_coded(words: Iterable[str]) -> Iterator[str]:
    """Each word as what it shares with the one before it, and the rest."""
    before = ""
    for word in words:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, before, strict=False)))
        shared = min(shared, LETTERS - 1)
        yield chr(ord("A") + shared) + word[shared:]
        before = word


def stepped(pages: Iterable[int], times: Counter[int]) -> Iterator[str]:
    """Each page as the step from the one before it."""
    before = -1
    for page in pages:
        more, rest = divmod(page - before - 1, LETTERS)
        yield (str(more) if more else "") + chr(ord("A" if times[page] >= OFTEN else "a") + rest)
        before = page
