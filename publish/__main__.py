"""The command line: python -m publish build | serve | sizes | compress | compare | nginx | pictures.

What one command alone needs is imported when it runs, so that a build does not wait for it.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from publish.build import DOCS, build
from publish.engine import DEFAULT, ENGINES
from publish.handouts import SITE_FOLDER, wanted_handouts
from publish.interrupt import end_as_interrupted
from publish.problem import CannotWork, ContentError

LAST_PORT = 65535


class Parser(argparse.ArgumentParser):
    """Says in one sentence what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """End with exit status 2."""
        self.exit(2, f"{message[0].upper()}{message[1:]}. `{self.prog} --help` lists what there is.\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 done, 1 problems in the content, 2 the work could not be done."""
    options = parser().parse_args(arguments)
    end_as_interrupted()
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except ContentError as error:
        count = len(error.problems)
        print(f"{error}\n\n{count} problem{'' if count == 1 else 's'}. The site was not changed.", file=sys.stderr)
        return 1
    except CannotWork as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def parser() -> Parser:
    """All commands and their options."""
    result = Parser(prog="python -m publish", description="Build, preview and measure the guide.")
    commands = result.add_subparsers(required=True, metavar="command", parser_class=Parser)

    command = commands.add_parser("build", help="check the content and write site/")
    command.add_argument("--site-dir", type=Path, metavar="DIR", help="write there, not into the folder of mkdocs.yml")
    command.add_argument("--address", default="", metavar="URL", help="where it is published, if not as in mkdocs.yml")
    command.add_argument("--draft", action="store_true", help="for a preview: no policy, nothing kept offline")
    command.add_argument("--engine", choices=ENGINES, default=DEFAULT, help="what builds it (default: %(default)s)")
    command.set_defaults(run=run_build)

    command = commands.add_parser("serve", help="show the guide on this machine and follow each change")
    command.add_argument(
        "--port", type=port, default=8000, metavar="PORT", help="the first port to try (default: %(default)s)"
    )
    command.set_defaults(run=run_serve)

    command = commands.add_parser("sizes", help="print what each page weighs, and compare it with the budget")
    command.add_argument("folder", nargs="?", type=Path, default=Path("site"), metavar="DIR")
    command.set_defaults(run=run_sizes)

    command = commands.add_parser("compress", help="write a .gz and a .br beside every text, for some servers")
    command.add_argument("folder", nargs="?", type=Path, default=Path("site"), metavar="DIR")
    command.set_defaults(run=run_compress)

    command = commands.add_parser("compare", help="build with other engines too and list what differs from MkDocs")
    names = [name for name in ENGINES if name != DEFAULT]
    command.add_argument("--engine", action="append", choices=ENGINES, help=f"may repeat (default: {', '.join(names)})")
    command.set_defaults(run=run_compare)

    command = commands.add_parser("nginx", help="print the configuration with which nginx serves the guide")
    command.set_defaults(run=run_nginx)

    command = commands.add_parser("pictures", help="draw the PNG pictures anew from what they are made from")
    command.set_defaults(run=run_pictures)
    return result


def port(written: str) -> int:
    """A port that a server may have. Raises ArgumentTypeError for anything else."""
    if not (written.isascii() and written.isdecimal() and 0 < int(written) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"{written} is no port: write a number from 1 to {LAST_PORT}")
    return int(written)


def run_build(options: argparse.Namespace) -> int:
    """Build the site and say how long it took."""
    start = time.monotonic()
    gc.disable()  # this program ends soon: looking for garbage, and once more at its end, is a twentieth of its time
    site = options.site_dir.resolve() if options.site_dir else None
    site = build(Path.cwd(), site, options.address, draft=options.draft, engine=options.engine)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"{site.name}/ has {pages} pages, built in {time.monotonic() - start:.1f} s.")
    if not options.draft and not (site / SITE_FOLDER).exists() and wanted_handouts(Path.cwd() / DOCS, Path.cwd()):
        print("It has no PDFs to take away, as they are missing or out of date: `make handouts` makes them.")
    gc.freeze()
    return 0


def run_serve(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from publish.serve import serve

    with contextlib.suppress(KeyboardInterrupt):
        serve(Path.cwd(), options.port)
    return 0


def run_sizes(options: argparse.Namespace) -> int:
    """Print the figures of every page and of the search index; 1 when one is over its budget."""
    from publish.sizes import index_over_budget, over_budget, page_sizes, read_budget, search_index_size, table

    site = options.folder.resolve()
    sizes, index = page_sizes(site), search_index_size(site)
    print(f"{table(sizes)}\nThe search index: {index:,}")
    budget = read_budget(Path.cwd())
    over = over_budget(sizes, budget) + index_over_budget(index, budget)
    for sentence in over:
        print(sentence, file=sys.stderr)
    return 1 if over else 0


def run_compress(options: argparse.Namespace) -> int:
    """Write the copies and say how many."""
    from publish.optimise.compress import compress

    if not (options.folder / "index.html").is_file():
        raise CannotWork(f"There is no site in {options.folder}/. `make build` writes one to site/.")
    try:
        copies = compress(options.folder)
    except OSError as error:
        raise CannotWork(f"{error.filename or options.folder}: {error.strerror or error}.") from None
    print(f"{options.folder.resolve().name}/ has {copies} compressed copies.")
    return 0


def run_compare(options: argparse.Namespace) -> int:
    """Print what differs, engine by engine; 1 when something does."""
    from publish.compare import compare, report

    comparisons = compare(Path.cwd(), options.engine or [name for name in ENGINES if name != DEFAULT])
    print("\n\n".join(report(comparison) for comparison in comparisons))
    return 1 if any(comparison.differences for comparison in comparisons) else 0


def run_nginx(_options: argparse.Namespace) -> int:
    """Print what deploy/nginx.conf holds."""
    from publish.headers import nginx_file

    print(nginx_file(), end="")
    return 0


def run_pictures(_options: argparse.Namespace) -> int:
    """Draw every picture and say what it weighs."""
    from publish.pictures import draw_all

    for file in draw_all(Path.cwd()):
        print(f"{file.relative_to(Path.cwd())}: {file.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
