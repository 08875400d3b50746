"""deploy/nginx.conf, read by nginx itself: the headers, the compressed copies, the page for what is not there."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from publish.headers import BY_FOLDER, EVERYWHERE
from publish.optimise.compress import compress
from tests.site.conftest import ROOT
from tests.site.test_offline import free_port

pytestmark = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")


@pytest.fixture(scope="module")
def copied(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide with compressed copies of some of its files, as when a few could not be written."""
    folder = tmp_path_factory.mktemp("copied") / "site"
    shutil.copytree(site, folder)
    compress(folder)
    for kind in ("gz", "br"):
        (folder / f"helplines/index.html.{kind}").unlink()
    return folder


@pytest.fixture(scope="module")
def port(copied: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx that serves the guide as the example says."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    server = (
        (ROOT / "deploy/nginx.conf").read_text().replace("8080", f"127.0.0.1:{port}").replace("/srv/guide", str(copied))
    )
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"user root; daemon off; pid {folder}/pid; error_log {folder}/log;\nevents {{}} http {{ {places}\n{server} }}\n"
    )
    program = subprocess.Popen(
        ["nginx", "-e", str(folder / "log"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    )
    try:
        for _ in range(100):
            if (folder / "pid").exists():
                break
            time.sleep(0.05)
        yield port
    finally:
        program.terminate()
        program.wait()


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer, answer.read()


@pytest.mark.parametrize("path", ["/", "/help-now/", "/data/helplines.json", "/sw.js"])
def test_what_may_change_is_asked_for_anew_and_has_all_headers(port: int, path: str) -> None:
    answer, _ = get(port, path)
    got = dict(answer.headers.items())
    assert answer.status == 200
    assert EVERYWHERE.items() <= got.items()
    assert got["Cache-Control"] == "no-cache"
    assert ("Access-Control-Allow-Origin" in got) == path.startswith("/data/")


def test_assets_are_kept(port: int, site: Path) -> None:
    style = next((site / "assets/styles").glob("guide.*.css")).relative_to(site)
    answer, _ = get(port, f"/{style}")
    got = dict(answer.headers.items())
    assert {**EVERYWHERE, **BY_FOLDER["/assets/"]}.items() <= got.items()
    assert got["Content-Type"] == "text/css; charset=utf-8"


def test_the_compressed_copy_is_sent_as_it_is(port: int, copied: Path) -> None:
    answer, body = get(port, "/help-now/", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert body == (copied / "help-now/index.html.gz").read_bytes()
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_without_a_copy_what_is_sent_is_compressed(port: int, copied: Path) -> None:
    answer, body = get(port, "/helplines/", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (copied / "helplines/index.html").read_bytes()


def test_what_is_not_there_leads_to_help_under_the_same_headers(port: int, site: Path) -> None:
    answer, body = get(port, "/none/")
    assert answer.status == 404
    assert body == (site / "404.html").read_bytes()
    assert EVERYWHERE.items() <= dict(answer.headers.items()).items()


def test_a_folder_leads_to_its_page_and_the_list_of_headers_is_not_shown(port: int) -> None:
    answer, _ = get(port, "/help-now")
    assert (answer.status, answer.headers["Location"]) == (301, "/help-now/")
    assert get(port, "/_headers")[0].status == 404
