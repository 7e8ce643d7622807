"""One notice to the operator's webhook.

The outbox is in the store, so a notice survives a dead webhook and a restart. A notice may be
sent twice (a crash between the answer and the note that it came): receivers have `id` to tell.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from dataclasses import dataclass

from swifeeds.egress import Egress
from swifeeds.errors import CollectError
from swifeeds.model import Notice

_log = logging.getLogger(__name__)

_TAKEN = range(200, 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """The operator's webhook. `secret` signs each body when there is one."""

    url: str
    egress: Egress
    secret: bytes | None = None

    async def send(self, row: int, notice: Notice) -> bool:
        """True when the webhook took it (2xx). What went wrong otherwise is logged.

        Args:
            row: the notice's number in the outbox, sent as `id`.
            notice: what is to be told.
        """
        body = _body(row, notice)
        headers = {"Content-Type": "application/json"}
        if self.secret:
            digest = hmac.new(self.secret, body, hashlib.sha256).hexdigest()
            headers["X-Swifeeds-Signature"] = f"sha256={digest}"
        try:
            answer = await self.egress.post(self.url, body=body, headers=headers)
        except CollectError as error:
            _log.warning("webhook unreachable: %s", error)
            return False
        if answer.status not in _TAKEN:
            _log.warning("webhook refused: url=%s status=%s", self.url, answer.status)
            return False
        return True


def _body(row: int, notice: Notice) -> bytes:
    fields = {
        "id": row,
        "kind": notice.kind,
        "subject": notice.subject,
        "message": notice.message,
        "at": notice.at.isoformat(),
    }
    return json.dumps(fields, ensure_ascii=False).encode()
