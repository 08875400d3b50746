"""The preview: it follows each change, and a mistake leaves the last good pages in place."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from publish import serve as serve_module
from publish.problem import CannotWork
from publish.serve import HOST, free_port, is_free
from tests.publish.conftest import Project

SECONDS = 60


class Preview:
    """A running preview and what it has said."""

    def __init__(self, project: Project, port: int) -> None:
        self.log = project.root.parent / f"{project.root.name}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "publish", "serve", "--port", str(port)],
                cwd=project.root,
                env=os.environ | {"PYTHONPATH": str(Path(serve_module.__file__).parent.parent)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def said(self) -> str:
        return self.log.read_text()

    def address(self) -> str:
        self.wait(lambda: "The guide is on http" in self.said())
        match = re.search(r"The guide is on (\S+)", self.said())
        assert match
        return match[1]

    def shows(self, words: str) -> bool:
        try:
            with urlopen(self.address(), timeout=SECONDS) as answer:
                return words in answer.read().decode()
        except URLError:
            return False

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + SECONDS
        while not done():
            assert time.monotonic() < end and self.process.poll() is None, self.said()
            time.sleep(0.2)


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    running = Preview(project, free_port(18_000 + os.getpid() % 1000))
    yield running
    running.process.kill()
    running.process.wait()


def test_a_change_appears_a_mistake_is_told_and_the_old_page_stays(project: Project, preview: Preview) -> None:
    preview.wait(lambda: preview.shows("Words."))
    project.page("index.md", "# Home\n\nOther words.\n")
    preview.wait(lambda: preview.shows("Other words."))
    project.page("index.md", "# Home\n\nCall <call:989>.\n")
    preview.wait(lambda: "shows the guide as it was before" in preview.said())
    assert 'docs/index.md:9  There is no help line "989"' in preview.said()
    assert preview.shows("Other words.")
    project.change("data/helplines.yml", 'id: "988"', 'id: "989"')
    preview.wait(lambda: preview.shows("tel:988"))
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(SECONDS) == 0
    assert "Traceback" not in preview.said()


def test_a_guide_that_starts_with_a_mistake_appears_once_it_is_mended(project: Project) -> None:
    project.page("index.md", "# Home\n\n<b>\n")
    preview = Preview(project, free_port(19_000 + os.getpid() % 1000))
    try:
        preview.wait(lambda: preview.shows("The guide cannot be shown yet"))
        assert "docs/index.md:9  The HTML tag <b>" in preview.said()
        project.page("index.md", "# Home\n\nMended.\n")
        preview.wait(lambda: preview.shows("Mended."))
    finally:
        preview.process.kill()
        preview.process.wait()


def test_a_port_that_is_taken_is_stepped_over_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port
    assert f"Port {port} is taken, so the guide is on port" in capsys.readouterr().out


def test_there_is_no_port_after_the_last_one() -> None:
    assert not is_free(65_536)


def test_without_a_free_port_the_sentence_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_module, "is_free", lambda port: False)
    with pytest.raises(CannotWork, match="--port"):
        free_port(8000)
