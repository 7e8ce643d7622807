"""The operator's embedder: its client, its token, and for how long they are open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from swifeeds.collect import EndpointEmbedder
from swifeeds.config import Config
from swifeeds.egress import Egress, Policy
from swifeeds.service.secret_files import read_secret

_PATIENCE = 60.0
"""Seconds for one request: a model on a processor takes some for a batch, and loads first."""


def embedder_client(config: Config) -> Egress:
    """The client for the one address, not opened yet. It may be private: the operator named it."""
    patient = replace(config.egress, gap=0.0, read_timeout=_PATIENCE, total_timeout=_PATIENCE)
    return Egress(patient, Policy.OPERATOR)


def make_embedder(config: Config, egress: Egress) -> EndpointEmbedder | None:
    """The embedder that the configuration names, if it does.

    Raises:
        ConfigError: the file of its token cannot be read.
    """
    settings = config.grouping.embedder
    if settings is None:
        return None
    token = None
    if settings.token_file:
        key = "grouping.embedder.token_file"
        token = read_secret(config.base / settings.token_file, key).decode("ascii", "replace")
    return EndpointEmbedder(settings=settings, egress=egress, token=token)


@asynccontextmanager
async def open_embedder(config: Config) -> AsyncIterator[EndpointEmbedder | None]:
    """The embedder alone, for commands that need no more."""
    async with embedder_client(config) as egress:
        yield make_embedder(config, egress)
