from __future__ import annotations

import pytest

from swifeeds.localise.scripts import script_of


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("zh", "Hans"), ("zh-TW", "Hant"), ("zh-HK", "Hant"), ("zh-SG", "Hans"),
        ("zh-Hans-TW", "Hans"),
        ("sr", "Cyrl"), ("sr-ME", "Latn"), ("sr-Latn", "Latn"), ("pt-AO", "Latn"), ("yue", "Hant"),
        ("pa-PK", "Arab"), ("DE_ch", "Latn"), ("nonsense", None), ("", None),
    ],
)  # fmt: skip
def test_a_script_is_named_or_the_likely_one(tag, script):
    assert script_of(tag) == script
