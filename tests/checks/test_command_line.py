"""python -m checks, as a person and a CI job call it: exit status, report, and no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.checks.conftest import PROJECT

AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
GOOD = '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1><p>Text</p></main></html>'
BAD = GOOD.replace("<p>", '<img src="ladder.svg"><p>')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(f'[tool.checks]\naxe = "{AXE}"\nshort-numbers = ["988"]\n')
    for name in ("docs", "site"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs" / "index.md").write_text("# A\n\nText\n")
    (tmp_path / "site" / "index.html").write_text(GOOD)
    return tmp_path


def checks(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "checks", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(PROJECT)} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def test_content_and_site_that_are_in_order_are_clear(folder: Path) -> None:
    done = checks(folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 page × 10 states: 0 failed, 0 untested, 0 cantTell, ")


def test_a_barrier_on_a_page_blocks(folder: Path) -> None:
    (folder / "site" / "index.html").write_text(BAD)
    (folder / "docs" / "index.md").write_text("# A\n\n![](ladder.svg)\n")
    done = checks(folder, "site", "--format", "json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    console, failed = [result for result in report["results"] if result["outcome"] == "failed"]
    assert failed["rule"] == "axe/image-alt"
    assert console["rule"] == "console" and "ladder.svg" in console["message"], "the picture is not there"
    assert failed["source"] == {"file": "docs/index.md", "line": 3}
    assert failed["states"] == ["wide", "narrow", "no-script"]
    assert report["tool"]["axe-core"] == "4.14.1"
    assert report["tool"]["browser"].startswith("Chromium ")


def test_a_barrier_in_the_content_blocks_without_a_browser(folder: Path) -> None:
    (folder / "docs" / "index.md").write_text("# A\n\nCall 988.\n")
    done = checks(folder, "content", PATH="")
    assert done.returncode == 1
    assert 'docs/index.md:3  The telephone number "988" is typed by hand.' in done.stdout


def test_reports_go_to_files_in_pairs(folder: Path) -> None:
    done = checks(folder, "content", "--format", "json", "--output", "a.json", "--format", "text", "--output", "a.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((folder / "a.json").read_text())["summary"]["passed"] == 1
    assert "1 page: 0 failed" in (folder / "a.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["site", "empty"], "make build"),
        (["site", "none"], "make build"),
        (["site", "--page", "/none/"], "No page matches --page /none/"),
        (["site", "--state", "wied"], 'Did you mean "wide"?'),
        (["site", "--rule", "axee"], 'Did you mean "axe"?'),
        (["site", "--rule", "phone-number"], "No rule applies"),
        (["content", "--rule", "axe"], "No rule applies"),
        (["content", "docs/none.md"], "There is no file"),
        (["content", "--output", "a", "--output", "b"], "more --output than --format"),
        (["content", "--format", "text", "--output", "none/a.txt"], "none/a.txt"),
        (["site", "--pages-from", "none.txt"], "none.txt"),
        (["site", "--workers", "0"], "from 1 up"),
        (["sight"], 'Did you mean "site"?'),
        (["--format", "text", "site"], "unrecognized arguments: site"),
        (["explain", "axi"], 'Did you mean "axe"?'),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_ends_in_2_and_a_sentence(arguments: list[str], said: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    done = checks(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_missing_and_an_altered_axe_end_in_2(folder: Path) -> None:
    altered = folder / "axe.min.js"
    altered.write_bytes(AXE.read_bytes() + b" ")
    for place in ("axe.min.js", "none.js"):
        (folder / "pyproject.toml").write_text(f'[tool.checks]\naxe = "{place}"\n')
        done = checks(folder, "site")
        assert done.returncode == 2
        assert "make setup" in done.stderr


def test_no_browser_ends_in_2(folder: Path) -> None:
    done = checks(folder, "site", PATH=str(folder), SE_OFFLINE="true", SE_CACHE_PATH=str(folder))
    assert done.returncode == 2
    assert "apt-get install chromium chromium-driver" in done.stderr


def test_a_page_that_cannot_be_opened_is_untested_and_blocks(folder: Path) -> None:
    (folder / "site" / "b.html").write_text(
        "<p id=a>a</p><script>let n = 0; (function move() {"
        " a.style.height = `${n++ % 900}px`; requestAnimationFrame(move) })()</script>"
    )
    done = checks(folder, "site", "--state", "wide", "--rule", "axe")
    assert done.returncode == 1
    assert "/b.html  Untested: The page did not come to rest" in done.stdout
    assert "2 pages × 1 state: 0 failed, 1 untested" in done.stdout


def test_ctrl_c_ends_with_a_sentence_and_no_browser_is_left(folder: Path) -> None:
    for number in range(60):
        (folder / "site" / f"{number}.html").write_text(GOOD)
    browsers = Path(tempfile.mkdtemp())  # and not in `folder`: the path of the browser's socket has to be short
    started = subprocess.Popen(
        [sys.executable, "-m", "checks", "site"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(PROJECT), "TMPDIR": str(browsers)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not list(browsers.glob("checks-browser-*/Default")):
        time.sleep(0.1)
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert (started.returncode, said) == (130, "checks: stopped by Ctrl-C; nothing was decided.\n")
    assert not list(browsers.iterdir())
    browsers.rmdir()


def test_rules_are_listed_and_explained(folder: Path) -> None:
    listed = checks(folder, "rules")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "crisis-line (WCAG 3.2.6)" in listed.stdout
    explained = checks(folder, "explain", "axe/image-alt")
    assert explained.returncode == 0
    assert explained.stdout.startswith("# axe\n")


def test_source_texts_are_kept_as_fingerprints_that_content_is_held_against(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "article.txt").write_text("One two three four five six seven eight nine.")
    assert "set source-runs" in checks(folder, "fingerprint", "texts").stderr
    with (folder / "pyproject.toml").open("a") as settings:
        settings.write('source-runs = "runs.txt"\n')
    assert "runs.txt cannot be read" in checks(folder, "content").stdout
    assert "there is no .txt or .md file in docs/none" in checks(folder, "fingerprint", "docs/none").stderr
    assert checks(folder, "fingerprint", "texts").stdout == "runs.txt has the runs of 1 text.\n"
    assert "article" not in (folder / "runs.txt").read_text() and "three" not in (folder / "runs.txt").read_text()
    (folder / "docs" / "index.md").write_text("# A\n\nThen two, three: four five six seven eight nine ten.\n")
    done = checks(folder, "content")
    assert done.returncode == 1
    assert '"two three four five six seven eight nine" stands word for word in a source.' in done.stdout


def test_what_a_run_says_of_the_criteria_is_kept(folder: Path) -> None:
    assert "set criteria" in checks(folder, "criteria", "report.json").stderr
    with (folder / "pyproject.toml").open("a") as settings:
        settings.write('criteria = "criteria.json"\n')
    checks(folder, "site", "--rule", "axe", "--state", "wide", "--format", "json", "--output", "part.json")
    assert "part.json is not the JSON report of a run with all rules" in checks(folder, "criteria", "part.json").stderr
    whole = checks(folder, "--format", "json", "--output", "whole.json")
    assert whole.stderr.startswith("criteria.json is not what this run says of the success criteria.")
    kept = checks(folder, "criteria", "whole.json")
    assert kept.stdout == "criteria.json has what this run says of 55 success criteria.\n"
    first, *_ = json.loads((folder / "criteria.json").read_text())["criteria"]
    assert list(first) == ["number", "name", "level", "conclusion", "note"] and first["number"] == "1.1.1"
    assert checks(folder).stderr == ""


def test_figures_of_what_passes_are_a_report(folder: Path) -> None:
    (folder / "docs" / "index.md").write_text("# A\n\nIt is 9.[^a] “It was 8.”\n")
    done = checks(folder, "content", "--format", "figures")
    assert done.stdout.splitlines()[0] == (
        '/  citation: 1 with a source. Let pass: line 3 (in quotation marks): "“It was 8.”"'
    )
