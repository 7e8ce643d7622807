"""Which stories the configuration states, and on which line: the desk leaves those to the file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from swifeeds.config import Config
from swifeeds.config.files import read_tables
from swifeeds.desk import StatedStory
from swifeeds.model import StoryId

_KEYS = ("title", "slug", "parent", "include", "exclude")


def stated_stories(config: Config, path: Path) -> Mapping[StoryId, StatedStory]:
    """The stories of the file at `path`, from which `config` was read."""
    tables = read_tables(path, os.environ)

    def place(*key: str | int) -> str:
        file, line = tables.place(key)
        return f"{file}:{line}" if line else file

    return {
        rule.id: StatedStory(
            rule=rule,
            place=place("stories", number),
            places={key: place("stories", number, key) for key in _KEYS},
        )
        for number, rule in enumerate(config.rules)
    }
