from __future__ import annotations

from datetime import UTC, datetime

import orjson
import pytest

from swifeeds.deliver.export.manifest import Kept, Manifest, read_manifest, write_manifest
from swifeeds.errors import DeliverError

MANIFEST = Manifest(
    site="feeds.example.org,2026",
    files={
        "de/index.html": Kept(edition='"1"', modified=datetime(2026, 5, 4, tzinfo=UTC), size=7),
        "de/café/feed.rss.gz": Kept(edition="", modified=datetime(2009, 5, 19, tzinfo=UTC), size=0),
    },
)


def test_a_manifest_is_read_as_it_was_written():
    assert read_manifest(write_manifest(MANIFEST)) == MANIFEST


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b'{"version":1}', b'{"version":2,"site":"x","files":{}}',
        b'{"version":1,"site":"x","files":[]}', b'{"version":1,"site":"x","files":{"a":[1]}}',
        b'{"version":1,"site":"x","files":{"a":["e","x",1]}}',
        b'{"version":1,"site":"x","files":{"a":["e",1e300,1]}}',
        b"\xff",
    ],
)  # fmt: skip
def test_a_damaged_manifest_is_refused(data):
    with pytest.raises(DeliverError):
        read_manifest(data)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../b", ".git/config", ""])
def test_a_manifest_that_names_a_file_elsewhere_is_refused(name):
    files = {name: ['"1"', 1, 1]}
    with pytest.raises(DeliverError, match="no export would write"):
        read_manifest(orjson.dumps({"version": 1, "site": "x", "files": files}))
