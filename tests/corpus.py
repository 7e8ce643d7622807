"""Real documents of others, beside the project or where SWIFEEDS_CORPUS says; never part of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("SWIFEEDS_CORPUS") or Path(__file__).parents[2] / "shared" / "corpus")

needs_corpus = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="corpus not installed: set SWIFEEDS_CORPUS"),
]
"""Marks of tests that read it."""
