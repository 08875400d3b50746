"""The kinds of barriers of the mutation run: enough of them, in every place, each with a rule that can find it."""

from __future__ import annotations

import pytest

from benchmarks.barriers import KINDS, Barrier, Place
from checks.rules import CATALOGUE

STATES = {rule.id: set(rule.states) for rule in CATALOGUE}


def test_there_are_enough_kinds_in_every_place() -> None:
    assert len({barrier.name for barrier in KINDS}) == len(KINDS) >= 40
    assert {barrier.place for barrier in KINDS} == set(Place)


@pytest.mark.parametrize("barrier", KINDS, ids=lambda barrier: barrier.name)
def test_a_rule_of_the_catalogue_looks_where_the_barrier_is(barrier: Barrier) -> None:
    looked = [STATES[rule.partition("/")[0]] for rule in barrier.rules]
    assert all(not barrier.states or states & set(barrier.states) for states in looked)
