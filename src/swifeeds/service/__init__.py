"""The composition root: opens everything, joins the rooms, owns the exit stack and the TaskGroup.

`open_house` builds all collaborators from a configuration, for a command or for the service;
`visit_house` does for a command that only looks.
`Service` keeps a house running: it polls what is due, groups, publishes, serves and tells until
it is asked to stop.
"""

from __future__ import annotations

from swifeeds.service.house import House, open_house, open_store, visit_house
from swifeeds.service.running import Service

__all__ = ["House", "Service", "open_house", "open_store", "visit_house"]
