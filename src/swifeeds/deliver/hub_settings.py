"""What an operator may tune of WebSub: which hubs, and how our own one behaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from urllib.parse import urlsplit

from swifeeds.model import HubLimits

OWN, OFF = "own", "off"

_POSITIVE = (
    "lease",
    "min_lease",
    "max_lease",
    "delivery_hours",
    "lanes",
    "per_host",
    "timeout",
    "max_subscriptions",
    "max_subscriptions_per_host",
    "max_pending",
    "max_pending_per_host",
    "requests_per_minute",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSubSettings:
    """Who tells subscribers of a changed feed at once, so that they need not ask."""

    hub: str | tuple[str, ...] = OFF
    """`off`: feeds name no hub. `own`: the built-in hub at `{base_url}/hub`, which needs
    subscribers to reach this site. The address of another hub, `https://hub.example.org/`: it is
    told of each change and tells its subscribers. A list of several of these."""

    subscribe: bool | None = None
    """Whether feeds among the sources that name a hub are subscribed to there, so that they tell of
    an article at once; slow polling goes on beside it. The hub has to reach
    `{base_url}/websub/`. Unset: yes where `site.base_url` is https at a public name."""

    lease: int = 864_000
    """Seconds that a subscription to the built-in hub lasts when the subscriber names no length.
    864000, ten days, is what the WebSub specification suggests."""

    min_lease: int = 3600
    """Fewest seconds that a subscription is granted; who asks for less gets this."""

    max_lease: int = 2_592_000
    """Most seconds that a subscription is granted; who asks for more gets this. Thirty days: a
    subscriber that is no more is forgotten after them."""

    delivery_hours: int = 24
    """Hours after which a delivery that a subscriber does not take is given up. Its subscription
    stays until its lease ends, and the next change of the feed is tried again."""

    lanes: int = 8
    """Deliveries on their way at the same time; half as many verifications of subscribers and
    pings to other hubs beside them."""

    per_host: int = 2
    """Of these, to one host."""

    timeout: float = 10.0
    """Seconds that a subscriber or hub has for its answer."""

    max_subscriptions: int = 20_000
    """Subscriptions that the built-in hub keeps in all."""

    max_subscriptions_per_host: int = 2000
    """Subscriptions of callbacks at one host. A reading service has one for every feed and format
    that its people read; a whole site has few hundred feeds."""

    max_pending: int = 2000
    """Requests that wait for the subscriber's word, in all."""

    max_pending_per_host: int = 200
    """Requests that wait for the word of callbacks at one host: nobody can have more than these
    asked there in one go."""

    requests_per_minute: int = 1200
    """Requests to the built-in hub in one minute, from everybody. More are asked to come back."""

    callback_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    """Networks that are not public and whose subscribers may subscribe all the same, like
    `["10.1.0.0/16"]`. Strangers name these addresses, so the list is its own: what
    `collect.allow_private` opens stays closed here."""

    def __post_init__(self) -> None:
        """Refuse what names no hub, and what would never tell anybody.

        Raises:
            ValueError: names the setting.
        """
        for name in _POSITIVE:
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be more than 0")
        if not self.min_lease <= self.lease <= self.max_lease:
            raise ValueError("lease must lie between min_lease and max_lease")
        for named in self._named():
            if named != OWN and not _is_address(named):
                message = f"hub: {named!r} is neither own, off nor the address of a hub"
                raise ValueError(f"{message}; write one like https://hub.example.org/")

    @property
    def own(self) -> bool:
        """True when the built-in hub works."""
        return OWN in self._named()

    @property
    def others(self) -> tuple[str, ...]:
        """The addresses of other people's hubs."""
        return tuple(dict.fromkeys(one for one in self._named() if one != OWN))

    @property
    def limits(self) -> HubLimits:
        """How much the built-in hub takes on."""
        return HubLimits(
            subscriptions=self.max_subscriptions,
            subscriptions_per_host=self.max_subscriptions_per_host,
            pending=self.max_pending,
            pending_per_host=self.max_pending_per_host,
        )

    def addresses(self, base_url: str) -> tuple[str, ...]:
        """All hubs as feeds name them, our own first."""
        return ((own_hub(base_url),) if self.own else ()) + self.others

    def _named(self) -> Iterator[str]:
        named = (self.hub,) if isinstance(self.hub, str) else self.hub
        return (one for one in named if one != OFF)


def own_hub(base_url: str) -> str:
    """The address of the built-in hub."""
    return f"{base_url}/hub"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        named = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return named and text.isascii() and text.isprintable() and not {*' "<>'} & {*text}
