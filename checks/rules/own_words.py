"""Whoever copies a sentence copies its faults, and takes what is not theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.sentences import SENTENCES, Place, Sentence
from checks.observe.source_runs import SOURCE_RUNS
from checks.word_runs import LENGTH, WORD, runs, words

NAMES = 6  # words with a capital, and figures, in a run that make it a name or a title


def judge(facts: Facts) -> Iterator[Finding]:
    known = facts[SOURCE_RUNS]
    looked_at, copied = 0, 0
    for sentence in facts[SENTENCES]:
        found = words(sentence.own)
        looked_at += max(0, len(found) - LENGTH + 1)
        places = [place for place, run in runs(found) if run in known and not is_name(sentence, place)]
        if places:
            copied += 1
            words_said = " ".join(found[places[0] : places[-1] + LENGTH])
            fix = "say it in words of your own, or put it in quotation marks and cite it"
            yield failed(f'"{words_said}" stands word for word in a source.', fix, line=sentence.line)
    if looked_at and known and not copied:
        yield passed(looked_at)


def is_name(sentence: Sentence, place: int) -> bool:
    """Whether the run at this place is mostly a name: an office, a law, a document."""
    run: Sequence[str] = WORD.findall(sentence.own)[place : place + LENGTH]
    return sentence.place != Place.HEADING and sum(word[:1].isupper() or word.isdigit() for word in run) >= NAMES


RULE = Rule(
    id="own-words",
    requirement="No run of eight words is that of a source, outside quotation marks and names.",
    why="Copied words are not ours to give away, and carry a source's tone and errors to readers who trust us.",
    observes=(SENTENCES, SOURCE_RUNS),
    judge=judge,
    scope=Scope.SOURCE,
)
