"""A site that runs WordPress, as its REST interface shows it: paging, dates, embedding, errors.

After WordPress's own controller (`WP_REST_Posts_Controller`): a page beyond the last answers 400,
`_fields` cuts, `_embed` embeds what was asked for, `X-WP-TotalPages` tells of more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from aiohttp import web
from tests.unit.egress.scripted import Scripted
from tests.unit.extract.page_documents import TEXT

ZONE = ZoneInfo("Europe/Zurich")
BEGIN = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


@dataclass(kw_only=True)
class Post:
    number: int
    title: str
    date: datetime
    modified: datetime
    extra: dict = field(default_factory=dict)
    status: str = "publish"


@dataclass
class Press:
    """The site. `closed` has its interface answer 401; with `pretty` False it has no permalinks."""

    server: Scripted
    pretty: bool = True
    closed: bool = False
    breaks_on: int = 0
    posts: dict[int, Post] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.server.scripts["/wp-json/"] = self._pretty("/")
        self.server.scripts["/wp-json/wp/v2/posts"] = self._pretty("/wp/v2/posts")
        self.server.scripts["/wp-json/wp/v2/taxonomies"] = self._pretty("/wp/v2/taxonomies")
        self.server.scripts["/"] = self._front

    def publish(self, number: int, title: str | None = None, *, after: float = 0, **extra) -> Post:
        """A post, so many hours after the first of the month; or its revision."""
        moment = BEGIN + timedelta(hours=after)
        known = self.posts.get(number)
        post = Post(
            number=number,
            title=title or f"Boats of pier {number}",
            date=known.date if known else moment,
            modified=moment,
            extra=extra,
        )
        self.posts[number] = post
        self.server.answers(f"/{number}-boats/", b"<html><body>a page</body></html>")
        return post

    def trash(self, number: int) -> None:
        self.posts[number].status = "trash"
        self.server.answers(f"/{number}-boats/", status=404)

    def _pretty(self, route: str):
        async def script(request: web.Request) -> web.Response:
            return self._rest(route, request) if self.pretty else web.Response(status=404)

        return script

    async def _front(self, request: web.Request) -> web.Response:
        if route := request.query.get("rest_route"):
            return self._rest(f"/{route.strip('/')}", request)
        root = "/wp-json/" if self.pretty else "/?rest_route=/"
        head = f'<link rel="https://api.w.org/" href="{self.server.url(root)}"/>'
        return web.Response(text=f"<html><head>{head}</head></html>", content_type="text/html")

    def _rest(self, route: str, request: web.Request) -> web.Response:
        if self.closed:
            return _error(401, "rest_not_logged_in")
        if route == "/":
            named = {"name": "Harbour", "timezone_string": str(ZONE), "namespaces": ["wp/v2"]}
            return _json({**named, "routes": {}})
        if route == "/wp/v2/taxonomies":
            return _json({name: {"name": name, "slug": name} for name in ("category", "series")})
        return self._list(request)

    def _list(self, request: web.Request) -> web.Response:
        asked = request.query
        found = [post for post in self.posts.values() if post.status == "publish"]
        if included := asked.get("include"):
            found = [post for post in found if str(post.number) in included.split(",")]
        if slugs := asked.get("slug"):
            found = [post for post in found if f"{post.number}-boats" in slugs.split(",")]
        name = asked.get("orderby", "date")
        found.sort(key=lambda post: getattr(post, name), reverse=asked.get("order") != "asc")
        size, page = int(asked.get("per_page", 10)), int(asked.get("page", 1))
        if not 1 <= size <= 100:
            return _error(400, "rest_invalid_param")
        start = int(asked.get("offset", (page - 1) * size))
        pages = -(-len(found) // size)
        if page > max(pages, 1):
            return _error(400, "rest_post_invalid_page_number")
        shown = found[start : start + size]
        if "_fields" not in asked and any(post.number == self.breaks_on for post in shown):
            return _error(500, "internal_server_error")
        fields = asked.get("_fields")
        body = [self._stated(post, asked.get("_embed"), fields) for post in shown]
        return _json(body, **{"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(pages)})

    def _stated(self, post: Post, embed: str | None, fields: str | None) -> dict:
        stated = {
            "id": post.number,
            "link": self.server.url(f"/{post.number}-boats/"),
            "guid": {"rendered": self.server.url(f"/?p={post.number}")},
            "status": post.status,
            "type": "post",
            "title": {"rendered": post.title},
            "content": {"rendered": TEXT, "protected": False},
            "excerpt": {"rendered": "<p>Boats go. They are on time. The crews [&hellip;]</p>"},
            **_dates("date", post.date),
            **_dates("modified", post.modified),
            **post.extra,
        }
        embedded = stated.pop("embedded", {})
        if embed:
            stated["_embedded"] = {k: v for k, v in embedded.items() if k in embed.split(",")}
        if fields:
            stated = {k: v for k, v in stated.items() if k in fields.split(",")}
        return stated


def _dates(name: str, moment: datetime) -> dict[str, str]:
    local = moment.astimezone(ZONE)
    return {name: f"{local:%Y-%m-%dT%H:%M:%S}", f"{name}_gmt": f"{moment:%Y-%m-%dT%H:%M:%S}"}


def _json(data: object, **headers: str) -> web.Response:
    return web.Response(
        body=json.dumps(data).encode(), content_type="application/json", headers=headers
    )


def _error(status: int, code: str) -> web.Response:
    body = {"code": code, "message": "No.", "data": {"status": status}}
    return web.Response(
        status=status, body=json.dumps(body).encode(), content_type="application/json"
    )
