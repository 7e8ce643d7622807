"""The operator's configuration: files and environment in, one `Config` out.

Only this room (and `cli`) knows pydantic and TOML. The other rooms declare their own settings
types; `shape` turns those into the accepted keys, so that a key, its meaning and its default
are written once, in the room that uses it. All faults are found before any is reported.
"""

from __future__ import annotations

from swifeeds.config.listed_sources import as_file, listed_sources
from swifeeds.config.load import Config, LanguageSettings, load_config
from swifeeds.config.logging_settings import LogFormat, LoggingSettings
from swifeeds.config.profile_file import as_profile, profile_file
from swifeeds.config.reference import reference
from swifeeds.config.show import difference, dump, json_schema, masked

__all__ = [
    "Config",
    "LanguageSettings",
    "LogFormat",
    "LoggingSettings",
    "as_file",
    "as_profile",
    "difference",
    "dump",
    "json_schema",
    "listed_sources",
    "load_config",
    "masked",
    "profile_file",
    "reference",
]
