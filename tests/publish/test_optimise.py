"""Each step of the optimiser is a function from files to files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest

from publish.__main__ import main
from publish.optimise import optimise, optimised
from publish.optimise.bundles import with_bundled_styles
from publish.optimise.compress import compress
from publish.optimise.html import small_page
from publish.optimise.names import hashed_name, with_hashed_names
from publish.optimise.offline import with_worker
from publish.optimise.page_data import with_block
from publish.optimise.policy import with_policy
from publish.optimise.scripts import with_small_scripts
from publish.optimise.sitemap import with_sitemap
from publish.optimise.source_maps import without_source_maps
from publish.optimise.styles import ALWAYS, names_in_scripts, names_on, small_style, with_small_styles
from publish.optimise.unused import without_unused_assets

ADDRESS = "https://example.org/iop/"


def test_source_maps_and_their_mentions_go() -> None:
    files = without_source_maps(
        {
            "a.css": b"a{}\n/*# sourceMappingURL=a.css.map */",
            "a.css.map": b"{}",
            "a.js": b"x()\n//# sourceMappingURL=a.js.map",
            "index.html": b"//# sourceMappingURL=in-a-text",
        }
    )
    assert files == {"a.css": b"a{}", "a.js": b"x()", "index.html": b"//# sourceMappingURL=in-a-text"}


def test_assets_stay_when_a_page_or_something_that_it_loads_names_them() -> None:
    files = {
        "index.html": b'<link href="assets/a.css"><img src="assets/my%20picture.png?v=1">',
        "assets/a.css": b"b{background:url(b.svg)}",
        "assets/b.svg": b"<svg/>",
        "assets/my picture.png": b"",
        "assets/unused.js": b'import "./also-unused.js"',
        "assets/also-unused.js": b"",
        "pictures/kept.svg": b"",
        "search/search_index.json": b'"unused.js"',
    }
    assert files.keys() - without_unused_assets(files).keys() == {"assets/unused.js", "assets/also-unused.js"}


def test_a_long_script_without_spaces_is_read_quickly() -> None:
    files = {"index.html": b"<script src=assets/a.js>", "assets/a.js": b"x" * 1_000_000}
    assert with_hashed_names(without_unused_assets(files), ADDRESS)


PAGE = '<body class="home"><p id=top class=\'one two\'>x</p><script>toggle("inline-used")</script>'
SCRIPTS = names_in_scripts({"a.js": b'menu.classList.add("is-open")', "a.css": b"none"})
NAMES = ALWAYS.union(names_on(PAGE), SCRIPTS["a.js"])


@pytest.mark.parametrize(
    ("css", "small"),
    [
        (".one { color : red ; }", ".one{color:red}"),
        (".none{color:red}", ""),
        (".one, .none, p > .two{color:red}", ".one,p>.two{color:red}"),
        (".is-open{a:b} .inline-used{a:b} #top{a:b} #none{a:b}", ".is-open{a:b}.inline-used{a:b}#top{a:b}"),
        ("p:not(.none):hover{a:b}", "p:not(.none):hover{a:b}"),
        ("p :hover{a:b}", "p :hover{a:b}"),
        ("[data-none], *{a:b}", "[data-none],*{a:b}"),
        ("article p{a:b} P::before{a:b}", "P::before{a:b}"),
        (":root{--a: 1px;--b:}", ":root{--a:1px;--b: }"),
        (":has(.one){a:b} :has(.none){a:b} :has(.one, .none){a:b}", ":has(.one){a:b}:has(.one,.none){a:b}"),
        ("html{a:b} tbody{a:b}", "html{a:b}tbody{a:b}"),
        ("@media (min-width: 40em) { .one{a:b} .none{a:b} }", "@media (min-width: 40em){.one{a:b}}"),
        ("@media print { .none{a:b} }", ""),
        ("@supports (a:b){@media print{p{a:b}}}", "@supports (a:b){@media print{p{a:b}}}"),
        ("@import 'x.css' ;", "@import 'x.css';"),
        ("@font-face { font-family: X; src: url(x) }", "@font-face{font-family:X;src:url(x)}"),
        ("@keyframes k { from {a:b} 50% {a:c} }", "@keyframes k{from{a:b}50%{a:c}}"),
        ("p{margin:calc(1px + 2px) 0 , 1px!important}", "p{margin:calc(1px + 2px) 0,1px!important}"),
        ('p{content:"a  ,  b /* c */"}/* d */', 'p{content:"a  ,  b /* c */"}'),
        ("p{a:b; & .none{a:b} .two &{a:b}}", "p{a:b;& .none{a:b}.two &{a:b}}"),
        (".two + .one{a:b}", ".two + .one{a:b}"),
    ],
)
def test_styles_lose_what_matches_nothing_and_keep_the_rest(css: str, small: str) -> None:
    assert small_style(css, NAMES).replace('"', "'") == small.replace('"', "'")


def test_a_style_sheet_that_cannot_be_read_stays_as_it_is() -> None:
    assert small_style("p{a:b}} .none", NAMES) == "p{a:b}} .none"


OTHERS = {"b.html": b'<p class="ticks write">', "search.js": b'list.className = "results"'}
ASKING = '<link rel="stylesheet" href="{0}parts.css">\n<link rel="stylesheet" href="{0}parts.css" media="print">\n'


@pytest.mark.parametrize(
    ("css", "page"),
    [
        (".ticks{a:b}", '<p class="ticks">'),
        ("@media (min-width: 9em){p, .ticks input{a:b}}", '<ul class="ticks"><input>'),
        (".ticks{a:b}@page{margin:0}", ""),
        (":root{a:b}", ""),
        ('@import "a.css";', ""),
        (".ticks{a:b}} .none", "<p>"),
        (".results{a:b}", '<script src="search.js" defer></script>'),
    ],
    ids=["class", "in a group", "page of paper", "root", "import", "cannot be read", "script that makes it"],
)
def test_a_page_asks_for_a_style_sheet_that_does_something_on_it(css: str, page: str) -> None:
    html = ASKING.format("") + page
    files = with_small_styles({"parts.css": css.encode(), "a.html": html.encode(), **OTHERS}, ADDRESS)
    assert files["a.html"].decode() == html


@pytest.mark.parametrize("folder", ["", "./", "/iop/", ADDRESS])
def test_a_page_does_not_ask_for_a_style_sheet_that_does_nothing_on_it(folder: str) -> None:
    css = b".ticks{a:b}.ticks p{a:b}@keyframes k{from{a:b}}@media print{p .write{a:b}}.results{a:b}"
    html = ASKING.format(folder) + "<p>The word ticks, and write.</p>"
    files = with_small_styles({"parts.css": css, "a.html": html.encode(), **OTHERS}, ADDRESS)
    assert files["a.html"].decode() == "<p>The word ticks, and write.</p>"
    assert files["parts.css"].startswith(b".ticks{a:b}"), "other pages need it"


def test_a_page_asks_for_every_style_sheet_that_its_scripts_need() -> None:
    links = "".join(f'<link rel="stylesheet" href="{name}.css">' for name in ("all", "found"))
    html = f'{links}<script src="find.js"></script>'.encode()
    sheets = {"all.css": b"body{a:b}", "found.css": b".found{a:b}", "other.css": b".other{a:b}"}
    files = with_small_styles({**sheets, "find.js": b'make("found")', "a.html": html}, ADDRESS)
    assert files["a.html"] == html


def test_a_link_to_a_style_sheet_of_another_site_stays() -> None:
    html = b'<link rel="stylesheet" href="https://example.com/iop/parts.css">'
    assert with_small_styles({"parts.css": b".ticks{a:b}", "a.html": html, **OTHERS}, ADDRESS)["a.html"] == html


def linked(*names: str, media: str = "") -> str:
    return "".join(f'<link rel="stylesheet" href="{name}"{media}>\n' for name in names)


def test_a_page_asks_for_the_style_sheets_that_it_waits_for_with_one_request() -> None:
    sheets = {"assets/a.css": b"a{b:url(c)}", "assets/b.css": b"b{c:d}", "assets/paper.css": b"p{a:b}"}
    paper = linked("../assets/paper.css", media=' media="print"')
    both = linked("../assets/a.css", "../assets/b.css") + paper
    one = linked("assets/b.css")
    files = with_bundled_styles({**sheets, "x/index.html": both.encode(), "index.html": one.encode()}, ADDRESS)
    assert files["x/index.html"].decode() == linked("../assets/a-b-joined.css") + paper
    assert files["assets/a-b-joined.css"] == b"a{b:url(c)}b{c:d}"
    assert files["index.html"].decode() == one
    assert "assets/a.css" not in files, "nothing refers to it any more"
    assert {"assets/b.css", "assets/paper.css"} <= files.keys()


@pytest.mark.parametrize(
    ("sheets", "links"),
    [
        ({"a.css": b"p{a:b}} .none", "b.css": b"a{b:c}"}, ("a.css", "b.css")),
        ({"a.css": b"a{b:c}", "b.css": b"@import 'c.css';"}, ("a.css", "b.css")),
        ({"a.css": b"a{b:c}", "in/b.css": b"b{c:d}"}, ("a.css", "in/b.css")),
        ({"a.css": b"a{b:c}"}, ("a.css", "https://example.com/b.css")),
        ({"a.css": b"a{b:c}"}, ("a.css", "missing.css")),
    ],
    ids=["cannot be read", "imports", "other folder", "other site", "missing"],
)
def test_style_sheets_that_need_a_file_of_their_own_keep_it(sheets: dict[str, bytes], links: tuple[str, ...]) -> None:
    files = {**sheets, "index.html": linked(*links).encode()}
    assert with_bundled_styles(files, ADDRESS) == files


def test_comments_and_empty_lines_go_but_not_from_scripts_and_preformatted_text() -> None:
    html = "<p>a\n\nb</p>\n\n  \n<!-- x\n--> <pre>\n\n<b>\n\n</b><!-- kept --></pre>\n\n\n"
    html += "<script>'<!-- kept -->'\n\n</script>"
    assert small_page(html) == (
        "<p>a\n\nb</p>\n<pre>\n\n<b>\n\n</b><!-- kept --></pre>\n<script>'<!-- kept -->'\n\n</script>"
    )


def test_names_carry_a_hash_and_everything_that_refers_to_them_follows() -> None:
    files = {
        "index.html": b'<link href="assets/a.css"><script src="./assets/a.js?x#y"></script><a>assets/a.css</a>',
        "page/index.html": b'<img src="../assets/p.png"><img src="../assets/photo.webp"><meta content="https://example.org/iop/assets/p.png">',
        "404.html": b"<link href='/iop/assets/a.css'><a href='https://other.org/assets/a.css'>",
        "assets/a.css": b"@import 'b.css';a{background:url(\"p.png\") url(data:x)}",
        "assets/b.css": b"b{}",
        "assets/a.js": b'import "./b.js"; load("assets/p.png"); fetch("data/x.json")',
        "assets/b.js": b'import "./a.js"',
        "assets/p.png": b"png",
        "assets/photo.webp": b"webp",
        "assets/text.txt": b"x",
        "assets/s.json": b"{}",
        "data/x.json": b"{}",
        "search.html": b'<script data-index="assets/s.json"></script><a href="data/x.json">',
    }
    done = with_hashed_names(files, ADDRESS)
    png = hashed_name("assets/p.png", b"png").removeprefix("assets/")
    sheet = next(path for path in done if path.startswith("assets/a.") and path.endswith(".css"))
    assert (
        done[sheet] == f"@import '{hashed_name('b.css', b'b{}')}';a{{background:url(\"{png}\") url(data:x)}}".encode()
    )
    assert sheet == hashed_name("assets/a.css", done[sheet])
    script = next(path for path in done if path.startswith("assets/a.") and path.endswith(".js"))
    home = done["index.html"].decode()
    assert f'href="{sheet}"' in home
    assert f'src="./{script}?x#y"' in home
    assert ">assets/a.css</a>" in home
    assert done["page/index.html"].decode().count(png) == 2
    assert hashed_name("assets/photo.webp", b"webp") in done
    assert f"'/iop/{sheet}'" in done["404.html"].decode()
    assert "https://other.org/assets/a.css" in done["404.html"].decode()
    assert png.encode() in done[script]
    assert b'"data/x.json"' in done[script]
    assert {"assets/text.txt", "data/x.json"} <= done.keys()
    json = hashed_name("assets/s.json", b"{}")
    assert json in done
    assert done["search.html"].decode() == f'<script data-index="{json}"></script><a href="data/x.json">'


def test_scripts_that_import_each_other_still_find_each_other() -> None:
    done = with_hashed_names({"assets/a.js": b'import "./b.js"', "assets/b.js": b'import "./a.js"'}, ADDRESS)
    names = {path.removeprefix("assets/") for path in done}
    assert {data.decode().split("./")[1].rstrip('"') for data in done.values()} == names


def test_a_changed_picture_changes_the_name_of_the_sheet_that_shows_it() -> None:
    def sheet(png: bytes) -> str:
        files = {"assets/a.css": b"a{background:url(p.png)}", "assets/p.png": png}
        return next(path for path in with_hashed_names(files, ADDRESS) if path.endswith(".css"))

    assert sheet(b"1") != sheet(b"2")


def test_the_sitemap_has_the_day_of_the_last_check_and_no_page_that_is_none() -> None:
    checked = b'<p class="review">Last checked <time datetime="2026-11-22">22</time> <time datetime="2027-01-01">'
    files = with_sitemap(
        {
            "index.html": checked,
            "a&b/index.html": b"<p>",
            "404.html": checked,
            "hidden/index.html": b'<meta name="robots" content="noindex">',
            "sitemap.xml": b"<lastmod>1999-01-01</lastmod>",
            "sitemap.xml.gz": b"x",
        },
        ADDRESS,
    )
    assert "sitemap.xml.gz" not in files
    assert files["sitemap.xml"].decode().splitlines()[2:-1] == [
        "<url><loc>https://example.org/iop/a%26b/</loc></url>",
        "<url><loc>https://example.org/iop/</loc><lastmod>2026-11-22</lastmod></url>",
    ]


def test_a_site_without_an_address_has_no_sitemap() -> None:
    assert with_sitemap({"index.html": b"", "sitemap.xml": b""}, "") == {"index.html": b""}


def test_texts_get_compressed_copies_that_hold_the_same_and_no_time(tmp_path: Path) -> None:
    text = b"words and more words " * 100
    for name, data in {"index.html": text, "short.html": b"x", "a.png": text, "in/a.css": text}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert compress(tmp_path) == 4
    assert {file.name for file in tmp_path.iterdir()} == {
        *("index.html", "index.html.gz", "index.html.br", "short.html", "a.png", "in")
    }
    copy = (tmp_path / "index.html.gz").read_bytes()
    assert gzip.decompress(copy) == brotli.decompress((tmp_path / "in/a.css.br").read_bytes()) == text
    assert copy[4:8] == bytes(4)
    assert compress(tmp_path) == 4, "copies are not copied"


def test_copies_that_cannot_be_written_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_bytes(b"words " * 100)
    (tmp_path / "index.html.gz").mkdir()
    assert main(["compress", str(tmp_path)]) == 2
    assert "index.html.gz: Is a directory." in capsys.readouterr().err


def test_a_folder_ends_up_with_the_optimised_files_and_no_empty_folders(tmp_path: Path) -> None:
    for name, data in {"index.html": b"<p>", "assets/unused/x.js": b"", "sitemap.xml.gz": b"old"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    optimise(tmp_path, ADDRESS)
    assert {path.name for path in tmp_path.rglob("*")} == {"index.html", "sitemap.xml", ".nojekyll", "_headers"}


def test_optimising_twice_changes_nothing_but_names() -> None:
    once = optimised({"index.html": b"<p class=a>\n\n<b>", "x.css": b".a { b : c }"}, ADDRESS)
    assert optimised(once, ADDRESS) == once


def test_void_elements_lose_their_slash_and_pictures_keep_theirs() -> None:
    html = '<p><input type="checkbox" /> a<br /></p><svg><path d="M0 0" /></svg><pre>&lt;br /&gt;</pre>'
    assert small_page(html) == '<p><input type="checkbox"> a<br></p><svg><path d="M0 0" /></svg><pre>&lt;br /&gt;</pre>'


WITH_CHARSET = b'<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>x</title>\n</head>'


def test_every_page_gets_the_policy_right_after_its_charset_and_hosts_get_a_file_of_headers() -> None:
    files = with_policy({"index.html": WITH_CHARSET, "a.css": b"a{}", "part.html": b"<p>x</p>"})
    assert files["index.html"].index(b"Content-Security-Policy") < files["index.html"].index(b"<title>")
    assert files["index.html"].index(b"Content-Security-Policy") > files["index.html"].index(b"charset")
    assert (files["a.css"], files["part.html"]) == (b"a{}", b"<p>x</p>")
    assert files["_headers"].startswith(b"/*\n  Content-Security-Policy: default-src 'none'")


def test_a_preview_has_no_policy(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(WITH_CHARSET + b"x" * 600)
    optimise(tmp_path, ADDRESS, draft=True)
    assert {file.name for file in tmp_path.iterdir()} == {"index.html", "sitemap.xml", ".nojekyll"}
    assert b"Content-Security-Policy" not in (tmp_path / "index.html").read_bytes()


def test_scripts_lose_comments_and_spaces_and_keep_their_texts() -> None:
    script = b"// why\nconst words = `two  spaces // ${ name }`; /* how */\nsay( words );\n"
    (small,) = with_small_scripts({"a.js": script}).values()
    assert small == b"const words=`two  spaces // ${ name }`;say(words);"


WORKER = b'const release="";self.x=1;'


def test_the_worker_knows_its_release_which_changes_with_any_file() -> None:
    files = {"index.html": b"one", "sw.js": WORKER}
    first, again = (with_worker(files, offline=True)["sw.js"] for _ in range(2))
    assert first == again != WORKER
    assert with_worker(files | {"index.html": b"two"}, offline=True)["sw.js"] != first
    assert with_worker(files | {"a.css": b""}, offline=True)["sw.js"] != first


def test_the_pages_of_help_are_kept_in_one_file_named_after_the_release() -> None:
    for_machines = '<meta property="og:title" content="Help">\n<script type="application/ld+json">{"name":1}</script>'
    page = f'<meta name="referrer" content="no-referrer">\n{for_machines}<script src="a.js"></script><p>“Call”</p>'
    pages = {"help-now/index.html": page.encode(), "about/index.html": b"<p>About</p>"}
    files = with_worker(pages | {"sw.js": WORKER}, offline=True)
    (name,) = files.keys() - pages.keys() - {"sw.js"}
    assert name.removeprefix("assets/offline.").removesuffix(".json").encode() in files["sw.js"]
    assert json.loads(files[name]) == {"help-now/": page.replace(for_machines, "")}


def test_switched_off_the_worker_has_no_release_and_a_site_may_have_none() -> None:
    assert with_worker({"sw.js": WORKER}, offline=False) == {"sw.js": WORKER}
    assert with_worker({"index.html": b""}, offline=True) == {"index.html": b""}


def test_a_worker_without_a_place_for_its_release_is_told() -> None:
    with pytest.raises(ValueError, match="needs one line"):
        with_worker({"sw.js": b"self.x=1;"}, offline=True)


HEAD = """<link rel="canonical" href="https://example.org/iop/cost/">
<meta property="og:title" content="Cost &amp; plans"><meta property="og:site_name" content="Guide">
<meta name="description" content="What &quot;it&quot; costs &lt;/script>">"""


def block_of(body: str, head: str = HEAD) -> Any:
    """The data block of a page, as a program reads it."""
    html = with_block(f"<html><head>{head}</head><body>{body}</body></html>", ADDRESS)
    found = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    return json.loads(found) if found else None


def test_a_data_block_is_made_from_what_the_page_shows() -> None:
    body = """<nav class="trail"><a href="..">Home</a> <a href="../pay/">Pay</a></nav><article>
    <section class="sources"></section><p class="review"><time datetime="2026-11-23"></time></p></article>"""
    block = block_of(body)
    assert (block["@type"], block["name"], block["lastReviewed"]) == ("MedicalWebPage", "Cost & plans", "2026-11-23")
    assert block["description"] == 'What "it" costs </script>'
    steps = [(step["name"], step["item"]) for step in block["breadcrumb"]["itemListElement"]]
    assert steps == [("Home", ADDRESS), ("Pay", f"{ADDRESS}pay/"), ("Cost & plans", f"{ADDRESS}cost/")]


def test_a_page_without_sources_is_not_said_to_be_reviewed() -> None:
    block = block_of('<article><p class="review"><time datetime="2026-11-23"></time></p></article>')
    assert block["@type"] == "WebPage" and "lastReviewed" not in block and "breadcrumb" not in block


def test_a_list_of_pages_is_a_collection() -> None:
    assert block_of('<article><ul class="doors"></ul></article>')["@type"] == "CollectionPage"


def test_answers_are_all_that_stands_below_a_question_without_notes_and_hidden_words() -> None:
    body = """<article class="questions"><section><h2>Who pays?</h2>
    <p>Your <b>plan</b>, in part.<a class="cite">[1]</a></p><ul><li>Ask: <ul><li>How much?</li></ul></li></ul>
    <p>Call <a><span class="visually-hidden">Line: </span>211</a>.</p>
    </section><section><h2>What to do next</h2><p>Call.</p></section></article>"""
    (question,) = block_of(body)["mainEntity"]
    assert question["name"] == "Who pays?"
    assert question["acceptedAnswer"]["text"] == "Your plan, in part.\nAsk:\nHow much?\nCall 211."


def test_headings_that_ask_make_no_page_of_questions_by_themselves() -> None:
    assert "mainEntity" not in block_of("<article><section><h2>Who pays?</h2><p>You.</p></section></article>")


def test_a_page_that_does_not_say_where_it_stands_has_no_data_block() -> None:
    assert block_of("<article></article>", head="<title>Page not found</title>") is None
