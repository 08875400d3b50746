"""Tags that do not fit together are found, and those that the HTML standard lets be left out are not."""

from __future__ import annotations

import pytest

from checks.observe.markup import Kind, read


def faults(html: str) -> list[tuple[Kind, str, str]]:
    return [(fault.kind, fault.tag.name, fault.other) for fault in read(html).faults]


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><title>a</title><p>b<p>c<ul><li>d<li>e<ul><li>f</ul><li>g</ul>",
        "<html><head><title>a</title><body><p>b</body></html>",
        "<html><head><title>a</title></head><h1>b</h1></html>",
        "<table><caption>a<thead><tr><th>b<th>c<tbody><tr><td><p>d<td><ul><li>e</ul><tr><td>f</table>",
        "<table><colgroup><col><col><tr><td><table><tr><td>a</table><td>b</table>",
        "<dl><dt>a<dd>b<dd>c<dl><dt>d<dd>e</dl><dt>f</dl>",
        "<select><optgroup label=a><option>b<option>c<optgroup label=d><option>e</select>",
        "<ruby>a<rp>(<rt>b<rp>)</ruby>",
        "<svg viewBox='0 0 1 1'><g><path d='M0 0'/><circle></g><a href='#'>a</a></svg><math><mi>x</math>",
        "<p>a<br>b<img src=c><input><hr/><br/>",
        "<p>a<textarea></p><b></textarea>b</p><title><i></title>",
        "<script>document.write('<b>')</script><style>a::after { content: '</div>' }</style><!-- </p> -->",
        "<button>a<p>b</button><p>c<object><div>d</div></object>",
        "<details><summary>a</summary><p>b</details><a href=x><div>c</div></a>",
        "<template><tr><td>a</template><noscript><p>b</noscript>",
        "<iframe src=a><p></iframe>",
    ],
)
def test_what_the_standard_lets_be_left_out_is_no_fault(html: str) -> None:
    assert not faults(html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <b>b</p><p>c</p>", (Kind.UNCLOSED, "b", "</p>")),
        ("<div><section>a</section>", (Kind.UNCLOSED, "div", "the page")),
        ("<h2>a<p>b</p>", (Kind.UNCLOSED, "h2", "the page")),
        ("<p>a</p></div><p>b</p>", (Kind.STRAY, "div", "")),
        ("<p>a</br>b</p>", (Kind.STRAY, "br", "")),
        ("<p>a <b>b <i>c</b> d</i></p>", (Kind.CROSSED, "i", "</b>")),
        ("<p>a <ul><li>b</ul> c</p>", (Kind.ENDED, "p", "<ul>")),
        ("<p>a <div>b</div></p>", (Kind.ENDED, "p", "<div>")),
        ('<a href="a">a <a href="b">b</a></a>', (Kind.NESTED, "a", '<a href="a">')),
        ("<button>a <span><button>b</button></span></button>", (Kind.NESTED, "button", "<button>")),
        ('<img src="a" alt="b" alt="c">', (Kind.TWICE, "img", "alt")),
        ("<table><tr><td><b>a</td></tr></table>", (Kind.UNCLOSED, "b", "</td>")),
        ("<div/><p>a</p>", (Kind.UNCLOSED, "div", "the page")),
    ],
)
def test_what_does_not_fit_together_is_found_once(html: str, expected: tuple[Kind, str, str]) -> None:
    assert faults(html) == [expected]


def test_lines_and_tags_are_as_written() -> None:
    first, second = read("<!doctype html>\n<p>a\n  <Font\n color=red>b</font>").tags
    assert (first.name, first.line, first.text) == ("p", 2, "<p>")
    assert (second.name, second.line, second.attributes) == ("font", 3, ("color",))
