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
ROW = re.compile(rf"(?:{LINK}){{2,}}")
ONLY_FIRST = re.compile(rb"@(?:charset|import|namespace)\b", re.IGNORECASE)
"""What a style sheet may have at its beginning alone. https://www.w3.org/TR/css-cascade-5/#at-import"""


def with_bundled_styles(files: Files, address: str) -> Files:
    """The files with one style sheet in place of those that stand in a row in a page, for all media.

    What can only be read as a file of its own is left alone. Style sheets that nothing refers to any more are gone.
    `address` is where the site is published.
    """
    bundles: Files = {}
    joined: set[str] = set()
    asking = {}
    for path, html in pages(files).items():

        def bundled(row: re.Match[str], path: str = path) -> str:
            links = [unescape(link) for link in re.findall(LINK, row[0])]
            sheets = [local_path(link, path, address) for link in links]
            if not may_be_joined(sheets, files):
                return row[0]
            folder, slash, _, _ = split_name(links[0])
            bundle = bundle_of(sheets)
            bundles[bundle] = b"".join(files[sheet] for sheet in sheets)
            joined.update(sheets)
            return f'<link rel="stylesheet" href="{folder}{slash}{posixpath.basename(bundle)}">\n'

        asking[path] = ROW.sub(bundled, html).encode()
    done = files | asking | bundles
    gone = {sheet for sheet in joined if not any(map(mention_of(sheet).search, done.values()))}
    return {path: data for path, data in done.items() if path not in gone}


def mention_of(path: str) -> re.Pattern[bytes]:
    """Matches the name of a file, but not where it is the end of another one's."""
    return re.compile(rb"(?<![\w-])" + re.escape(posixpath.basename(path).encode()))


def may_be_joined(sheets: Sequence[str], files: Files) -> bool:
    """Whether one file with all of these style sheets does the same as they do, one after the other."""
    return (
        all(sheet in files and is_readable(files[sheet].decode()) for sheet in sheets)
        and len({posixpath.dirname(sheet) for sheet in sheets}) == 1
        and not any(ONLY_FIRST.search(files[sheet]) for sheet in sheets[1:])
    )


def bundle_of(sheets: Sequence[str]) -> str:
    """The path of the file with all of these: guide.css and parts.css make guide-parts.css."""
    stems = [posixpath.splitext(posixpath.basename(sheet))[0] for sheet in sheets]
    return posixpath.join(posixpath.dirname(sheets[0]), f"{'-'.join(stems)}.css")
