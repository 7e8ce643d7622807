"""News agencies as credits name them."""

from __future__ import annotations

from swifeeds.localise.names.agencies import AGENCIES

AGENCY_NAMES = tuple(name for key, others in AGENCIES.items() for name in (key, *others))
