"""What WebSub is sent with: clients for hubs and for callbacks, and challenges."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from swifeeds.config import Config
from swifeeds.egress import Egress, EgressSettings, Policy
from swifeeds.markup import is_public_host
from swifeeds.pipeline.pushing import Pushing
from swifeeds.store import Store

_CALLBACK_GAP = 0.05
"""Seconds between two requests to one callback host: twenty a second are no attack."""


def new_challenge() -> str:
    """256 random bits in letters that need no escaping anywhere."""
    return secrets.token_urlsafe(32)


def new_secret() -> bytes:
    """256 random bits, in letters that pass through any form."""
    return secrets.token_hex(32).encode()


def takes_pushes(config: Config) -> bool:
    """True where hubs of sources are asked to tell us: they must be able to reach this site."""
    if config.websub.subscribe is not None:
        return config.websub.subscribe
    parts = urlsplit(config.publication.base_url)
    return parts.scheme == "https" and is_public_host(parts.hostname or "")


def make_pushing(
    config: Config, store: Store, egress: Egress, now: Callable[[], datetime]
) -> Pushing | None:
    """Who subscribes at the hubs of sources; None where that is off."""
    if not takes_pushes(config):
        return None
    return Pushing(
        store=store,
        egress=egress,
        callbacks=f"{config.publication.base_url}/websub/",
        new_token=new_challenge,
        new_secret=new_secret,
        now=now,
    )


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
