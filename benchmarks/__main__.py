"""The command line: python -m benchmarks [sizes|build|gate|nu …]; without a name, all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks import build, gate, nu, sizes

ALL: dict[str, Callable[[], None]] = {
    "sizes": sizes.measure,
    "build": build.measure,
    "gate": gate.measure,
    "nu": nu.measure,
}


def main(names: list[str]) -> int:
    """Run the measurements named, or all. Returns 2 for a name that there is not."""
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"There is no measurement {unknown[0]}. There are: {', '.join(ALL)}.", file=sys.stderr)
        return 2
    for name in names or ALL:
        print(f"\n## {name}\n", flush=True)
        ALL[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
