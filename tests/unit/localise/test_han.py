"""Chinese told apart by its characters."""

from __future__ import annotations

import pytest

from swifeeds.localise.han import han_script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("各国代表将于七月一日在日内瓦继续谈判，会议由联合国主持，记者对此作了报道。", "Hans"),
        ("各國代表將於七月一日在日內瓦繼續談判，會議由聯合國主持，記者對此作了報導。", "Hant"),
        ("人民日报", None),
        ("中文，山水。", None),
        ("「國會」與「国会」是兩種寫法：說、说；這、这。", None),
        ("Geneva talks", None),
        ("", None),
    ],
)
def test_the_script_is_that_of_the_signs_which_only_one_script_writes(text, script):
    assert han_script(text) == script
