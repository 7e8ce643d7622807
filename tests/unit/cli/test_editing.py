"""What editors type becomes names that every feed can carry."""

from __future__ import annotations

import pytest
from tests.series.house import configuration

from swifeeds.cli.editing import read_titles
from swifeeds.errors import UsageError


def test_a_title_keeps_its_letters_and_nothing_that_no_feed_can_carry(tmp_path):
    config = tmp_path / "swifeeds.toml"
    config.write_text(configuration(["talks"]), encoding="utf-8")
    assert read_titles(["de=\x1b[1mU\u0308ber die Gespräche\x00 "], config) == {
        "de": "[1mÜber die Gespräche"
    }
    with pytest.raises(UsageError, match="must be LANGUAGE"):
        read_titles(["de=\x1b\x07"], config)
