"""Links whose words are their address: on paper the address of every other link to another site follows its words."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from publish.extensions.context import Part

NOT_SAID = re.compile(r"^https?://(?:www\.)?|/$")


class SaidAddresses(Part):
    """Marks them, so that print.css does not say the address twice."""

    def run(self, root: Element) -> None:
        """Give each such link the class `address`."""
        for link in root.iter("a"):
            address, words = link.get("href", ""), "".join(link.itertext()).strip()
            if address.startswith("http") and "class" not in link.attrib and short(address) == short(words):
                link.set("class", "address")


def short(address: str) -> str:
    """An address as people say it: without https://, www. and a slash at its end, in small letters."""
    return NOT_SAID.sub("", address.strip()).removeprefix("www.").casefold()
