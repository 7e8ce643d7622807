"""What an address says of the language: its name, as sites built theirs before pages declared one,
and the country whose way of writing dates a language without a region most likely has.

`/ger/…` and `/fre/…` (ISO 639-2), `/pt-br/…`, `fr.example.org`, `?lang=ja`. Only the languages
that we have catalogs for are looked for: `/is/`, `/no/` and `/us/` are words far more often.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from swifeeds.localise.languages import LANGUAGES, canonical_tag
from swifeeds.localise.negotiation import primary_subtag

_PARAMETERS = frozenset(
    {"lang", "language", "hl", "locale", "lng", "sprache", "langue", "lingua", "idioma", "l"}
)
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE)
_FOLDERS = 2
"""Folders of the path among which the language stands: its own, or that of a country before it."""

_EVERYBODYS = {
    "ag", "ai", "am", "bz", "cc", "cd", "co", "cx", "dj", "fm", "gg", "gs", "im", "io", "is",
    "la", "ly", "me", "ms", "mu", "nu", "pw", "sc", "sh", "st", "su", "tk", "to", "tv", "vc",
    "vg", "ws",
}  # fmt: skip
"""Domains of countries in which anybody from anywhere has a name."""

_NAMES = {
    "english": "en", "deutsch": "de", "francais": "fr", "italiano": "it", "espanol": "es",
    "portugues": "pt", "japanese": "ja", "arabic": "ar", "chinese": "zh", "russian": "ru",
}  # fmt: skip


def named_language(address: str) -> str | None:
    """The BCP 47 tag that an address names: in its query, its path, or its host.

    Args:
        address: absolute, http(s).
    """
    try:
        parts = urlsplit(address)
        stated = [value for name, value in parse_qsl(parts.query) if name.lower() in _PARAMETERS]
        host = parts.hostname or ""
    except ValueError:
        return None
    folders = parts.path.split("/")[1 : 1 + _FOLDERS]
    if folders and folders[-1] == parts.path.rpartition("/")[2]:
        folders = folders[:-1]  # the page itself: /it.html is about Italy
    labels = host.split(".")[:1] if host.count(".") > 1 else []
    return next(filter(None, map(_tag, (*stated[:1], *folders, *labels))), None)


def with_country(tag: str, address: str) -> str:
    """`en` as `en-GB` for a page of a British host; a tag with a region stays as it is.

    Only good for reading dates: 05/06/2009 is in June there. What is stored is what was stated.
    """
    try:
        country = (urlsplit(address).hostname or "").rpartition(".")[2]
    except ValueError:
        return tag
    if "-" in tag or len(country) != 2 or country in _EVERYBODYS:  # noqa: PLR2004 - ISO 3166
        return tag
    return canonical_tag(f"{tag}-{country}") or tag


def _tag(written: str) -> str | None:
    named = _NAMES.get(written.lower())
    if named:
        return named
    tag = canonical_tag(written) if _CODE.fullmatch(written) else None
    return tag if tag and primary_subtag(tag) in LANGUAGES else None
