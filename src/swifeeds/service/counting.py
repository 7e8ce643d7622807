"""Counted things in sentences for operators."""

from __future__ import annotations


def counted(count: int, one: str, more: str | None = None) -> str:
    """`1 article`, `2 articles`; `more` where an s is not enough."""
    return f"{count} {one if count == 1 else more or f'{one}s'}"
