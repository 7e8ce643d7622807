"""The body that a stranger sends us, under a cap and a time."""

from __future__ import annotations

import asyncio

from aiohttp import web

from swifeeds.deliver.hub_request import Refusal


async def read_posted(request: web.Request, *, most: int, patience: float) -> bytes | Refusal:
    """The whole body, or why it is not taken.

    Args:
        request: whose.
        most: bytes.
        patience: seconds for all of it.
    """
    too_long = Refusal(status=413, sentence=f"The body is longer than {most} bytes.")
    if (request.content_length or 0) > most:
        return too_long
    body = bytearray()
    try:
        async with asyncio.timeout(patience):
            async for piece in request.content.iter_any():
                body += piece
                if len(body) > most:
                    return too_long
    except TimeoutError:
        return Refusal(status=408, sentence="The body did not come in time.")
    except web.RequestPayloadError:
        return Refusal(status=400, sentence="The body is not what its header says.")
    return bytes(body)
