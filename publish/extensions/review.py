"""The last line of every page: when it was checked, and by when it will be again."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publish.extensions.context import Part
from publish.extensions.elements import element, time


class ReviewLine(Part):
    """Appends the dates of the front matter."""

    def run(self, root: Element) -> None:
        """Append the line, if the page has both dates."""
        page = self.context.page
        if page is None or page.front_matter is None:
            return
        dates = page.front_matter
        root.append(
            element(
                "p",
                "Last checked ",
                time(dates.last_checked),
                ". Check again by ",
                time(dates.check_again_by),
                ".",
                class_="review",
            )
        )
