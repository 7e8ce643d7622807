"""Where what goes out of the house goes."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """The public site as files, kept up to date by `swifeeds run`."""

    directory: str | None = None
    """Folder that `swifeeds run` exports to after every publication, as `swifeeds export` does.
    Unset: none is kept. A folder that holds other things is refused until you have exported to it
    once with `--adopt`."""
