"""argv -> command -> exit status. Commands open a house or a store, do one thing, and speak."""

from __future__ import annotations

from swifeeds.cli.app import app, main

__all__ = ["app", "main"]
