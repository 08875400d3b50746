"""The pictures that a browser cannot draw from SVG by itself: link previews and home screens want PNG files.

`python -m publish pictures` draws them anew. They are kept in docs/assets/images, so that a build needs no browser.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from publish.problem import CannotWork

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking")
IMAGES = Path("docs/assets/images")
ICON = IMAGES / "icon.svg"
ROUNDED = ' rx="7"'
SPARE = 200
"""Pixels by which the window is taller than the picture: a browser's own frame may take a part of it."""


@dataclass(frozen=True)
class Picture:
    """A PNG file, what it is drawn from, and its size in pixels. `square` fills the corners, which a phone cuts."""

    name: str
    source: Path
    width: int
    height: int
    square: bool = False


PICTURES = (
    Picture("preview.png", Path("publish/pictures/preview.svg"), 1200, 630),
    Picture("icon-192.png", ICON, 192, 192),
    Picture("icon-512.png", ICON, 512, 512),
    Picture("icon-maskable.png", ICON, 512, 512, square=True),
    Picture("apple-touch-icon.png", ICON, 180, 180, square=True),
)


def draw_all(root: Path) -> list[Path]:
    """Draw every picture of the project in `root`. Returns the files; raises CannotWork where no browser is found."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise CannotWork("No browser was found to draw with. Install it: sudo apt install chromium")
    files = []
    for picture in PICTURES:
        files.append(root / IMAGES / picture.name)
        files[-1].write_bytes(draw(picture, root, browser))
    return files


def draw(picture: Picture, root: Path, browser: str) -> bytes:
    """One picture as a PNG with as few colors as flat areas and smooth edges need."""
    svg = (root / picture.source).read_text(encoding="utf-8")
    image = screenshot(svg.replace(ROUNDED, "") if picture.square else svg, picture, browser)
    if picture.square or picture.source != ICON:
        image = image.convert("RGB")
    file = io.BytesIO()
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def screenshot(svg: str, picture: Picture, browser: str) -> Image.Image:
    """What the browser paints, without anything behind it. Raises CannotWork when it paints nothing."""
    style = f"<style>body {{ margin: 0 }} svg {{ display: block; width: {picture.width}px }}</style>"
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(f"<!doctype html>{style}{svg}", encoding="utf-8")
        window = f"{max(picture.width, 600)},{picture.height + SPARE}"
        command = [browser, *QUIET, f"--user-data-dir={folder}/profile", f"--window-size={window}"]
        command += ["--no-sandbox"] if os.geteuid() == 0 else []
        command += ["--default-background-color=00000000", f"--screenshot={shot}", page.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not shot.is_file():
            raise CannotWork(f"{browser} drew nothing: {done.stderr.strip()}")
        with Image.open(shot) as image:
            return image.convert("RGBA").crop((0, 0, picture.width, picture.height))
