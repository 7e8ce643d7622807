from __future__ import annotations

import dataclasses

import pytest

from swifeeds.egress import EgressSettings

NUMBERS = [
    field.name
    for field in dataclasses.fields(EgressSettings)
    if field.name not in {"contact", "allow_private"}
]


@pytest.mark.parametrize("name", NUMBERS)
def test_no_number_may_be_negative(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        EgressSettings(contact="desk@example.org", **{name: -1})


@pytest.mark.parametrize("name", ["gap", "min_rate"])
def test_manners_may_be_switched_off(name: str) -> None:
    EgressSettings(contact="desk@example.org", **{name: 0})


def test_nothing_private_is_open_unless_it_is_said() -> None:
    assert EgressSettings(contact="desk@example.org").allow_private is False
