"""Set up what is missing here: `bootstrap.py site` for the guide alone, `bootstrap.py gate` for the gate as well.

Needs nothing but Python's standard library, since it runs before anything is installed. Each step looks first and does
nothing where nothing is missing, so that a second run costs no time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NEEDED_PYTHON = (3, 11)
DEBIAN_BROWSER = ["chromium", "chromium-driver", "fonts-liberation"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]


class SetupStopped(Exception):
    """Something that only a person can put right; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Set up the parts named in `arguments` (`site` or `gate`). Returns the exit status: 0 or 2."""
    if arguments not in (["site"], ["gate"]):
        print("Usage: bootstrap.py site | gate", file=sys.stderr)
        return 2
    try:
        check_python()
        set_up_packages()
        if arguments == ["gate"]:
            set_up_browser()
            set_up_axe()
    except SetupStopped as stopped:
        print(f"Set-up stopped: {stopped}", file=sys.stderr)
        return 2
    return 0


def check_python() -> None:
    if sys.version_info < NEEDED_PYTHON:
        raise SetupStopped(
            f"this is Python {sys.version.split()[0]}, and the guide needs 3.11 or newer."
            " Name a newer one: make serve PYTHON=python3.13"
        )


def set_up_packages() -> None:
    """Make .venv with the locked packages, unless it already holds just these for this Python."""
    if not LOCK.is_file():
        raise SetupStopped("requirements.lock is missing. Restore it: git checkout requirements.lock")
    stamp = VENV / "ready"
    wanted = f"Python {sys.version.split()[0]}\n{ROOT}\n{hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say("Making .venv with the locked Python packages …")
    shutil.rmtree(VENV, ignore_errors=True)
    make_venv()
    python = VENV / "bin" / "python"
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)]
    run([str(python), *install], "the Python packages could not be installed. Is this machine online?")
    put_project_on_path(python)
    stamp.write_text(wanted)


def make_venv() -> None:
    if not has_ensurepip() and can_install():
        apt_install("Python's venv module", [f"python3.{sys.version_info.minor}-venv"])
    elif not has_ensurepip():
        raise SetupStopped("Python's venv module is missing. Install it: sudo apt install python3-venv")
    run([sys.executable, "-m", "venv", str(VENV)], "a virtual environment could not be made in .venv.")


def has_ensurepip() -> bool:
    """Debian ships `ensurepip`, without which `venv` makes no pip, in a package of its own."""
    return subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode == 0


def put_project_on_path(python: Path) -> None:
    """Let plain `mkdocs build` import `publish` from any folder: a .pth file, in place of a build and an install."""
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([str(python), "-c", where], capture_output=True, text=True, check=True).stdout.strip()
    (Path(packages) / "iop_guide.pth").write_text(f"{ROOT}\n")


def set_up_browser() -> None:
    if any(shutil.which(name) for name in BROWSERS) and shutil.which("chromedriver"):
        return
    if can_install():
        apt_install("Chromium and ChromeDriver", DEBIAN_BROWSER)
        return
    say(
        "No Chromium with ChromeDriver here: Selenium will try to fetch a browser when the gate starts.\n"
        f"If that fails, install them: sudo apt install {' '.join(DEBIAN_BROWSER)}"
    )


def set_up_axe() -> None:
    """Bring axe-core in as package-lock.json pins it. The gate checks its SHA-256 before each use."""
    if AXE.is_file() and AXE.stat().st_mtime >= (ROOT / "package-lock.json").stat().st_mtime:
        return
    if not shutil.which("npm") and can_install():
        apt_install("npm", ["npm"])
    if not shutil.which("npm"):
        raise SetupStopped("npm is missing; it brings axe-core. Install it: sudo apt install npm")
    say("Installing axe-core …")
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    run(command, "axe-core could not be installed. Is this machine online?")
    AXE.touch()


def can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(what: str, packages: list[str]) -> None:
    say(f"Installing {what} …")
    by_hand = f"{what} could not be installed. Try by hand: apt-get install {' '.join(packages)}"
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], by_hand, quiet)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], by_hand, quiet)


def run(command: list[str], failed: str, environment: dict[str, str] | None = None) -> None:
    """Run a command and show what it says only when it fails. Raises SetupStopped with `failed`."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != 0:
        raise SetupStopped(f"{failed}\n{done.stdout.strip()}")


def say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
