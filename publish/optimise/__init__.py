"""What follows the build: a folder of plain HTML, whatever built it, made smaller and ready to publish.

Each step is a function from files to files, in its own module; this one says in which order they run.
"""

from __future__ import annotations

from pathlib import Path

from publish.optimise.bundles import with_bundled_styles
from publish.optimise.files import Files, read_folder, write_folder
from publish.optimise.html import without_comments
from publish.optimise.names import with_hashed_names
from publish.optimise.offline import with_worker
from publish.optimise.page_data import with_page_data
from publish.optimise.policy import with_policy
from publish.optimise.scripts import with_small_scripts
from publish.optimise.search import with_search_index
from publish.optimise.sitemap import with_sitemap
from publish.optimise.source_maps import without_source_maps
from publish.optimise.styles import with_small_styles
from publish.optimise.unused import without_unused_assets


def optimise(folder: Path, address: str, *, offline: bool = True, draft: bool = False) -> None:
    """Rewrite the site in `folder`, which is published at `address`. Two runs on equal folders end in equal folders.

    `offline` lets its pages work without a network. A `draft` is for a preview, which puts a script of its own into
    each page: no policy. Raises OSError when a file cannot be read or written.
    """
    built = read_folder(folder)
    files = optimised(built, address)
    write_folder(folder, built, with_worker(files if draft else with_policy(files), offline=offline))


def optimised(files: Files, address: str) -> Files:
    """The files of a site as readers get them."""
    files = without_unused_assets(files)
    files = without_source_maps(files)
    files = with_small_scripts(files)
    files = with_small_styles(files, address)
    files = with_bundled_styles(files, address)
    files = with_search_index(files)
    files = without_comments(files)
    files = with_page_data(files, address)
    files = with_hashed_names(files, address)
    files = with_sitemap(files, address)
    return files | {".nojekyll": b""}
