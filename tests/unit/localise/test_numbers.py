from __future__ import annotations

import pytest
from tests.tongues import locale


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("es", "999 1400 14.000 -1400"),
        ("es-MX", "999 1,400 14,000 -1,400"),
        ("pt", "999 1.400 14.000 -1.400"),
        ("pt-PT", "999 1400 14\u00a0000 -1400"),
        ("pl", "999 1400 14\u00a0000 -1400"),
        ("it", "999 1.400 14.000 -1.400"),
        ("de", "999 1400 14.000 -1400"),
        ("de-AT", "999 1.400 14.000 -1.400"),
        ("de-CH", "999 1400 14’000 -1400"),
        ("fr", "999 1\u00a0400 14\u00a0000 -1\u00a0400"),
        ("fr-CH", "999 1400 14\u00a0000 -1400"),
        ("it-CH", "999 1’400 14’000 -1’400"),
        ("zh", "999 1,400 14,000 -1,400"),
    ],
)
def test_four_digits_stand_together_where_the_language_writes_them_so(tag, text):
    say = locale(tag)
    assert " ".join(map(say.number, (999, 1400, 14000, -1400))) == text
