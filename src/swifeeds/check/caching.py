"""What an answer tells caches, and what it costs to send (RFC 9111)."""

from __future__ import annotations

import re

from swifeeds.check.exchange import Served
from swifeeds.check.notes import Notes

_PACKET = 1400
"""Bytes that fit one packet: compressing less saves nothing."""

_DIRECTIVE = re.compile(r"([A-Za-z-]+)(?:=\"?([^\s,\"]*))?")


def check_caching(answer: Served, notes: Notes) -> None:
    """Check lifetime, variation and compression."""
    control = dict(_DIRECTIVE.findall(answer.header("cache-control").lower()))
    if "no-store" in control:
        notes.note("not-to-be-stored", value=answer.header("cache-control"))
    elif not control.keys() & {"max-age", "s-maxage", "no-cache"} and not answer.header("expires"):
        notes.note("missing-cache-control")
    if any(control.get(name) and not control[name].isdecimal() for name in ("max-age", "s-maxage")):
        notes.note("invalid-max-age", value=answer.header("cache-control"))
    coding = answer.header("content-encoding").lower()
    if coding in {"", "identity"}:
        if len(answer.body) > _PACKET:
            notes.note("uncompressed")
    elif not _names(answer.header("vary")) & {"accept-encoding", "*"}:
        notes.note("missing-vary")


def _names(field: str) -> set[str]:
    return {name.strip().lower() for name in field.split(",")}
