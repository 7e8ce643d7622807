"""The two servers that are held against each other: one feed, the same header fields."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from tests.benchmark.render import SYLLABLES, composed
from tests.benchmark.wrk import SERVER_CORE, on_core
from tests.unit.emit.newsroom import TODAY, dossier

from swifeeds.config import Config, load_config
from swifeeds.emit import rss
from swifeeds.emit.shelve import shelve
from swifeeds.model import Encoding, Representation, ShelfItem
from swifeeds.serve import ServeSettings, open_sockets
from swifeeds.serve.headers import Terms, item_headers
from swifeeds.service import open_store
from swifeeds.service.answering import hand_over

SIZE = 60_000
PATIENCE = 20.0
_OWN = {"Content-Type", "Server", "ETag", "Last-Modified", "Vary"}
"""Fields that nginx writes by itself, from the file and from its settings."""

_CONFIGURATION = """
[site]
base_url = "https://feeds.example.org"
title = {{ en = "Benchmark" }}
languages = ["en"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///benchmark.db"
[serve]
listen = "127.0.0.1:{port}"
"""

_NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log warn;
events {{ worker_connections 1024; }}
http {{
  types {{ application/rss+xml rss; }} charset utf-8; charset_types application/rss+xml;
  access_log off; server_tokens off; sendfile on; tcp_nopush on; etag on;
  open_file_cache max=1000 inactive=60s; gzip_static on; gzip_vary on;
  keepalive_timeout 75; keepalive_requests 1000000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port} backlog=1024; root {folder}/files; {fields} }}
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A server that runs, and the feed's address there."""

    name: str
    pid: int
    url: str


def feed() -> Representation:
    """A feed with as many articles as make 60 kB: a rendered one, with all that ours say."""
    letters, articles = Random(2009), ()
    while True:
        text = " ".join("".join(letters.choices(SYLLABLES, k=3)) for _ in range(60))
        articles = (*articles, dossier("en", len(articles), content=f"<p>{text}.</p>"))
        made = rss.render(composed(articles))
        if len(made.body) > SIZE:
            return made


async def published_feed(folder: Path) -> ShelfItem:
    """The feed on the shelf of a new store in `folder`."""
    item = shelve(feed(), None, now=TODAY)
    assert item is not None
    async with open_store(_configured(folder, 0), migrate=True) as store:
        await store.publish([item])
    return item


def _configured(folder: Path, port: int) -> Config:
    file = folder / "swifeeds.toml"
    file.write_text(_CONFIGURATION.format(port=port), encoding="utf-8")
    return load_config(file, {})


@contextmanager
def our_site(folder: Path, item: ShelfItem) -> Iterator[Site]:
    """The process that answers readers, alone, at a socket that is lent to it."""
    config = _configured(folder, 0)
    (door,) = asyncio.run(open_sockets(config.serve.listen, setting="serve.listen"))
    command = on_core(SERVER_CORE, sys.executable, "-m", "swifeeds", "answer")
    with (
        door,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, pass_fds=(door.fileno(),)
        ) as process,
    ):
        assert process.stdin is not None
        process.stdin.write(hand_over(config, door.fileno()))
        process.stdin.flush()
        try:
            url = f"http://127.0.0.1:{door.getsockname()[1]}{item.path}"
            until_answered(url, process)
            yield Site(name="swifeeds", pid=process.pid, url=url)
        finally:
            process.stdin.close()


@contextmanager
def nginx_site(folder: Path, item: ShelfItem) -> Iterator[Site]:
    """nginx with the item's bytes as files."""
    port = free_port()
    file = folder / "files" / item.path.lstrip("/")
    file.parent.mkdir(parents=True)
    folder.chmod(0o755)  # nginx's worker is another user when root starts it
    file.write_bytes(item.body)
    file.with_name(f"{file.name}.gz").write_bytes(item.encodings[Encoding.GZIP])
    for written in (file, file.with_name(f"{file.name}.gz")):
        os.utime(written, (item.last_modified.timestamp(),) * 2)
    text = _NGINX.format(folder=folder, port=port, fields=_fields(item))
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = on_core(SERVER_CORE, "nginx", "-p", folder, "-c", folder / "nginx.conf")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}{item.path}"
            until_answered(url, process)
            yield Site(name="nginx", pid=process.pid, url=url)
        finally:
            process.terminate()


def _fields(item: ShelfItem) -> str:
    terms = Terms.of(ServeSettings(), {})
    fields = item_headers(item, Encoding.IDENTITY, terms=terms, now=TODAY)
    return "\n".join(
        f"add_header {name} '{value}';" for name, value in fields.items() if name not in _OWN
    )


def tag_of(site: Site) -> str:
    """The feed's entity tag as that server gives it."""
    place = urlsplit(site.url)
    connection = http.client.HTTPConnection(place.netloc)
    try:
        connection.putrequest("HEAD", place.path, skip_accept_encoding=True)
        connection.endheaders()
        return str(connection.getresponse().headers["ETag"])
    finally:
        connection.close()


def free_port() -> int:
    """A port that nobody listened at a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def until_answered(url: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers 200 there."""
    port, deadline = int(re.search(r":(\d+)/", url)[1]), time.monotonic() + PATIENCE
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        try:
            connection.request("GET", urlsplit(url).path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"no answer from {url}")
        time.sleep(0.1)
