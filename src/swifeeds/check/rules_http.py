"""Rules about how a feed is served (RFC 9110, RFC 9111, and what readers need)."""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check.finding import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

HTTP_RULES: Mapping[str, tuple[Severity, str]] = {
    "http-error": (_E, "The server answered {value}; a feed must answer 200."),
    "unexpected-content-type": (_W, "Content-Type is {value}; write {wanted}, with charset=utf-8."),
    "general-content-type": (_I, "Content-Type is {value}, which does not say that this is a feed; {wanted} does."),
    "missing-content-type": (_W, "There is no Content-Type; write {wanted}, with charset=utf-8."),
    "missing-charset": (_W, "Content-Type names no charset; add charset=utf-8."),
    "missing-etag": (_W, "There is no ETag, so that every poll gets the whole feed; send one."),
    "invalid-etag": (_W, "The ETag {value} is not in double quotes, so that caches and readers may not send it back; quote it."),
    "missing-last-modified": (_W, "There is no Last-Modified; some readers ask by date alone. Send one."),
    "invalid-last-modified": (_W, "Last-Modified is no HTTP date ({value}); write Tue, 19 May 2009 13:45:00 GMT."),
    "last-modified-in-future": (_W, "Last-Modified lies in the future ({value}); readers will miss changes."),
    "conditional-get-ignored": (_W, "Asked by {value} for what is unchanged, the server sent it again; answer 304."),
    "conditional-get-failed": (_W, "Asked by {value}, the server answered {status}; answer 304 for what is unchanged."),
    "changes-each-time": (_I, "Two requests a moment apart got different bytes; leave the time of the request out of the feed."),
    "not-modified-incomplete": (_W, "The answer 304 leaves out {value}, which caches need from it too; send it as with 200."),
    "not-to-be-stored": (_W, "Cache-Control ({value}) forbids keeping the feed, so that every poll costs a whole answer; allow it."),
    "invalid-max-age": (_W, "Cache-Control ({value}) names an age that is no whole number of seconds; correct it."),
    "missing-cache-control": (_W, "Nothing says how long the feed may be kept; send Cache-Control with max-age."),
    "missing-vary": (_W, "The answer depends on Accept-Encoding and Vary does not say so; caches will mix codings up."),
    "uncompressed": (_W, "The feed is sent uncompressed to a client that takes gzip; compress it."),
    "missing-nosniff": (_I, "X-Content-Type-Options: nosniff keeps browsers from guessing at feeds; send it."),
    "missing-cors": (_I, "Readers in a browser need Access-Control-Allow-Origin: *; send it."),
    "sets-cookie": (_W, "The answer sets a cookie, which keeps shared caches from storing it; send none with feeds."),
    "moved-for-good": (_I, "The address redirects for good ({value}); give out the new one."),
    "temp-redirect": (_I, "The address redirects for now only ({value}); readers will ask it for ever."),
}  # fmt: skip
