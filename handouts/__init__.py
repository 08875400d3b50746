"""The pages to take away, as tagged PDFs: printed by a browser, finished, checked, and kept only if they pass."""
