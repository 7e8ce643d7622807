"""How often a schedule polls when it polls. Pure."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import assert_never

from swifeeds.model import Cron, Every
from swifeeds.plan.parse import parse_cron

_DAY = 24 * 60


def shortest_interval(when: Every | Cron) -> timedelta:
    """The shortest time between two polls of a day that has polls; a day where it has one. The
    shortest that the source's rhythm may lead to.

    A cron expression is looked at by its local times alone: what a change of clocks does to them,
    and on how many days they come, does not matter here.
    """
    match when:
        case Every(interval=interval, adaptive=bounds):
            return bounds.shortest if bounds else interval
        case Cron(expression=expression):
            times = parse_cron(expression)
            minutes = [hour * 60 + minute for hour in times.hours for minute in times.minutes]
            following = (*minutes, minutes[0] + _DAY)
            return timedelta(minutes=min(later - one for one, later in pairwise(following)))
        case _:
            assert_never(when)
