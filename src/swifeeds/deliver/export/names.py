"""From an address of the site to the name of its file, decided without I/O.

A static server and an object store take the address apart before they look for a file, so names
are decoded: `/de/stories/caf%C3%A9/` is `de/stories/café/index.html`. Slugs come from outside: an
address that decodes to a name which would leave the folder, hide in it or break a file system has
no file, and whoever exports says so.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from swifeeds.model import Encoding

OWN = ".swifeeds"
"""The folder inside the tree that holds what is ours and no reader's; it is never served."""

PAGE = "index.html"

SUFFIXES = {Encoding.GZIP: ".gz", Encoding.BROTLI: ".br", Encoding.ZSTD: ".zst"}

_LONGEST_PART = 255 - len(".zst")
"""Bytes of one name on the file systems in use, with room for the suffix of a coding."""

_LONGEST_NAME = 1000
"""Bytes of a whole name: object stores take 1,024, and a web server's configuration must hold it
with every letter escaped."""

_WELL_KNOWN = ".well-known"
"""The one hidden folder that is the public's (RFC 8615)."""

_RESERVED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
"""Control characters, and what Windows and its shares refuse: a tree may be carried there."""


class NoFile(ValueError):
    """An address without a file. `str()` says why."""


def file_name(path: str) -> str:
    """The name, relative to the folder and with `/` between its parts.

    Raises:
        NoFile: the address cannot be a file here.
    """
    if not path.startswith("/"):
        raise NoFile("it does not begin with a slash")
    parts = [_part(part) for part in path[1:].split("/")]
    name = "/".join([*parts[:-1], parts[-1] or PAGE])
    if reason := why_unsafe(name):
        raise NoFile(reason)
    return name


def _part(text: str) -> str:
    decoded = unquote_to_bytes(text)
    try:
        part = decoded.decode()
    except UnicodeDecodeError as error:
        raise NoFile("it is not UTF-8") from error
    if "/" in part:
        raise NoFile("a slash is encoded in it")
    return part


def why_unsafe(name: str) -> str | None:
    """Why a relative name may not be written or removed; None when it may."""
    if len(name.encode()) > _LONGEST_NAME:
        return "it is too long"
    return next((why for part in name.split("/") if (why := _why_unsafe(part))), None)


def _why_unsafe(part: str) -> str | None:
    if not part:
        return "a part of it is empty"
    if part.startswith(".") and part != _WELL_KNOWN:
        return "a part of it begins with a dot"
    if part[-1] in ". ":
        return "a part of it ends with a dot or a space"
    if len(part.encode()) > _LONGEST_PART:
        return "a part of it is too long"
    if _RESERVED.search(part) or not (part.isascii() or _is_shown(part)):
        return "it has a character that no file name should have"
    return None


_NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Control and format characters, lone surrogates, separators of lines."""


def _is_shown(part: str) -> bool:
    return all(unicodedata.category(letter) not in _NOT_SHOWN for letter in part)


def coded_name(name: str, encoding: Encoding) -> str:
    """The file of one coding: the name itself, or with `.gz`, `.br`, `.zst` behind it."""
    return name + SUFFIXES.get(encoding, "")


def folded(name: str) -> str:
    """What a file system that ignores case and composition holds for the same name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
