"""`swifeeds feed validate`, as it is typed: real files, a real server, the real exit status."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType

import pytest
from aiohttp import web
from tests.http.sample import NOW as WRITTEN
from tests.http.served import open_site
from tests.unit.check.making import feed, item
from tests.unit.egress.scripted import scripted_server

from swifeeds import cli
from swifeeds.cli import output, validate
from swifeeds.emit.addresses import MEDIA_TYPES
from swifeeds.emit.shelve import shelve
from swifeeds.model import Representation, Shelf

GOLDEN = Path(__file__).parents[2] / "golden" / "emit"

GOOD = json.dumps(feed(feed_url="https://news.example.org/feed.json")).encode()


@pytest.fixture
async def server():
    async with scripted_server() as server:
        yield server


@pytest.fixture(autouse=True)
def _in_a_pipe(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(output, "console", output._console(stderr=False))
    monkeypatch.setattr(output, "complaints", output._console(stderr=True))


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs the command in this process; gives exit status, standard output and error."""

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["swifeeds", "feed", "validate", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        written = capsys.readouterr()
        return ended.value.code, written.out, written.err

    return run


@pytest.fixture
def write(tmp_path):
    def write(name, document):
        path = tmp_path / name
        path.write_bytes(document if isinstance(document, bytes) else json.dumps(document).encode())
        return path

    return write


def findings(out):
    """(rule, line) of each finding in the JSON of one document."""
    [document] = json.loads(out)
    return [(one["rule"], one["line"]) for one in document["findings"]]


def test_a_sound_file_ends_with_0(run, write):
    path = write("good.json", feed())
    assert run(path) == (0, f"{path}: JSON Feed 1.1, no findings\n", "")


def test_an_error_ends_with_1_and_says_line_rule_and_sentence(run, write):
    code, out, _ = run(write("bad.json", feed(title=7)))
    assert code == 1
    heading, finding = out.splitlines()
    assert heading.endswith("bad.json: JSON Feed 1.1, 1 error")
    assert finding.strip().split(maxsplit=3) == [
        "1:58", "error", "json-wrong-type", "title must be a string and is a number.",
    ]  # fmt: skip


def test_warnings_fail_when_it_is_to_be_strict(run, write):
    path = write("so.json", feed(title="<b>News</b>"))
    assert run(path)[0] == 0
    assert run(path, "--strict")[0] == 1


def test_remarks_never_fail(run, write):
    path = write("so.json", feed(_shed={"x": 1}))
    code, out, _ = run(path, "--strict")
    assert code == 0
    assert "1 remark" in out


def test_standard_input_is_read(run):
    assert run("-", stdin=GOOD)[:2] == (0, "-: JSON Feed 1.1, no findings\n")


def test_a_name_that_no_file_can_have_is_told_like_any_that_cannot_be_read(run):
    name = "long" * 100
    assert run(name) == (1, f"{name}: cannot be read: File name too long\n", "")


@pytest.mark.parametrize("closed", ["<&-", "<&- >&- 2>&-"])
def test_a_closed_standard_input_is_an_empty_one(closed):
    command = f"exec {shlex.quote(sys.executable)} -m swifeeds feed validate - {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
    assert (b"nothing at all" in done.stdout) == (closed == "<&-")


def test_several_documents_are_told_one_after_the_other_and_summed_up(run, write):
    good, bad = write("good.json", feed()), write("bad.json", feed(title=7))
    code, out, _ = run(good, bad, "-", stdin=b"Hello")
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines() if line[0] in "/-"] == [
        str(good), str(bad), "-",
    ]  # fmt: skip
    assert out.splitlines()[-1] == "3 documents: 2 errors"


def test_machines_get_one_list(run, write):
    code, out, _ = run(write("bad.json", feed(title=7)), "--json")
    [document] = json.loads(out)
    [finding] = document.pop("findings")
    assert code == 1
    assert document == {
        "document": document["document"], "format": "json", "version": "1.1",
        "errors": 1, "warnings": 0, "infos": 0,
    }  # fmt: skip
    assert finding == {
        "rule": "json-wrong-type", "severity": "error", "element": "title", "line": 1,
"parent": None,
"attribute": None,
        "column": 58, "times": 1, "message": "title must be a string and is a number.",
        "broader": [],
    }  # fmt: skip


def test_places_are_capped_and_told_all_on_demand(run, write):
    path = write("many.json", feed(*(item(id=str(number), tags=[7]) for number in range(30))))
    assert "(and 10 places more)" in run(path)[1]
    assert len(findings(run(path, "--json")[1])) == 20
    assert len(findings(run(path, "--json", "--all")[1])) == 30


def test_a_file_that_is_not_there_ends_with_2_before_anything_is_read(run, write, tmp_path):
    code, out, err = run(write("good.json", feed()), tmp_path / "none.json")
    assert (code, out) == (2, "")
    assert err.endswith("none.json: there is no such file; addresses begin with http\n")


def test_standard_input_cannot_be_read_twice(run):
    code, _, err = run("-", "-")
    assert code == 2
    assert "once" in err


def test_a_large_file_is_refused_with_its_size_in_one_sentence(run, write, monkeypatch):
    monkeypatch.setattr(validate, "LARGEST", 100)
    path = write("large.json", feed())
    code, out, _ = run(path)
    assert code == 1
    assert out == f"{path}: has more than 100 bytes, the most that is checked\n"


def test_a_file_that_may_not_be_read_is_said(run, tmp_path):
    path = tmp_path / "loop.json"
    path.write_bytes(GOOD)
    if os.access(path, os.R_OK) and os.geteuid() == 0:
        path = "/proc/self/mem"  # even root cannot read where nothing is
    else:
        path.chmod(0)
    code, out, _ = run(path)
    assert code == 1
    assert f"{path}: cannot be read: " in out


def test_a_name_of_odd_bytes_and_a_hostile_document_are_shown(tmp_path):
    path = os.fsencode(tmp_path / "odd") + b"\xff.json"
    with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(json.dumps(feed(**{"a\x1b[31m\ud800": 1})).encode())
    for option in ([], [b"--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "swifeeds", "feed", "validate", *option, path],
            capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
        assert "odd\ufffd.json" in done.stdout.decode()
        assert b"\x1b" not in done.stdout
        assert b"json-unknown-member" in done.stdout


async def test_a_feed_whose_server_hangs_up_on_a_condition_is_checked_all_the_same(run, server):
    async def script(request):
        if "If-None-Match" in request.headers:
            request.transport.close()
        return web.Response(body=GOOD, headers={"ETag": '"1"'})

    server.scripts["/feed.json"] = script
    code, out, _ = await asyncio.to_thread(run, server.url("/feed.json"))
    assert (code, "conditional-get-failed" in out) == (0, True)
    assert "Asked by If-None-Match, the server answered nothing;" in " ".join(out.split())


def conditional(body, **headers):
    """A server that does everything right."""

    async def script(request):
        fields = {"ETag": '"1"', "Last-Modified": "Wed, 25 Nov 2026 08:00:00 GMT",
                  "Cache-Control": "max-age=60", "Vary": "Accept-Encoding"}  # fmt: skip
        if "If-None-Match" in request.headers or "If-Modified-Since" in request.headers:
            return web.Response(status=304, headers=fields)
        fields |= {"Content-Type": "application/feed+json", "Content-Encoding": "gzip"}
        fields |= {"X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*"}
        return web.Response(body=gzip.compress(body), headers={**fields, **headers})

    return script


async def test_an_address_that_is_served_well_has_no_findings(run, server):
    url = server.url("/feed.json")
    server.scripts["/feed.json"] = conditional(json.dumps(feed(feed_url=url)).encode())
    code, out, err = await asyncio.to_thread(run, url, "--strict")
    assert (code, out, err) == (0, f"{url}: JSON Feed 1.1, no findings\n", "")
    assert [
        (request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since"))
        for request in server.asked
    ] == [(None, None), ('"1"', None), (None, "Wed, 25 Nov 2026 08:00:00 GMT")]


async def test_what_is_served_badly_is_found_beside_what_is_written_badly(run, server):
    body = json.dumps(feed(title=7)).encode() + b" " * 2000
    url = server.answers("/feed", body, Content_Type="text/html", ETag='"1"', Set_Cookie="a=b")
    code, out, _ = await asyncio.to_thread(run, url, "--json")
    assert code == 1
    assert {rule for rule, _ in findings(out)} == {
        "unexpected-content-type", "missing-last-modified", "missing-cache-control", "uncompressed",
        "conditional-get-ignored", "missing-nosniff", "missing-cors", "sets-cookie",
        "json-wrong-type", "json-self-doesnt-match-location",
    }  # fmt: skip
    assert [line for rule, line in findings(out) if rule == "json-wrong-type"] == [1]


async def test_a_redirect_is_followed_and_told_and_the_feed_is_where_it_leads(run, server):
    url = server.url("/feed.json")
    server.scripts["/feed.json"] = conditional(json.dumps(feed(feed_url=url)).encode())
    old = server.redirects("/old", "/feed.json", status=302)
    code, out, _ = await asyncio.to_thread(run, old, "--json")
    assert code == 0
    assert findings(out) == [("temp-redirect", None)]


async def test_an_error_of_the_server_is_an_error_and_nothing_else_is_said(run, server):
    code, out, _ = await asyncio.to_thread(run, server.url("/none"), "--json")
    assert code == 1
    assert findings(out) == [("http-error", None)]


async def test_an_address_that_does_not_answer_is_said_and_the_next_is_checked(run, server, write):
    url = server.url("/none").replace(str(server.port), "1")
    code, out, _ = await asyncio.to_thread(run, url, write("good.json", feed()))
    assert code == 1
    assert out.splitlines()[0] == f"{url}: no connection: Connection refused"
    assert out.splitlines()[-1] == "2 documents: no findings, 1 not checked"
    code, out, _ = await asyncio.to_thread(run, url, "--json")
    assert code == 1
    assert json.loads(out) == [
        {"document": url, "problem": f"{url}: no connection: Connection refused"}
    ]


async def test_an_etag_that_cannot_be_sent_back_is_not(run, server):
    url = server.answers("/feed", GOOD, ETag='"\xa0"')
    code, _, _ = await asyncio.to_thread(run, url)
    assert code == 0
    assert len(server.asked) == 1


def shelf_of(name, suffix):
    """A golden feed on a shelf, as it is published."""
    path, body = f"/{name}.{suffix}", (GOLDEN / f"{name}.{suffix}").read_bytes()
    media_type = f"{MEDIA_TYPES[suffix]}; charset=utf-8"
    shelved = shelve(Representation(path=path, media_type=media_type, body=body), None, now=WRITTEN)
    return Shelf(
        items=MappingProxyType({path: shelved}), redirects=MappingProxyType({}), generation=1
    )


@pytest.mark.parametrize(
    ("suffix", "rule"),
    [
        ("json", "json-self-doesnt-match-location"),
        ("rss", "self-doesnt-match-location"),
        ("atom", "self-doesnt-match-location"),
    ],
)
async def test_our_own_site_serves_well_what_was_written_for_another_address(run, suffix, rule):
    async with open_site(shelf_of("en", suffix)) as site:
        _, out, _ = await asyncio.to_thread(run, f"{site.url}/en.{suffix}", "--json")
    assert {found for found, _ in findings(out)} == {rule}
