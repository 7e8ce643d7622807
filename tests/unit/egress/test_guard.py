from __future__ import annotations

import socket
from ipaddress import ip_network

import pytest

from swifeeds.egress import Policy
from swifeeds.egress.guard import Forbidden, guarded_sockets, may_connect

INTRANET = (ip_network("10.1.0.0/16"),)


@pytest.mark.parametrize(
    ("address", "policy", "allow_private", "open_"),
    [
        ("8.8.8.8", Policy.SOURCES, False, True),
        ("127.0.0.1", Policy.SOURCES, False, False),
        ("127.0.0.1", Policy.SOURCES, True, True),
        ("169.254.169.254", Policy.SOURCES, True, False),
        ("224.0.0.1", Policy.SOURCES, True, False),
        ("10.1.2.3", Policy.SOURCES, INTRANET, True),
        ("::ffff:10.1.2.3", Policy.SOURCES, INTRANET, True),
        ("10.2.2.3", Policy.SOURCES, INTRANET, False),
        ("127.0.0.1", Policy.SOURCES, INTRANET, False),
        ("8.8.8.8", Policy.SOURCES, INTRANET, True),
        ("198.18.0.7", Policy.SOURCES, (ip_network("198.18.0.0/15"),), True),
        ("8.8.8.8", Policy.CALLBACKS, False, True),
        ("127.0.0.1", Policy.CALLBACKS, True, False),
        ("10.1.2.3", Policy.CALLBACKS, INTRANET, False),
        ("127.0.0.1", Policy.OPERATOR, False, True),
        ("10.2.2.3", Policy.OPERATOR, False, True),
        ("169.254.169.254", Policy.OPERATOR, True, False),
        ("not-an-address", Policy.OPERATOR, True, False),
    ],
)
def test_a_policy_opens_what_it_should(address, policy, allow_private, open_) -> None:
    assert may_connect(address, policy, allow_private) is open_


def test_networks_are_opened_for_one_client_whatever_its_policy() -> None:
    opened = may_connect("10.1.2.3", Policy.CALLBACKS, allow_private=False, networks=INTRANET)
    beside = may_connect("10.2.2.3", Policy.CALLBACKS, allow_private=True, networks=INTRANET)
    assert (opened, beside) == (True, False)


def test_no_socket_is_made_to_a_closed_address() -> None:
    make = guarded_sockets(Policy.SOURCES, allow_private=False)
    with pytest.raises(Forbidden) as refusal:
        make((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 80, 0, 0)))
    assert refusal.value.address == "::1"


def test_a_socket_to_an_open_address_is_of_the_family_that_was_asked_for() -> None:
    make = guarded_sockets(Policy.SOURCES, allow_private=True)
    with make((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))) as made:
        assert (made.family, made.type) == (socket.AF_INET, socket.SOCK_STREAM)
