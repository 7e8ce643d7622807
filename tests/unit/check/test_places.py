"""Findings stand where an editor shows them, and no document floods its report."""

from __future__ import annotations

import pytest
from tests.unit.check.xml_feeds import ATOM, RSS, changed, channel, findings

from swifeeds.check.notes import MOST

FAULTY = "<ttl>never</ttl>"


def place(text, rule, **about):
    """(line, column) of the one finding of a rule."""
    (found,) = [one for one in findings(text, **about) if one.rule == rule]
    return found.line, found.column


def expected(text, piece):
    """Where a piece of a text stands, counted from 1."""
    before = text[: text.index(piece)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(
    "before",
    ["", "  ", "\t", "\n\n", "<!-- ä\nremark --> ", "<copyright>a&#x26;b &lt;</copyright>",
     "<copyright>日本 🚢 &#128674;</copyright>", "<copyright><![CDATA[a\nb]]></copyright>",
     "<?pi a\nb?>"],
)  # fmt: skip
def test_a_finding_stands_at_its_start_tag_in_characters(before):
    text = channel(before + FAULTY)
    assert place(text, "invalid-positive-integer") == expected(text, FAULTY)


def test_a_start_tag_of_several_lines_is_where_it_begins():
    text = channel('<cloud\n domain="a.example.org"\n path="/"\n port="0"\n'
                   ' protocol="soap"\n registerProcedure="p"/>')  # fmt: skip
    assert place(text, "invalid-integer-attribute") == expected(text, "<cloud")


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_count_once(ending):
    text = channel(FAULTY)
    wanted = expected(text, FAULTY)
    assert place(text.replace("\n", ending), "invalid-positive-integer") == wanted


def test_a_mark_of_the_byte_order_takes_no_column():
    text = changed(
        ATOM, '<?xml version="1.0" encoding="utf-8"?>\n', "", 'xml:lang="en"', 'lang="en"'
    )
    assert place("\ufeff" + text, "unexpected-attribute") == (1, 1)


def test_a_document_that_breaks_off_tells_where():
    text = changed(RSS, "<guid", "<guid <")
    assert place(text, "sax-error") == (expected(text, "<guid <")[0], len("<guid <"))


def test_an_entity_of_nobody_is_told_where_it_stands():
    text = changed(RSS, "The ferry", "The&nbsp;ferry")
    assert place(text, "undefined-named-entity") == expected(text, "&nbsp;")


def test_what_is_inside_an_entity_stands_where_the_entity_is_used():
    text = changed(channel("<copyright>&a;</copyright>" + FAULTY), "<rss ",
                   '<!DOCTYPE rss [<!ENTITY a "harbour\n of\n the lake">]>\n<rss ')  # fmt: skip
    assert place(text, "invalid-positive-integer") == expected(text, FAULTY)


def test_findings_come_in_the_order_of_their_places():
    text = changed(channel(FAULTY), "<title>The ferry sails again</title>", "<title/>")
    places = [(one.line, one.column) for one in findings(text)]
    assert places == sorted(places)
    assert len(places) == 2


@pytest.mark.parametrize(("many", "told", "times"), [(1, 1, 1), (MOST, MOST, 1), (75, MOST, 56)])
def test_the_last_of_many_alike_counts_the_rest(many, told, times):
    text = channel("\n".join(["<blink/>"] * many))
    found = [one for one in findings(text) if one.rule == "no-blink"]
    assert len(found) == told
    assert [one.times for one in found] == [1] * (told - 1) + [times]
    assert sum(one.times for one in found) == many


def test_every_place_is_told_where_every_one_is_asked_for():
    text = channel("\n".join(["<blink/>"] * 75))
    found = [one for one in findings(text, every=True) if one.rule == "no-blink"]
    assert [one.times for one in found] == [1] * 75
