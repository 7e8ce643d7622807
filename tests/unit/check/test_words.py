"""Lists of words that were set in lines: none may have been broken at a hyphen."""

from __future__ import annotations

import pytest

from swifeeds.check import hypertext_words, links

LISTS = {
    name: value
    for module in (hypertext_words, links)
    for name, value in vars(module).items()
    if isinstance(value, frozenset) and name.isupper()
}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_no_word_begins_or_ends_with_a_hyphen(name):
    assert [word for word in LISTS[name] if word.strip("-") != word] == []


def test_names_of_several_words_are_whole():
    assert {"border-bottom-style", "border-left-color"} <= hypertext_words.CSS_PROPERTIES
    assert {"next-archive", "prev-archive"} <= links.RELATIONS
