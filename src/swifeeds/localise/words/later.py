"""A mark for messages that stand in a table and are looked up when they are needed."""

from __future__ import annotations


def later_in(_context: str, message: str) -> str:
    """The message as it is: `make messages` finds it here, `Locale.text_in` translates it."""
    return message
