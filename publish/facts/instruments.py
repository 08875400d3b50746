"""Instruments: published lists of items against which we mark our pages, and the goal that we set for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from publish.fields import Field, NotThat, Reader, choice, loose_text, text, texts
from publish.problem import did_you_mean


@dataclass(frozen=True)
class Part:
    """Items of an instrument that are summed up together. `least` is the goal in percent of the most possible."""

    name: str
    items: Mapping[str, str]
    least: int
    na_is_not_met: bool = False


@dataclass(frozen=True)
class Instrument:
    """A published list of items. Marks go from `low` to `high`; no mark may be under `lowest`.

    `total` says how a sum is shown: "points" (72 of 80) or "percent". `grouped`: marks stand under the names of parts.
    """

    id: str
    name: str
    short: str
    goal: str
    total: str
    low: int
    high: int
    lowest: int
    parts: tuple[Part, ...]
    grouped: bool = False


def read_instrument(id_: str, node: yaml.Node, reader: Reader) -> Instrument | None:
    """The instrument that a YAML node describes, or None after noting its problems."""
    name = f"the instrument {id_}"
    values = reader.entry(node, FIELDS, name)
    if values is None:
        return None
    groups: dict[str, dict[str, str]] = values["items"]
    if "parts" in values:
        groups = split(groups.get("", {}), values["parts"], reader.line(node), name, reader)
    low, high = values["marks"]
    return Instrument(
        id=id_,
        name=values["name"],
        short=values.get("short", values["name"]),
        goal=values["goal"],
        total=values["total"],
        low=low,
        high=high,
        lowest=values.get("lowest", low),
        parts=tuple(read_parts(values, groups, reader.line(node), name, reader)),
        grouped="" not in values["items"],
    )


def split(
    items: Mapping[str, str], ranges: Mapping[str, tuple[str, str]], line: int, name: str, reader: Reader
) -> dict[str, dict[str, str]]:
    """The items in the parts that `ranges` names by their first and last item."""
    ids = list(items)
    place = {id_: place for place, id_ in enumerate(ids)}
    parts = {part: ids[place.get(first, len(ids)) : place.get(last, -1) + 1] for part, (first, last) in ranges.items()}
    if [id_ for part in parts.values() for id_ in part] != ids:
        reader.report(
            line,
            f'"parts" of {name} do not hold each of its items once.',
            "An item in no part, or in two, would make the totals wrong.",
            "name the first and the last item of each part, in the order of the items: {understanding: [1, 19]}.",
        )
    return {part: {id_: items[id_] for id_ in found} for part, found in parts.items()}


def read_parts(
    values: Mapping[str, Any], groups: Mapping[str, dict[str, str]], line: int, name: str, reader: Reader
) -> Iterator[Part]:
    """The parts of an instrument, each with its goal."""
    not_met = values.get("na_is_not_met", ())
    for word in not_met:
        if word not in groups:
            reader.report(
                line,
                f'"na_is_not_met" of {name} names the unknown part "{word}".',
                "The total of the part that is meant would be worked out from too few items.",
                did_you_mean(word, groups, f"Use one of {', '.join(groups)}."),
            )
    goals = values["least"]
    if isinstance(goals, int):
        goals = dict.fromkeys(groups, goals)
    else:
        goals = reader.entry(goals, {part: Field(whole) for part in groups}, f'"least" of {name}') or {}
    for part, items in groups.items():
        if part in goals:
            yield Part(part, items, goals[part], part in not_met)


def whole(node: yaml.Node) -> int:
    """A whole number."""
    value = loose_text(node)
    if not value.isdecimal():
        raise NotThat("a whole number")
    return int(value)


def least(node: yaml.Node) -> int | yaml.Node:
    """A whole number, or the node of one for each part."""
    return node if isinstance(node, yaml.MappingNode) else whole(node)


def limits(node: yaml.Node) -> tuple[int, int]:
    """The lowest and the highest mark."""
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != 2:
        raise NotThat("the lowest and the highest mark: [0, 1]")
    return whole(node.value[0]), whole(node.value[1])


def mapping(node: yaml.Node) -> yaml.MappingNode:
    """Keys with what stands under them."""
    if not isinstance(node, yaml.MappingNode):
        raise NotThat("a list of keys, each with what belongs to it")
    return node


def ranges(node: yaml.Node) -> dict[str, tuple[str, str]]:
    """The first and the last item of each part, by its name."""
    result: dict[str, tuple[str, str]] = {}
    for key, value in mapping(node).value:
        if not isinstance(value, yaml.SequenceNode) or len(value.value) != 2:
            raise NotThat("the first and the last item of each part: {understanding: [1, 19]}")
        result[str(key.value)] = (loose_text(value.value[0]), loose_text(value.value[1]))
    return result


def items(node: yaml.Node) -> dict[str, dict[str, str]]:
    """The items with their texts, by their part; those without one stand under the empty name."""
    pairs = mapping(node).value
    if all(isinstance(value, yaml.MappingNode) for _, value in pairs):
        return {str(key.value): {str(item.value): text(said) for item, said in value.value} for key, value in pairs}
    return {"": {str(key.value): text(value) for key, value in pairs}}


FIELDS = {
    "name": Field(text),
    "short": Field(text, required=False),
    "goal": Field(text),
    "total": Field(choice("points", "percent")),
    "least": Field(least),
    "lowest": Field(whole, required=False),
    "parts": Field(ranges, required=False),
    "na_is_not_met": Field(texts, required=False),
    "marks": Field(limits),
    "items": Field(items),
}
