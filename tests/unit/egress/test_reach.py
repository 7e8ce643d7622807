from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.egress.reach import Reach, parse_address, reach_of

TABLE = [
    ("8.8.8.8", Reach.PUBLIC),
    ("100.63.255.255", Reach.PUBLIC),
    ("172.32.0.1", Reach.PUBLIC),
    ("192.0.1.1", Reach.PUBLIC),
    ("2606:4700::1111", Reach.PUBLIC),
    ("2a00:1450:4001::1", Reach.PUBLIC),
    ("10.0.0.1", Reach.PRIVATE),
    ("10.255.255.255", Reach.PRIVATE),
    ("172.16.0.1", Reach.PRIVATE),
    ("172.31.255.255", Reach.PRIVATE),
    ("192.168.1.1", Reach.PRIVATE),
    ("100.64.0.1", Reach.PRIVATE),
    ("127.0.0.1", Reach.PRIVATE),
    ("127.255.255.254", Reach.PRIVATE),
    ("::1", Reach.PRIVATE),
    ("fc00::1", Reach.PRIVATE),
    ("fd12:3456::1", Reach.PRIVATE),
    ("::ffff:127.0.0.1", Reach.PRIVATE),
    ("::ffff:10.0.0.1", Reach.PRIVATE),
    ("64:ff9b::7f00:1", Reach.PRIVATE),
    ("64:ff9b::808:808", Reach.PUBLIC),
    ("::ffff:8.8.8.8", Reach.PUBLIC),
    ("::ffff:169.254.169.254", Reach.SPECIAL),
    ("64:ff9b::a9fe:a9fe", Reach.SPECIAL),
    ("0.0.0.0", Reach.SPECIAL),
    ("0.1.2.3", Reach.SPECIAL),
    ("169.254.169.254", Reach.SPECIAL),
    ("192.0.0.8", Reach.SPECIAL),
    ("192.0.0.192", Reach.SPECIAL),
    ("192.0.2.1", Reach.SPECIAL),
    ("192.88.99.1", Reach.SPECIAL),
    ("198.18.0.1", Reach.SPECIAL),
    ("198.19.255.255", Reach.SPECIAL),
    ("198.51.100.1", Reach.SPECIAL),
    ("203.0.113.1", Reach.SPECIAL),
    ("224.0.0.1", Reach.SPECIAL),
    ("239.255.255.250", Reach.SPECIAL),
    ("240.0.0.1", Reach.SPECIAL),
    ("255.255.255.255", Reach.SPECIAL),
    ("100.100.100.200", Reach.SPECIAL),
    ("fd00:ec2::254", Reach.SPECIAL),
    ("::", Reach.SPECIAL),
    ("::7f00:1", Reach.SPECIAL),
    ("::ffff:0:127.0.0.1", Reach.SPECIAL),
    ("64:ff9b:1::7f00:1", Reach.SPECIAL),
    ("100::1", Reach.SPECIAL),
    ("2001::1", Reach.SPECIAL),
    ("2001:2::1", Reach.SPECIAL),
    ("2001:10::1", Reach.SPECIAL),
    ("2001:20::1", Reach.SPECIAL),
    ("2001:db8::1", Reach.SPECIAL),
    ("2002:7f00:1::", Reach.SPECIAL),
    ("2002:808:808::1", Reach.SPECIAL),
    ("3fff::1", Reach.SPECIAL),
    ("5f00::1", Reach.SPECIAL),
    ("fe80::1", Reach.SPECIAL),
    ("fec0::1", Reach.SPECIAL),
    ("ff02::1", Reach.SPECIAL),
    ("ff0e::1", Reach.SPECIAL),
]


@pytest.mark.parametrize(("text", "reach"), TABLE, ids=[text for text, _ in TABLE])
def test_each_address_reaches_as_far_as_the_registries_say(text: str, reach: Reach) -> None:
    assert reach_of(ip_address(text)) is reach


def test_a_zone_index_does_not_hide_an_address() -> None:
    assert parse_address("fe80::1%eth0") == ip_address("fe80::1")


@pytest.mark.parametrize("text", ["", "localhost", "0x7f.1", "2130706433", "127.1", "1.2.3.4:80"])
def test_what_is_not_written_like_an_address_is_none(text: str) -> None:
    assert parse_address(text) is None


@given(st.integers(0, 2**32 - 1))
def test_wrapping_an_address_does_not_change_how_far_it_reaches(number: int) -> None:
    inner = IPv4Address(number)
    for prefix in ("::ffff:0:0", "64:ff9b::"):
        wrapped = IPv6Address(int(IPv6Address(prefix)) | number)
        assert reach_of(wrapped) is reach_of(inner)


@given(st.integers(0, 2**32 - 1))
def test_nothing_the_library_knows_as_not_global_is_public(number: int) -> None:
    address = IPv4Address(number)
    if not address.is_global or address.is_multicast:
        assert reach_of(address) is not Reach.PUBLIC
