"""The other side of the poll benchmark, in a process of its own: `python -m
tests.benchmark.poll_server` prints its port and serves every loopback address until it is killed.

`/hang` is never answered; anything else is 304 to who asks with a condition, and else a text that
is no feed, another one each time, so that no such answer can be taken for one that brought nothing.
The connection is closed, as a server closes it between two polls that are minutes apart. Written on
the bare protocol, so that it costs less than what is measured.
"""

from __future__ import annotations

import asyncio
from itertools import count

NOT_MODIFIED = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nConnection: close\r\n\r\n'
WHOLE = b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s'

_numbers = count()


class Unchanged(asyncio.Protocol):
    """One connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.received = b""

    def data_received(self, data: bytes) -> None:
        """Answer once the request is whole."""
        self.received += data
        if b"\r\n\r\n" not in self.received or self.received.startswith(b"GET /hang"):
            return
        is_conditional = b"\r\nif-none-match:" in self.received.lower()
        self.transport.write(NOT_MODIFIED if is_conditional else whole())
        self.transport.close()


def whole() -> bytes:
    """An answer with a body that no other has."""
    text = b"text %d" % next(_numbers)
    return WHOLE % (len(text), text)


async def serve() -> None:
    """Serve for ever."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Unchanged, "0.0.0.0", 0, backlog=4096)
    # loopback address is a host of its own
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
