"""An embedder behind an address: the form of request that most servers of models understand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from swifeeds.egress import Answer, Egress, Limits
from swifeeds.errors import BadStatus, Unreachable
from swifeeds.group import EmbedderSettings, Passage, unit_vectors
from swifeeds.group.events import Embedding

_MOST = 64 * 1024 * 1024
"""Bytes of one answer: a thousand vectors of the largest models."""

_LIMITS = Limits(compressed=_MOST, decompressed=_MOST, ratio=100)
_GOOD = range(200, 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointEmbedder:
    """The `Embedder` at the operator's address. `token` goes there and nowhere else: a redirect is
    no answer."""

    settings: EmbedderSettings
    egress: Egress
    token: str | None = None

    @property
    def model(self) -> str:
        """The model's name."""
        return self.settings.model

    async def embed(self, passages: Sequence[Passage]) -> Sequence[Embedding]:
        """A unit vector for each text, in their order. The language is not sent: these servers
        have no place for it.

        Raises:
            CollectError: names the address and what is wrong.
        """
        found: list[Embedding] = []
        for at in range(0, len(passages), self.settings.batch):
            found += await self._ask(passages[at : at + self.settings.batch])
        if len({len(one) for one in found}) > 1:
            raise self._broken("vectors of different lengths")
        return found

    async def _ask(self, passages: Sequence[Passage]) -> Sequence[Embedding]:
        texts = [f"{self.settings.prefix}{one.text}" for one in passages]
        body = json.dumps({"model": self.settings.model, "input": texts}, ensure_ascii=False)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        answer = await self.egress.post(
            self.settings.url, body=body.encode(), headers=headers, limits=_LIMITS
        )
        self._refuse_bad_status(answer)
        try:
            return _vectors(json.loads(answer.body), len(passages))
        except (ValueError, RecursionError) as error:
            raise self._broken(str(error)) from error

    def _refuse_bad_status(self, answer: Answer) -> None:
        if answer.status not in _GOOD:
            raise BadStatus(
                f"the embedder answers {answer.status_line}", url=self.settings.url,
                status=answer.status, retry_after=answer.headers.get("retry-after"),
            )  # fmt: skip

    def _broken(self, message: str) -> Unreachable:
        return Unreachable(f"the embedder answers what is of no use: {message}",
                           url=self.settings.url)  # fmt: skip


def _vectors(answer: object, count: int) -> Sequence[Embedding]:
    """Raises `ValueError` for anything but `count` vectors."""
    rows = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(rows, list) or len(rows) != count:
        raise ValueError(f"no list `data` of {count}")
    if not all(isinstance(row, dict) for row in rows):
        raise ValueError("`data` holds something that is no object")
    places = [row.get("index", at) for at, row in enumerate(rows)]
    if sorted(places, key=str) != sorted(range(count), key=str):
        raise ValueError("an `index` is missing or there twice")
    by_place = dict(zip(places, rows, strict=True))
    return unit_vectors(by_place[at].get("embedding") for at in range(count))
