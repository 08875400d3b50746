"""What stands alone on a line and brings a whole block: <helpline:ID>, <glossary:all> and the other lists."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from publish.pages.references import ALONE

LINE = re.compile(rf"(?:^|\n)[ ]{{0,3}}<({'|'.join(ALONE)}):([a-z0-9-]+)>[ ]*(?:\n|$)")


class ShorthandBlock(BlockProcessor):
    """Leaves an element such as <helpline id="988"> in the tree, which a later part replaces."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether a line of the block is such a shorthand."""
        return LINE.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the first such line out of the block; what stands before and after it is parsed as usual."""
        block = blocks.pop(0)
        match = LINE.search(block)
        assert match is not None
        if before := block[: match.start()]:
            self.parser.parseBlocks(parent, [before])
        SubElement(parent, match[1], {"id": match[2]})
        if after := block[match.end() :]:
            blocks.insert(0, after)
