from __future__ import annotations

import asyncio
import gzip
import itertools
import socket
from ipaddress import ip_network

import pytest
from aiohttp import web
from tests.unit.egress.scripted import Scripted, settings

from swifeeds.egress import Egress, Limits, Policy
from swifeeds.errors import CollectError, Refused, TooLarge, Unreachable


async def fetch(url: str, *, policy: Policy = Policy.SOURCES, **changes):
    async with Egress(settings(**changes), policy) as egress:
        return await egress.fetch(url)


async def test_an_answer_has_status_headers_and_body(server: Scripted) -> None:
    url = server.answers("/feed", b"<rss/>", ETag='"1"', Content_Type="text/xml")
    answer = await fetch(url)
    assert (answer.status, answer.body, answer.url) == (200, b"<rss/>", url)
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["content-type"] == "text/xml"


async def test_a_request_says_who_asks_and_what_it_takes(server: Scripted) -> None:
    url = server.answers("/feed")
    async with Egress(settings(contact="désk@example.org\r\n"), Policy.SOURCES) as egress:
        await egress.fetch(url, accept="text/html", headers={"If-None-Match": '"1"'})
    headers = server.asked[0].headers
    assert headers["User-Agent"] == "swifeeds/0.1.0 (+dsk@example.org)"
    assert headers["Accept"] == "text/html"
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert headers["If-None-Match"] == '"1"'


async def test_cookies_are_neither_kept_nor_sent(server: Scripted) -> None:
    url = server.answers("/feed", Set_Cookie="a=1")
    async with Egress(settings(), Policy.SOURCES) as egress:
        await egress.fetch(url)
        await egress.fetch(url)
    assert "Cookie" not in server.asked[1].headers


async def test_a_proxy_of_the_environment_is_not_used(server: Scripted, monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert (await fetch(server.answers("/feed", b"x"))).body == b"x"


async def test_a_body_of_an_error_page_is_not_read(server: Scripted) -> None:
    answer = await fetch(server.answers("/feed", b"<h1>Sorry</h1>", status=503, Retry_After="120"))
    assert (answer.status, answer.body) == (503, b"")
    assert answer.headers["retry-after"] == "120"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "①②⑦.0.0.1", "[::ffff:127.0.0.1]",
     "[::1]", "0.0.0.0", "127.0.0.2"],
)  # fmt: skip
async def test_loopback_is_refused_by_default_in_every_spelling(
    server: Scripted, host: str
) -> None:
    server.answers("/feed", b"secret")
    with pytest.raises((Refused, Unreachable)) as refusal:
        await fetch(server.url("/feed", host), allow_private=False)
    assert server.asked == []
    # Some numeric spellings are refused by the client itself before a socket is asked for.
    if host not in {"127.1", "0x7f.1", "2130706433"}:
        assert isinstance(refusal.value, Refused)


async def test_a_name_that_resolves_to_loopback_is_refused_with_what_to_do(
    server: Scripted,
) -> None:
    url = server.url("/feed", "localhost")
    with pytest.raises(Refused, match=r"is at .*1, a private or special address.*allow_private"):
        await fetch(url, allow_private=False)


async def test_callbacks_stay_closed_whatever_is_open_for_sources(server: Scripted) -> None:
    with pytest.raises(Refused, match=r"websub\.callback_networks"):
        await fetch(server.url(), policy=Policy.CALLBACKS, allow_private=True)


async def test_a_redirect_that_is_not_to_be_followed_is_the_answer(server: Scripted) -> None:
    url = server.redirects("/callback", server.answers("/elsewhere"), status=301)
    async with Egress(settings(), Policy.SOURCES) as egress:
        answer = await egress.fetch(url, follow=False)
    assert (answer.status, answer.body) == (301, b"")
    assert [request.path for request in server.asked] == ["/callback"]


async def test_the_operators_own_webhook_may_be_private(server: Scripted) -> None:
    url = server.answers("/hook", status=204)
    async with Egress(settings(allow_private=False), Policy.OPERATOR) as egress:
        answer = await egress.post(url, body=b"{}", headers={"Content-Type": "application/json"})
    assert answer.status == 204


async def test_a_redirect_to_a_closed_address_is_refused(server: Scripted) -> None:
    server.answers("/admin", b"secret")
    url = server.redirects("/feed", server.url("/admin", "127.0.0.1")).replace("0.0.1", "0.0.2")
    with pytest.raises(Refused, match=r"redirected to http://127\.0\.0\.1:\d+/admin, which is at"):
        await fetch(url, allow_private=(ip_network("127.0.0.2/32"),))
    assert [request.path for request in server.asked] == ["/feed"]


@pytest.mark.parametrize(
    "location",
    ["http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/",
     "http://224.0.0.1/"],
)  # fmt: skip
async def test_a_redirect_to_a_special_address_is_refused_even_where_private_is_open(
    server: Scripted, location: str
) -> None:
    with pytest.raises(Refused):
        await fetch(server.redirects("/feed", location))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed(server: Scripted, status: int) -> None:
    target = server.answers("/new", b"here")
    answer = await fetch(server.redirects("/old", "/new#part", status))
    assert (answer.body, answer.url) == (b"here", target)


async def test_five_redirects_are_followed_and_no_more(server: Scripted) -> None:
    for number in range(6):
        server.redirects(f"/{number}", f"/{number + 1}")
    server.answers("/6", b"end")
    assert (await fetch(server.url("/1"))).body == b"end"
    with pytest.raises(Unreachable, match="more than 5 times") as failure:
        await fetch(server.url("/0"))
    assert failure.value.url == server.url("/0")


async def test_a_circle_of_redirects_ends(server: Scripted) -> None:
    server.redirects("/a", "/b")
    server.redirects("/b", "/a")
    with pytest.raises(Unreachable, match="redirects more than 5 times"):
        await fetch(server.url("/a"))
    with pytest.raises(Unreachable, match="redirects to itself"):
        await fetch(server.redirects("/self", "/self"))


async def test_a_redirect_without_a_place_is_the_answer(server: Scripted) -> None:
    assert (await fetch(server.answers("/feed", status=302))).status == 302


async def test_post_goes_to_the_one_address(server: Scripted) -> None:
    server.answers("/other")
    url = server.redirects("/hook", "/other", 307)
    async with Egress(settings(), Policy.OPERATOR) as egress:
        answer = await egress.post(url, body=b"{}", headers={})
    assert answer.status == 307
    assert [(request.method, request.path) for request in server.asked] == [("POST", "/hook")]


async def test_the_answer_to_a_post_is_read_only_where_it_is_asked_for(server: Scripted) -> None:
    url = server.answers("/hook", b"12345")
    small = Limits(compressed=4, decompressed=4, ratio=100)
    enough = Limits(compressed=5, decompressed=5, ratio=100)
    async with Egress(settings(), Policy.OPERATOR) as egress:
        assert (await egress.post(url, body=b"{}", headers={})).body == b""
        assert (await egress.post(url, body=b"{}", headers={}, limits=enough)).body == b"12345"
        with pytest.raises(TooLarge):
            await egress.post(url, body=b"{}", headers={}, limits=small)


async def test_a_compressed_answer_is_unpacked(server: Scripted) -> None:
    url = server.answers("/feed", gzip.compress(b"<rss/>"), Content_Encoding="gzip")
    assert (await fetch(url)).body == b"<rss/>"


async def test_a_bomb_is_refused(server: Scripted) -> None:
    bomb = gzip.compress(bytes(32 * 1024 * 1024))
    with pytest.raises(TooLarge):
        await fetch(server.answers("/feed", bomb, Content_Encoding="gzip"))


async def test_an_announced_size_over_the_cap_is_refused_at_once(server: Scripted) -> None:
    url = server.answers("/feed", b"x" * 2000)
    with pytest.raises(TooLarge, match="announces 2000 bytes, more than 1000"):
        await fetch(url, max_compressed=1000)


async def test_limits_of_one_request_go_before_those_of_the_settings(server: Scripted) -> None:
    url = server.answers("/feed", b"x" * 2000)
    async with Egress(settings(), Policy.SOURCES) as egress:
        with pytest.raises(TooLarge):
            await egress.fetch(url, limits=Limits(compressed=1000, decompressed=1000, ratio=10))


async def test_an_endless_body_is_cut_at_the_cap(server: Scripted) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * 65536)

    server.scripts["/feed"] = endless
    with pytest.raises(TooLarge):
        await fetch(server.url("/feed"), max_compressed=1_000_000)


async def test_a_body_that_breaks_off_is_no_document(server: Scripted) -> None:
    async def short(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"<rss>")
        assert request.transport is not None
        request.transport.close()
        return response

    server.scripts["/feed"] = short
    with pytest.raises(Unreachable, match="breaks off"):
        await fetch(server.url("/feed"))


async def test_a_chunked_body_that_breaks_off_is_no_document(server: Scripted) -> None:
    async def short(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(request)
        await response.write(b"<rss>")
        assert request.transport is not None
        request.transport.close()
        return response

    server.scripts["/feed"] = short
    with pytest.raises(Unreachable):
        await fetch(server.url("/feed"))


async def test_what_is_no_http_is_told_in_one_line() -> None:
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
        writer.close()

    other = await asyncio.start_server(greet, "127.0.0.1", 0)
    async with other:
        port = other.sockets[0].getsockname()[1]
        with pytest.raises(Unreachable, match="sent what is no HTTP answer") as caught:
            await fetch(f"http://127.0.0.1:{port}/feed")
    assert str(caught.value).endswith("sent what is no HTTP answer: Bad status line")


async def test_a_dripping_body_is_given_up(server: Scripted) -> None:
    more = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"x")
        await more.wait()
        return response

    server.scripts["/feed"] = drip
    clock = itertools.count(0.0, 11.0)  # eleven seconds pass between two looks
    async with Egress(settings(), Policy.SOURCES, monotonic=lambda: next(clock)) as egress:
        with pytest.raises(Unreachable, match="fewer than 512 bytes a second"):
            await egress.fetch(server.url("/feed"))
    more.set()


async def test_a_slow_but_steady_body_is_borne_with(server: Scripted) -> None:
    clock = itertools.count(0.0, 11.0)
    url = server.answers("/feed", b"x" * 20_000)
    async with Egress(settings(), Policy.SOURCES, monotonic=lambda: next(clock)) as egress:
        assert len((await egress.fetch(url)).body) == 20_000


async def test_a_server_that_never_answers_is_given_up(server: Scripted) -> None:
    async def silent(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        raise AssertionError

    server.scripts["/feed"] = silent
    with pytest.raises(Unreachable, match="did not answer in time"):
        await fetch(server.url("/feed"), read_timeout=0.05)


async def test_a_closed_port_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable, match="no connection: Connection refused"):
            await fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/feed")


async def test_an_unknown_name_is_unreachable() -> None:
    with pytest.raises(Unreachable, match=r"name is not known|no connection"):
        await fetch("http://nowhere.invalid/feed")


async def test_plain_http_on_a_tls_address_is_unreachable(server: Scripted) -> None:
    with pytest.raises(Unreachable):
        await fetch(server.url("/feed").replace("http:", "https:"))


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/feed", "file:///etc/passwd", "javascript:alert(1)", "feed", "", "http://",
     "http:///feed", "https://me@example.org/", "https://me:secret@example.org/",
     "http://[::1/", "http://example.org:99999/", "//example.org/feed"],
)  # fmt: skip
async def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        await fetch(url)


@pytest.mark.parametrize(
    "location",
    ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://me@127.0.0.1/",
     "http://[::1/", "data:text/html,x"],
)  # fmt: skip
async def test_a_redirect_to_what_is_no_plain_web_address_is_refused(
    server: Scripted, location: str
) -> None:
    with pytest.raises(Refused, match="redirects to"):
        await fetch(server.redirects("/feed", location))


@pytest.mark.parametrize(
    "host", ["a..example", "x" * 64 + ".example", "-.example", "a_b.invalid", "a b.invalid"]
)
async def test_a_strange_host_is_an_error_of_ours(host: str) -> None:
    with pytest.raises(CollectError):
        await fetch(f"http://{host}/feed")


async def test_what_is_no_http_is_unreachable() -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    listener = await asyncio.start_server(greet, "127.0.0.1", 0)
    async with listener:
        port = listener.sockets[0].getsockname()[1]
        with pytest.raises(Unreachable):
            await fetch(f"http://127.0.0.1:{port}/feed")


async def test_no_more_requests_than_allowed_are_with_one_host(server: Scripted) -> None:
    inside, most, full = 0, 0, asyncio.Event()

    async def script(_: web.Request) -> web.Response:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        if inside == 2:
            full.set()
        await full.wait()
        inside -= 1
        return web.Response()

    server.scripts["/feed"] = script
    async with Egress(settings(per_host=2), Policy.SOURCES) as egress, asyncio.TaskGroup() as group:
        for _ in range(6):
            group.create_task(egress.fetch(server.url("/feed")))
    assert most == 2
