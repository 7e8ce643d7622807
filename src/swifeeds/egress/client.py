"""The HTTP client: one session, guarded sockets, redirects by hand, counted bodies."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self, TypeAlias

import aiohttp
from yarl import URL

from swifeeds import __version__
from swifeeds.egress.answer import Answer, Pace, joined_headers, read_body
from swifeeds.egress.body import Limits
from swifeeds.egress.failures import as_collect_error
from swifeeds.egress.gate import HostGate
from swifeeds.egress.guard import Policy, guarded_sockets
from swifeeds.egress.hops import PERMANENT, after_redirect, checked, next_hop
from swifeeds.egress.reach import Network
from swifeeds.egress.settings import EgressSettings
from swifeeds.errors import Unreachable

MAX_REDIRECTS = 5
"""More than any honest move of a site needs."""

_SUCCESS = 2
"""First digit of a status that carries what was asked for (RFC 9110 15.3)."""


Permit: TypeAlias = Callable[[str], Awaitable[float]]
"""Says whether an address may be asked, by raising what is raised then, and how many seconds must
lie between this request and the next to its host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """One errand. `asked` is the caller's address, which errors name on every hop; without
    `limits` nobody reads the body of the answer."""

    method: str
    asked: str
    headers: Mapping[str, str]
    limits: Limits | None
    content: bytes | None = None
    permit: Permit | None = None


class Egress:
    """An HTTP client that goes only where its policy lets it. Enter it inside a running loop.

    Args:
        settings: caps, times and manners.
        policy: who named the addresses.
        networks: what is open to this client beside what its policy opens.
        monotonic: seconds that never go back.
    """

    def __init__(
        self,
        settings: EgressSettings,
        policy: Policy,
        *,
        networks: tuple[Network, ...] = (),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._policy = policy
        self._networks = networks
        self._limits = Limits(
            compressed=settings.max_compressed,
            decompressed=settings.max_decompressed,
            ratio=settings.max_ratio,
        )
        self._monotonic = monotonic
        self._gate = HostGate(width=settings.per_host, gap=settings.gap, monotonic=monotonic)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        settings = self._settings
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=settings.connections,
                socket_factory=guarded_sockets(
                    self._policy, settings.allow_private, self._networks
                ),
            ),
            timeout=aiohttp.ClientTimeout(
                total=settings.total_timeout,
                sock_connect=settings.connect_timeout,
                sock_read=settings.read_timeout,
            ),
            headers={"User-Agent": _user_agent(settings.contact)},
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def fetch(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        limits: Limits | None = None,
        accept: str = "*/*",
        follow: bool = True,
        permit: Permit | None = None,
    ) -> Answer:
        """GET an address, through at most five redirects.

        Args:
            url: http or https; a fragment is not sent.
            headers: more to send, on every hop (conditions; nothing secret).
            limits: caps on the body; those of the settings by default.
            accept: the Accept header.
            follow: whether a redirect is followed; else it is the answer.
            permit: asked before every hop; what it raises is raised.

        Raises:
            Refused: the address, or one that it redirects to, may not be asked.
            Unreachable: no connection, too slow, too many redirects, or an answer that broke off.
            TooLarge: the body went over a cap.
        """
        sent = {"Accept": accept, "Accept-Encoding": "gzip, deflate", **(headers or {})}
        request = _Request(
            method="GET", asked=url, headers=sent, limits=limits or self._limits, permit=permit
        )
        hop, is_moved = checked(url, asked=url), True
        for number in range(MAX_REDIRECTS + 1):
            answer = await self._ask(request, hop)
            target = next_hop(answer.status, answer.headers, hop, asked=url) if follow else None
            if target is None:
                return replace(answer, moved_to=str(hop)) if number and is_moved else answer
            hop, is_moved = target, is_moved and answer.status in PERMANENT
        raise Unreachable(f"redirects more than {MAX_REDIRECTS} times", url=url)

    async def post(
        self, url: str, *, body: bytes, headers: Mapping[str, str], limits: Limits | None = None
    ) -> Answer:
        """POST a body. Redirects are not followed: what was meant for one goes to no other.

        Args:
            url: http or https.
            body: what is sent.
            headers: what is sent with it; the operator's token for his own endpoint may be here.
            limits: caps on the answer's body, which is not read without them.

        Raises:
            Refused: the address may not be asked.
            Unreachable: no connection, no answer in time, or one that broke off.
            TooLarge: the body went over a cap.
        """
        request = _Request(method="POST", asked=url, headers=headers, limits=limits, content=body)
        return await self._ask(request, checked(url, asked=url))

    async def _ask(self, request: _Request, hop: URL) -> Answer:
        assert self._session is not None, "enter the Egress before asking"
        gap = await request.permit(str(hop)) if request.permit else 0.0
        async with self._gate.turn(hop.host or "", gap=gap):
            try:
                async with self._session.request(
                    request.method,
                    hop,
                    headers=request.headers,
                    data=request.content,
                    allow_redirects=False,
                ) as response:
                    return await self._answer(request, response)
            except (aiohttp.ClientError, OSError, UnicodeError) as error:
                raise as_collect_error(
                    error,
                    asked=request.asked,
                    where=after_redirect(hop, request.asked),
                    setting=self._policy.opened_by,
                ) from error

    async def _answer(self, request: _Request, response: aiohttp.ClientResponse) -> Answer:
        body = b""
        if request.limits is not None and response.status // 100 == _SUCCESS:
            pace = Pace(min_rate=self._settings.min_rate, monotonic=self._monotonic)
            body = await read_body(response, asked=request.asked, limits=request.limits, pace=pace)
        return Answer(
            status=response.status,
            url=str(response.url),
            headers=joined_headers(response),
            body=body,
        )


def _user_agent(contact: str) -> str:
    # A header line carries printable ASCII alone, whatever the operator's name for himself.
    shown = "".join(letter for letter in contact if " " <= letter <= "~")
    return f"swifeeds/{__version__} (+{shown})"
