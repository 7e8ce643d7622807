"""Reading on after faults: everything behind them is read, at the places it came with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.markup.mending import MOST_MENDED, UNDECLARED, read_on
from swifeeds.markup.outline import Node

USUAL = {"dc": "http://purl.org/dc/elements/1.1/"}


def read(inside: str):
    return read_on(f"<a>\n<b>{inside}</b><end/>\n<after/></a>", USUAL)


def names(mended) -> list[str]:
    return [child.name[1] for child in mended.outline.root.children]


@pytest.mark.parametrize(
    ("inside", "column"),
    [
        ("AT&T", 8),
        ("x & y", 7),
        ("1 < 2", 7),
        ("one<br>two", 14),
        ("x</i>", 5),
        ("<i a=b>x</i>", 9),
        ("<i a>x</i>", 8),
        ('<i a="1" a="2"/>', 13),
        ('<i a="1"b="2"/>', 12),
        ("\x01\x02\x03", 4),
        ("]]>", 6),
        ("<!-- a -- b -->", 13),
        ('<?xml version="1.0"?>', 4),
    ],
)
def test_a_fault_is_told_once_and_hides_nothing_behind_it(inside, column):
    mended = read(inside)
    assert [(one.line, one.column) for one in mended.faults] == [(2, column)]
    assert mended.outline.fault is None
    assert names(mended) == ["b", "end", "after"]


def test_several_faults_are_told_in_their_order():
    mended = read_on("<a>\n<b>x & y</b>\n<c>1 < 2</c>\n<d>&</d></a>", USUAL)
    assert [one.line for one in mended.faults] == [2, 3, 4]
    assert names(mended) == ["b", "c", "d"]


def test_an_end_that_lacks_is_put_where_the_outer_one_stands():
    [b, *_] = read("<i>one<u>two").outline.root.children
    [i] = b.children
    [u] = i.children
    assert (i.name[1], u.name[1], u.text) == ("i", "u", "two")
    assert all(one.closed for one in (b, i, u))


def test_a_usual_prefix_means_what_it_usually_does():
    mended = read("<dc:date>2020</dc:date><dc:title/><own:x/>")
    [b, *_] = mended.outline.root.children
    assert [one.name for one in b.children] == [
        (USUAL["dc"], "date"),
        (USUAL["dc"], "title"),
        (f"{UNDECLARED}own", "x"),
    ]
    assert [one.message for one in mended.faults] == ["unbound prefix"] * 2


def test_places_stay_those_of_the_document_as_it_came():
    document = "<a><b><dc:x/>\r\n<i>1</b>\r\n<c/><x:y/><d/></a>"
    root = read_on(document, USUAL).outline.root
    places = {one.name[1]: (one.line, one.column) for one in walk(root)}
    assert places == {
        "a": (1, 1), "b": (1, 4), "x": (1, 7), "i": (2, 1), "c": (3, 1), "y": (3, 5), "d": (3, 11),
    }  # fmt: skip


def walk(node: Node):
    yield node
    for child in node.children:
        yield from walk(child)


@pytest.mark.parametrize("document", ["<a>&" * 400, "<" * 9000, "<a b", "<a><![CDATA[x", "", "x"])
def test_what_cannot_be_mended_is_given_up(document):
    mended = read_on(document, USUAL)
    assert mended.outline.fault is not None
    assert 1 <= len(mended.faults) <= MOST_MENDED + 1


def test_entities_that_grow_are_refused_and_not_mended():
    bomb = '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    mended = read_on(bomb, USUAL)
    assert [one.kind for one in mended.faults] == ["refused"]


@given(st.text(alphabet='<>/a&;="! -:?\r\n', max_size=60))
def test_any_text_comes_to_an_end(text):
    mended = read_on(f"<a>{text}</a>", USUAL)
    assert (mended.outline.fault is None) or mended.faults
