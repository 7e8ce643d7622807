"""`swifeeds source learn` against a site on loopback: proposed, written, never overwritten."""

from __future__ import annotations

import json
import threading
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.benchmark.profile_sites import SITES
from tests.unit.pipeline.polls import SITE
from typer.testing import CliRunner

from swifeeds.cli.source import app
from swifeeds.config import load_config
from swifeeds.errors import UsageError

MADE = next(site for site in SITES if site.name == "sections")
PAGES = 3
KEYS = """kind = "page"
url = "{url}"
rules = {{ links = "/news/" }}
"""


@lru_cache
def page(path: str) -> bytes | None:
    if path == "/":
        links = "".join(f"<a href='/news/{number}'>{number}</a>" for number in range(PAGES + 1))
        return f"<html><body><main>{links}</main></body></html>".encode()
    number = path.removeprefix("/news/")
    return MADE.page(int(number))[0] if number.isdigit() else None


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = page(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def config(tmp_path, site):
    file = tmp_path / "swifeeds.toml"
    file.write_text(SITE + KEYS.format(url=f"{site}/"), encoding="utf-8")
    return file


def run(config, *arguments):
    outcome = CliRunner().invoke(
        app, ["learn", "harbour", "--pages", str(PAGES), *arguments, "--config", str(config)]
    )
    if outcome.exception is not None:
        raise outcome.exception
    return outcome


def test_a_profile_is_proposed_with_its_evidence_and_nothing_written(config):
    outcome = run(config)
    assert "[profiles.harbour]" in outcome.stdout
    assert 'content = ".article-section__text"' in outcome.stdout
    assert "learned from 3 pages of harbour" in outcome.stdout
    assert "as read by a profile learned from the others alone" in outcome.stdout
    assert "ms per page with the profile" in outcome.stdout
    assert sorted(path.name for path in config.parent.iterdir()) == ["swifeeds.toml"]


def test_it_is_written_where_the_configuration_reads_it_and_not_twice(config, site):
    answer = json.loads(run(config, "--write", "--json").stdout)
    (source,) = load_config(config, {}).sources
    assert source.rules.alone
    assert source.rules.content == ".article-section__text"
    assert source.rules.links == "/news/"
    assert (config.parent / "sources.d" / "harbour.profile.toml").read_text() == answer["toml"]
    assert answer["learned"]["profile"]["pages"][0]["url"] == f"{site}/news/0"
    with pytest.raises(UsageError, match="exists already; --replace writes over it"):
        run(config, "--write")


def test_given_files_are_learned_from(config):
    for number in range(2):
        (config.parent / f"{number}.html").write_bytes(page(f"/news/{number}"))
    given = [f"--page={config.parent / f'{number}.html'}" for number in range(2)]
    answer = json.loads(run(config, *given, "--json").stdout)
    assert len(answer["learned"]["profile"]["pages"]) == 2


def test_a_source_that_is_not_there_is_told(config):
    with pytest.raises(UsageError, match="there is no source nobody"):
        CliRunner().invoke(
            app, ["learn", "nobody", "--config", str(config)], catch_exceptions=False
        )
