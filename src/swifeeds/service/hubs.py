"""What WebSub is sent with: clients for hubs and for callbacks, and challenges."""

from __future__ import annotations

import secrets
from dataclasses import replace

from swifeeds.config import Config
from swifeeds.egress import Egress, EgressSettings, Policy

_CALLBACK_GAP = 0.05
"""Seconds between two requests to one callback host: twenty a second are no attack."""


def new_challenge() -> str:
    """256 random bits in letters that need no escaping anywhere."""
    return secrets.token_urlsafe(32)


def websub_clients(config: Config) -> tuple[Egress, Egress]:
    """The clients for hubs and for callbacks, not opened yet.

    A hub lives from being told, so nothing is spared there. Callbacks are strangers' choice: they
    get little time, next to nothing of their answer is read, and a host is not asked in a burst.
    """
    websub = config.websub
    settings = EgressSettings(
        contact=config.egress.contact,
        connect_timeout=websub.timeout,
        read_timeout=websub.timeout,
        total_timeout=websub.timeout,
        per_host=websub.per_host,
        gap=_CALLBACK_GAP,
    )
    hubs = Egress(replace(settings, gap=0.0), Policy.OPERATOR)
    return hubs, Egress(settings, Policy.CALLBACKS, networks=websub.callback_networks)
