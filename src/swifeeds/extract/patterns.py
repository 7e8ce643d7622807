"""Regular expressions that an operator wrote, under a limit of time.

Some patterns take longer than anybody lives on an address of forty letters. So each search has its
limit, and what takes longer is an error that names the pattern. They are written as Python's own
(`regex`, version 0).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import prod

import regex

from swifeeds.errors import ExtractError

LIMIT = 0.02
"""Seconds for one address: an ordinary pattern takes a microsecond."""

_LONGEST = 1000
_REPEATS = regex.compile(r"\{(\d*),?(\d*)\}")
_MOST_REPEATS = 10_000
"""All stated repeats of a pattern multiplied: nested ones are written out when it is compiled, and
`((a{1000}){1000}){1000}` would need all memory."""


def pattern_fault(pattern: str) -> str | None:
    """Why a pattern cannot be used; None for one that can."""
    if len(pattern) > _LONGEST:
        return f"has {len(pattern)} characters; {_LONGEST} are allowed"
    stated = (
        max(map(int, filter(None, one.groups())), default=1) for one in _REPEATS.finditer(pattern)
    )
    if prod(max(1, count) for count in stated) > _MOST_REPEATS:
        return f"repeats more than {_MOST_REPEATS} times, by {{…}} within {{…}}; write * or +"
    try:
        _compiled(pattern)
    except (regex.error, RecursionError, OverflowError) as error:
        return f"is no regular expression: {error}"
    return None


def matching(pattern: str, texts: Iterable[str], *, url: str) -> Iterator[bool]:
    """For each text whether the pattern is found in it.

    Args:
        pattern: as the operator wrote it.
        texts: what is searched.
        url: the document that they are from.

    Raises:
        ExtractError: no regular expression, or it took longer than `LIMIT` for one text.
    """
    if fault := pattern_fault(pattern):
        raise ExtractError(f"the rule {pattern!r} {fault}", url=url)
    compiled = _compiled(pattern)
    for text in texts:
        try:
            yield compiled.search(text, timeout=LIMIT) is not None
        except TimeoutError as error:
            message = (
                f"the rule {pattern!r} takes longer than {LIMIT:g} s on {text[:200]}; "
                "write it without repeats inside repeats"
            )
            raise ExtractError(message, url=url) from error


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)
