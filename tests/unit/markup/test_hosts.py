"""Hosts that no public document has a reason to name."""

from __future__ import annotations

import pytest

from swifeeds.markup import is_public_host


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.9.9", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "192.0.0.8", "192.88.99.1", "255.255.255.255",
        "[::1]", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "::7f00:1", "::ffff:10.0.0.1",
        "localhost", "localhost.", "printer.local", "intranet", "db.internal", "nas.lan",
        "127.1", "0x7f.1", "0177.0.0.1", "2130706433",
    ],
)  # fmt: skip
def test_a_host_inside_some_network_is_not_public(host):
    assert not is_public_host(host)


@pytest.mark.parametrize(
    "host", ["example.org", "8.8.8.8", "2606:4700::1111", "xn--mller-kva.de", "3com.example"]
)
def test_a_host_of_the_internet_is_public(host):
    assert is_public_host(host)
