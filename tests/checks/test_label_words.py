"""The words of a label stand in a name or not; a short form and another spelling are told from another word."""

from __future__ import annotations

import pytest

from checks.label_words import holds, is_abbreviated, same_words, split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Call\u00a0now,\n day or NIGHT! ", ["call", "now", "day", "or", "night"]),
        ("Birthday (MM/DD (or DD/MM)) here", ["birthday", "here"]),
        ("Straße, Ångström, ﬁne", ["strasse", "angstrom", "fine"]),
        ("non-negative [draft]", ["non", "negative", "draft"]),
        ("2×3 ½ 1️⃣ 👍", ["2", "3", "1", "2"]),
        ("out\u00adpa\u200btient\u2060s \u200e(a) b", ["outpatients", "b"]),
        ("在线 help", ["在", "线", "help"]),
        ("→ ✓ …", []),
    ],
)
def test_text_is_split_into_words(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Cost", "Cost and insurance"),
        ("More", "read more about it"),
        ("X", "Close"),
        ("✓", "Done"),
        ("x Delete", "Delete"),
    ],
)
def test_name_holds_the_label(label: str, name: str) -> None:
    assert holds(label, name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Pay", "Paying"),
        ("Cost plan", "Cost of the plan"),
        ("A B C", "ABC"),
        ("1", "First page"),
        ("12", "1 2"),
        ("OK", ""),
    ],
)
def test_name_does_not_hold_the_label(label: str, name: str) -> None:
    assert not holds(label, name)
    assert not same_words(label, name)
    assert not is_abbreviated(label, name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("E-mail", "Email us"),
        ("Colour", "Color"),
        ("cancelled", "Canceled visits"),
        ("Organise", "Organize"),
        ("co‑pay", "Copay"),
    ],
)
def test_hyphens_and_spelling_are_no_other_word(label: str, name: str) -> None:
    assert same_words(label, name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Univ. Ave.", "University Avenue"),
        ("Mon", "Monday"),
        ("IOP", "About an intensive outpatient program"),
        ("Intensive outpatient program", "IOP"),
        ("Terms & conditions", "Terms and conditions"),
    ],
)
def test_short_form_is_known_as_one(label: str, name: str) -> None:
    assert not holds(label, name)
    assert is_abbreviated(label, name)
