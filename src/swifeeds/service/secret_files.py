"""Secrets, which stand in files of their own."""

from __future__ import annotations

from pathlib import Path

from swifeeds.errors import ConfigError, Fault


def read_secret(file: Path, key: str) -> bytes:
    """What stands in the file, without white space around it.

    Raises:
        ConfigError: it cannot be read; names the file and the key of the configuration.
    """
    try:
        return file.read_bytes().strip()
    except OSError as error:
        message = (
            f"{key} names it, and it cannot be read ({error.strerror});"
            " make it a file that swifeeds may read"
        )
        raise ConfigError((Fault(file=str(file), key="", message=message),)) from error
