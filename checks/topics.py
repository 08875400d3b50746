"""Words that shut each other out: under "Weather" nobody looks for opening hours, nor for pears under "Apples".

What a text is about cannot be told from lists of words. These few say for certain that it is about something else.
"""

from __future__ import annotations

import re

from checks.words import content_words, listed, stem, words

# Kinds of things: who names one, begins with another of its kind and says of it the same, has mistaken one for the
# other. No kind has two of which one is a part or a sort of the other.
KINDS = tuple(
    frozenset(map(stem, names.split()))
    for names in (
        "apple apricot banana blackberry blueberry cherry clementine grape lemon lime mango melon nectarine "
        "peach pear pineapple plum raspberry strawberry",
        "asparagus bean broccoli cabbage carrot cauliflower celery cucumber garlic lettuce onion pea pepper potato "
        "pumpkin spinach tomato zucchini",
        "bear cat cow dog duck elephant fox goat goose hen horse lion monkey pig rabbit sheep tiger wolf",
        "cello clarinet flute guitar oboe piano trombone trumpet viola violin",
        "baseball basketball cricket football golf hockey rugby tennis volleyball",
        "alcohol cannabis cocaine heroin methamphetamine nicotine",
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

# Words of titles that speak of nothing but themselves.
OF_TITLES = listed(
    "blank correct default document empty example first heading incorrect missing name new page sample second test "
    "third title titles unknown untitled website wrong"
)

PLACEHOLDER = re.compile(
    r"untitled|lorem ipsum.*|placeholder|to ?do|tbd"
    r"|(new|untitled) (document|page|tab)( \d+)?|(document|heading|headline|title)( \d+)?"
    r"|(page|section|sub)?[- ]?(title|heading)( goes)? here|(react|vite|vue|next|angular) app"
    r"|[\w-]+\.(html?|docx?|pdf|php|indd)"
)


def is_placeholder(text: str) -> bool:
    """Whether a title or heading is what an editor or a program puts in before there is one."""
    return bool(PLACEHOLDER.fullmatch(" ".join(text.lower().split())))


def names_only_itself(title: str) -> bool:
    """Whether a title says that it is one and nothing more: "First title is incorrect"."""
    said = set(content_words(title))
    return "title" in said and said <= OF_TITLES


def other_of_its_kind(named: str, text: str) -> tuple[str, str] | None:
    """A thing that is named and not in the text, and the one that the text begins with: ("apple", "clementines").

    What the text has several of may be the parts of what is named, as onions and garlic are of a tomato soup.
    """
    there = _stems(text)
    for word in content_words(named):
        for kind in KINDS:
            others = [first for first in words(text)[:3] if stem(first) in kind]
            if stem(word) in kind and stem(word) not in there and others and len(kind & there) == 1:
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
