"""What an operator may tune of the two HTTP doors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """Where the site and its admin door listen, and how long caches may keep an answer."""

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

    delta: bool = False
    """Answer readers that ask for it (`A-IM: feed`, RFC 3229) with nothing but the entries that
    changed since the version they hold. Leave it off behind a cache or CDN that does not know
    status 226."""

    keep_alive: float = 75.0
    """Seconds that an idle connection is kept for the next request. 75 outlasts the minute after
    which most proxies reuse a connection."""

    grace: float = 10.0
    """Seconds that running answers get to finish when the service is asked to stop."""
