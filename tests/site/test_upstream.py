"""An upgrade of Material cannot pass unread: each upstream template that we replaced is known by its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

import material  # type: ignore[import-untyped]

from tests.site.conftest import ROOT

UPSTREAM = Path(material.__file__).parent / "templates"
OURS = ROOT / "overrides"

# Read the difference before you change a hash: what upstream mended, we may have to mend too.
READ = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "partials/content.html": "ce33929c85af129f6e2f3b0aed47159e9c4a519482d1938bae15f5ff4a3cfae5",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}


def replaced() -> dict[str, Path]:
    """Our templates that stand in for one of upstream's."""
    names = {str(file.relative_to(OURS)): file for file in OURS.rglob("*.html")}
    return {name: file for name, file in names.items() if (UPSTREAM / name).is_file()}


def test_every_replaced_template_was_read_in_this_version() -> None:
    assert {name: hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest() for name in replaced()} == READ


def test_every_template_opens_with_what_differs_from_upstream() -> None:
    for file in OURS.rglob("*.html"):
        expected = "Differs from upstream:" if str(file.relative_to(OURS)) in replaced() else "Ours alone:"
        assert expected in file.read_text().split("-#}")[0], file
