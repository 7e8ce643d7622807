"""Hosts that no public document has a reason to point at."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16", "fec0::/10",
            "ff00::/8",
        ),
    )
)  # fmt: skip
"""What `ipaddress.is_global` calls global though it is multicast, reserved, or a tunnel that ends
at an address we would refuse (NAT64, 6to4, Teredo, IPv4-compatible)."""

_ODD_NUMBER = re.compile(r"(?:^|\.)(?:\d+|0[xX][0-9a-fA-F]*)$")
"""A last label that makes browsers read the whole host as an IPv4 address (WHATWG URL, "ends in
a number"): `127.1`, `0x7f.1`, `2130706433`."""

_LOCAL_NAMES = ("localhost", ".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa")


def is_public_address(address: IPv4Address | IPv6Address) -> bool:
    """True for an address of the public Internet. IPv4 inside IPv6 is judged as IPv4."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return is_public_address(address.ipv4_mapped)
    if not address.is_global or address.is_multicast:
        return False
    return not any(address.version == net.version and address in net for net in _NOT_PUBLIC)


@lru_cache(maxsize=1024)
def is_public_host(host: str) -> bool:
    """False for private IP literals and names that only mean something inside a network.

    A name that resolves to a private address passes here: only the socket can tell. A page asks
    for its own host again and again.
    """
    bare = host.strip("[]").rstrip(".").lower()
    try:
        return is_public_address(ip_address(bare.partition("%")[0]))
    except ValueError:
        if "." not in bare or _ODD_NUMBER.search(bare):
            return False
        return not any(f".{bare}".endswith(name) for name in _LOCAL_NAMES)
