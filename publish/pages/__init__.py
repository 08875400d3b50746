"""Pages as editors write them: front matter, Markdown, and what must not stand in it."""
