"""A site of articles in our own words, which answers conditionally as servers do."""

from __future__ import annotations

from hashlib import sha256

from aiohttp import web
from tests.unit.egress.scripted import Scripted
from tests.unit.extract.page_documents import TEXT, article
from tests.unit.extract.test_sitemap import PLAIN


class Site:
    """Documents by path. What is put there again has another entity tag."""

    def __init__(self, server: Scripted) -> None:
        self._server = server

    def put(self, path: str, body: str | bytes, kind: str = "text/html") -> str:
        content = body.encode() if isinstance(body, str) else body
        etag = f'"{sha256(content).hexdigest()[:16]}"'

        async def script(request: web.Request) -> web.Response:
            if request.headers.get("If-None-Match") == etag:
                return web.Response(status=304, headers={"ETag": etag})
            return web.Response(body=content, content_type=kind, headers={"ETag": etag})

        self._server.scripts[path] = script
        return self._server.url(path)

    def article(self, path: str, title: str, text: str = TEXT) -> str:
        return self.put(path, article(text, title=title))

    def sitemap(self, path: str, *entries: tuple[str, str | None]) -> str:
        """Pages with their `lastmod`."""
        return self.put(path, self._list("urlset", "url", entries), "application/xml")

    def index(self, path: str, *parts: tuple[str, str | None]) -> str:
        return self.put(path, self._list("sitemapindex", "sitemap", parts), "application/xml")

    def _list(self, root: str, name: str, entries: tuple[tuple[str, str | None], ...]) -> str:
        listed = "".join(
            f"<{name}><loc>{self._server.url(path)}</loc>"
            + (f"<lastmod>{lastmod}</lastmod>" if lastmod else "")
            + f"</{name}>"
            for path, lastmod in entries
        )
        return f'<{root} xmlns="{PLAIN}">{listed}</{root}>'
