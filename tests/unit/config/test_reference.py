"""The documentation of all keys is the code's own."""

from __future__ import annotations

from pathlib import Path

from swifeeds.config import reference
from swifeeds.config.shapes import Root

ROOT = Path(__file__).parents[3]


def test_the_written_reference_is_the_one_the_code_gives():
    assert (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8") == reference()


def test_every_key_has_a_meaning():
    assert "unset): \n" not in reference()
    for line in reference().splitlines():
        if line.startswith("- `"):
            assert line.split("): ", 1)[1].strip(), line


def test_every_section_is_in_the_reference():
    text = reference()
    for name in Root.model_fields:
        assert f"[{name}" in text
