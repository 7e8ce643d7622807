from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.model import Encoding, ShelfItem
from swifeeds.serve.conditional import Decision, evaluate, held_tag, variant_tags
from swifeeds.serve.httpdate import http_date

TAG = '"abc"'
CHANGED = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
NOW = datetime(2026, 5, 4, tzinfo=UTC)
SAME = http_date(CHANGED)
BEFORE = http_date(CHANGED - timedelta(seconds=1))
AFTER = http_date(CHANGED + timedelta(seconds=1))


def judge(method: str = "GET", etag: str = TAG, **fields: str) -> Decision:
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    return evaluate(method, headers, tags=[etag], last_modified=CHANGED, now=NOW)


def test_a_request_without_conditions_gets_the_body():
    assert judge() is Decision.SEND


@pytest.mark.parametrize(
    "held", ['"abc"', 'W/"abc"', '"x", "abc"', '"x",W/"abc" , "y"', "*", ' "abc" ', '"a,b","abc"']
)
def test_a_known_tag_is_not_sent_again(held):
    assert judge(If_None_Match=held) is Decision.NOT_MODIFIED


@pytest.mark.parametrize("held", ['"abd"', "abc", '"abc', "", '"abc-gzip"', '"x,abc"', 'w"ABC"'])
def test_an_unknown_or_broken_tag_gets_the_body(held):
    assert judge(If_None_Match=held) is Decision.SEND


def test_each_coding_answers_to_its_own_tag_alone():
    (gzip,) = variant_tags(item(), Encoding.GZIP)
    assert gzip == '"abc-gzip"'
    assert judge(etag=gzip, If_None_Match=gzip) is Decision.NOT_MODIFIED
    assert judge(etag=gzip, If_None_Match=TAG) is Decision.SEND
    assert judge(etag=gzip, If_None_Match=f"{TAG}, {gzip}") is Decision.NOT_MODIFIED


def item(**others) -> ShelfItem:
    return ShelfItem(
        path="/", media_type="text/html", etag=TAG, last_modified=CHANGED, generation=1,
        encodings={}, **others,
    )  # fmt: skip


def test_brotli_bytes_that_were_pressed_have_another_tag_and_both_are_known():
    hasty = variant_tags(item(), Encoding.BROTLI)
    pressed = variant_tags(item(is_pressed=True), Encoding.BROTLI)
    assert hasty == ('"abc-br"', '"abc-br11"')
    assert pressed == ('"abc-br11"', '"abc-br"')
    assert variant_tags(item(is_pressed=True), Encoding.GZIP) == ('"abc-gzip"',)


@pytest.mark.parametrize(
    ("held", "named"),
    [('"b"', '"b"'), ('W/"b", "x"', '"b"'), ('"b", "a"', '"a"'), ("*", '"a"'), ('"x"', '"a"')],
)
def test_the_tag_that_a_client_named_is_the_one_it_keeps(held, named):
    assert held_tag({"If-None-Match": held}, ['"a"', '"b"']) == named
    assert held_tag({}, ['"a"', '"b"']) == '"a"'


def test_a_tag_beats_a_date():
    assert judge(If_None_Match='"x"', If_Modified_Since=AFTER) is Decision.SEND
    assert judge(If_None_Match=TAG, If_Modified_Since=BEFORE) is Decision.NOT_MODIFIED


@pytest.mark.parametrize(
    ("since", "decision"),
    [
        (SAME, Decision.NOT_MODIFIED),
        (AFTER, Decision.NOT_MODIFIED),
        (BEFORE, Decision.SEND),
        ("Tuesday, 19-May-09 13:45:00 GMT", Decision.NOT_MODIFIED),
        ("Tue May 19 13:45:00 2009", Decision.NOT_MODIFIED),
        ("2009-05-19T13:45:00Z", Decision.SEND),
        (f"{SAME}, {SAME}", Decision.SEND),
        ("yesterday", Decision.SEND),
    ],
)
def test_a_date_is_compared_and_a_broken_one_ignored(since, decision):
    assert judge(If_Modified_Since=since) is decision


def test_a_writer_who_holds_another_version_is_stopped():
    assert judge(If_Match='"x"') is Decision.FAILED
    assert judge(If_Match='W/"abc"') is Decision.FAILED
    assert judge(If_Match=TAG) is Decision.SEND
    assert judge(If_Match="*") is Decision.SEND
    assert judge(If_Unmodified_Since=BEFORE) is Decision.FAILED
    assert judge(If_Unmodified_Since=SAME) is Decision.SEND
    assert judge(If_Match=TAG, If_Unmodified_Since=BEFORE) is Decision.SEND


def test_conditions_count_for_reading_methods_alone():
    assert judge("HEAD", If_None_Match=TAG) is Decision.NOT_MODIFIED
    assert judge("OPTIONS", If_None_Match=TAG) is Decision.SEND


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_field_makes_it_fail_and_none_hides_a_change(tag, date):
    if TAG not in tag and tag.strip() != "*":
        assert judge(If_None_Match=tag, If_Modified_Since=date) is Decision.SEND
