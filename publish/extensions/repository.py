"""Links to where the guide is written: [tell us](repository:issues), under the repo_url of mkdocs.yml."""

from __future__ import annotations

import logging
from xml.etree.ElementTree import Element

from publish.extensions.context import Part

PREFIX = "repository:"
log = logging.getLogger("mkdocs.repository")


class RepositoryLinks(Part):
    """Points every such link to the place in the repository that it names; `repository:` alone to its first page."""

    def run(self, root: Element) -> None:
        """Rewrite the links in place; warn when nobody said where the repository is."""
        links = [link for link in root.iter("a") if link.get("href", "").startswith(PREFIX)]
        if links and not self.context.repository:
            log.warning("A page links to the repository, and mkdocs.yml does not say where that is: set repo_url.")
        for link in links:
            place = link.get("href", "").removeprefix(PREFIX)
            link.set("href", f"{self.context.repository.rstrip('/')}/{place}".rstrip("/"))
