from __future__ import annotations

from datetime import timedelta

import pytest

from swifeeds.model import Cron, Every
from swifeeds.plan import shortest_interval


def test_an_interval_is_what_it_says():
    assert shortest_interval(Every(interval=timedelta(seconds=90))) == timedelta(seconds=90)


@pytest.mark.parametrize(
    ("expression", "minutes"),
    [
        ("*/15 6-22 * * *", 15),
        ("0 6,9,18 * * *", 180),
        ("0 1,23 * * *", 120),
        ("30 6 * * *", 1440),
        ("30 6 * * 1", 1440),
        ("50,55 23,0 * * *", 5),
    ],
)
def test_of_a_cron_expression_the_two_times_that_are_closest_count(expression, minutes):
    assert shortest_interval(Cron(expression=expression)) == timedelta(minutes=minutes)
