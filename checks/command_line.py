"""python -m checks: options in; a report and an exit status out."""

from __future__ import annotations

import argparse
import difflib
import json
import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from checks import conclusions, engine, ledger, pages, server, states
from checks.browser import BrowserMissing, SeleniumBrowser
from checks.config import ConfigFault, Settings, load
from checks.model import Page, Report, Rule, Scope, State
from checks.observe import axe, source_runs
from checks.report import FORMATS, text
from checks.report import json as json_report
from checks.rules import CATALOGUE

CLEAR, BLOCKED, FAULT, INTERRUPTED = 0, 1, 2, 130  # 130 is what shells call a program ended by Ctrl-C

COMMANDS = ("all", "content", "site", "rules", "explain", "fingerprint", "answer", "criteria")
FAULTS = (
    ConfigFault,
    pages.NoPages,
    engine.GateFault,
    BrowserMissing,
    axe.AxeMissing,
    ledger.LedgerFault,
)


class UsageFault(Exception):
    """An option that makes no sense; the text says which would."""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageFault(f"{message}. See: {self.prog} --help")


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    try:
        options = _parser().parse_args(_with_command(arguments))
        status: int = options.run(options)
        return status
    except UsageFault as fault:
        print(f"checks: {fault}", file=sys.stderr)
    except FAULTS as fault:
        print(f"checks: {fault}", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whoever read the report hung up
    except OSError as fault:
        print(f"checks: {fault.filename or 'A file'}: {fault.strerror or fault}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("checks: stopped by Ctrl-C; nothing was decided.", file=sys.stderr)
        return INTERRUPTED
    return FAULT


def _with_command(arguments: Sequence[str]) -> Sequence[str]:
    """Without a command, everything is checked, with the options of `site`."""
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help")):
        return ["all", *arguments]
    if not arguments[0].startswith("-"):
        _known(arguments[0], COMMANDS, "command")
    return arguments


def _parser() -> Parser:
    parser = Parser(
        prog="checks",
        description="May this be merged? Checks the content, then the built site, of this project.",
        epilog="Exit status: 0 clear, 1 findings block, 2 the gate could not do its work.",
    )
    output = Parser(add_help=False)
    output.add_argument("--format", action="append", choices=sorted(FORMATS), help="of the report; text unless told")
    output.add_argument(
        "--output", action="append", metavar="FILE", help="for the --format at the same position; - is here"
    )
    output.add_argument("--questions", metavar="FOLDER", help="put there what a person must look at, with pictures")
    output.add_argument("--rule", action="append", metavar="ID", help="this rule alone; may repeat")
    site = Parser(add_help=False)
    site.add_argument("--pages-from", metavar="FILE", help="only the pages that FILE names, a URL path a line")
    site.add_argument("--page", action="append", metavar="GLOB", help="only pages whose URL path matches; may repeat")
    site.add_argument("--state", action="append", metavar="NAME", help=f"only this state: {', '.join(states.NAMES)}")
    site.add_argument("--each", action="store_true", help="every page is a site of its own")
    site.add_argument("--workers", type=_positive, default=_cores(), metavar="N", help="browsers at a time")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)

    everything = commands.add_parser("all", parents=[site, output], help="both; the same as no command")
    everything.set_defaults(run=_check_all)

    content = commands.add_parser("content", parents=[output], help="Markdown only, without a browser")
    content.add_argument("files", nargs="*", metavar="FILE", help="all of the project's unless given")
    content.set_defaults(run=_check_content)

    folder = commands.add_parser(
        "site", parents=[site, output], help="a folder of HTML, or a served site by its sitemap"
    )
    folder.add_argument("place", nargs="?", metavar="DIR|URL", help="the project's built site unless given")
    folder.set_defaults(run=_check_site)

    commands.add_parser("rules", help="list the rules").set_defaults(run=_list_rules)
    explain = commands.add_parser("explain", help="show a rule's page")
    explain.add_argument("id", metavar="RULE")
    explain.set_defaults(run=_explain)
    fingerprint = commands.add_parser("fingerprint", help="keep the runs of words of source texts, for own-words")
    fingerprint.add_argument("folder", metavar="FOLDER", help="its .txt and .md files are read")
    fingerprint.set_defaults(run=_fingerprint)
    table = commands.add_parser("criteria", help="keep what a whole run says of the success criteria")
    table.add_argument("report", metavar="REPORT", help="the JSON report of that run")
    table.set_defaults(run=_keep_criteria)
    answer = commands.add_parser("answer", help="take filled-in questions into the ledger")
    answer.add_argument("folder", metavar="FOLDER", help="the one that --questions named")
    answer.set_defaults(run=_answer)
    return parser


def _check_all(options: argparse.Namespace) -> int:
    settings = load(Path.cwd())
    rules, answers = _chosen_rules(options.rule), ledger.read(settings)
    content = engine.check_content(_markdown(settings, []), rules, settings)
    built, versions = _look_at_site(options, settings, settings.site, rules)
    report = engine.report([content, built], settings, versions, answers)
    status = _finish(options, report)
    if settings.criteria and not (options.rule or options.state or options.page or options.pages_from):
        _say_if_criteria_changed(report, settings)
    return status


def _say_if_criteria_changed(report: Report, settings: Settings) -> None:
    """What the site publishes of the success criteria should be what a whole run says of them."""
    kept = settings.root / settings.criteria
    table = json_report.criteria(report)
    if table and not (kept.is_file() and kept.read_text(encoding="utf-8") == conclusions.published(table["site"])):
        print(
            f"{settings.criteria} is not what this run says of the success criteria. Write it anew: "
            "python -m checks --format json --output report.json, then python -m checks criteria report.json.",
            file=sys.stderr,
        )


def _check_content(options: argparse.Namespace) -> int:
    settings = load(Path.cwd())
    checked = engine.check_content(_markdown(settings, options.files), _chosen_rules(options.rule), settings)
    return _finish(options, engine.report([checked], settings, {}))


def _check_site(options: argparse.Namespace) -> int:
    settings = load(Path.cwd())
    answers = ledger.read(settings)
    checked, versions = _look_at_site(options, settings, options.place, _chosen_rules(options.rule))
    return _finish(options, engine.report([checked], settings, versions, answers))


def _look_at_site(
    options: argparse.Namespace, settings: Settings, place: str | None, rules: Sequence[Rule]
) -> tuple[engine.Checked, dict[str, str]]:
    chosen = _chosen_states(options.state)
    source = axe.pinned(settings) if any(axe.AXE in rule.observes for rule in rules) else ""

    def start() -> SeleniumBrowser:
        return SeleniumBrowser(tuple(settings.templates), source)

    folder = _folder(settings, place)
    with server.folder(folder, place or settings.site) if folder else server.address(place or "") as site:
        site = replace(site, pages=_chosen_pages(options, site.pages, folder))
        whole = not (options.rule or options.state)
        checked = engine.check_site(site, rules, chosen, settings, start, options.workers, options.each, whole)
    return checked, {"axe-core": axe.version(source)} if source else {}


def _folder(settings: Settings, place: str | None) -> Path | None:
    """The folder to look at, or None for a site that is served already."""
    if place and "://" in place:
        return None
    return Path(place) if place else settings.root / settings.site


def _finish(options: argparse.Namespace, report: Report) -> int:
    formats = options.format or ["text"]
    outputs = options.output or []
    if len(outputs) > len(formats):
        raise UsageFault("there are more --output than --format: give each --output its --format")
    for name, place in zip(formats, [*outputs, *["-"] * (len(formats) - len(outputs))], strict=True):
        with nullcontext(sys.stdout) if place == "-" else Path(place).open("w", encoding="utf-8") as stream:
            FORMATS[name](report, stream)
    if options.questions:
        number = ledger.ask(report.results, Path(options.questions))
        print(f"{text.count(number, 'question')} in {options.questions}. Fill in each, then: checks answer.")
    sys.stdout.flush()
    return CLEAR if report.clear else BLOCKED


def _markdown(settings: Settings, files: Sequence[str]) -> tuple[Page, ...]:
    docs = settings.root / settings.docs
    chosen = [Path(file).resolve() for file in files] or sorted(docs.rglob("*.md"))
    if not chosen:
        raise pages.NoPages(f"There is no Markdown in {docs}.")
    for file in chosen:
        if not file.is_file():
            raise pages.NoPages(f"There is no file {file}.")
    return tuple(_markdown_page(settings, file) for file in chosen)


def _markdown_page(settings: Settings, file: Path) -> Page:
    docs = (settings.root / settings.docs).resolve()
    name = file.resolve().relative_to(docs) if file.resolve().is_relative_to(docs) else file
    shown = file.resolve()
    root = settings.root.resolve()
    return replace(
        pages.of_markdown(str(name)),
        file=str(shown.relative_to(root) if shown.is_relative_to(root) else shown),
    )


def _chosen_pages(options: argparse.Namespace, found: tuple[Page, ...], folder: Path | None) -> tuple[Page, ...]:
    if options.pages_from:
        found = pages.listed(Path(options.pages_from).read_text(encoding="utf-8"), found, folder)
    return pages.matching(found, options.page or [])


def _chosen_rules(ids: Sequence[str] | None) -> tuple[Rule, ...]:
    for id in ids or []:
        _known(id.partition("/")[0], [rule.id for rule in CATALOGUE], "rule")
    chosen = {id.partition("/")[0] for id in ids or []}
    return tuple(rule for rule in CATALOGUE if not ids or rule.id in chosen)


def _chosen_states(names: Sequence[str] | None) -> tuple[State, ...]:
    for name in names or []:
        _known(name, states.NAMES, "state")
    return tuple(state for state in states.STATES if not names or state.name in names)


def _known(name: str, names: Iterable[str], kind: str) -> None:
    if name not in (known := list(names)):
        close = difflib.get_close_matches(name, known, 1)
        guess = f'Did you mean "{close[0]}"?' if close else f"There are: {', '.join(known)}."
        raise UsageFault(f'there is no {kind} "{name}". {guess}')


def _list_rules(options: argparse.Namespace) -> int:
    for rule in CATALOGUE:
        criteria = f" (WCAG {', '.join(rule.criteria)})" if rule.criteria else ""
        judged = ", ".join(rule.states) if rule.scope != Scope.SOURCE else "Markdown"
        print(
            f"{rule.id}{criteria}",
            textwrap.fill(rule.requirement, 96, initial_indent="  ", subsequent_indent="  "),
            f"  Judged in: {judged}\n",
            sep="\n",
        )
    for line in _matrix():
        print(line)
    print(f"\n{text.count(len(CATALOGUE), 'rule')}. A rule's page: python -m checks explain RULE")
    return CLEAR


def _matrix() -> Iterator[str]:
    """Which rule looks where: a line for each rule, a column for each state."""
    rules = [rule for rule in CATALOGUE if rule.scope != Scope.SOURCE]
    width = max(len(rule.id) for rule in rules)
    yield " ".join([" " * width, *states.NAMES])
    for rule in rules:
        marks = (("×" if name in rule.states else "·").center(len(name)) for name in states.NAMES)
        yield " ".join([rule.id.ljust(width), *marks]).rstrip()


def _explain(options: argparse.Namespace) -> int:
    _chosen_rules([options.id])
    rule = next(rule for rule in CATALOGUE if rule.id == options.id.partition("/")[0])
    print((Path(__file__).parent.parent / rule.page).read_text(encoding="utf-8"), end="")
    return CLEAR


def _answer(options: argparse.Namespace) -> int:
    number = ledger.take_answers(Path(options.folder), load(Path.cwd()))
    print(f"{text.count(number, 'answer')} taken into the ledger.")
    return CLEAR


def _fingerprint(options: argparse.Namespace) -> int:
    settings = load(Path.cwd())
    if not settings.source_runs:
        raise UsageFault('the project names no file for the fingerprints: set source-runs = "…" in [tool.checks]')
    texts = [file for file in sorted(Path(options.folder).rglob("*")) if file.suffix in (".txt", ".md")]
    if not texts:
        raise UsageFault(f"there is no .txt or .md file in {options.folder}")
    content = source_runs.written(file.read_text(encoding="utf-8", errors="replace") for file in texts)
    (settings.root / settings.source_runs).write_text(content, encoding="utf-8")
    print(f"{settings.source_runs} has the runs of {text.count(len(texts), 'text')}.")
    return CLEAR


def _keep_criteria(options: argparse.Namespace) -> int:
    settings = load(Path.cwd())
    if not settings.criteria:
        raise UsageFault('the project names no file for the criteria: set criteria = "…" in [tool.checks]')
    try:
        site = json.loads(Path(options.report).read_text(encoding="utf-8"))["criteria"]["site"]
        content = conclusions.published(site)
    except (ValueError, KeyError, TypeError):
        raise UsageFault(f"{options.report} is not the JSON report of a run with all rules") from None
    (settings.root / settings.criteria).write_text(content, encoding="utf-8")
    print(f"{settings.criteria} has what this run says of {len(site)} success criteria.")
    return CLEAR


def _positive(value: str) -> int:
    if not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value} is not a number of browsers from 1 up")
    return int(value)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
