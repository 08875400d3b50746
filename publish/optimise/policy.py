"""What nobody but us may do on our pages: a file of headers for hosts that read it, and the same in each page.

A page can set two of the headers itself, as the first elements of its head: a policy holds for what comes after it.
"""

from __future__ import annotations

import re

from publish.headers import POLICY, REFERRER, headers_file
from publish.optimise.files import Files, pages

NAME = "_headers"
HEAD = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
META = f'\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<meta name="referrer" content="{REFERRER}">'


def with_policy(files: Files) -> Files:
    """The files with the policy in every page that has a `<meta charset>`, and with the file of headers."""
    with_metas = {path: with_meta(html).encode() for path, html in pages(files).items()}
    return files | with_metas | {NAME: headers_file().encode()}


def with_meta(html: str) -> str:
    """A page with the policy after its `<meta charset>`, which has to be among the first 1,024 bytes."""
    return HEAD.sub(lambda match: match[0] + META, html, count=1)
