"""A learned profile as a file of `sources.d`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import tomli_w

from swifeeds.model import Rules

_HEAD = """\
# How the pages of {source} are built, learned by `swifeeds source learn` from
{pages}
# Change it as you like; keys of the source's own `rules` go before these.
"""
_OF_THE_SOURCE = frozenset({"links"})


def profile_file(base: Path, source: str) -> Path:
    """Where the profile of a source is written, for a configuration in `base`."""
    return base / "sources.d" / f"{source}.profile.toml"


def as_profile(source: str, rules: Rules, pages: Sequence[str]) -> str:
    """The profile in TOML, with the pages that it was learned from as comments."""
    named = "\n".join(f"#   {''.join(filter(str.isprintable, page))}" for page in pages)
    stated = {
        one.name: list(value) if isinstance(value, tuple) else value
        for one in fields(rules)
        if one.name not in _OF_THE_SOURCE and (value := getattr(rules, one.name))
    }
    ordered = {"alone": stated.pop("alone", True), **stated}
    return _HEAD.format(source=source, pages=named) + tomli_w.dumps({"profiles": {source: ordered}})
