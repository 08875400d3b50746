"""One style sheet for each page: a page that waits for several asks for them with one request.

Each file that a page waits for costs a phone on a slow line another connection or another place in the queue.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from html import unescape

from publish.optimise.files import Files, pages
from publish.optimise.names import local_path, split_name
from publish.optimise.styles import is_readable

LINK = r"<link rel=\"stylesheet\" href=\"([^\"]+)\">\s*"
ROW = re.compile(rf"{LINK}(?:{LINK})+")
ONLY_FIRST = re.compile(rb"@(?:charset|import|namespace)\b", re.IGNORECASE)
"""What a style sheet may have at its beginning alone. https://www.w3.org/TR/css-cascade-5/#at-import"""


def with_bundled_styles(files: Files, address: str) -> Files:
    """The files with one style sheet in place of those that stand in a row in a page, for all media.

    What can only be read as a file of its own is left alone. Style sheets that nothing refers to any more are gone.
    `address` is where the site is published.
    """
    bundles: dict[tuple[str, ...], bytes | None] = {}
    asking = {}
    for path, html in pages(files).items():

        def bundled(row: re.Match[str], path: str = path) -> str:
            links = [unescape(link) for link in re.findall(LINK, row[0])]
            sheets = tuple(local_path(link, path, address) for link in links)
            if sheets not in bundles:
                bundles[sheets] = joined(sheets, files)
            if bundles[sheets] is None:
                return row[0]
            folder, slash, _, _ = split_name(links[0])
            return f'<link rel="stylesheet" href="{folder}{slash}{posixpath.basename(bundle_of(sheets))}">\n'

        asking[path] = ROW.sub(bundled, html).encode()
    made = {sheets: data for sheets, data in bundles.items() if data is not None}
    done = files | asking | {bundle_of(sheets): data for sheets, data in made.items()}
    gone = {sheet for sheets in made for sheet in sheets if not is_named(sheet, done)}
    return {path: data for path, data in done.items() if path not in gone}


def is_named(path: str, files: Files) -> bool:
    """Whether the name of a file stands in another one."""
    name = posixpath.basename(path).encode()
    return any(name in data for data in files.values())


def joined(sheets: Sequence[str], files: Files) -> bytes | None:
    """One style sheet that does the same as these, one after the other; None where none does."""
    if not all(sheet in files and is_readable(files[sheet].decode()) for sheet in sheets):
        return None
    if any(ONLY_FIRST.search(files[sheet]) for sheet in sheets[1:]) or len(set(map(posixpath.dirname, sheets))) > 1:
        return None
    return b"".join(files[sheet] for sheet in sheets)


def bundle_of(sheets: Sequence[str]) -> str:
    """The path of the file with all of these: guide.css and parts.css make guide-parts-joined.css."""
    stems = [posixpath.splitext(posixpath.basename(sheet))[0] for sheet in sheets]
    return posixpath.join(posixpath.dirname(sheets[0]), f"{'-'.join(stems)}-joined.css")
