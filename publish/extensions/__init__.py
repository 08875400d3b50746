"""The parts of the guide's Markdown, each a few processors for Python-Markdown."""
