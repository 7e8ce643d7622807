"""How far an IP address reaches: public, private, or special. Pure.

The standard library's `is_global` is no judge for a guard: depending on the version it calls
multicast, NAT64 of a loopback address, 6to4, IPv4-compatible and site-local addresses global. So
the table is written out, from the IANA special-purpose address registries (RFC 6890 and its
updates), and for IPv6 only 2000::/3, the unicast space that was ever given out, is public at all.
"""

from __future__ import annotations

from enum import Enum, auto
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


class Reach(Enum):
    """Who can answer at an address."""

    PUBLIC = auto()
    PRIVATE = auto()
    """This machine or the operator's own networks."""
    SPECIAL = auto()
    """Nobody an article could come from: link-local, multicast, tunnels, documentation."""


def _networks(*texts: str) -> tuple[Network, ...]:
    return tuple(map(ip_network, texts))


_METADATA = _networks(
    "100.100.100.200/32",
    "fd00:ec2::/32",
)
"""Inside private space, yet the place where two clouds keep a machine's credentials."""

_PRIVATE = _networks(
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  # RFC 1918
    "100.64.0.0/10",  # RFC 6598, also used by overlay networks
    "127.0.0.0/8", "::1/128",  # loopback
    "fc00::/7",  # RFC 4193
)  # fmt: skip

_SPECIAL = _networks(
    "0.0.0.0/8",  # this host, RFC 1122: Linux connects 0.0.0.0 to loopback
    "169.254.0.0/16",  # link-local, RFC 3927: cloud metadata
    "192.0.0.0/24",  # IETF protocol assignments, RFC 6890
    "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  # documentation, RFC 5737
    "192.88.99.0/24",  # 6to4 relay, RFC 7526
    "198.18.0.0/15",  # benchmarks, RFC 2544
    "224.0.0.0/4",  # multicast, RFC 5771
    "240.0.0.0/4",  # reserved and broadcast, RFC 1112
    "2001::/23",  # IETF protocol assignments: Teredo, ORCHID, benchmarks
    "2001:db8::/32", "3fff::/20",  # documentation, RFC 3849 and 9637
    "2002::/16",  # 6to4, RFC 3056: carries any IPv4 address
)  # fmt: skip

_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")


def reach_of(address: Address) -> Reach:
    """Judge an address. One that wraps an IPv4 address in a way still in use is judged as that.

    IPv4-mapped addresses (RFC 4291 2.5.5.2) and the well-known NAT64 prefix (RFC 6052) are
    unwrapped: on a network with IPv6 alone the latter is how every IPv4 site is reached.
    """
    inner = _unwrapped(address)
    if inner is not None:
        return reach_of(inner)
    if _in(address, _METADATA):
        return Reach.SPECIAL
    if _in(address, _PRIVATE):
        return Reach.PRIVATE
    if _in(address, _SPECIAL) or (isinstance(address, IPv6Address) and address not in _UNICAST):
        return Reach.SPECIAL
    return Reach.PUBLIC


def parse_address(text: str) -> Address | None:
    """An address as `getaddrinfo` writes it; None for anything else. A zone index is dropped."""
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def is_within(address: Address, networks: tuple[Network, ...]) -> bool:
    """True when the address, or the IPv4 address that it wraps, is in one of the networks."""
    inner = _unwrapped(address)
    return _in(address, networks) or (inner is not None and _in(inner, networks))


def _unwrapped(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped


def _in(address: Address, networks: tuple[Network, ...]) -> bool:
    return any(address in network for network in networks)
