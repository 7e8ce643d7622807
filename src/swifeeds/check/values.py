"""Numbers, types and other small values."""

from __future__ import annotations

import re

from swifeeds.check.notes import Notes
from swifeeds.markup.outline import Node

_WORD = r"[^\s()<>,;:\"/\[\]?=\\]+"
_MEDIA_TYPE = re.compile(rf'{_WORD}/{_WORD}(?:\s*;\s*{_WORD}=(?:"(?:\\"|[^"])*"|{_WORD}))*')
_DECIMAL = re.compile(r"[0-9]+\.?[0-9]*")
_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,18}\s*")
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\s*")


def is_media_type(text: str) -> bool:
    """`type/subtype` with parameters (RFC 9110 8.3.1)."""
    return _MEDIA_TYPE.fullmatch(text) is not None


def is_decimal(text: str) -> bool:
    """Digits, with a point or without."""
    return _DECIMAL.fullmatch(text) is not None


def whole(text: str) -> int | None:
    """A whole number in digits of ASCII, or None; what needs more than 64 bits is none."""
    return int(text) if _WHOLE.fullmatch(text) else None


def within(text: str, least: float, most: float) -> bool:
    """True for a number between two others."""
    return _NUMBER.fullmatch(text) is not None and least <= float(text) <= most


def positive(node: Node, notes: Notes) -> None:
    """A whole number from 1 on."""
    number = whole(node.text.strip())
    if number is None or number <= 0:
        notes.note("invalid-positive-integer", node, value=node.text.strip())


def not_negative(node: Node, notes: Notes) -> None:
    """A whole number from 0 on."""
    number = whole(node.text.strip())
    if number is None or number < 0:
        notes.note("invalid-non-negative-integer", node, value=node.text.strip())


def not_blank(node: Node, notes: Notes) -> None:
    """Something must stand there."""
    if not node.text.strip():
        notes.note("not-blank", node)


def no_space_around(node: Node, notes: Notes) -> None:
    """Nothing but the value: ids and addresses are compared letter by letter (RFC 4287 2)."""
    if node.text != node.text.strip():
        notes.note("unexpected-whitespace", node)


def latitude(node: Node, notes: Notes) -> None:
    """Degrees north."""
    if not within(node.text.strip(), -90, 90):
        notes.note("invalid-latitude", node, value=node.text.strip())


def longitude(node: Node, notes: Notes) -> None:
    """Degrees east."""
    if not within(node.text.strip(), -180, 180):
        notes.note("invalid-longitude", node, value=node.text.strip())


def true_or_false(node: Node, notes: Notes) -> None:
    """A truth value in words."""
    if node.text.strip().lower() not in {"true", "false"}:
        notes.note("invalid-true-false", node, value=node.text.strip())


def yes_or_no(node: Node, notes: Notes) -> None:
    """The same in other words."""
    if node.text not in {"yes", "no"}:
        notes.note("invalid-yes-no", node, value=node.text.strip())
