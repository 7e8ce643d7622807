"""Rules of Atom (RFC 4287), of paged and archived feeds (RFC 5005) and of threads (RFC 4685)."""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check.finding import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

ATOM_RULES: Mapping[str, tuple[Severity, str]] = {
    "misplaced-metadata": (_E, "{element} of the feed stands after an entry; move it before the first."),
    "duplicate-entries": (_W, "Two entries have the id {value} and the same updated; readers cannot tell which is newer, so change one."),
    "duplicate-ids": (_E, "All entries have the same id; give each its own."),
    "duplicate-updated": (_W, "Two entries were updated at the same second ({value}); readers may show them in any order."),
    "duplicate-atom-link": (_E, "{parent} has two alternate links of the same type and language; readers cannot choose."),
    "missing-href": (_E, "A link without href leads nowhere; add it."),
    "atom-link-not-empty": (_W, "link holds text, which nobody reads; remove it."),
    "unregistered-atom-link-rel": (_W, "The relation {value} is not registered; use a registered one or a whole address."),
    "self-not-atom": (_W, "The type of the feed's own address is {value}; write the feed's."),
    "relative-self": (_W, "The feed's own address is relative ({value}); write it whole."),
    "self-doesnt-match-location": (_W, "The feed says it stands at {value}, and was had from elsewhere; correct one."),
    "missing-content-or-alternate": (_E, "An entry needs content or a link with rel=\"alternate\"; add one."),
    "missing-summary": (_E, "An entry whose content is elsewhere or no text needs a summary; add one."),
    "missing-textual-content": (_W, "An entry has neither content nor summary; add one."),
    "missing-xhtml-div": (_E, "XHTML must stand in one div of XHTML; put it there."),
    "missing-type-attr": (_W, "{element} with src does not say its type; add it."),
    "missing-source-element": (_W, "The source of an entry has no {element}; add it."),
    "invalid-text-type": (_E, "The type of {element} must be text, html or xhtml and is {value}."),
    "feed-history-rel-in-entry": (_W, "The relation {value} says where a feed goes on, and stands in an entry; move it."),
    "feed-rel-in-complete-feed": (_E, "A complete feed has no other pages, and this names {value}; remove one."),
    "current-not-self-in-complete-feed": (_E, "A complete feed is its own current one; correct the link {value}."),
    "link-past-end": (_E, "This is the {value} page, and it links beyond; remove that link."),
    "missing-current-in-archive": (_W, "An archive page does not name the current feed; add a link with rel=\"current\"."),
    "archive-incomplete": (_W, "An archive page names no page before or after it; add prev-archive or next-archive."),
    "no-thr-when": (_E, "thr:when was replaced by thr:updated; use that."),
}  # fmt: skip
