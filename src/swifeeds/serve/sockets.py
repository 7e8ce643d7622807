"""Sockets that listen: for this process, or to be handed to those that answer for it."""

from __future__ import annotations

import asyncio
import errno
import re
import socket

from swifeeds.errors import ServeError

_ADDRESS = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^:\s]+)):(?P<port>\d{1,5})")
_HIGHEST_PORT = 65535

BACKLOG = 1024
"""Connections that wait at a socket until somebody takes them."""

_SEND_BUFFER = 256 * 1024
"""Bytes that the kernel holds for one client, most feeds whole. Left alone it lets a client that
reads nothing have 4 MB."""


async def open_sockets(address: str, *, setting: str, count: int = 1) -> tuple[socket.socket, ...]:
    """Listen at an address with so many sockets, among which the kernel deals connections out
    (SO_REUSEPORT where there are several).

    Args:
        address: `host:port`; port 0 takes a free one, the same for all.
        setting: the configuration key of `address`: messages name it.
        count: how many.

    Raises:
        ServeError: the address is none, is not this machine's, is taken or is not allowed.
    """
    host, port = _parts(address, setting)
    opened: list[socket.socket] = []
    try:
        family, place = await _resolve(host, port)
        if count > 1:
            _open(family, place).close()  # refused where a stranger shares the port already
        for _ in range(count):
            opened.append(_open(family, place, shared=count > 1))
            place = opened[0].getsockname()
    except OSError as error:
        for one in opened:
            one.close()
        raise ServeError(_explain(error, address, setting)) from error
    return tuple(opened)


def _parts(address: str, setting: str) -> tuple[str, int]:
    match = _ADDRESS.fullmatch(address)
    if match is None or int(match["port"]) > _HIGHEST_PORT:
        raise ServeError(
            f"{address} is no address to listen at; set {setting} to host:port, like 127.0.0.1:8080"
        )
    return match["six"] or match["host"], int(match["port"])


def _explain(error: OSError, address: str, setting: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"{address} is in use by another program; stop it or set {setting} to a free port"
    if error.errno == errno.EACCES:
        return f"{address} may not be opened by this user; set {setting} to a port above 1023"
    return f"{address} is no address of this machine ({error.strerror}); mend {setting}"


async def _resolve(host: str, port: int) -> tuple[int, tuple[object, ...]]:
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, _, _, _, place = found[0]
    return family, place


def _open(family: int, place: tuple[object, ...], *, shared: bool = False) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        opened.setblocking(False)  # noqa: FBT003 - the socket's own signature
        opened.bind(place)
        # A second server with SO_REUSEADDR could bind too as long as nobody listens yet.
        opened.listen(BACKLOG)
    except OSError:
        opened.close()
        raise
    return opened
