"""Articles as JSON Lines: one a line, with everything that is kept of it.

`extract.archives.jsonlines` reads them. The same record gives the same bytes; what is unknown, or
none, is left out.
"""

from __future__ import annotations

import json

from swifeeds.model import RECORD, Record
from swifeeds.model.codec import plain, plain_fields

_COPY = ("source_id", "guid", "url", "fingerprint", "first_seen", "last_seen")


def write_line(record: Record) -> bytes:
    """The line of one article, its end included."""
    line = {
        "swifeeds": RECORD,
        "article": plain(record.article),
        "sightings": [plain_fields(one, _COPY) for one in record.sightings],
    }
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
