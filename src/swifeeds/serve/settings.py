"""What an operator may tune of the two HTTP doors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

from swifeeds.model import MiningTerms

_ADDRESS = re.compile(
    r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:[/?][!-~]*)?"
)
_POSITIVE = (
    "keep_alive",
    "header_timeout",
    "send_timeout",
    "connections",
    "connections_per_client",
    "processes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """Where the site and its admin door listen, how long caches may keep an answer, and how much
    patience a client is met with."""

    listen: str = "127.0.0.1:8080"
    """Address and port of the public site, `host:port` or `[ipv6]:port`. Loopback by default:
    a web server or CDN in front adds TLS."""

    admin_listen: str = "127.0.0.1:8081"
    """Address and port of the admin door. Keep it off the public network: it asks for no
    password."""

    max_age: int = 300
    """Most seconds that a cache may serve a feed or page without asking. 300 shows a correction
    within five minutes; some readers never ask sooner than this."""

    archive_max_age: int = 3600
    """The same for the archive pages of a story. Their set never changes and asking again costs
    little, but corrections and withdrawals must reach readers there too: an hour, not a day."""

    stale_while_revalidate: int = 60
    """Seconds beyond `max_age` in which a cache may still answer at once while it asks."""

    stale_if_error: int = 86400
    """Seconds in which a cache may answer from memory while this service is down. A day bridges
    a repair."""

    tdm_reservation: bool | None = None
    """Whether the rights to mine texts and data are reserved, said with every feed and page
    (`tdm-reservation`, W3C TDM Reservation Protocol) and in `/.well-known/tdmrep.json`. Unset:
    nothing is said but what publishers say of their own articles, or you of a source."""

    tdm_policy: str | None = None
    """Address of the policy on which mining may be licensed (`tdm-policy`). Only with
    `tdm_reservation`."""

    delta: bool = False
    """Answer readers that ask for it (`A-IM: feed`, RFC 3229) with nothing but the entries that
    changed since the version they hold. Leave it off behind a cache or CDN that does not know
    status 226."""

    keep_alive: float = 75.0
    """Seconds that an idle connection is kept for the next request. 75 outlasts the minute after
    which most proxies reuse a connection."""

    header_timeout: float = 10.0
    """Seconds in which a client must have sent a whole request header. 10 is much even for a
    telephone at the edge of its network; who sends nothing, or a byte now and then, is closed."""

    send_timeout: float = 60.0
    """Seconds in which a client must have taken its answer, but for what the kernel holds for it
    (256 kB). Who reads nothing is cut off."""

    connections: int = 4000
    """Connections to one process at the same time; one more is answered 503 and closed. One that
    rests takes about 10 kB. Never more than the open files the system grants the process, less
    some for itself."""

    connections_per_client: int = 100
    """Of these, connections from one IPv4 address or one IPv6 network (/64). 100 serves an office
    behind one address, and a reading service that fetches many feeds at once."""

    proxies: tuple[IPv4Network | IPv6Network, ...] = (
        IPv4Network("127.0.0.0/8"),
        IPv6Network("::1/128"),
    )
    """Addresses and networks of the web servers in front: all the world comes from there, so
    `connections_per_client` does not count for them. This machine itself by default; name your
    CDN's or load balancer's networks. Nothing else is believed of them."""

    processes: int = 1
    """Processes that answer readers, beside the one that collects and publishes. Each holds all
    published bytes in memory and one processor busy at most; one answers tens of thousands of
    requests a second. More than 1 needs a system that shares a port between processes
    (SO_REUSEPORT: Linux, the BSDs)."""

    grace: float = 10.0
    """Seconds that running answers get to finish when the service is asked to stop."""

    @property
    def mining(self) -> MiningTerms | None:
        """The site's word on text and data mining; None where it says nothing."""
        if self.tdm_reservation is None:
            return None
        return MiningTerms(reserved=self.tdm_reservation, policy=self.tdm_policy)

    def __post_init__(self) -> None:
        """Refuse what would answer nobody.

        Raises:
            ValueError: names the setting.
        """
        if self.tdm_policy is not None and self.tdm_reservation is None:
            raise ValueError("tdm_policy says nothing without tdm_reservation; set both")
        if self.tdm_policy is not None and not _ADDRESS.fullmatch(self.tdm_policy):
            raise ValueError("tdm_policy must be a web address (https://…) in plain ASCII")
        for name in _POSITIVE:
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be more than 0")
