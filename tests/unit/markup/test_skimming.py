"""Long scripts and styles are passed over, and nothing else is."""

from __future__ import annotations

import pytest

from swifeeds.markup.skimming import skimmed, stretches

LONG = b"x=1;" * 1_000


@pytest.mark.parametrize(
    "tag", [b"<script>", b"<SCRIPT>", b"<script defer id='a'>", b'<script\ndata-a="b" async>']
)
def test_a_long_script_leaves_its_tags_alone(tag):
    page = b"<p>Before</p>" + tag + LONG + b"</script><p>After</p>"
    assert skimmed(page) == b"<p>Before</p>" + tag + b"</script><p>After</p>"


def test_a_long_style_goes_too_and_several_do():
    long_ones = b"<style>" + LONG + b"</style>" + b"<script>" + LONG + b"</SCRIPT>"
    assert skimmed(b"<i>a" + long_ones * 3) == b"<i>a" + b"<style></style><script></SCRIPT>" * 3


@pytest.mark.parametrize(
    "page",
    [
        b"<p>" + LONG + b"</p>",
        b"<script>short</script>",
        b"<script type='application/ld+json'>" + LONG + b"</script>",
        b"<script>" + LONG + b"<!-- <script>" + LONG + b"</p>",
        b"<script>" + LONG,
        b"<script>" + LONG + b"</style>",
        b"<scripted>" + LONG + b"</script>",
        b'<script data-a="' + LONG + b'"></script>',
        b"<script data-a='" + LONG + b"</script>",
        b"<div title='<script>'>" + LONG + b"</div>",
        LONG,
        b"",
    ],
)
def test_what_is_no_whole_long_script_stays(page):
    assert skimmed(page) == page


def test_stretches_are_those_between_signs_and_the_end():
    text = "aaaa<bb<cccc<" + "d" * 9
    assert [text[start:end] for start, end in stretches(text, "<", 3)] == ["cccc", "d" * 9]
    assert not list(stretches("no sign at all", "<", 3))
