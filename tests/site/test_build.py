"""What holds for the built folder as a whole."""

from __future__ import annotations

import filecmp
from pathlib import Path

from publish.build import write_site
from publish.engine import read_settings
from tests.site.conftest import ROOT


def test_two_builds_are_byte_identical(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    write_site(read_settings(ROOT), again)
    names = sorted(str(file.relative_to(site)) for file in site.rglob("*") if file.is_file())
    assert names == sorted(str(file.relative_to(again)) for file in again.rglob("*") if file.is_file())
    _, different, unreadable = filecmp.cmpfiles(site, again, names, shallow=False)
    assert (different, unreadable) == ([], [])
