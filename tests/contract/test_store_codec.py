"""Values as JSON and back: nothing is lost, and rows of other versions stay readable."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import NewType, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract.making import make_article, make_story, member

from swifeeds.model import Article, Credit, Membership, Person, Precision, Rung, Story
from swifeeds.model.codec import dump, load
from swifeeds.store.sql.columns import Moment, index_key

MOMENTS = st.datetimes(
    min_value=datetime(1600, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    max_value=datetime(2999, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
_PLAIN = {
    str: st.text(max_size=8),
    int: st.integers(0, 2**40),
    float: st.floats(0, 1),
    bool: st.booleans(),
    datetime: MOMENTS,
    type(None): st.none(),
}


def values_of(hint):
    """Small values of a type hint, nested ones included."""
    if isinstance(hint, NewType):
        return values_of(hint.__supertype__)
    arguments = get_args(hint)
    if get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        return st.lists(values_of(arguments[0]), max_size=2).map(tuple)
    if get_origin(hint) is tuple:
        return st.tuples(*map(values_of, arguments))
    if arguments:
        return st.one_of(*map(values_of, arguments))
    if is_dataclass(hint):
        return st.builds(hint, **{name: values_of(h) for name, h in get_type_hints(hint).items()})
    return _PLAIN[hint] if hint in _PLAIN else st.sampled_from(hint)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values_of(Article))
def test_every_article_comes_back_equal(article):
    assert load(Article, dump(article)) == article


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values_of(Membership), values_of(Story))
def test_every_membership_and_story_comes_back_equal(membership, story):
    assert load(Membership, dump(membership)) == membership
    assert load(Story, dump(story)) == story


@settings(max_examples=60, deadline=None)
@given(MOMENTS)
def test_every_moment_comes_back_equal_in_utc(moment):
    column = Moment()
    number = column.process_bind_param(moment, None)
    assert column.process_result_value(number, None) == moment


def test_a_moment_of_another_zone_is_the_same_moment():
    geneva = datetime(2009, 5, 19, 15, 45, tzinfo=timezone(timedelta(hours=2)))
    column = Moment()
    read = column.process_result_value(column.process_bind_param(geneva, None), None)
    assert read == datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
    assert read.utcoffset() == timedelta(0)


def test_known_to_be_none_is_not_unknown():
    article = make_article("a", authors=())
    assert load(Article, dump(article)).authors == ()


def test_what_equals_its_default_takes_no_room():
    assert dump(Person(name="A")) == '{"name":"A"}'
    assert dump(Credit(code="agencies")) == '{"code":"agencies"}'


def test_choices_are_their_words_and_rungs_their_numbers():
    assert (dump(Precision.DAY), dump(Rung.RULE)) == ('"day"', "2")


def test_keys_of_a_newer_program_are_passed_over():
    assert load(Person, '{"name":"A","orcid":"0000"}') == Person(name="A")


def test_keys_of_an_older_program_fall_to_their_defaults():
    assert load(Person, '{"name":"A"}').email is None


@pytest.mark.parametrize("text", ['{"name":7}', '{"url":"x"}', "[]", "no json", "null"])
def test_what_is_not_of_the_type_is_refused(text):
    with pytest.raises(ValueError):
        load(Person, text)


def test_what_no_model_uses_cannot_be_written():
    with pytest.raises(TypeError, match="bytes"):
        dump((b"",))


def test_a_whole_number_is_read_where_a_fraction_is_meant():
    text = dump(member("talks", "a", score=1.0)).replace("1.0", "1")
    assert type(load(Membership, text).score) is float


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=2000))
def test_a_key_fits_an_index_and_is_its_own_key(text):
    key = index_key(text)
    assert len(key) <= 600
    assert index_key(key) == key


def test_long_keys_that_differ_at_their_end_stay_apart():
    assert index_key("x" * 900 + "1") != index_key("x" * 900 + "2")


def test_made_values_are_what_the_codec_is_for():
    assert load(Article, dump(make_article("a"))) == make_article("a")
    assert load(Story, dump(make_story("talks"))) == make_story("talks")
