"""The real nginx on a free port of loopback, with the site file that we ship."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.acceptance.running import until

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
SITE = Path(__file__).parents[2] / "deploy" / "nginx" / "swifeeds.conf"

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
needs_brotli = pytest.mark.skipif(not BROTLI.exists(), reason=f"{BROTLI.name} is not installed")

_FRAME = """
{user}
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log notice;
{modules}
events {{ }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nginx:
    """nginx while it runs."""

    base: str
    process: asyncio.subprocess.Process
    folder: Path

    @property
    def log(self) -> str:
        return (self.folder / "error.log").read_text(encoding="utf-8")

    async def reload(self) -> None:
        """Read the configuration again, and wait until the old workers have gone."""
        before = self.log.count("exited with code")
        self.process.send_signal(signal.SIGHUP)

        async def replaced() -> bool:
            return self.log.count("exited with code") > before

        await until(replaced, "nginx reads its configuration again")


@asynccontextmanager
async def nginx(
    tree: Path, folder: Path, *, brotli: bool = False, hub: int | None = None
) -> AsyncIterator[Nginx]:
    """nginx over a tree; `folder` takes its own files, `hub` is the port of the hub's service."""
    port = free_port()
    prepare(tree, folder, port, brotli=brotli, hub=hub)
    with (folder / "stderr").open("wb") as complaints:
        process = await asyncio.create_subprocess_exec(
            NGINX, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log",
            stderr=complaints,
        )  # fmt: skip
    try:
        await _reachable(process, port, folder)
        yield Nginx(base=f"http://127.0.0.1:{port}", process=process, folder=folder)
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()
    said = [line for line in (folder / "error.log").read_text().splitlines() if is_bad(line)]
    assert not said, said


def prepare(tree: Path, folder: Path, port: int, *, brotli: bool, hub: int | None) -> None:
    folder.mkdir()
    text = adapt(tree, folder, port, brotli=brotli)
    (folder / "site.conf").write_text(with_hub(text, hub) if hub else text, encoding="utf-8")
    frame = _FRAME.format(
        user="user root;" if os.geteuid() == 0 else "",
        folder=folder,
        modules=f"load_module {BROTLI};" if brotli else "",
    )
    (folder / "nginx.conf").write_text(frame, encoding="utf-8")
    assert NGINX


def is_bad(line: str) -> bool:
    return any(f"[{level}]" in line for level in ("warn", "error", "crit", "alert", "emerg"))


def adapt(tree: Path, folder: Path, port: int, *, brotli: bool) -> str:
    """What the first lines of the site file ask an operator to do."""
    text = SITE.read_text(encoding="utf-8").replace("/srv/swifeeds", str(tree))
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("    listen [::]:80;\n", "").replace("/var/log/nginx", str(folder))
    return text.replace("#brotli_static", "brotli_static") if brotli else text


def with_hub(text: str, port: int) -> str:
    """What the site file asks of an operator whose service is a hub, or is told by others."""
    for line in ("/hub hub;", "~^/websub/ hub;", "location = /hub", "location ^~ /websub/"):
        assert f"#{line}" in text
        text = text.replace(f"#{line}", line)
    return text.replace("127.0.0.1:8080", f"127.0.0.1:{port}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


async def _reachable(process: asyncio.subprocess.Process, port: int, folder: Path) -> None:
    async def reachable() -> bool:
        assert process.returncode is None, (folder / "stderr").read_text()
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            return False
        writer.close()
        await writer.wait_closed()
        return True

    await until(reachable, "nginx takes connections")
