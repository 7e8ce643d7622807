"""No language, style or zone of the process changes what machines read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.emit.machine import digest, machine_values
from tests.unit.emit.tongues import TAGS, tongue

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def english():
    return machine_values(tongue("en"))


@pytest.mark.parametrize("tag", TAGS)
def test_dates_ids_terms_codes_and_addresses_are_the_same_in_every_language(tag, english):
    found = machine_values(tongue(tag))
    for name, values in english.items():
        assert found[name] == values, name


def test_what_is_compared_has_every_kind_of_value(english):
    told = repr(english)
    for value in (
        "Tue, 19 May 2009 13:45:00 +0000", "2009-05-19T13:45:00Z", "2009-05-20T08:00:00Z",
        "['datetime', '2009-05-20']", "Last-Modified",
        "tag:feeds.example.org,2026:article/one0", "caucasus-talks", "with-agencies",
        "legacy-import", "contributions-closed", "https://jti.example.org/certificates/7",
        "/stories/talks/", "'pl'",
    ):  # fmt: skip
        assert value in told, value


@given(st.sampled_from(TAGS), st.sampled_from(TAGS))
@settings(max_examples=60, deadline=None)
def test_no_way_of_writing_dates_changes_them_either(tag, style):
    assert machine_values(tongue(tag, style)) == machine_values(tongue(tag))


@pytest.mark.parametrize("name", ["ar_SA", "th_TH", "tr_TR"])
def test_the_locale_and_zone_of_the_process_change_no_byte(name, tmp_path):
    """Arabic and Thai have days and digits of their own, Turkish letters that fold otherwise."""
    if shutil.which("localedef") is None:
        pytest.skip("this machine has no localedef to make a locale with")
    made = subprocess.run(
        ["localedef", "-i", name, "-f", "UTF-8", tmp_path / f"{name}.UTF-8"],
        check=False, capture_output=True,
    )  # fmt: skip
    if not (tmp_path / f"{name}.UTF-8").exists():
        pytest.skip(f"localedef makes no {name} here: {made.stderr.decode()[:200]}")
    environment = os.environ | {
        "LOCPATH": str(tmp_path), "LC_ALL": f"{name}.UTF-8", "LANGUAGE": "ar", "TZ": "Asia/Tokyo",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.emit.machine"], check=True, capture_output=True,
        cwd=ROOT, env=environment,
    )  # fmt: skip
    assert name in done.stderr.decode()
    assert done.stdout.decode() == digest()
