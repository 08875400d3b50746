"""The search index: what of a page is in it, how words and pages are written, and how it grows."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from publish.optimise.files import Files
from publish.optimise.inverted import OFTEN, PAGES_OF_COMMON, inverted
from publish.optimise.search import INDEX, with_search_index
from publish.optimise.words import LITTLE, stem, words

ASKS = b'<script data-index="../assets/search.json"></script><article data-search-exclude><h1>Search</h1></article>'
PAGE = """<html><head><title>Ask &amp; tell – The Guide</title><meta name="description" content="Who &quot;asks&quot;.">
<meta name="keywords" content="Q&amp;A, pills"></head><body><nav>Menu</nav><article{attributes}>
<h1 id="x">What to ask?</h1><h2 id="call-911">Call 911</h2><h2 id="part-2">Part two</h2><h2 id="b">A#b</h2><h2>None</h2>
<dl><dt id="deductible">deductible</dt><dd>What you pay.</dd></dl>{body}</article><p class="byline">By us</p>"""


def made(files: Files) -> Any:
    return json.loads(with_search_index({"search/index.html": ASKS} | files)[INDEX])


def page(body: str = "", attributes: str = "") -> bytes:
    return PAGE.format(body=body, attributes=attributes).encode()


def listed(index: Any) -> dict[str, str]:
    """The pages of each word, as they are written."""
    found, word = {}, ""
    names = "".join(f" {sign}" if sign.isupper() else sign for sign in index["words"]).split()
    for name, pages in zip(names, index["pages"].split(" "), strict=True):
        word = word[: ord(name[0]) - ord("A")] + name[1:]
        found[word] = pages
    return found


def test_a_page_is_found_by_its_title_keywords_and_headings_and_shown_with_its_description() -> None:
    (doc,) = made({"a/index.html": page()})["docs"]
    assert doc == {
        "location": "a/",
        "title": "Ask & tell",
        "text": 'Who "asks".',
        "also": ["What to ask?", "Q&A", "pills"],
        "headings": ["Call 911", "Part two#part-2", "A#b#b", "deductible"],
    }


def test_the_words_of_the_article_are_listed_and_nothing_around_it() -> None:
    body = """<p>Bread's <b>but</b>ter<span class="visually-hidden">hidden</span><a class="cite">[9]</a></p>
    <svg><text>drawn</text></svg><script>coded</script><section class="sources">sourced</section>
    <p class="review">reviewed</p><ul class="doors"><li>door</li></ul><p data-search-exclude>excluded</p>"""
    found = listed(made({"a/index.html": page(body), "b/index.html": b"<article>x</article>"}))
    assert {"breads", "pay"} <= found.keys()
    unwanted = {"menu", "hidden", "9", "drawn", "coded", "sourced", "reviewed", "door", "excluded", "us", "you"}
    assert not unwanted & found.keys()
    assert "deductible" not in found, "it stands in a heading already"


def test_pages_that_nobody_searches_are_left_out_and_a_boost_is_kept() -> None:
    files = {
        "404.html": page(),
        "hidden/index.html": b'<meta name="robots" content="noindex"><article>x</article>',
        "out/index.html": page(attributes=" data-search-exclude"),
        "no-article/index.html": b"<p>x",
        "index.html": page(attributes=' data-search-boost="2.5"'),
        "b.html": page(),
    }
    docs = made(files)["docs"]
    assert [(doc["location"], doc.get("boost")) for doc in docs] == [("b.html", None), ("", 2.5)]


def test_the_indexes_of_engines_go_only_where_ours_takes_their_place() -> None:
    engines: Files = dict.fromkeys(("search/search_index.json", "search/worker.js", "search.json"), b"{}")
    kept: Files = {"index.html": page(), "data/search.json": b"{}"}
    assert with_search_index(engines | kept) == engines | kept
    ours = with_search_index(engines | kept | {"search/index.html": ASKS})
    assert ours.keys() == {*kept, "search/index.html", INDEX}


def test_words_share_their_beginnings_and_pages_are_steps() -> None:
    texts = [Counter[str]() for _ in range(60)]
    texts[0] = Counter({"medicine": 1, "meet": OFTEN, "meetings": 1})
    texts[59] = Counter({"medication": OFTEN - 1, "meeting": 1})
    assert inverted(texts, [set() for _ in texts]) == ("AmedicationFineCet", "2h a A2g")


def test_a_common_word_stands_for_the_pages_that_have_it_most() -> None:
    texts = [Counter({"care": 1 + page % 2}) for page in range(40)]
    _, pages = inverted(texts, [set() for _ in texts])
    assert pages == "!b" + "b" * (PAGES_OF_COMMON - 1)
    few = texts[:3] + [Counter[str]()] * 3
    assert inverted(few, [set() for _ in few])[1] == "aaa", "half of the pages is not more than half"


def test_what_is_known_of_a_page_otherwise_is_not_listed_again() -> None:
    texts = [Counter({"pill": 1, "bed": 1}), Counter({"pills": 1}), Counter[str](), Counter[str]()]
    assert inverted(texts, [{"bed"}, {stem("pill")}, set(), set()]) == ("Apill", "a")


@pytest.mark.parametrize(
    "forms",
    [
        "drink drinks drinking drinked",
        "stop stops stopped stopping",
        "take takes taking",
        "use uses used using",
        "family families",
        "medicine medicines",
        "call calls called calling",
        "benzodiazepine benzodiazepines",
        "program programs",
        "overdose overdoses overdosed overdosing",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("apart", ["care car", "need ne", "bus bu", "crisis cris", "911 91", "sting st", "plan planet"])
def test_other_words_keep_their_own(apart: str) -> None:
    assert len({stem(word) for word in apart.split()}) == len(apart.split())


def test_words_have_no_case_apostrophe_or_sign() -> None:
    assert words("Don’t “stop” the DTs: call 1-800 ¿Qué?") == ["dont", "stop", "the", "dts", "call", "1", "800", "qué"]
    assert {word for word in LITTLE if words(word) != [word]} == set()


def test_two_indexes_of_the_same_pages_are_the_same_whatever_came_first() -> None:
    files = {f"p{number}/index.html": page(f"<p>{number} cats and {number % 7} dogs") for number in range(30)}
    assert made(files) == made(dict(sorted(files.items(), reverse=True)) | files)
