"""How the log is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LogFormat(StrEnum):
    """Lines for people, or one JSON object a line for machines."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggingSettings:
    """The service's log on standard error."""

    level: str = "INFO"
    """Lowest level that is written: `DEBUG`, `INFO`, `WARNING` or `ERROR`. INFO gives one line for
    each finished piece of work."""

    format: LogFormat = LogFormat.TEXT
    """`text` for people, `json` for a log collector."""
