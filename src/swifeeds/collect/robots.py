"""Asking sites what crawlers may read of them, and remembering it.

As RFC 9309 has it: kept for a day; a site that has no robots.txt (4xx) allows everything; one whose
robots.txt cannot be had is not crawled, unless what it said before is known.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from yarl import URL

from swifeeds.collect.robots_rules import RobotsRules, read_robots
from swifeeds.egress import Answer, Egress, Limits
from swifeeds.errors import CollectError, Refused, TimedOut, Unreachable

_KEPT = timedelta(hours=24)
"""RFC 9309 2.4: a copy should not be used for longer."""

_AGAIN = timedelta(minutes=10)
"""Until a robots.txt that could not be had is asked for again."""

_TOO_MANY_REQUESTS = 429
_KINDS = (TimedOut, Refused)
_MOST_CHARACTERS = 16 * 1024 * 1024
"""Rules of all sites together: a robots.txt has a few hundred, and strangers' pages name sites."""

_SITE = 200
"""Characters that a site without rules counts for."""

# More is taken than is read: who has a longer one is heard as far as RFC 9309 wants it.
_LIMITS = Limits(compressed=2 * 1024 * 1024, decompressed=4 * 1024 * 1024, ratio=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of a site until `until`; without `rules`, `trouble` says why, and `kind`
    whether there was no answer in time, or it may not be asked at all."""

    until: datetime
    rules: RobotsRules | None = None
    trouble: str = ""
    kind: type[CollectError] = Unreachable


class Robots:
    """The robots.txt files of every site that is crawled.

    Args:
        egress: the way out, under the policy for sources.
        now: the clock, aware UTC.
    """

    def __init__(self, egress: Egress, now: Callable[[], datetime]) -> None:
        self._egress = egress
        self._now = now
        self._known: dict[str, _Known] = {}
        self._asking: dict[str, asyncio.Lock] = {}
        self._size = 0

    async def permit(self, url: str) -> float:
        """Seconds that must lie between a request to this address and the next to its host.

        Raises:
            Refused: the site forbids it; the sentence names the line.
            Unreachable: it cannot be known whether it does.
        """
        known = await self._of(str(URL(url).origin()))
        if known.rules is None:
            raise known.kind(known.trouble, url=url)
        if line := known.rules.forbids(url):
            raise Refused(
                f"its robots.txt forbids it ({line}); ask the publisher, leave it out with"
                " rules.links, or set robots = false where you have his leave",
                url=url,
            )
        return known.rules.delay

    async def _of(self, origin: str) -> _Known:
        known = self._known.get(origin)
        if known is not None and self._now() < known.until:
            return known
        lock = self._asking.setdefault(origin, asyncio.Lock())
        async with lock:
            known = self._known.get(origin)
            if known is None or self._now() >= known.until:
                known = await self._ask(origin, known)
                self._keep(origin, known)
        if not lock.locked():
            self._asking.pop(origin, None)
        return known

    async def _ask(self, origin: str, before: _Known | None) -> _Known:
        try:
            answer = await self._egress.fetch(
                f"{origin}/robots.txt", accept="text/plain, */*;q=0.1", limits=_LIMITS
            )
        except CollectError as error:
            reason = str(error).removeprefix(f"{error.url}: ")
            kind = next((one for one in _KINDS if isinstance(error, one)), Unreachable)
            return self._without(before, f"{reason} (its robots.txt was asked for first)", kind)
        return self._read(answer, before)

    def _read(self, answer: Answer, before: _Known | None) -> _Known:
        match answer.status // 100:
            case 2:
                return self._with(read_robots(answer.body))
            case 4 if answer.status != _TOO_MANY_REQUESTS:
                return self._with(RobotsRules())
            case _:
                return self._without(
                    before,
                    f"its robots.txt answers {answer.status_line}, so that nobody knows whether it"
                    " may be read; robots = false in the source's table asks all the same",
                )

    def _with(self, rules: RobotsRules) -> _Known:
        return _Known(until=self._now() + _KEPT, rules=rules)

    def _without(
        self, before: _Known | None, trouble: str, kind: type[CollectError] = Unreachable
    ) -> _Known:
        """The last good copy, however old, while there is no newer one."""
        rules = before.rules if before else None
        return _Known(until=self._now() + _AGAIN, rules=rules, trouble=trouble, kind=kind)

    def _keep(self, origin: str, known: _Known) -> None:
        self._forget(origin)
        self._known[origin] = known
        self._size += _size(known)
        while self._size > _MOST_CHARACTERS:
            self._forget(next(iter(self._known)))

    def _forget(self, origin: str) -> None:
        known = self._known.pop(origin, None)
        self._size -= _size(known) if known else 0


def _size(known: _Known) -> int:
    return _SITE + (known.rules.size if known.rules else 0)
