"""Benchmarks: run by make, never by the test suite."""

from __future__ import annotations
