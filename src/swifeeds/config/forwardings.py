"""`[[redirects]]`: read, and checked each by itself and all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import SplitResult, urlsplit

from swifeeds.config.lines import Path
from swifeeds.config.shapes import _Tables
from swifeeds.config.site_shapes import RedirectShape
from swifeeds.model import PLACEHOLDER, Forwarding
from swifeeds.serve import Forwardings

_ANSWERED = ("/healthz", "/readyz", "/hub")
"""Paths that the service itself answers before anything is looked up."""

_PUSHES = "/websub/"

_STAND_IN = "placeholder"
"""What fills placeholders when redirects are followed to see whether they end."""

Finding = tuple[Path, str]


def make_forwardings(root: _Tables) -> tuple[Forwarding, ...]:
    """The redirects of a configuration that `forwarding_findings` found nothing in."""
    return tuple(_forwarding(shape) for shape in root.redirects)


def forwarding_findings(root: _Tables) -> Iterator[Finding]:
    """Every fault of the redirects, with the path of its key."""
    sound: dict[int, Forwarding] = {}
    for index, shape in enumerate(root.redirects):
        if found := [*_of_source(index, shape), *_of_target(index, shape)]:
            yield from found
        else:
            sound[index] = _forwarding(shape)
    yield from _twice(sound)
    yield from _endless(sound, root.site.base_url.rstrip("/"))


def _forwarding(shape: RedirectShape) -> Forwarding:
    parts = urlsplit(shape.source)
    pairs = (pair.partition("=") for pair in parts.query.split("&") if pair)
    query = tuple((name, value) for name, _, value in pairs)
    return Forwarding(path=parts.path, query=query, location=shape.target)


def _of_source(index: int, shape: RedirectShape) -> Iterator[Finding]:
    path: Path = ("redirects", index, "from")
    parts = _split(shape.source)
    if parts is None or parts.scheme or parts.netloc or not parts.path.startswith("/"):
        yield path, f"{shape.source!r} is no path; write it without the host, like /rss.xml"
        return
    if parts.fragment:
        yield path, "has a #, which no reader sends; leave that part out"
    if parts.path in _ANSWERED or parts.path.startswith(_PUSHES):
        yield path, f"{parts.path} is answered by the service itself; no redirect can stand there"
    yield from _braces(path, shape.source)
    names = PLACEHOLDER.findall(shape.source)
    yield from (
        (path, f"names {{{name}}} twice; give each placeholder a name of its own")
        for name in dict.fromkeys(name for name in names if names.count(name) > 1)
    )
    if "}{" in shape.source:
        yield path, "has two placeholders side by side; nothing tells where one ends"


def _of_target(index: int, shape: RedirectShape) -> Iterator[Finding]:
    path: Path = ("redirects", index, "to")
    parts = _split(shape.target)
    is_ours = shape.target.startswith("/") and not shape.target.startswith("//")
    is_absolute = parts is not None and parts.scheme in {"http", "https"} and bool(parts.hostname)
    if parts is None or not (is_ours or is_absolute):
        yield path, f"{shape.target!r} leads nowhere; write a path like /feed.rss, or https://…"
        return
    if "{" in parts.netloc or not parts.netloc.isascii():
        yield path, "may have placeholders and letters beyond ASCII behind the host alone"
    yield from _braces(path, shape.target)
    known = set(PLACEHOLDER.findall(shape.source))
    yield from (
        (path, f"names {{{name}}}, which from does not have")
        for name in dict.fromkeys(PLACEHOLDER.findall(shape.target))
        if name not in known
    )


def _split(address: str) -> SplitResult | None:
    """The parts of an address, or None for what is none: spaces and controls are in no address."""
    if any(letter.isspace() or not letter.isprintable() for letter in address):
        return None
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _braces(path: Path, text: str) -> Iterator[Finding]:
    rest = PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        yield path, "has a brace that is no placeholder; write one like {story}, in small letters"


def _twice(sound: dict[int, Forwarding]) -> Iterator[Finding]:
    seen: dict[object, int] = {}
    for index, one in sound.items():
        query = tuple(sorted((name, _bare(value)) for name, value in one.query))
        first = seen.setdefault((_bare(one.path), query), index)
        if first != index:
            yield ("redirects", index, "from"), f"redirects[{first}] answers the same address"


def _bare(text: str) -> str:
    return PLACEHOLDER.sub("{}", text)


def _endless(sound: dict[int, Forwarding], base_url: str) -> Iterator[Finding]:
    forwardings = Forwardings(sound.values())
    for index, one in sound.items():
        way = _way(one, forwardings, base_url, most=len(sound) + 1)
        if way is not None:
            yield ("redirects", index, "to"), f"leads in a circle: {' → '.join(way)}"


def _way(
    one: Forwarding, forwardings: Forwardings, base_url: str, *, most: int
) -> Sequence[str] | None:
    """The addresses from an old one on, where they never end."""
    query = "&".join(f"{name}={value}" for name, value in one.query)
    way = [PLACEHOLDER.sub(_STAND_IN, f"{one.path}?{query}" if query else one.path)]
    while len(way) <= most + 1:
        path, _, asked = way[-1].partition("?")
        there = forwardings.resolve(path, asked)
        if there is None:
            return None
        there = there.removeprefix(base_url) if there.startswith(f"{base_url}/") else there
        if not there.startswith("/"):
            return None
        if there == way[-1] and len(way) > 1:
            return None  # it stands still, and `Forwardings.find` answers none
        way.append(there)
        if there in way[:-1]:
            return way
    return way
