"""Who counts as one client, decided without I/O."""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias

Client: TypeAlias = int | str

_NETWORK_BITS = 64
"""An IPv6 client has a network of its own: the lower half of its address is its own choice."""


def client_of(
    peername: object, proxies: Collection[IPv4Network | IPv6Network] = ()
) -> Client | None:
    """Who is counted as one: an IPv4 address, or the network of an IPv6 address.

    None for who is not counted: the proxies in front, and what has no address (a unix socket).
    """
    if not isinstance(peername, tuple):
        return None
    address: IPv4Address | IPv6Address = ip_address(str(peername[0]).partition("%")[0])
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if any(address in network for network in proxies):
        return None
    if isinstance(address, IPv6Address):
        return f"6:{int(address) >> _NETWORK_BITS:x}"
    return int(address)
