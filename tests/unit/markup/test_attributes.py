"""A tag of thousands of attributes is refused, a long value is none."""

from __future__ import annotations

import pytest

from swifeeds.errors import ExtractError
from swifeeds.markup.attributes import (
    MAX_ALTOGETHER,
    MAX_ATTRIBUTES,
    check_attributes,
    has_few_attributes,
)

MANY = " ".join(f"a{n}" for n in range(MAX_ATTRIBUTES + 1))


@pytest.mark.parametrize(
    "tag",
    [
        f"<p {MANY}>",
        f"<p {MANY.replace(' ', '/')}>",
        f"<p {MANY.replace(' ', '=1 ')}>",
        f"<p a='>' {MANY}>",
        f'<p a=">" {MANY}>',
        f"<p ' {MANY}>",
        f"<p a='<' {MANY * 10}>",
        f"<p {MANY}",
    ],
)
def test_too_many_attributes_are_refused_however_they_are_written(tag):
    with pytest.raises(ExtractError, match="attributes"):
        check_attributes(f"<div>{tag}x</p></div>")


@pytest.mark.parametrize(
    "text",
    [
        "<p>" + "plain words " * 5_000 + "</p>",
        "<p>" + "It's \"said\" - " * 5_000 + "</p>",
        f"<img src='data:image/png;base64,{'A/+b' * 5_000}' alt=x>",
        f"<a title=\"{MANY}\">x</a>",
        "<p a=1 b=2>" * 10_000,
        "5 < 6, he says, " + "and so on " * 5_000,
        MANY,
    ],
)  # fmt: skip
def test_long_texts_and_long_values_pass(text):
    check_attributes(text)


@pytest.mark.parametrize(
    "tag", ["<p a b>", "<p\na\tb>", "<p/a/b>", "<p a=1 b=2>", "<p a='1'b='2'>", '<p a="1"b>']
)
def test_tags_that_have_too_many_among_them_are_refused(tag):
    text = tag * (MAX_ALTOGETHER // 2 + 1)
    assert not has_few_attributes(text.encode())
    with pytest.raises(ExtractError, match="attributes"):
        check_attributes(text)


def test_the_spaces_of_an_indented_page_are_no_attributes():
    assert has_few_attributes(b"<p>\n                  words</p>" * 5_000)
