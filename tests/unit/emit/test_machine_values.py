"""No language, style or zone of the process changes what machines read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tongues import TAGS, tongue
from tests.unit.emit.machine import digest, machine_values

from swifeeds.localise import Writing
from swifeeds.localise.writing.choices import Digits, Hours, Spaces, ZoneShown

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def english():
    return _plainly("en")


@pytest.mark.parametrize("tag", TAGS)
def test_dates_ids_terms_codes_and_addresses_are_the_same_in_every_language(tag, english):
    found = _plainly(tag)
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


_WRITINGS = st.builds(
    Writing,
    hours=st.sampled_from([None, *get_args(Hours)]),
    spaces=st.sampled_from(get_args(Spaces)),
    digits=st.sampled_from(get_args(Digits)),
    zone=st.sampled_from(get_args(ZoneShown)),
)
"""Whatever a desk may choose."""


@given(st.sampled_from(TAGS), st.sampled_from(TAGS), _WRITINGS)
@settings(max_examples=40, deadline=None)
def test_no_way_of_writing_changes_them_either(tag, style, writing):
    assert machine_values(tongue(tag, style, writing)) == _plainly(tag)


@cache
def _plainly(tag):
    return machine_values(tongue(tag))


def test_the_locale_and_zone_of_the_process_change_no_byte(tmp_path):
    """Arabic and Thai have days and digits of their own, Turkish letters that fold otherwise."""
    if shutil.which("localedef") is None:
        pytest.skip("localedef not installed")
    names = ("ar_SA", "th_TH", "tr_TR")
    if lacking := [one for one in names if not _is_made(one, tmp_path)]:
        pytest.skip(f"sources of locales not installed (Debian: locales): {', '.join(lacking)}")
    environment = os.environ | {
        "LOCPATH": str(tmp_path), "LC_ALL": f"{names[0]}.UTF-8", "LANGUAGE": "ar",
        "TZ": "Asia/Tokyo", "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.emit.machine", *names], check=True, capture_output=True,
        cwd=ROOT, env=environment,
    )  # fmt: skip
    here = digest()
    assert done.stdout.decode().splitlines() == [f"{one}.UTF-8 {here}" for one in names]


def _is_made(name: str, folder: Path) -> bool:
    subprocess.run(
        ["localedef", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"],
        check=False, capture_output=True,
    )  # fmt: skip
    return (folder / f"{name}.UTF-8").exists()
