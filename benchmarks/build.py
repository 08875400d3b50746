"""Our build against plain `mkdocs build` of the same content, and how both grow from 100 to 1,000 pages."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from benchmarks.timing import ROOT, pairs
from publish.sizes import page_sizes

OURS = [sys.executable, "-m", "publish", "build"]
PLAIN = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "plain"]
PARTS = ["docs", "data", "overrides", "mkdocs.yml", "pyproject.toml"]
PAIRS, PAIRS_OF_MANY = 9, 3
FEW, MANY = 100, 1000
SECTION = 5
SEARCH = "plugins: [search]"


def measure() -> None:
    """Print seconds, ratios, and what a page weighs among few and among many."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder))
        print(line("the guide", list(pairs(OURS, PLAIN, project, PAIRS))), flush=True)
        if with_search(project):
            print(line("the guide, plain with its search", list(pairs(OURS, PLAIN, project, PAIRS))), flush=True)
    ours, sizes = {}, {}
    for count in (FEW, MANY):
        with tempfile.TemporaryDirectory() as folder:
            project = copy_project(Path(folder))
            fill_up(project, count)
            taken = list(pairs(OURS, PLAIN, project, PAIRS_OF_MANY))
            print(line(f"a guide of {count:,} pages", taken), flush=True)
            ours[count] = statistics.median(first for first, _ in taken)
            sizes[count] = {size.page: size.figure("first-render") for size in page_sizes(project / "site")}
    print(f"{MANY:,} pages cost {ours[MANY] / ours[FEW]:.1f} times what {FEW} cost.")
    print("\n".join(growth(sizes[FEW], sizes[MANY])))


def line(name: str, taken: Sequence[tuple[float, float]]) -> str:
    """The medians of seconds, and the median and the spread of the ratios of pairs."""
    ours, plain = (statistics.median(column) for column in zip(*taken, strict=True))
    ratios = [first / second for first, second in taken]
    return (
        f"{name}: ours {ours:.2f} s, plain {plain:.2f} s; in {len(taken)} pairs the ratio is "
        f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
    )


def growth(few: dict[str, int], many: dict[str, int]) -> Iterator[str]:
    """A sentence for the pages of both guides that stay as they are, and one for each that grows."""
    grown = {page: many[page] - bytes for page, bytes in few.items() if page in many and many[page] > bytes}
    both = len(few.keys() & many.keys())
    yield f"First render of the {both} pages that are in both: {both - len(grown)} weigh no more among {len(many):,}."
    for page, more in sorted(grown.items(), key=lambda one: -one[1]):
        yield f"  {page}: {few[page]:,} bytes, and {more:,} more"


def copy_project(folder: Path) -> Path:
    """The project in a folder of its own."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copy(source, folder / part)
    (folder / "publish").mkdir()  # mkdocs.yml watches it
    return folder


def with_search(project: Path) -> bool:
    """Give plain MkDocs the search that it comes with, where the project makes its own. False where it has it."""
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("plugins: []", SEARCH), encoding="utf-8")
    return "plugins: []" in text


def fill_up(project: Path, count: int) -> None:
    """Add copies of its pages to the guide until it has `count` of them, in small sections below one of the menu."""
    docs = project / "docs"
    pages = sorted(page.name for page in docs.glob("*.md"))
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        copies = [copy_page(docs, page, number) for number, page in in_turn(docs, pages, count - len(pages))]
        config.writelines(menu(copies))


def in_turn(docs: Path, pages: Sequence[str], count: int) -> Iterator[tuple[int, str]]:
    """The pages one after the other, as often as it takes; not those with their own template or a list of pages."""
    texts = {page: (docs / page).read_text(encoding="utf-8") for page in pages}
    plain = [page for page, text in texts.items() if "\ntemplate: " not in text and "\n<section" not in text]
    return enumerate(itertools.islice(itertools.cycle(plain), count))


def copy_page(docs: Path, page: str, number: int) -> str:
    """Write a page once more, under a name and a title that no other has. Returns the name."""
    name = f"copy-{number}-{page}"
    head, rest = (docs / page).read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    title = json.dumps(f"{yaml.safe_load(head)['title']} ({number})", ensure_ascii=False)
    text = re.sub(r"(?m)^title: .*$", lambda _: f"title: {title}", head, count=1)
    (docs / name).write_text(f"---\n{text}\n---\n{rest}", encoding="utf-8")
    return name


def menu(names: Sequence[str]) -> Iterator[str]:
    """The lines of mkdocs.yml that put pages in sections below one section of the menu."""
    yield "  - Copies:\n"
    for start in range(0, len(names), SECTION):
        yield f"      - From {start}:\n"
        yield from (f"          - {name}\n" for name in names[start : start + SECTION])
