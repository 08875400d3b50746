"""The command line: python -m handouts."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from checks.browser import BrowserFault, BrowserMissing, ScriptFault
from handouts.check import NotPassed
from handouts.make import make
from publish.handouts import FOLDER
from publish.interrupt import end_as_interrupted
from publish.problem import CannotWork, ContentError


def main(arguments: list[str] | None = None) -> int:
    """Make every handout. Returns the exit status: 0 done, 1 one does not pass or the content has problems,
    2 the work could not be done.
    """
    parser = argparse.ArgumentParser(
        prog="python -m handouts", description="Make and check the PDFs of the pages that ask for one."
    )
    parser.parse_args(arguments)
    end_as_interrupted()
    start = time.monotonic()
    try:
        made = make(Path.cwd())
    except (NotPassed, ContentError) as error:
        print(f"{error}\n\nThe handouts were not changed.", file=sys.stderr)
        return 1
    except (CannotWork, BrowserMissing, BrowserFault, ScriptFault) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    for name, handout in made.items():
        print(f"{name}.pdf: pages {handout.sheets}, bytes {handout.bytes:,}")
    print(f"{FOLDER}/ has {len(made)} handouts, made in {time.monotonic() - start:.1f} s. The next build takes them.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
