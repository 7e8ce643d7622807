"""Articles that reach the newsroom's partners as files: laid into the folder a source watches."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

from swifeeds.demo.content import content

PLACEHOLDER = "http://newsroom.invalid"
"""Stands in content and configuration for the newsroom's address, which its port decides."""


def lay_drops(folder: Path, newsroom: str) -> tuple[Path, ...]:
    """Write the two JSON drops, each whole or not at all.

    Their times of change are their dates of publication: a collector that leaves fresh files
    alone takes them at once, and laying them again changes nothing.

    Args:
        folder: made when it is missing.
        newsroom: the newsroom's address without a trailing slash.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drops = sorted(content().joinpath("drops").iterdir(), key=lambda entry: entry.name)
    return tuple(
        _lay(folder / drop.name, drop.read_text(encoding="utf-8").replace(PLACEHOLDER, newsroom))
        for drop in drops
    )


def _lay(path: Path, text: str) -> Path:
    published = datetime.fromisoformat(json.loads(text)["published"]).timestamp()
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    os.utime(part, (published, published))
    return part.replace(path)
