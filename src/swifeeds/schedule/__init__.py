"""When work is done: the clock strikes, bounded lanes do the work.

The clock (APScheduler, behind one door) only ever says "look whether something is due"; what is
due is a fact in the store, and the work runs in the service's TaskGroup. DESIGN decisions 9, 10.
"""

from __future__ import annotations

from swifeeds.schedule.lanes import Bell, Lanes, on_each_strike
from swifeeds.schedule.settings import ScheduleSettings

__all__ = ["Bell", "Lanes", "ScheduleSettings", "on_each_strike"]
