"""Checks by programs that are no part of the project: fetched by whoever wants to repeat them."""

from __future__ import annotations
