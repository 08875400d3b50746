"""What a link to a page shows elsewhere is what the page says, with a picture that is there."""

from __future__ import annotations

from collections.abc import Iterator

from checks.agreement import is_elsewhere, is_other, same_name
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.metadata import METADATA, Metadata

FIX = "write it from the same place as the page's own {}"


def judge(facts: Facts) -> Iterator[Finding]:
    page = facts[METADATA]
    found = list(disagreements(page))
    yield from found
    if page.previews and not found:
        yield passed(len(page.previews))


def disagreements(page: Metadata) -> Iterator[Finding]:
    said = dict(reversed(page.previews))  # the first of several is the one that is shown
    title, text, address = (said.get(f"og:{name}", "") for name in ("title", "description", "url"))
    shown = page.names if page.headings else (*page.names, *page.texts)
    if title and page.names and not same_name(title, shown):
        yield failed(f'og:title is "{title}"; the page\'s title is "{page.title}".', FIX.format("title"))
    if is_other(text, page):
        words = f'og:description is "{text}"; the page\'s description is "{page.description}".'
        yield failed(words, FIX.format("description"))
    if is_elsewhere(address, page):
        yield failed(f"og:url is {address}; the page's address is {page.addresses[-1]}.", FIX.format("address"))
    if page.image_is_there is False:
        words = f"There is no picture at {said.get('og:image')}, which og:image names."
        yield failed(words, "name a picture that the site has")


RULE = Rule(
    id="shared-preview",
    requirement="The preview of a link has the page's own title, description and address, and a picture that is there.",
    why="Someone who is sent a link decides by its preview whether to open it.",
    observes=(METADATA,),
    judge=judge,
    states=("wide",),
)
