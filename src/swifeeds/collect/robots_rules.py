"""What a robots.txt says to us (RFC 9309). Pure; every line of it is a stranger's.

Protego decides what a rule covers. It is given the one group that is meant for us, and of that no
more than a site needs: handed a whole file, the number of rules times the number of crawlers named
above them would be ours to keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from protego import Protego

TOKEN = "swifeeds"  # noqa: S105 - a product token, RFC 9309 2.2.1
"""The name under which a robots.txt may speak to us."""

LONGEST = 500 * 1024
"""Bytes that are read (RFC 9309 2.5); what comes after them is not."""

MAX_DELAY = 60.0
"""Seconds of a crawl-delay that are kept. Whoever asks for more means "seldom": the interval."""

_MAX_LINES = 5000
_LONGEST_LINE = 2000
_MAX_WILDCARDS = 20
_EVERYBODY = "*"


@dataclass(frozen=True)
class RobotsRules:
    """The rules that are meant for us: number and text of each line, in their order."""

    lines: tuple[tuple[int, str], ...] = ()

    @property
    def size(self) -> int:
        """Characters kept."""
        return sum(len(text) for _, text in self.lines)

    @cached_property
    def delay(self) -> float:
        """Seconds that must lie between two requests."""
        return min(self._whole.crawl_delay(TOKEN) or 0.0, MAX_DELAY)

    def forbids(self, url: str) -> str | None:
        """The line that forbids an address, like `line 3, "Disallow: /private"`; None when none
        does."""
        if not self.lines or self._whole.can_fetch(url, TOKEN):
            return None
        lines = [line for line, rule in self._single if not rule.can_fetch(url, TOKEN)]
        number, text = max(lines, key=lambda line: len(line[1].partition(":")[2].strip()))
        return f'line {number}, "{text}"'

    @cached_property
    def _whole(self) -> Protego:
        return _parsed(text for _, text in self.lines)

    @cached_property
    def _single(self) -> Sequence[tuple[tuple[int, str], Protego]]:
        """Each line alone, to find the one that forbids; wanted by few files."""
        return [(line, _parsed([line[1]])) for line in self.lines]


def read_robots(body: bytes) -> RobotsRules:
    """The rules for us: of the groups that name us, else of those for everybody."""
    ours: list[tuple[int, str]] = []
    everybodys: list[tuple[int, str]] = []
    named, is_named, is_open = set[str](), False, False
    for number, field, text in _lines(body):
        if field == "user-agent":
            named = {*(named if is_open else ()), _token(text)}
            is_named |= TOKEN in named
            is_open = True
        else:
            is_open = is_open and field == "sitemap"
            if TOKEN in named:
                ours.append((number, text))
            if _EVERYBODY in named:
                everybodys.append((number, text))
    return RobotsRules(lines=tuple(ours if is_named else everybodys))


def _lines(body: bytes) -> Iterator[tuple[int, str, str]]:
    """Number, field and text of each line that says something."""
    lines = body[:LONGEST].removeprefix(b"\xef\xbb\xbf").splitlines()[:_MAX_LINES]
    for number, line in enumerate(lines, start=1):
        text = line.partition(b"#")[0].decode("utf-8", "replace").strip()
        field = text.partition(":")[0].strip().lower()
        if ":" in text and len(text) <= _LONGEST_LINE and text.count("*") <= _MAX_WILDCARDS:
            yield number, field, text


def _token(text: str) -> str:
    """The product token of a user-agent line, in lower case, without a version."""
    return text.partition(":")[2].strip().partition("/")[0].lower()


def _parsed(lines: Iterator[str] | Sequence[str]) -> Protego:
    return Protego.parse("\n".join((f"User-agent: {TOKEN}", *lines)))
