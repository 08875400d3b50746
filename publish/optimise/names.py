"""Names that change with the content, so that a browser may keep a file for as long as it likes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import unquote, urlsplit

from publish.optimise.files import ASSETS, Files, suffix

HASHED = frozenset(
    {".css", ".js", ".json", ".svg", ".png", ".ico", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".woff2"}
)
READ = frozenset({".html", ".css", ".js", ".webmanifest"})
ENDING = rf"\.(?:{'|'.join(sorted(end[1:] for end in HASHED))})\b"
NAMES = re.compile(ENDING)
TAG = re.compile(r"<[a-zA-Z][^\"'>]*(?:(?:\"[^\"]*\"|'[^']*')[^\"'>]*)*>")
ATTRIBUTE = re.compile(rf"(?P<before>=\s*[\"'])(?P<value>[^\"']*{ENDING}[^\"']*)(?=[\"'])")
SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(?=</script>)", re.DOTALL | re.IGNORECASE)
URL = re.compile(r"(?P<before>url\(\s*[\"']?|@import\s+[\"'])(?P<value>[^\"')]+)")
STRING = re.compile(r"(?P<before>[\"'`])(?P<value>[^\"'`\s\\]+\.\w+)(?=[\"'`])")

Rename = Callable[[str], str]


def with_hashed_names(files: Files, address: str) -> Files:
    """The files with a part of their hash in the name of each style, script, picture and JSON file under assets/.

    Everything that refers to them, in HTML, CSS and JavaScript, is rewritten. `address` is where the site is published.
    """
    return _Renaming(files, address).run()


class _Renaming:
    """One run: a file gets its name when all that it refers to have theirs."""

    def __init__(self, files: Files, address: str) -> None:
        self.files = files
        self.address = address
        self.renaming = {path.rpartition("/")[2] for path in files if is_hashed(path)}
        self.contents: Files = {}
        self.names: dict[str, str] = {}

    def run(self) -> Files:
        for path in self.files:
            self.finish(path)
        return {self.names.get(path, path): data for path, data in sorted(self.contents.items())}

    def finish(self, path: str) -> None:
        if path in self.contents:
            return
        data = self.contents[path] = self.files[path]
        if suffix(path) in READ:
            self.contents[path] = rewrite(path, data.decode(), lambda value: self.renamed(value, path)).encode()
        if is_hashed(path):
            self.names.setdefault(path, hashed_name(path, self.contents[path]))

    def renamed(self, value: str, path: str) -> str:
        """`value`, which stands in the file `path`, with the new name of the file that it leads to."""
        folder, slash, name, rest = split_name(value)
        if name not in self.renaming:
            return value
        target = next((found for found in self.candidates(value, path) if found in self.files), "")
        if not is_hashed(target):
            return value
        self.finish(target)
        new = self.names.setdefault(target, hashed_name(target, self.files[target]))
        return f"{folder}{slash}{new.rpartition('/')[2]}{rest}"

    def candidates(self, value: str, path: str) -> list[str]:
        """What an address may lead to: seen from its file, and for scripts from the site's root too."""
        found = [local_path(value, path, self.address)]
        if suffix(path) in {".js", ".webmanifest"}:
            found.append(local_path(value, "", self.address))
        return found


def rewrite(path: str, text: str, rename: Rename) -> str:
    """A file's text with every address in it passed through `rename`."""

    def replace(match: re.Match[str]) -> str:
        value = match["value"]
        return match["before"] + (rename(value) if "," not in value else re.sub(r"[^\s,]+", each, value))

    def each(match: re.Match[str]) -> str:
        return rename(match[0])

    if suffix(path) == ".html":
        text = SCRIPT.sub(lambda match: match[1] + STRING.sub(replace, match[2]), text)
        for tag in filter(NAMES.search, set(TAG.findall(text))):  # few tags are like this: much faster than TAG.sub
            text = text.replace(tag, ATTRIBUTE.sub(replace, tag))
        return text
    return (URL if suffix(path) == ".css" else STRING).sub(replace, text)


def local_path(value: str, path: str, address: str) -> str:
    """The file of this site that an address in the file `path` leads to, or the empty string."""
    if address and value.startswith(address):
        value = "/" + value.removeprefix(address)
    elif value.startswith("/"):
        value = "/" + value.removeprefix(urlsplit(address).path or "/").lstrip("/")
    parts = urlsplit(value)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    joined = posixpath.join("/" + posixpath.dirname(path), unquote(parts.path))
    return posixpath.normpath(joined).lstrip("/")


def is_hashed(path: str) -> bool:
    """Whether a file gets its hash into its name."""
    return path.startswith(ASSETS) and suffix(path) in HASHED


def split_name(value: str) -> tuple[str, str, str, str]:
    """An address as the folder before its last /, that /, the file's name, and what follows: ?query or #part."""
    path = re.split(r"[?#]", value, maxsplit=1)[0]
    folder, slash, name = path.rpartition("/")
    return folder, slash, unquote(name), value[len(path) :]


def hashed_name(path: str, data: bytes) -> str:
    """A path with ten digits of its content's hash before the suffix."""
    stem, end = posixpath.splitext(path)
    return f"{stem}.{sha256(data).hexdigest()[:10]}{end}"
