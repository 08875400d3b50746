"""The facts of data/: help lines, sources and glossary terms, each standing in one place with its own id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from publish.facts.glossary import Term, read_term
from publish.facts.helplines import Helpline, read_helpline
from publish.facts.sources import Source, read_source
from publish.fields import Reader
from publish.files import cannot_open, decode, stamp
from publish.problem import ContentError, Problem, did_you_mean

HELPLINES = "data/helplines.yml"
SOURCES = "data/sources.yml"
GLOSSARY = "data/glossary.yml"


class WithId(Protocol):
    """Whatever has an id and knows the line on which it stands."""

    @property
    def id(self) -> str: ...
    @property
    def line(self) -> int: ...


Fact = TypeVar("Fact", bound=WithId)


@dataclass(frozen=True)
class Facts:
    """All facts by id, and the problems of the files that hold them."""

    helplines: Mapping[str, Helpline]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    problems: tuple[Problem, ...]
    unsure: frozenset[str] = frozenset()
    """Names of the files in which some entry could not be read, so that an unknown id may be known after all."""


def read_facts(root: Path) -> Facts:
    """The facts of the project in `root`. What is wrong with an entry stands in `problems`; the rest is usable."""
    return _read_facts(root, tuple(stamp(root / name) for name in (HELPLINES, SOURCES, GLOSSARY)))


@lru_cache(maxsize=8)
def _read_facts(root: Path, _stamps: tuple[tuple[int, int], ...]) -> Facts:
    helplines, helpline_problems = _read_file(root, HELPLINES, "helplines", read_helpline)
    sources, source_problems = _read_file(root, SOURCES, "sources", read_source)
    terms, term_problems = _read_file(root, GLOSSARY, "terms", read_term)
    problems = [*helpline_problems, *source_problems, *term_problems]
    unsure = frozenset(problem.file for problem in problems)
    if SOURCES not in unsure:
        problems += _unknown_sources(terms, sources)
    return Facts(helplines, sources, terms, tuple(problems), unsure)


def _read_file(
    root: Path, name: str, key: str, read_one: Callable[[Any, Reader], Fact | None]
) -> tuple[dict[str, Fact], list[Problem]]:
    """The entries of one data file by id, and the file's problems."""
    reader = Reader(name)
    facts: dict[str, Fact] = {}
    try:
        tree = reader.compose(decode((root / name).read_bytes(), name))
    except ContentError as error:
        return facts, list(error.problems)
    except OSError as error:
        return facts, [cannot_open(name, error)]
    if tree is None:
        return facts, reader.problems or [_empty(name, key)]
    for node in reader.entries(tree, key):
        fact = read_one(node, reader)
        if fact is None:
            continue
        if fact.id in facts:
            _report_twice(reader, fact, facts[fact.id])
        facts.setdefault(fact.id, fact)
    return facts, reader.problems


def _report_twice(reader: Reader, fact: WithId, first: WithId) -> None:
    reader.report(
        fact.line,
        f'The id "{fact.id}" stands twice; the first is on line {first.line}.',
        "Pages that refer to it could mean either.",
        "give one of them another id, or delete it.",
    )


def _empty(name: str, key: str) -> Problem:
    return Problem(
        name,
        1,
        "The file is empty.",
        "Pages refer to what should stand here.",
        f'write "{key}:" and its entries below it.',
    )


def _unknown_sources(terms: Mapping[str, Term], sources: Mapping[str, Source]) -> list[Problem]:
    return [
        Problem(
            GLOSSARY,
            term.line,
            f'The term "{term.id}" names the source "{term.source}", which {SOURCES} does not have.',
            "The definition would stand without its source.",
            did_you_mean(term.source, sources, f"Add the source to {SOURCES}."),
        )
        for term in terms.values()
        if term.source and term.source not in sources
    ]
