"""Zensical, run as a program on a copy of the project: it writes only below the folder of its mkdocs.yml."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from publish.engine.model import CONFIG, Settings
from publish.engine.problems import link_problem, other_problem
from publish.files import read_text
from publish.handouts import copy_handouts
from publish.problem import CannotWork, Problem

COPIED = ("docs", "data", "overrides")
OURS = "build.yml"
OWN_INDEX = "search.json"
COLOR = re.compile(r"\x1b\[[0-9;]*m")
SAID = re.compile(
    r"^(?:Warning|Error): (?P<what>.+)\n\s*╭─\[ (?P<page>.+?):(?P<line>\d+):(?P<column>\d+) \]", re.MULTILINE
)
COUNTED = re.compile(r"^(\d+) issues? found", re.MULTILINE)
REASON = re.compile(r"^RuntimeError: (?:Python error: )?(.+)", re.MULTILINE)
LINK_END = re.compile(r"[\s)>\]]")


@dataclass(frozen=True)
class Zensical:
    """Zensical, which is written in Rust and calls Python for the Markdown alone."""

    name: str = "zensical"
    label: str = "Zensical"

    def read_settings(self, root: Path) -> Settings:
        """What mkdocs.yml says. Raises CannotWork when it cannot be read."""
        from zensical.config import parse_config

        try:
            config = parse_config(str(root / CONFIG))
        except Exception as error:  # Zensical checks little of what it reads, and fails with whatever comes of that.
            raise CannotWork(f"{CONFIG} cannot be used: {' '.join(str(error).split())}") from None
        docs, site = root / config["docs_dir"], root / config["site_dir"]
        watched = (docs, root / CONFIG, *(root / name for name in config["watch"]))
        offline = bool(config["extra"].get("offline"))
        return Settings(self, root, docs, site, config.get("site_url") or "", watched, offline, config)

    def write(self, settings: Settings, into: Path) -> list[Problem]:
        """Build the site into a new folder and return the problems found.

        Raises CannotWork when a template or a part of mkdocs.yml is broken. The index for Zensical's own search script
        is left out: our shell does not load that script.
        """
        with tempfile.TemporaryDirectory(prefix="zensical-") as folder:
            copy = Path(folder).resolve()
            copy_project(settings, copy)
            said = run(copy)
            shutil.move(copy / "site", into)
        (into / OWN_INDEX).unlink(missing_ok=True)
        return as_problems(said, settings)


def copy_project(settings: Settings, copy: Path) -> None:
    """Copy what the pages need, mkdocs.yml too: our Markdown reads the menu there. OURS adds what differs from it."""
    for name in COPIED:
        if (settings.root / name).is_dir():
            shutil.copytree(settings.root / name, copy / name)
    differing = {"site_dir": "site", "site_url": settings.address or None, "strict": False}
    shutil.copyfile(settings.root / CONFIG, copy / CONFIG)
    (copy / OURS).write_text(yaml.safe_dump({"INHERIT": CONFIG} | differing), encoding="utf-8")
    copy_handouts(settings.root, copy, settings.address)


def run(copy: Path) -> str:
    """Build the copy. Returns what Zensical said. Raises CannotWork when it gave up."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", OURS]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    said = COLOR.sub("", done.stderr)
    if done.returncode or not (copy / "site").is_dir():
        reason = REASON.search(said)
        raise CannotWork(f"Zensical cannot build the site: {reason[1] if reason else said.strip()}.")
    return said


def as_problems(said: str, settings: Settings) -> list[Problem]:
    """What Zensical said about pages, with the file and line that it means. Our own parts are heard elsewhere.

    Raises CannotWork when it counts other problems than those read here.
    """
    problems = [as_problem(match, settings) for match in SAID.finditer(said)]
    counted = COUNTED.search(said)
    if counted and int(counted[1]) != len(problems):
        raise CannotWork(f"Zensical says more than can be read here:\n{said.strip()}")
    return problems


def as_problem(match: re.Match[str], settings: Settings) -> Problem:
    """One thing that Zensical found on a page."""
    page, line, what = match["page"], int(match["line"]), match["what"]
    if not what.endswith("does not exist"):
        return other_problem(f"{settings.docs.name}/{page}", line, what, settings)
    written = read_text(settings.docs / page, page).split("\n")[line - 1][int(match["column"]) - 1 :]
    link = LINK_END.split(written, maxsplit=1)[0]
    return link_problem(page, line, f"#{link}" if what.startswith("anchor") else link, what, settings)


ZENSICAL = Zensical()
