"""The newsroom's web server: a real one, on a loopback port of its own, with real validators."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from aiohttp import ETag, web

from swifeeds.demo.content import read_edition
from swifeeds.demo.site import Page, print_site

HOST = "127.0.0.1"
"""The newsroom is nobody's but this machine's."""

_LAST_EDITION = 2


class Newsroom:
    """Serves one edition at a time. Made by `open`."""

    def __init__(self, base_url: str, edition: int) -> None:
        self.base_url = base_url
        self.edition = edition
        self._site = print_site(read_edition(edition), base_url)

    @classmethod
    @asynccontextmanager
    async def open(cls, *, port: int = 0, edition: int = 1) -> AsyncIterator[Newsroom]:
        """Serve on the loopback address until the block ends.

        Args:
            port: 0 takes any free port; `base_url` tells which.
            edition: 1 or 2.

        Raises:
            OSError: the port is in use.
        """
        with socket.create_server((HOST, port)) as listener:
            newsroom = cls(f"http://{HOST}:{listener.getsockname()[1]}", edition)
            runner = web.ServerRunner(web.Server(newsroom.answer))
            await runner.setup()
            try:
                await web.SockSite(runner, listener).start()
                yield newsroom
            finally:
                await runner.cleanup()

    def turn(self) -> None:
        """Put the other edition in print: the second after the first, then the first again.

        What both editions print alike keeps its validators.
        """
        self.edition = self.edition % _LAST_EDITION + 1
        self._site = print_site(read_edition(self.edition), self.base_url).after(self._site)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """One request: the page, 304, 404, 405, or 410 for what was taken back."""
        if request.method not in {"GET", "HEAD"}:
            return _message(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD"})
        if request.path in self._site.gone:
            return _message(HTTPStatus.GONE)
        page = self._site.pages.get(request.path)
        if page is None:
            return _message(HTTPStatus.NOT_FOUND)
        response = _not_modified() if _is_current(request, page) else _whole(page)
        response.etag = page.etag
        response.last_modified = page.modified
        return response


def _is_current(request: web.BaseRequest, page: Page) -> bool:
    """RFC 9110, 13.2.2: the entity tag decides where one is sent, the date only where none is."""
    if tags := request.if_none_match:
        return any(tag in {ETag(page.etag), ETag(page.etag, is_weak=True)} for tag in tags)
    since = request.if_modified_since
    return since is not None and page.modified.replace(microsecond=0) <= since


def _whole(page: Page) -> web.Response:
    headers = {"Content-Type": page.media_type, "Cache-Control": "no-cache"}
    return web.Response(body=page.body, headers=headers)


def _not_modified() -> web.Response:
    return web.Response(status=HTTPStatus.NOT_MODIFIED, headers={"Cache-Control": "no-cache"})


def _message(status: HTTPStatus, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(status=status, text=f"{status.phrase}.\n", headers=headers)
