"""Where the operator wants to be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TellSettings:
    """The one webhook that hears what `swifeeds status` and the log also say."""

    webhook: str | None = None
    """Address that gets a JSON object by POST for everything an operator must be told. Unset: none
    is sent. It may be a private address: it is yours."""

    webhook_secret_file: str | None = None
    """File with a secret. When set, each delivery is signed: `X-Swifeeds-Signature: sha256=…`, the
    HMAC of the body."""
