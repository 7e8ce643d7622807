"""What nearly every command begins with: the configuration."""

from __future__ import annotations

import os
from pathlib import Path

from swifeeds.config import Config, load_config


def load(path: Path) -> Config:
    """The configuration from the file and this process's environment. Raises `ConfigError`."""
    return load_config(path, os.environ)
