"""What happens when a program is told to end."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn


def end_as_interrupted() -> None:
    """From now on SIGTERM ends the program as Ctrl-C does, so that no process and no folder is left behind."""
    signal.signal(signal.SIGTERM, _interrupt)


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
