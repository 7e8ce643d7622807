"""The normal form of an address (RFC 3986 section 6.2.2 and 6.2.3)."""

from __future__ import annotations

import re
import unicodedata

_PARTS = re.compile(
    r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?\Z", re.DOTALL
)
_PORTS = {"ftp": "21", "telnet": "23", "http": "80", "gopher": "70", "news": "119", "nntp": "119",
          "prospero": "191", "https": "443", "snews": "563", "snntp": "563"}  # fmt: skip
_PERCENTS = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ONE_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9\-._~]")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def canonical_form(address: str) -> str | None:
    """The normal form; None for a relative path, which has none, and for broken percents."""
    match = _PARTS.match(address)
    if match is None or _BROKEN_PERCENT.search(address):
        return None
    scheme, host, path, query, fragment = match.groups()
    scheme = scheme.lower() if scheme else None
    if scheme is None and host is None and not path.startswith("/"):
        return None
    if host is not None or path.startswith("/"):
        path = _without_dots(path)
    if scheme == "mailto":
        path = _mailbox(path)
    return "".join(
        (
            f"{scheme}:" if scheme else "",
            f"//{_authority(host, scheme)}" if host is not None else "",
            _percents(path) if path or host is None else "/",
            f"?{_percents(query)}" if query is not None else "",
            f"#{_percents(fragment)}" if fragment is not None else "",
        )
    )


def _authority(authority: str, scheme: str | None) -> str:
    user, at, place = authority.rpartition("@")
    place = place.lower()
    name, colon, port = place.rpartition(":")
    if colon and (port in ("", _PORTS.get(scheme or "")) and not name.endswith(":")):
        place = name
    if place.endswith(".") and "." in place[:-1]:
        place = place[:-1]
    return f"{user}@{place}" if at and user not in ("", ":") else place


def _mailbox(path: str) -> str:
    name, at, host = path.partition("@")
    return f"{name}{at}{host.lower()}"


def _without_dots(path: str) -> str:
    """Dot segments resolved (5.2.4)."""
    parts = path.split("/")
    kept: list[str] = []
    for position, part in enumerate(parts):
        is_last = position == len(parts) - 1
        if part == "..":
            if len(kept) > 1:
                kept.pop()
        elif part != ".":
            kept.append(part)
            continue
        if is_last:
            kept.append("")
    return "/".join(kept)


def _percents(text: str) -> str:
    """Percents in upper case, and none where the letter itself may stand; letters composed."""
    return _PERCENTS.sub(_one_run, text) if "%" in text else text


def _one_run(match: re.Match[str]) -> str:
    run = match[0]
    try:
        composed = unicodedata.normalize("NFC", bytes.fromhex(run.replace("%", "")).decode())
    except UnicodeDecodeError:
        return run.upper()
    encoded = "".join(f"%{byte:02X}" for byte in composed.encode())
    return _ONE_PERCENT.sub(_letter, encoded)


def _letter(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if _UNRESERVED.match(letter) else match[0]
