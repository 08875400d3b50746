"""Words that shut each other out: under "Weather" nobody looks for opening hours, nor for pears under "Apples".

What a text is about cannot be told from lists of words. These few say for certain that it is about something else.
"""

from __future__ import annotations

import re

from checks.words import content_words, stem, words

# Kinds of things: who names one, and begins with another of its kind, has mistaken one for the other.
KINDS = tuple(
    frozenset(map(stem, names.split()))
    for names in (
        "apple apricot banana blackberry blueberry cherry clementine grape lemon lime mango melon nectarine orange "
        "peach pear pineapple plum raspberry strawberry",
        "asparagus bean broccoli cabbage carrot cauliflower celery cucumber garlic lettuce onion pea pepper potato "
        "pumpkin spinach tomato zucchini",
        "bear cat cow dog duck elephant fox goat goose hen horse lion monkey pig rabbit sheep tiger wolf",
        "cello clarinet flute guitar oboe piano trombone trumpet viola violin",
        "baseball basketball cricket football golf hockey rugby tennis volleyball",
        "alcohol cannabis cocaine fentanyl heroin methamphetamine nicotine tobacco",
    )
)

# What a heading announces in these words alone is then told with some of those: the heading's words, the text's words.
ANNOUNCED = (
    (
        "climate forecast weather",
        "cloud cloudy cold degree dry fog frost heat humid rain rainy shower snow storm sun sunny sunshine temperature "
        "thunder warm wet wind windy",
    ),
    (
        "cooking ingredients recipe recipes",
        "bake boil butter chop cook cup dough egg flour fry gram meal milk minute mix oil oven pan salt serve spoon "
        "stir sugar water",
    ),
    ("lyrics song songs", "album band chorus melody music refrain sing singer tune verse voice"),
)

# Other topics that cannot be missed, by words of which a text has two.
TOPICS = {
    "opening hours": "closed daily friday monday noon open saturday sunday thursday tuesday wednesday",
    "how to get in touch": "address call email fax mail phone telephone",
    "prices": "cost discount dollar euro fee pay price",
}

PLACEHOLDER = re.compile(
    r"untitled|lorem ipsum.*|placeholder|to ?do|tbd"
    r"|(new|untitled) (document|page|tab)( \d+)?|(document|heading|headline|title)( \d+)?"
    r"|(page|section|sub)?[- ]?(title|heading)( goes)? here|(react|vite|vue|next|angular) app"
    r"|[\w-]+\.(html?|docx?|pdf|php|indd)"
)


def is_placeholder(text: str) -> bool:
    """Whether a title or heading is what an editor or a program puts in before there is one."""
    return bool(PLACEHOLDER.fullmatch(" ".join(text.lower().split())))


def other_of_its_kind(named: str, text: str) -> tuple[str, str] | None:
    """A thing that is named and not in the text, and the one that the text begins with: ("apple", "clementines")."""
    there = _stems(text)
    for word in content_words(named):
        for kind in KINDS:
            others = [first for first in words(text)[:3] if stem(first) in kind]
            if stem(word) in kind and stem(word) not in there and others:
                return word, others[0]
    return None


def other_topic(heading: str, text: str) -> str | None:
    """The topic of a text of which the heading announces another: two of its words, and none of the other's."""
    said, there = content_words(heading), _stems(text)
    for names, marks in ANNOUNCED:
        if said and set(said) <= set(names.split()) and not there & _stems(marks):
            return next((topic for topic, marks in TOPICS.items() if len(there & _stems(marks)) > 1), None)
    return None


def _stems(text: str) -> set[str]:
    return {stem(word) for word in words(text)}
