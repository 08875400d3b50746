"""The command line: python -m publish build | serve | sizes | compare."""

from __future__ import annotations

import argparse
import contextlib
import gc
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

from publish.build import build
from publish.compare import compare
from publish.problem import CannotWork, ContentError
from publish.serve import serve
from publish.sizes import over_budget, page_sizes, read_budget, table


class Parser(argparse.ArgumentParser):
    """Says in one sentence what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """End with exit status 2."""
        self.exit(2, f"{message[0].upper()}{message[1:]}. `{self.prog} --help` lists what there is.\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 done, 1 problems in the content, 2 the work could not be done."""
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, stop)
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


def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    """End as Ctrl-C does, so that nothing is left behind."""
    raise KeyboardInterrupt


def parser() -> Parser:
    """All commands and their options."""
    result = Parser(prog="python -m publish", description="Build, preview and measure the guide.")
    commands = result.add_subparsers(required=True, metavar="command", parser_class=Parser)

    command = commands.add_parser("build", help="check the content and write site/")
    command.add_argument("--site-dir", type=Path, metavar="DIR", help="write there, not into the folder of mkdocs.yml")
    command.add_argument("--address", default="", metavar="URL", help="where it is published, if not as in mkdocs.yml")
    command.add_argument("--draft", action="store_true", help="leave out the compressed copies")
    command.set_defaults(run=run_build)

    command = commands.add_parser("serve", help="show the guide on this machine and follow each change")
    command.add_argument("--port", type=int, default=8000, help="the first port to try (default: %(default)s)")
    command.set_defaults(run=run_serve)

    command = commands.add_parser("sizes", help="print what each page weighs, and compare it with the budget")
    command.add_argument("folder", nargs="?", type=Path, default=Path("site"), metavar="DIR")
    command.set_defaults(run=run_sizes)

    command = commands.add_parser("compare", help="build with Zensical too and compare every article")
    command.set_defaults(run=run_compare)
    return result


def run_build(options: argparse.Namespace) -> int:
    """Build the site and say how long it took."""
    start = time.monotonic()
    gc.disable()  # this program ends soon: looking for garbage, and once more at its end, is a twentieth of its time
    site = options.site_dir.resolve() if options.site_dir else None
    site = build(Path.cwd(), site, options.address, compressed=not options.draft)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"{site.name}/ has {pages} pages, built in {time.monotonic() - start:.1f} s.")
    gc.freeze()
    return 0


def run_serve(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    with contextlib.suppress(KeyboardInterrupt):
        serve(Path.cwd(), options.port)
    return 0


def run_sizes(options: argparse.Namespace) -> int:
    """Print every page's figures; 1 when one is over its budget."""
    sizes = page_sizes(options.folder.resolve())
    print(table(sizes))
    over = over_budget(sizes, read_budget(Path.cwd()))
    for sentence in over:
        print(sentence, file=sys.stderr)
    return 1 if over else 0


def run_compare(_options: argparse.Namespace) -> int:
    """Print what is the same and what is not; 1 when something is not."""
    differences = compare(Path.cwd())
    for page, difference in differences.items():
        print(f"{page}: {difference or 'same'}")
    return 1 if any(differences.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
