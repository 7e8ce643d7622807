"""The workshop of `locales/`: extraction, the one form of its files, checks. Run by make."""

from __future__ import annotations
