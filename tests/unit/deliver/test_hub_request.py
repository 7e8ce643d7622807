"""What a request to the hub asks for: everything a client may write, and what hostile ones do."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.deliver import WebSubSettings
from swifeeds.deliver.hub_request import Refusal, Wish, read_request
from swifeeds.model import HubMode

SETTINGS = WebSubSettings(hub="own", min_lease=100, lease=1000, max_lease=5000)
TYPICAL = {
    "hub.mode": "subscribe",
    "hub.topic": "https://feeds.example.org/en/feed.atom",
    "hub.callback": "https://reader.example/push?id=7",
}


def read(fields=(), /, **changes):
    named = {f"hub.{name}": value for name, value in changes.items()}
    wanted = {name: value for name, value in (TYPICAL | named).items() if value is not None}
    return read_request(urlencode([*wanted.items(), *fields]).encode(), SETTINGS)


def test_a_typical_request_is_a_wish_with_the_default_lease():
    assert read() == Wish(
        mode=HubMode.SUBSCRIBE,
        topic=TYPICAL["hub.topic"],
        callback=TYPICAL["hub.callback"],
        lease=timedelta(seconds=1000),
    )


def test_parameters_that_websub_does_not_know_are_ignored():
    extra = [("hub.verify", "sync"), ("foo", "bar"), ("foo", "twice"), ("bare", "")]
    assert read(extra) == read()


@pytest.mark.parametrize(
    ("asked", "granted"),
    [("100", 100), ("2000", 2000), ("1", 100), ("99999", 5000), ("9" * 400, 5000), ("", 1000),
     ("0", 1000)],
)  # fmt: skip
def test_a_lease_is_what_was_asked_within_the_operators_bounds(asked, granted):
    assert read(lease_seconds=asked).lease == timedelta(seconds=granted)


@pytest.mark.parametrize("asked", ["-5", "ten", "1.5", "1e3", "٣٠٠", " 300"])
def test_a_lease_that_is_no_number_of_seconds_is_refused(asked):
    assert "whole number" in read(lease_seconds=asked).sentence


def test_a_secret_is_kept_to_the_byte_and_stays_below_200_bytes():
    assert read(secret="ä\x01%").secret == "ä\x01%".encode()
    assert read(secret="a" * 199).secret == b"a" * 199
    assert "less than 200 bytes" in read(secret="a" * 200).sentence
    assert "less than 200 bytes" in read(secret="ä" * 100).sentence
    assert read(secret="").secret is None


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("mode", None, "hub.mode must be"),
        ("mode", "Subscribe", "hub.mode must be"),
        ("mode", "publish", "learns of changes by itself"),
        ("topic", None, "hub.topic is missing"),
        ("callback", None, "hub.callback is missing"),
        ("callback", "", "hub.callback is missing"),
    ],
)
def test_what_is_missing_or_unknown_is_named(name, value, words):
    refusal = read(**{name: value})
    assert refusal.status == 400
    assert words in refusal.sentence


@pytest.mark.parametrize(
    "callback",
    [
        "reader.example/push", "//reader.example/", "ftp://reader.example/", "javascript:alert(1)",
        "file:///etc/passwd", "http://", "http:///path", "http://[::1", "http://reader:port/",
        "http://reader.example:99999/", "http://user:pass@reader.example/",
        "http://user@reader.example/", "http://reader.example/#top", "http://reader.example/a b",
        "http://reader.example/\r\nX-Evil: 1", "http://reader.example/\x00", "http://lesér.example/",
        "http://reader.example/<script>", 'http://reader.example/"', "http://reader.example\\@evil/",
        "http://reader.example:25/", "http://reader.example:22/", "http://reader.example:0/",
        "https://reader.example/" + "a" * 2000,
    ],
)  # fmt: skip
def test_a_callback_that_is_no_plain_web_address_is_refused(callback):
    refusal = read(callback=callback)
    assert isinstance(refusal, Refusal)
    assert refusal.status == 400
    assert refusal.sentence.startswith("hub.callback ")


@pytest.mark.parametrize(
    "callback",
    ["http://reader.example", "https://reader.example:443/", "http://reader.example:8080/a?b=%20",
     "https://[2001:db8::7]:8443/x", "http://xn--lesr-epa.example/'~()"],
)  # fmt: skip
def test_a_callback_that_is_one_is_taken(callback):
    assert read(callback=callback).callback == callback


def test_a_parameter_that_is_given_twice_is_refused():
    assert "twice" in read([("hub.callback", "https://other.example/")]).sentence


@pytest.mark.parametrize(
    "body",
    [b"\xff\xfe", b"hub.mode=%ff", b"hub.mode=subscribe&" + b"a=1&" * 60, b"{}", b"", b"\x00"],
)
def test_a_body_that_is_no_form_is_refused(body):
    assert read_request(body, SETTINGS).status == 400


@given(st.binary(max_size=300), st.text(max_size=40))
def test_nothing_of_what_came_in_is_said_back(body, text):
    """Whatever comes, the answer is a wish or one of our own sentences."""
    for tried in (body, urlencode({**TYPICAL, "hub.mode": text}).encode()):
        read_back = read_request(tried, SETTINGS)
        if isinstance(read_back, Refusal):
            assert read_back.sentence.isascii()
            assert "<" not in read_back.sentence
