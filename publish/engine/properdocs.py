"""ProperDocs, a fork of MkDocs 1.6: the same functions in a package of another name."""

from __future__ import annotations

from importlib import import_module

from publish.engine.mkdocs import MkDocs


def take_the_place_of_mkdocs() -> None:
    """Let every `import mkdocs` of a theme or plugin find ProperDocs, for as long as this program runs.

    Material's search plugin is one of MkDocs's classes, and ProperDocs takes none but its own.
    """
    import_module("properdocs.replacement")


PROPERDOCS = MkDocs("properdocs", "ProperDocs", take_the_place_of_mkdocs)
