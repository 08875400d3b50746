"""Links to other sites say which site it is; all other links keep their words."""

from __future__ import annotations

import pytest

from publish.extensions.away import host_of
from tests.publish.test_guide import Render


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[how it works](https://www.example.org/a)", 'how it works<span class="host"> (example.org)</span>'),
        (
            "[**bold** words](https://example.org)",
            '<strong>bold</strong> words<span class="host"> (example.org)</span>',
        ),
        ("[Example.org](https://example.org)", "Example.org"),
        ("[the form at example.org](https://www.example.org/form)", "the form at example.org"),
    ],
)
def test_a_link_names_the_site_that_it_leads_to(render: Render, written: str, shown: str) -> None:
    assert f">{shown}</a>" in render(f"# Home\n\nSee {written}.\n")


@pytest.mark.parametrize("written", ["[here](#part)", "[call us](tel:988)", "[the page](other.md)"])
def test_other_links_keep_their_words(render: Render, written: str) -> None:
    words = written[1 : written.index("]")]
    assert f">{words}</a>" in render(f"# Home\n\nSee {written}.\n")


@pytest.mark.parametrize(
    ("address", "host"),
    [("https://www.a.gov:443/x", "a.gov"), ("http://b.org", "b.org"), ("mailto:x@c.org", ""), ("../d/", ""), ("", "")],
)
def test_the_site_of_an_address(address: str, host: str) -> None:
    assert host_of(address) == host
