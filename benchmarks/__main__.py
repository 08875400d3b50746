"""The command line: python -m benchmarks [sizes|build|gate|nu …]; without a name, all of them.

A measurement that takes arguments or a quarter of an hour stands alone: python -m benchmarks act FOLDER | lighthouse.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from benchmarks import act, build, gate, lighthouse, mutations, nu, sizes

ALL: dict[str, Callable[[], None]] = {
    "sizes": sizes.measure,
    "build": build.measure,
    "gate": gate.measure,
    "mutations": mutations.measure,
    "nu": nu.measure,
}
WITH_ARGUMENTS: dict[str, Callable[[Sequence[str]], None]] = {
    "act": act.measure,
    "lighthouse": lighthouse.measure,
}


def main(arguments: Sequence[str]) -> int:
    """Run the measurements named, or all that need no arguments. Returns 2 for a name that there is not."""
    if arguments and arguments[0] in WITH_ARGUMENTS:
        WITH_ARGUMENTS[arguments[0]](arguments[1:])
        return 0
    unknown = [name for name in arguments if name not in ALL]
    if unknown:
        print(
            f"There is no measurement {unknown[0]}. There are: {', '.join([*ALL, *WITH_ARGUMENTS])}.", file=sys.stderr
        )
        return 2
    for name in arguments or ALL:
        print(f"\n## {name}\n", flush=True)
        ALL[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
