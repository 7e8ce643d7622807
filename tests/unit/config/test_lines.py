"""Lines of keys in TOML."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from swifeeds.config.lines import key_lines

TEXT = '''\
# a comment with [brackets]
[site]
title = { en = "World [news]" }
languages = [
    "en",  # not = a key
    "de",
]
"quoted key" = 1
text = """
[sources]
url = "inside a string"
"""
[[sources]]
id = "one"
[sources.schedule]
every = "10m"

[[sources]]
id = "two"
rules.links = "x"
'''


def test_keys_are_found_at_their_lines():
    lines = key_lines(TEXT)
    assert lines["site",] == 2
    assert lines["site", "languages"] == 4
    assert lines["site", "quoted key"] == 8
    assert lines["sources", 0, "id"] == 14
    assert lines["sources", 0, "schedule", "every"] == 16
    assert lines["sources", 1] == 18
    assert lines["sources", 1, "rules", "links"] == 20


def test_keys_inside_strings_and_arrays_are_no_keys():
    lines = key_lines(TEXT)
    assert ("sources", "url") not in lines
    assert all(number not in {5, 10, 11} for number in lines.values())


NAMES = st.text("abcdefgh_-", min_size=1, max_size=6)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.integers(), min_size=1), min_size=1))
def test_every_key_of_a_plain_file_has_the_line_it_stands_at(tables):
    written: list[str] = []
    expected = {}
    for table, keys in tables.items():
        written.append(f"[{table}]")
        for key, value in keys.items():
            written.append(f"{key} = {value}")
            expected[table, key] = len(written)
    text = "\n".join(written)
    assert tomllib.loads(text) == tables
    lines = key_lines(text)
    assert {path: lines[path] for path in expected} == expected
