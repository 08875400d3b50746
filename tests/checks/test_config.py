"""[tool.checks]: what it sets, and what it says about a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.config import ConfigFault, Settings, load, parse


def test_everything_has_a_default(tmp_path: Path) -> None:
    assert parse("", tmp_path) == Settings(root=tmp_path)


def test_settings_are_read(tmp_path: Path) -> None:
    settings = parse(
        """
        [tool.checks]
        theme-switch = "#theme"
        short-numbers = ["911", "988"]
        [tool.checks.crisis-line]
        links = ["tel:911"]
        [tool.checks.templates]
        "footer.site" = "overrides/main.html"
        """,
        tmp_path,
    )
    assert settings.theme_switch == "#theme"
    assert settings.short_numbers == ("911", "988")
    assert settings.crisis_line.links == ("tel:911",)
    assert settings.templates == {"footer.site": "overrides/main.html"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[tool.checks]\ntheme-swich = "#a"', 'no setting "theme-swich". Did you mean "theme-switch"?'),
        ("[tool.checks]\nzzz = 1", "Known: avoided-words, axe, axe-sha256, "),
        ("[tool.checks]\ndocs = 1", 'docs is 1; it has to be text in quotes, such as "docs".'),
        ('[tool.checks]\nshort-numbers = "988"', "it has to be a list of texts"),
        (
            "[tool.checks.crisis-line]\nlink = []",
            '[tool.checks.crisis-line] has no setting "link". Did you mean "links"?',
        ),
        ("[tool.checks", "is not TOML"),
    ],
)
def test_a_mistake_is_said_clearly(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigFault) as fault:
        parse(text, tmp_path)
    assert said in str(fault.value)


def test_the_nearest_project_above_is_used(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.checks]\ndocs = "pages"\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    settings = load(below)
    assert (settings.docs, settings.root) == ("pages", tmp_path)
