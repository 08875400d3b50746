"""One module for each format of the report: `write(report, stream)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TextIO

from checks.model import Report
from checks.report import earl, figures, github, json, text, times

FORMATS: Mapping[str, Callable[[Report, TextIO], None]] = {
    "text": text.write,
    "github": github.write,
    "json": json.write,
    "earl": earl.write,
    "figures": figures.write,
    "times": times.write,
}
