"""One style sheet for each page: a page that waits for several asks for them with one request.

Each file that a page waits for costs a phone on a slow line another connection or another place in the queue.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from html import unescape

from publish.optimise.files import Files, pages
from publish.optimise.names import local_path, split_name
from publish.optimise.styles import rules_of

LINK = r"<link rel=\"stylesheet\" href=\"([^\"]+)\">\s*"
ROW = re.compile(rf"{LINK}(?:{LINK})+")
ONLY_FIRST = re.compile(rb"@(?:charset|import|namespace)\b", re.IGNORECASE)
"""What a style sheet may have at its beginning alone. https://www.w3.org/TR/css-cascade-5/#at-import"""

Sheets = tuple[str, ...]


def with_bundled_styles(files: Files, address: str) -> Files:
    """The files with one style sheet in place of those that stand in a row in a page, for all media.

    What can only be read as a file of its own is left alone. Style sheets that nothing refers to any more are gone.
    `address` is where the site is published.
    """
    html = pages(files)
    rows = {sheets_of(row[0], path, address) for path, page in html.items() for row in ROW.finditer(page)}
    bundles = {sheets: data for sheets in rows if (data := joined(sheets, files)) is not None}
    asking = {path: with_bundles(page, path, address, bundles).encode() for path, page in html.items()}
    done = files | asking | {bundle_of(sheets): data for sheets, data in bundles.items()}
    gone = {sheet for sheets in bundles for sheet in sheets if not is_named(sheet, done)}
    return {path: data for path, data in done.items() if path not in gone}


def sheets_of(row: str, path: str, address: str) -> Sheets:
    """The style sheets that a row of links in the page at `path` leads to; empty for those of other sites."""
    return tuple(local_path(unescape(link), path, address) for link in re.findall(LINK, row))


def with_bundles(page: str, path: str, address: str, bundles: Collection[Sheets]) -> str:
    """The page at `path` with one link for each row of links to style sheets that are bundled."""

    def one_link(row: re.Match[str]) -> str:
        sheets = sheets_of(row[0], path, address)
        if sheets not in bundles:
            return row[0]
        folder, slash, _, _ = split_name(unescape(row[1]))
        return f'<link rel="stylesheet" href="{folder}{slash}{posixpath.basename(bundle_of(sheets))}">\n'

    return ROW.sub(one_link, page)


def is_named(path: str, files: Files) -> bool:
    """Whether the name of a file stands in another one."""
    name = posixpath.basename(path).encode()
    return any(name in data for data in files.values())


def joined(sheets: Sheets, files: Files) -> bytes | None:
    """One style sheet that does the same as these, one after the other; None where none does."""
    if not all(sheet in files and rules_of(files[sheet].decode()) is not None for sheet in sheets):
        return None
    if any(ONLY_FIRST.search(files[sheet]) for sheet in sheets[1:]) or len(set(map(posixpath.dirname, sheets))) > 1:
        return None
    return b"".join(files[sheet] for sheet in sheets)


def bundle_of(sheets: Sheets) -> str:
    """The path of the file with all of these: guide.css and parts.css make guide-parts-joined.css."""
    stems = [posixpath.splitext(posixpath.basename(sheet))[0] for sheet in sheets]
    return posixpath.join(posixpath.dirname(sheets[0]), f"{'-'.join(stems)}-joined.css")
