"""All checks, in the order in which they are made and told."""

from __future__ import annotations

from swifeeds.service.examining import (
    addresses,
    configuration,
    database,
    editing,
    folders,
    installation,
    learned,
    outgoing,
    running,
    sources,
    vouched,
)
from swifeeds.service.examining.check import Check

CHECKS: tuple[Check, ...] = (
    *configuration.CHECKS,
    *addresses.CHECKS,
    *installation.CHECKS,
    *database.CHECKS,
    *folders.CHECKS,
    *running.CHECKS,
    *sources.CHECKS,
    *vouched.CHECKS,
    *editing.CHECKS,
    *learned.CHECKS,
    *outgoing.CHECKS,
)
