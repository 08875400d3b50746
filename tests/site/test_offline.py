"""The guide without a network: what is kept, that it is marked, and that a new release takes the place of the old."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from checks.browser import SeleniumBrowser
from publish.build import write_site
from publish.engine import read_settings
from publish.optimise.files import read_folder
from publish.optimise.offline import with_worker
from publish.optimise.scripts import with_small_scripts
from tests.site.conftest import ROOT, go, until

SERVER = """
import pathlib, sys, time
from checks import server
with server.folder(pathlib.Path(sys.argv[1]), "site", port=int(sys.argv[2])) as site:
    print(site.with_scripts, flush=True)
    time.sleep(600)
"""
ALWAYS = ("/help-now/", "/helplines/", "/overdose-and-withdrawal/")
NUMBER = "1-800-662-4357"
NEW_NUMBER = "1-800-555-0199"
ACTIVE = "return (await navigator.serviceWorker.getRegistration())?.active?.state;"
RELEASES = "return (await caches.keys()).map((name) => name.split(' ').at(-1));"
KEPT = """
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname);
"""
TEXT = "return document.body.innerText;"
STYLED = "return getComputedStyle(document.querySelector('.crisis')).color;"


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A copy of the guide that a test may change."""
    return shutil.copytree(site, tmp_path / "site")


@contextmanager
def served_at(folder: Path, port: int) -> Iterator[str]:
    """The folder on a port of this machine, by a program that is killed: no connection to it is left."""
    program = subprocess.Popen([sys.executable, "-c", SERVER, str(folder), str(port)], cwd=ROOT, stdout=subprocess.PIPE)
    assert program.stdout
    try:
        yield program.stdout.readline().decode().strip()
    finally:
        program.kill()
        program.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def kept(browser: SeleniumBrowser, root: str) -> set[str]:
    """The paths of the pages that the browser keeps."""
    base = root[root.index("/", 8) :] if "/" in root[8:] else ""
    return {path.removeprefix(base) for path in browser.evaluate(KEPT) if path.endswith("/")}


def test_help_is_there_when_the_server_is_gone(copy: Path, reader: SeleniumBrowser) -> None:
    port = free_port()
    with served_at(copy, port) as root:
        reader.open(f"{root}/help-now/")
        until(lambda: reader.evaluate(ACTIVE), "activated")
        go(reader, f"{root}/medicare/")
        until(lambda: "/medicare/" in kept(reader, root))
    for page in (*ALWAYS, "/medicare/"):
        go(reader, f"{root}{page}")
        assert "No connection. This is a copy from" in reader.evaluate(TEXT), page
        assert reader.evaluate(STYLED) == "rgb(255, 255, 255)", page
    assert NUMBER in text_of(reader, f"{root}/helplines/")


def text_of(browser: SeleniumBrowser, address: str) -> str:
    go(browser, address)
    text: str = browser.evaluate(TEXT)
    return text


def test_a_device_without_room_shows_pages_as_they_should_look(copy: Path, reader: SeleniumBrowser) -> None:
    with served_at(copy, free_port()) as root:
        reader.open(f"{root}/help-now/")
        until(lambda: reader.evaluate(ACTIVE), "activated")
        reader.command("Storage.overrideQuotaForOrigin", origin=root, quotaSize=1)
        go(reader, f"{root}/what-is-iop/")
        assert reader.evaluate(STYLED) == "rgb(255, 255, 255)"


def test_a_page_that_is_not_kept_leads_to_help(copy: Path, reader: SeleniumBrowser) -> None:
    port = free_port()
    with served_at(copy, port) as root:
        reader.open(f"{root}/")
        until(lambda: reader.evaluate(ACTIVE), "activated")
    reader.evaluate("location.href = arguments[0];", f"{root}/veterans/")
    until(
        lambda: reader.evaluate("return location.pathname.endsWith('/help-now/') && document.readyState;"), "complete"
    )
    assert "That page is not on this device." in reader.evaluate(TEXT)


def test_a_reader_who_is_online_sees_todays_number_and_a_new_release_replaces_the_old(
    copy: Path, reader: SeleniumBrowser
) -> None:
    port = free_port()
    with served_at(copy, port) as root:
        reader.open(f"{root}/helplines/")
        until(lambda: reader.evaluate(ACTIVE), "activated")
        (before,) = reader.evaluate(RELEASES)
        go(reader, f"{root}/medicare/")
        until(lambda: "/medicare/" in kept(reader, root))
    change_number(copy)
    with served_at(copy, port) as root:
        text = text_of(reader, f"{root}/helplines/")
        assert NEW_NUMBER in text and NUMBER not in text
        assert "No connection" not in text
        until(lambda: len(reader.evaluate(RELEASES)) == 1 and reader.evaluate(RELEASES) != [before])
        assert {*ALWAYS, "/medicare/"} <= kept(reader, root)
    text = text_of(reader, f"{root}/helplines/")
    assert NEW_NUMBER in text and NUMBER not in text
    assert "No connection" in text


def change_number(site: Path) -> None:
    """What a new build with another number in data/helplines.yml writes."""
    for old in (site / "assets").glob("offline.*"):
        old.unlink()
    changed = {path: data.replace(NUMBER.encode(), NEW_NUMBER.encode()) for path, data in read_folder(site).items()}
    worker = with_small_scripts({"sw.js": (ROOT / "docs/sw.js").read_bytes()})
    for path, data in with_worker(changed | worker, offline=True).items():
        (site / path).write_bytes(data)


def test_switched_off_it_forgets_all_that_it_kept(copy: Path, reader: SeleniumBrowser, tmp_path: Path) -> None:
    port = free_port()
    with served_at(copy, port) as root:
        reader.open(f"{root}/")
        until(lambda: reader.evaluate(ACTIVE), "activated")
    settings = read_settings(ROOT)
    settings.config.extra["offline"] = False
    write_site(replace(settings, offline=False), tmp_path / "off")
    with served_at(tmp_path / "off", port) as root:
        go(reader, f"{root}/help-now/")
        until(lambda: reader.evaluate(RELEASES), [])
        go(reader, f"{root}/about/")
        assert reader.evaluate("return (await navigator.serviceWorker.getRegistrations()).length;") == 0


def test_the_worker_is_small(site: Path) -> None:
    assert len((site / "sw.js").read_bytes()) <= 3072
