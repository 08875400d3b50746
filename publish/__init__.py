"""From Markdown and data to the published site: extensions for Python-Markdown, the build, and what follows it."""
