"""What a request to the built-in hub asks for (WebSub 5.1), read without I/O.

Everything in it is hostile, and of what is refused no word comes back: an answer is one of our own
sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias
from urllib.parse import parse_qsl, urlsplit

from swifeeds.deliver.hub_settings import WebSubSettings
from swifeeds.model import HubMode

MAX_BODY = 8 * 1024
"""Bytes of a request: two addresses, a secret and some parameters of others."""

MAX_CALLBACK = 2000
"""Letters of a callback. Longer ones do not pass many proxies either."""

MAX_SECRET = 199
"""WebSub 5.1: a secret must be less than 200 bytes long."""

_MAX_FIELDS = 50
_FIRST_FREE_PORT = 1024
_WEB_PORTS = frozenset({None, 80, 443})
_NO_ADDRESS = frozenset(' "<>\\^`{|}')
_LONG_LEASE = 10
"""Digits that are more seconds than any lease."""

Fields: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a subscriber asks for. `lease` is what it gets, not what it asked."""

    mode: HubMode
    topic: str
    callback: str
    lease: timedelta
    secret: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a request is refused, in a sentence for the author of the client."""

    status: int
    sentence: str


def read_request(body: bytes, settings: WebSubSettings) -> Wish | Refusal:
    """A request for a subscription or its end, from its form-encoded body.

    Parameters that WebSub does not know are ignored (5.1).
    """
    fields = _fields(body)
    if isinstance(fields, Refusal):
        return fields
    mode, topic = _mode(fields), fields.get("hub.topic")
    if isinstance(mode, Refusal):
        return mode
    if not topic:
        return _bad("hub.topic is missing: name the address of a feed.")
    callback = fields.get("hub.callback", "")
    lease = _lease(fields.get("hub.lease_seconds"), settings)
    if isinstance(lease, Refusal):
        return lease
    secret = fields.get("hub.secret", "").encode()
    problem = _callback_problem(callback) or _secret_problem(secret)
    if problem is not None:
        return _bad(problem)
    return Wish(mode=mode, topic=topic, callback=callback, lease=lease, secret=secret or None)


def _fields(body: bytes) -> Fields | Refusal:
    """The parameters. One that is given twice would mean one thing here and another elsewhere."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict",
            max_num_fields=_MAX_FIELDS,
        )  # fmt: skip
    except ValueError:
        return _bad("The body is not application/x-www-form-urlencoded text in UTF-8.")
    ours = [name for name, _ in pairs if name.startswith("hub.")]
    if len(ours) != len(set(ours)):
        return _bad("A hub parameter is given twice: send one request for each subscription.")
    return dict(pairs)


def _mode(fields: Fields) -> HubMode | Refusal:
    match fields.get("hub.mode"):
        case HubMode.SUBSCRIBE:
            return HubMode.SUBSCRIBE
        case HubMode.UNSUBSCRIBE:
            return HubMode.UNSUBSCRIBE
        case "publish":
            return _bad("This hub learns of changes by itself: it serves its own site alone.")
        case _:
            return _bad("hub.mode must be subscribe or unsubscribe.")


def _lease(asked: str | None, settings: WebSubSettings) -> timedelta | Refusal:
    """What was asked for, within the operator's bounds. The subscriber is told what it got."""
    if not asked or not asked.strip("0"):
        return timedelta(seconds=settings.lease)
    if not (asked.isascii() and asked.isdigit()):
        return _bad("hub.lease_seconds must be a whole number of seconds.")
    seconds = int(asked) if len(asked) <= _LONG_LEASE else settings.max_lease
    return timedelta(seconds=min(max(seconds, settings.min_lease), settings.max_lease))


def _callback_problem(callback: str) -> str | None:
    if not callback:
        return "hub.callback is missing: name the address that is to be told."
    if len(callback) > MAX_CALLBACK:
        return f"hub.callback is longer than {MAX_CALLBACK} characters."
    if not (callback.isascii() and callback.isprintable()) or _NO_ADDRESS & {*callback}:
        return "hub.callback holds characters that no address may: encode them with %."
    return _address_problem(callback)


def _address_problem(callback: str) -> str | None:
    """Low ports but the web's are other services: nobody has us talk to a mail server."""
    try:
        parts = urlsplit(callback)
        port = parts.port
    except ValueError:
        return "hub.callback is no web address."
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.fragment:
        return "hub.callback must be an http or https address without a fragment."
    if parts.username is not None or parts.password is not None:
        return "hub.callback must not carry a user name or password."
    if port not in _WEB_PORTS and (port or 0) < _FIRST_FREE_PORT:
        return "hub.callback must use port 80, 443 or one above 1023."
    return None


def _secret_problem(secret: bytes) -> str | None:
    if len(secret) > MAX_SECRET:
        return "hub.secret must be less than 200 bytes long."
    return None


def _bad(sentence: str) -> Refusal:
    return Refusal(status=400, sentence=sentence)
