"""The facts of data/: help lines, sources, glossary terms, grades, corrections and criteria, each in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

import yaml

from publish.facts.corrections import Correction, read_correction
from publish.facts.criteria import Criterion, read_criterion
from publish.facts.glossary import Term, read_term
from publish.facts.grades import Grades, file_of, read_grades
from publish.facts.helplines import Helpline, read_helpline
from publish.facts.sources import Source, read_source, source_of
from publish.fields import Reader
from publish.files import cannot_open, decode, markdown_files, stamp
from publish.problem import ContentError, Problem, did_you_mean

HELPLINES = "data/helplines.yml"
SOURCES = "data/sources.yml"
GLOSSARY = "data/glossary.yml"
GRADES = "data/grades.yml"
CORRECTIONS = "data/corrections.yml"
CRITERIA = "data/criteria.json"
OPTIONAL = (GRADES, CORRECTIONS, CRITERIA)
"""Files that a guide need not have."""
DOCS = "docs"


class WithId(Protocol):
    """Whatever has an id and knows the line on which it stands."""

    @property
    def id(self) -> str: ...
    @property
    def line(self) -> int: ...


class WithSource(WithId, Protocol):
    """Whatever may name a source by its id."""

    @property
    def source(self) -> str: ...


Fact = TypeVar("Fact", bound=WithId)


@dataclass(frozen=True)
class Facts:
    """All facts by id, and the problems of the files that hold them.

    The official page of each help line is a source too, unless data/sources.yml has one with its id that says more.
    """

    helplines: Mapping[str, Helpline]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    problems: tuple[Problem, ...]
    unsure: frozenset[str] = frozenset()
    """Names of the files in which some entry could not be read, so that an unknown id may be known after all."""
    grades: Grades = field(default_factory=Grades)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    criteria: Mapping[str, Criterion] = field(default_factory=dict)


def read_facts(root: Path) -> Facts:
    """The facts of the project in `root`. What is wrong with an entry stands in `problems`; the rest is usable."""
    names = (HELPLINES, SOURCES, GLOSSARY, GRADES, CORRECTIONS, CRITERIA, DOCS)
    return _read_facts(root, tuple(stamp(root / name) for name in names))


@lru_cache(maxsize=8)
def _read_facts(root: Path, _stamps: tuple[tuple[int, int], ...]) -> Facts:
    helplines, helpline_problems = _read_file(root, HELPLINES, "helplines", read_helpline)
    sources, source_problems = _read_file(root, SOURCES, "sources", read_source)
    terms, term_problems = _read_file(root, GLOSSARY, "terms", read_term)
    lines = {source.id: source for source in map(source_of, helplines.values())}
    grades, grade_problems = _read_grades(root)
    corrections, correction_problems = _read_file(root, CORRECTIONS, "corrections", read_correction)
    criteria, criteria_problems = _read_file(root, CRITERIA, "criteria", read_criterion)
    problems = [*helpline_problems, *source_problems, *term_problems, *grade_problems]
    problems += [*correction_problems, *criteria_problems]
    unsure = frozenset(problem.file for problem in problems)
    if SOURCES not in unsure:
        why = "The definition would stand without its source."
        problems += _unknown_sources(GLOSSARY, "term", terms, sources, why)
    if unsure.isdisjoint((SOURCES, HELPLINES)):
        why = "Readers could not see what the correction rests on."
        problems += _unknown_sources(CORRECTIONS, "correction", corrections, lines | sources, why)
    problems += _unknown_pages(root, grades, corrections)
    return Facts(helplines, lines | sources, terms, tuple(problems), unsure, grades, corrections, criteria)


def _read_file(
    root: Path, name: str, key: str, read_one: Callable[[Any, Reader], Fact | None]
) -> tuple[dict[str, Fact], list[Problem]]:
    """The entries of one data file by id, and the file's problems."""
    reader = Reader(name)
    facts: dict[str, Fact] = {}
    tree, problems = _read_tree(root, reader, key)
    if tree is None:
        return facts, problems
    for node in reader.entries(tree, key):
        fact = read_one(node, reader)
        if fact is None:
            continue
        if fact.id in facts:
            _report_twice(reader, fact, facts[fact.id])
        facts.setdefault(fact.id, fact)
    return facts, reader.problems


def _read_grades(root: Path) -> tuple[Grades, list[Problem]]:
    """The grades, and their problems."""
    reader = Reader(GRADES)
    tree, problems = _read_tree(root, reader, "instruments")
    return (Grades(), problems) if tree is None else (read_grades(tree, reader), reader.problems)


def _read_tree(root: Path, reader: Reader, key: str) -> tuple[yaml.Node | None, list[Problem]]:
    """The YAML of a data file, or None and the problems for which there is none."""
    name = reader.file
    try:
        tree = reader.compose(decode((root / name).read_bytes(), name))
    except ContentError as error:
        return None, list(error.problems)
    except FileNotFoundError as error:
        return None, [] if name in OPTIONAL else [cannot_open(name, error)]
    except OSError as error:
        return None, [cannot_open(name, error)]
    return tree, reader.problems or ([_empty(name, key)] if tree is None else [])


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


def _unknown_sources(
    file: str, kind: str, facts: Mapping[str, WithSource], sources: Mapping[str, Source], why: str
) -> Iterator[Problem]:
    for fact in facts.values():
        if fact.source and fact.source not in sources:
            what = f'The {kind} "{fact.id}" names the source "{fact.source}", which {SOURCES} does not have.'
            fix = did_you_mean(fact.source, sources, f"Add the source to {SOURCES}.")
            yield Problem(file, fact.line, what, why, fix)


def _unknown_pages(root: Path, grades: Grades, corrections: Mapping[str, Correction]) -> Iterator[Problem]:
    """A problem for each page that is marked, or corrected, and is not there."""
    for page in grades.pages.values():
        if file_of(page.page, root) is None:
            yield _unknown_page(root, GRADES, page.line, page.page, "")
    for one in corrections.values():
        if not (root / DOCS / one.page).is_file():
            yield _unknown_page(root, CORRECTIONS, one.line, one.page, ".md")


def _unknown_page(root: Path, file: str, line: int, page: str, suffix: str) -> Problem:
    docs = root / DOCS
    known = [path.relative_to(docs).with_suffix(suffix).as_posix() for path in markdown_files(docs)]
    return Problem(
        file,
        line,
        f'There is no page "{page}" in {DOCS}/.',
        "Readers could not see what this is about.",
        did_you_mean(page, known, "Delete the entry, or name the page that it belongs to now."),
    )
