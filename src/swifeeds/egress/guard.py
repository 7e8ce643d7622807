"""Which addresses may be connected to, and the refusal at the last moment: when the socket is made.

The HTTP client asks for a socket with the very address that it will connect to, for names, for
literals in every spelling, and for each try of a name with several addresses. That makes it the
one place that cannot be talked past, by a redirect or by a name that changes its mind.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeAlias, assert_never

from swifeeds.egress.reach import Address, Network, Reach, is_within, parse_address, reach_of

AddressInfo: TypeAlias = tuple[int, int, int, str, tuple[Any, ...]]
AllowPrivate: TypeAlias = bool | tuple[Network, ...]
SocketFactory: TypeAlias = Callable[[AddressInfo], socket.socket]


class Policy(StrEnum):
    """Who named the addresses that this client will be sent to."""

    SOURCES = "sources"
    """The operator, or documents of sources: public, and what `allow_private` opens."""

    CALLBACKS = "callbacks"
    """Strangers (subscribers): public only, whatever the settings open for sources, and what is
    opened for them by name."""

    OPERATOR = "operator"
    """The operator alone (a webhook, a hub): private addresses are open, they are his own."""

    @property
    def opened_by(self) -> str:
        """The setting that opens an address which is closed under the policy."""
        return "websub.callback_networks" if self is Policy.CALLBACKS else "collect.allow_private"


class Forbidden(OSError):
    """The guard refused an address. Its text is the same for all, so that the refusals of a name
    with several addresses are reported as this class and not as a general error."""

    def __init__(self, address: str) -> None:
        super().__init__(errno.EACCES, "the address is private or special")
        self.address = address


def may_connect(
    address: str,
    policy: Policy,
    allow_private: AllowPrivate,
    networks: tuple[Network, ...] = (),
) -> bool:
    """True when `address`, as the resolver wrote it, is open under the policy. Pure.

    What is no IP address is not open. `allow_private` as in `EgressSettings`: True opens private
    addresses, networks open exactly themselves; it has no weight for callbacks. `networks` are
    open to this one client whatever its policy.
    """
    parsed, reach = _judged(address)
    if parsed is None:
        return False
    if networks and is_within(parsed, networks):
        return True
    listed = not isinstance(allow_private, bool) and is_within(parsed, allow_private)
    match policy:
        case Policy.SOURCES:
            return reach is Reach.PUBLIC or listed or (
                reach is Reach.PRIVATE and allow_private is True
            )  # fmt: skip
        case Policy.CALLBACKS:
            return reach is Reach.PUBLIC
        case Policy.OPERATOR:
            return reach is not Reach.SPECIAL or listed
        case _:
            assert_never(policy)


@lru_cache(maxsize=16384)
def _judged(address: str) -> tuple[Address | None, Reach]:
    """What an address is; the same ones are asked poll after poll."""
    parsed = parse_address(address)
    return parsed, Reach.SPECIAL if parsed is None else reach_of(parsed)


def guarded_sockets(
    policy: Policy, allow_private: AllowPrivate, networks: tuple[Network, ...] = ()
) -> SocketFactory:
    """A socket factory that raises `Forbidden` instead of making a socket to a closed address."""

    def make(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, address = info
        if not may_connect(str(address[0]), policy, allow_private, networks):
            raise Forbidden(str(address[0]))
        return socket.socket(family, kind, protocol)

    return make
