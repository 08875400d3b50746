"""Words to avoid: whole words, phrases over lines, and the names in which they may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.model import NotObserved
from checks.observe import avoided_words
from checks.rules.respectful_words import words_in

LIST = """avoid:
  - {words: [abuse, abuser*], say: use, unless: [institute on drug abuse]}
  - {words: [clean and sober], say: in recovery}
"""


@pytest.fixture
def words(tmp_path: Path) -> tuple[avoided_words.AvoidedWord, ...]:
    (tmp_path / "words.yml").write_text(LIST, encoding="utf-8")
    return avoided_words.read(tmp_path / "words.yml")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Drug abuse is a word.", ["abuse"]),
        ("Abusers and abuser.", ["Abusers", "abuser"]),
        ("clean-and-sober, Clean and  sober", ["clean-and-sober", "Clean and  sober"]),
        ("National Institute on Drug Abuse", []),
        ("abused, disabuse, abuse-free", []),
        ("clean", []),
    ],
)
def test_whole_words_are_found_outside_names(
    words: tuple[avoided_words.AvoidedWord, ...], text: str, found: list[str]
) -> None:
    assert [word for word, _ in words_in(text, words)] == found


@pytest.mark.parametrize("content", ["avoid: 3", "avoid: [{words: [a]}]", "avoid: [", "[]"])
def test_a_list_that_cannot_be_read_says_so(tmp_path: Path, content: str) -> None:
    (tmp_path / "words.yml").write_text(content, encoding="utf-8")
    with pytest.raises(NotObserved, match=r"words\.yml cannot be read"):
        avoided_words.read(tmp_path / "words.yml")
