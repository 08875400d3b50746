"""A site as a mapping: each file's path with / between its parts, and its bytes."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

Files = dict[str, bytes]

ASSETS = "assets/"
TEXT = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".webmanifest", ".map"})


def suffix(path: str) -> str:
    """The end of a path from its last dot, in small letters."""
    return PurePosixPath(path).suffix.lower()


def pages(files: Files) -> dict[str, str]:
    """The HTML files as text, by path."""
    return {path: data.decode() for path, data in files.items() if suffix(path) == ".html"}


def read_folder(folder: Path) -> Files:
    """Every file under `folder`, sorted by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def write_folder(folder: Path, before: Files, after: Files) -> None:
    """Turn a folder that holds `before` into one that holds `after`."""
    gone = before.keys() - after.keys()
    for path in gone:
        (folder / path).unlink()
    folders = {path.rpartition("/")[0] for path in before}
    for path, data in after.items():
        if before.get(path) != data:
            if path.rpartition("/")[0] not in folders:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    for directory in sorted({parent for path in gone for parent in PurePosixPath(path).parents}, reverse=True):
        if directory.name and not any((folder / directory).iterdir()):
            (folder / directory).rmdir()
