"""Reading the text files that people edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publish.problem import ContentError, Problem


def read_text(path: Path, name: str) -> str:
    """The text of a UTF-8 file with line ends as \\n. `name` is the file's name in messages.

    Raises ContentError with the line of the first byte that is not UTF-8, or when there is no such file.
    """
    try:
        return decode(path.read_bytes(), name)
    except OSError as error:
        raise ContentError([cannot_open(name, error)]) from None


def decode(data: bytes, name: str) -> str:
    """`data` as text. Raises ContentError with the line of the first byte that is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([not_utf8(name, error)]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def not_utf8(name: str, error: UnicodeDecodeError) -> Problem:
    """The problem of a byte that is not UTF-8."""
    before = error.object[: error.start]
    column = len(before) - before.rfind(b"\n")
    return Problem(
        name,
        before.count(b"\n") + 1,
        f"Character {column} of this line is not UTF-8 (byte 0x{error.object[error.start]:02x}).",
        "Browsers would show a wrong character, and the whole guide cannot be built.",
        "save the file again with the encoding UTF-8.",
    )


def cannot_open(name: str, error: OSError) -> Problem:
    """The problem of a file that is missing or must not be read."""
    return Problem(
        name,
        0,
        f"The file cannot be read: {error.strerror or error}.",
        "The guide cannot be built without it.",
        "create the file, or allow reading it.",
    )


def stamp(path: Path) -> tuple[int, int]:
    """What changes when a file changes: its time and its size; zeros where there is no file."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def markdown_files(folder: Path) -> Iterator[Path]:
    """Every Markdown file under `folder`, sorted by path; hidden files and folders are left out, as by MkDocs."""
    for path in sorted(folder.rglob("*.md")):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def refuse_unreadable(folder: Path, root: Path) -> None:
    """Raise ContentError with a problem for every Markdown file under `folder` that is not UTF-8."""
    problems: list[Problem] = []
    for path in markdown_files(folder):
        try:
            read_text(path, path.relative_to(root).as_posix())
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
