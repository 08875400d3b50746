"""The guide's own Markdown. mkdocs.yml names this module under `markdown_extensions`; MkDocs and Zensical load it.

The order in which the parts run is the order of the numbers below: Python-Markdown's own steps are 20 for inline
text and 5 for the table of contents, which must see our headings; links to pages are resolved after that, at 0.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from publish.extensions.addresses import SaidAddresses
from publish.extensions.away import AwayLinks
from publish.extensions.citations import CITATION, CitationPattern, SourcesSection
from publish.extensions.context import Context, Start
from publish.extensions.corrections import CorrectionList
from publish.extensions.criteria import CriteriaTable
from publish.extensions.forms import Forms
from publish.extensions.grades import GradeTable
from publish.extensions.handouts import HandoutLink
from publish.extensions.helplines import WAY, HelplineCards, WayPattern
from publish.extensions.lists import GlossaryList, PageList, SectionList, SiteMap, SourceList
from publish.extensions.offers import Offers
from publish.extensions.pictures import Pictures
from publish.extensions.repository import RepositoryLinks
from publish.extensions.review import ReviewLine
from publish.extensions.sections import Sections
from publish.extensions.shorthand import ShorthandBlock
from publish.extensions.tables import Tables
from publish.extensions.terms import TermLinks
from publish.files import refuse_unreadable
from publish.problem import ContentError


class GuideExtension(Extension):
    """All parts of the guide's Markdown."""

    def __init__(self, **settings: Any) -> None:
        self.config = {"root": [".", "The project's folder, which holds docs/ and data/"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the parts to `md`, and take raw HTML away from it."""
        root = Path(self.getConfig("root"))
        if is_being_tried(md):
            stop_before_unreadable_page(root)
        context = Context(md, root)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.preprocessors.register(Start(md, context), "guide_start", 100)
        md.parser.blockprocessors.register(ShorthandBlock(md.parser), "guide_shorthand", 75)
        md.inlinePatterns.register(CitationPattern(CITATION, md), "guide_citation", 175)
        md.inlinePatterns.register(WayPattern(WAY, md, context), "guide_way", 125)
        parts = [
            Pictures(md, context),
            RepositoryLinks(md, context),
            AwayLinks(md, context),
            HelplineCards(md, context),
            GlossaryList(md, context),
            SourceList(md, context),
            PageList(md, context),
            SectionList(md, context),
            SiteMap(md, context),
            GradeTable(md, context),
            CorrectionList(md, context),
            CriteriaTable(md, context),
            Forms(md, context),
            Offers(md, context),
            TermLinks(md, context),
            Tables(md),
            SaidAddresses(md, context),
            Sections(md, context),
            HandoutLink(md, context),
            SourcesSection(md, context),
            ReviewLine(md, context),
        ]
        for place, part in enumerate(parts):
            number = 19 - 13 * place / (len(parts) - 1)  # from 19 down to 6
            md.treeprocessors.register(part, f"guide_{type(part).__name__}", number)


def is_being_tried(md: Markdown) -> bool:
    """Whether MkDocs only tries the extension while it reads mkdocs.yml: on an object that is already complete."""
    return hasattr(md, "serializer")


def stop_before_unreadable_page(root: Path) -> None:
    """End the program with a plain message where MkDocs would end with a traceback: a page that is not UTF-8."""
    try:
        refuse_unreadable(root / "docs", root)
    except ContentError as error:
        raise SystemExit(str(error)) from None


def makeExtension(**settings: Any) -> GuideExtension:
    """What Python-Markdown calls when it loads this module."""
    return GuideExtension(**settings)
