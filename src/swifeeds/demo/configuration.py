"""The demo's configuration file, turned to where this run of the demo lives."""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w

from swifeeds.demo.drops import PLACEHOLDER

DROPS = "drops"
"""Folder of the `directory` source, below the demo's data."""

DATABASE = "demo.db"
"""File of the database, below the demo's data."""


def demo_configuration(
    text: str,
    *,
    newsroom: str,
    listen: str,
    base_url: str,
    data: Path,
    admin_listen: str = "127.0.0.1:0",
) -> str:
    """The configuration of one run of the demo, as TOML.

    Everything else stays as the file states it, so the demo shows the real settings at work.

    Args:
        text: `config/demo.toml`.
        newsroom: address of the running newsroom, put in the place of `http://newsroom.invalid`.
        listen: `host:port` of the public site.
        base_url: the public site's address.
        data: folder for the database and the drops.
        admin_listen: `host:port` of the admin listener; any free port by default.
    """
    values = tomllib.loads(text.replace(PLACEHOLDER, newsroom.rstrip("/")))
    values["site"]["base_url"] = base_url
    values["serve"] = {**values["serve"], "listen": listen, "admin_listen": admin_listen}
    values["storage"]["url"] = f"sqlite:///{data.absolute() / DATABASE}"
    for source in values["sources"]:
        if source["kind"] == "directory":
            source["url"] = str(data.absolute() / DROPS)
    return tomli_w.dumps(values)
