"""A sound JSON feed, changed by a test in one place, and what the checker says of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from swifeeds.check import Finding, check

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
VERSION = "https://jsonfeed.org/version/1.1"
ADDRESS = "https://news.example.org/feed.json"


def item(**changes: Any) -> dict[str, Any]:
    """An item without a fault; a member that is given as `...` is left out."""
    sound = {
        "id": "https://news.example.org/1",
        "url": "https://news.example.org/1",
        "title": "Talks go on",
        "content_html": "<p>They <em>talk</em>.</p>",
        "date_published": "2026-11-20T08:00:00Z",
    }
    return _without({**sound, **changes})


def feed(*items: Any, **changes: Any) -> dict[str, Any]:
    """A feed without a fault, of the items given or of one."""
    sound = {
        "version": VERSION,
        "title": "News",
        "home_page_url": "https://news.example.org/",
        "feed_url": ADDRESS,
        "items": list(items) or [item()],
    }
    return _without({**sound, **changes})


def _without(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not ...}


def findings_of(document: dict[str, Any] | bytes | str, **about: Any) -> tuple[Finding, ...]:
    """What is found in a document."""
    if isinstance(document, dict):
        document = json.dumps(document)
    body = document.encode() if isinstance(document, str) else document
    return check(body, now=NOW, **about).findings


def told(document: dict[str, Any] | bytes | str, **about: Any) -> list[tuple[str, str | None]]:
    """(rule, member) of each finding."""
    return [(one.rule, one.element) for one in findings_of(document, **about)]
