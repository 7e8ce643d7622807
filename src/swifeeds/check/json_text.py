"""Text in a JSON feed: plain where it must be plain, safe where it may be HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from urllib.parse import urlsplit

from swifeeds.check.hypertext import judge_html

_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|code|div|em|figure|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|s|script"
    r"|small|span|strong|style|sub|sup|table|td|tr|u|ul|video)(?:\s[^<>]{0,200}+)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[\da-f]{2,6});",
    re.IGNORECASE,
)
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:a|b|br|div|em|i|img|li|p|span|strong|ul)\b[^&]{0,200}(?:&gt;)?", re.IGNORECASE
)
_ADDRESSES = frozenset({"href", "src", "poster", "cite", "data", "longdesc", "background"})
_SCRIPTS = frozenset({"javascript", "vbscript"})
_MOST = 200_000
"""Characters of one text that are looked at: an article has a tenth of that."""


def markup_in(text: str) -> str | None:
    """The first piece of HTML in a text that should be plain, or None."""
    match = _TAG.search(text[:_MOST]) or _ENTITY.search(text[:_MOST])
    return match[0] if match else None


def escaped_once_too_often(html: str) -> str | None:
    """An escaped tag in what holds no real one: readers will show it as it stands."""
    match = _ESCAPED_TAG.search(html[:_MOST])
    return match[0] if match and not _TAG.search(html[:_MOST]) else None


def findings_of_html(html: str) -> Iterator[tuple[str, str]]:
    """(rule, what was found) for what readers remove, what leads nowhere, and what is unsound."""
    piece = html[:_MOST]
    if len(html) <= _MOST:
        yield from judge_html(piece)
    reading = _Reading()
    # The parser asserts its way out of some broken declarations; what it saw until then counts.
    with suppress(AssertionError):
        reading.feed(piece)
    yield from reading.found


class _Reading(HTMLParser):
    """Every address, of pictures in several sizes too: JSON has no base to resolve one by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        for name, value in attrs:
            if name == "srcset":
                for candidate in (value or "").split(","):
                    self._address(name, candidate.strip().split(" ")[0])
            elif name in _ADDRESSES:
                self._address(name, (value or "").strip())

    def _address(self, name: str, value: str) -> None:
        try:
            scheme = urlsplit(value).scheme.lower()
        except ValueError:
            scheme = ""
        if scheme in _SCRIPTS:
            self.found.append(("security-risk-attr", f"{name}={value}"))
        elif value and not scheme and not value.startswith("#"):
            self.found.append(("contains-rel-ref", value))
