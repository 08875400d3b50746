"""Links to other sites say which site it is: [how it works](https://a.org/) becomes “how it works (a.org)”.

The name has an element of its own, which paper leaves out: there the whole address stands behind the link.
"""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from publish.extensions.context import Part
from publish.extensions.elements import append, element


class AwayLinks(Part):
    """Adds the name of the other site to the words of every link that leads there and does not say it."""

    def run(self, root: Element) -> None:
        """Rewrite the links in place. A picture as a link, and what other parts add later, stay as they are."""
        for link in root.iter("a"):
            host = host_of(link.get("href", ""))
            words = "".join(link.itertext())
            if host and words.strip() and host not in words.lower():
                append(link, element("span", f" ({host})", class_="host"))


def host_of(address: str) -> str:
    """The name of the site that an address of the web leads to, without www; empty for every other address."""
    try:
        parts = urlsplit(address)
    except ValueError:  # the page's problems name it
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
