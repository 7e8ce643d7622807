"""The feed checker: bytes and header fields in, findings out. Pure, blind to who made the feed."""

from __future__ import annotations
