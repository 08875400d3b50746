"""Scripts without the lines that only their authors read."""

from __future__ import annotations

import re

from publish.optimise.files import Files, suffix

OVER_LINES = ("`", "\\\n")
"""What begins a string that goes on in the next line, where // means itself."""

FOR_AUTHORS = re.compile(r"^[ \t]*(?://.*)?\n|^[ \t]+", re.MULTILINE)


def with_small_scripts(files: Files) -> Files:
    """The files with scripts that have no lines of comments, no empty lines and no indents.

    A script with strings that may go over several lines stays as it is.
    """
    return {
        path: small_script(data.decode()).encode() if suffix(path) == ".js" else data for path, data in files.items()
    }


def small_script(script: str) -> str:
    """One script; each line of code stays a line of its own."""
    return script if any(sign in script for sign in OVER_LINES) else FOR_AUTHORS.sub("", script)
