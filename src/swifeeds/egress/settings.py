"""What an operator may tune of requests to sources."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

_POSITIVE = (
    "connect_timeout",
    "read_timeout",
    "total_timeout",
    "max_compressed",
    "max_decompressed",
    "max_ratio",
    "per_host",
    "connections",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EgressSettings:
    """How sources are asked, and how much of an answer is taken."""

    contact: str
    """E-mail or web address in the User-Agent, so that a source can reach the operator."""

    allow_private: bool | tuple[IPv4Network | IPv6Network, ...] = False
    """Which addresses that are not public may be asked. `false`: none, because a document from
    outside may name an address inside. A list like `["10.1.0.0/16"]` opens just these networks:
    the choice for a source on your own network. `true` opens loopback and every private network,
    your other services among them; link-local addresses (a cloud's secrets) stay closed."""

    connect_timeout: float = 10.0
    """Seconds to reach a server, TLS included. 10 is far more than a healthy one takes."""

    read_timeout: float = 10.0
    """Seconds of silence after which an answer is given up."""

    total_timeout: float = 30.0
    """Seconds for one request from name to last byte; each redirect is a request of its own."""

    max_compressed: int = 10 * 1024 * 1024
    """Bytes taken from the wire for one document. 10 MiB holds the largest feeds we have met."""

    max_decompressed: int = 20 * 1024 * 1024
    """Bytes of one document after decompression."""

    max_ratio: int = 100
    """Decompressed over compressed bytes that is still believed of a body over 1 MiB. HTML and
    feeds stay under 30; a bomb reaches 1000."""

    min_rate: int = 512
    """Bytes a second that a body must reach on average once it has taken 10 seconds. 0: any."""

    per_host: int = 2
    """Requests to one host at the same time. More gets the asking address banned. No more of its
    sources are polled at the same time either, so that the others need not wait for its turns."""

    gap: float = 1.0
    """Least seconds between the starts of two requests to one host; up to a fifth is added, for a
    beat that no person keeps gets the asking address banned too."""

    connections: int = 256
    """Requests to all hosts together at the same time. One in flight takes about 13 kB."""

    def __post_init__(self) -> None:
        """Refuse what would wait for ever or take nothing.

        Raises:
            ValueError: names the setting.
        """
        for name in _POSITIVE:
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be more than 0")
        for name in ("gap", "min_rate"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be less than 0")
