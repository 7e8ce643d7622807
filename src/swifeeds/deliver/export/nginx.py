"""What nginx must know of the tree: generated, to be included by `deploy/nginx/swifeeds.conf`.

`maps.conf` belongs to `http`, `server.conf` to `server`. Header fields are maps from the file that
is sent. Most are the same for all files of a kind, so a kind is one line and only what differs
stands alone: a page that nginx has not heard of yet (it reads these files at its start) is sent
with all its fields but `Link`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from swifeeds.deliver.export.names import OWN
from swifeeds.deliver.export.nginx_fields import field_maps, types, variable
from swifeeds.deliver.export.nginx_redirects import addresses, redirects
from swifeeds.deliver.export.nginx_text import (
    DOLLAR,
    a_map,
    keyed,
    pattern,
    quoted,
)
from swifeeds.deliver.export.types import Site
from swifeeds.deliver.export.wishes import wish_patterns
from swifeeds.model import ShelfItem

_TYPE = "Content-Type"
_NGINX_OWN = frozenset({_TYPE, "Server"})
"""Fields that nginx writes by itself."""

_NAMED_IN_SITE_FILE = frozenset({"Access-Control-Allow-Origin", "Vary"})
"""Fields whose variables must be there, be it for a site that has nothing to send yet."""


def maps_conf(site: Site, served: Mapping[str, ShelfItem]) -> bytes:
    """The maps, and hash tables that hold them.

    Args:
        site: what it answers.
        served: items by the name of their plain file.
    """
    fields = _fields_by_file(site, served)
    moved, gone = redirects(site, served)
    here = {path for one in addresses(served) for path in (one, one.removesuffix("/"))}
    parts = [
        "# Written by `swifeeds export`; the next export writes it anew.\n",
        _hash_sizes([*fields, *moved, *gone]),
        f'geo ${DOLLAR} {{ default "$"; }}\n',
        a_map("$status", "swifeeds_prefix", [], quoted(site.prefix)),
        _asked_path(site),
        _wish(site.languages),
        _speech(site.languages),
        _missing(site.languages),
        a_map("$uri", "swifeeds_moved", keyed(moved, here)),
        a_map("$uri", "swifeeds_gone", keyed(dict.fromkeys(gone, "1"), here)),
        *(part for name in _names(fields.values()) for part in field_maps(name, fields)),
        _content_location(),
    ]
    return "\n".join(parts).encode()


def server_conf(site: Site, served: Mapping[str, ShelfItem]) -> bytes:
    """Media types, header fields and the order in which languages are tried."""
    fields = _fields_by_file(site, served)
    parts = [
        "# Written by `swifeeds export`; the next export writes it anew.\n",
        _without_prefix(site),
        *(f"add_header {name} ${variable(name)} always;" for name in _names(fields.values())),
        "add_header Content-Location $swifeeds_content_location;\n",
        types({file: one[_TYPE] for file, one in fields.items()}),
        _tried(site.languages),
    ]
    return "\n".join(part for part in parts if part).encode()


def _fields_by_file(site: Site, served: Mapping[str, ShelfItem]) -> dict[str, dict[str, str]]:
    """Header fields by the address that nginx sends: files of the tree and pages of our own."""
    fields = {name: dict(site.fields[item.path]) for name, item in served.items()}
    for page in site.pages:
        fields[f"{OWN}/pages/{page}"] = dict(site.page_fields[page.partition("/")[0]])
    return fields


def _names(fields: Iterable[Mapping[str, str]]) -> list[str]:
    return sorted({name for one in fields for name in one} - _NGINX_OWN | _NAMED_IN_SITE_FILE)


def _hash_sizes(keys: Sequence[str]) -> str:
    """Tables that hold every key: a bucket takes four of the longest, there are more than keys."""
    longest = max((len(key.encode()) for key in keys), default=0)
    bucket = max(512, 1 << (4 * (longest + 24)).bit_length())
    size = max(2048, 1 << len(keys).bit_length())
    return (
        f"map_hash_bucket_size {bucket};\nmap_hash_max_size {size};\n"
        "variables_hash_bucket_size 128;\nvariables_hash_max_size 2048;\n"
    )


def _asked_path(site: Site) -> str:
    """The path as the request wrote it, without query and prefix: what an address is made of.

    Never `$uri`, which is decoded: a line end in it would begin a header field of the caller's. A
    path of two slashes is left empty: as a Location it would name a host.
    """
    form = rf"~^{pattern(site.prefix)}(?<swifeeds_asked>/(?:[^/?#][^?#]*)?)(?:[?#]|$)"
    return a_map("$request_uri", "swifeeds_path", [(quoted(form), "$swifeeds_asked")])


def _without_prefix(site: Site) -> str:
    """For a site below a path: files are named without it."""
    if not site.prefix:
        return ""
    return f"rewrite {quoted(f'^{pattern(site.prefix)}(/.*)$')} $1;\n"


def _wish(languages: Sequence[str]) -> str:
    lines = [(quoted(f"~*{form}"), quoted(tag)) for form, tag in wish_patterns(languages)]
    return a_map("$http_accept_language", "swifeeds_wish", lines, quoted(languages[0]))


def _speech(languages: Sequence[str]) -> str:
    """The language of a page that is no 200: the path's own, else the reader's."""
    lines = [(quoted(f"~*^/{pattern(tag)}(?:/|$)"), quoted(tag)) for tag in languages]
    return a_map("$uri", "swifeeds_speech", lines, "$swifeeds_wish")


def _missing(languages: Sequence[str]) -> str:
    """Which page says that nothing is here: a catalogue without an article has its own words."""
    tags = "|".join(map(pattern, languages))
    return a_map(
        "$uri", "swifeeds_missing", [(quoted(f"~^/(?:(?:{tags})/)?$"), '"empty"')], '"404"'
    )


def _content_location() -> str:
    """The address of the page that the reader's languages chose."""
    form = r"~^1/(?<swifeeds_chosen>[^./][^/]*)/.*:/"
    there = '"${swifeeds_prefix}/$swifeeds_chosen$swifeeds_path"'
    lines = [(quoted(form), there)]
    return a_map('"$swifeeds_negotiated$uri:$swifeeds_path"', "swifeeds_content_location", lines)


def _tried(languages: Sequence[str]) -> str:
    """A path that names no language: in the reader's, else in the first that has it."""
    tags = ("$swifeeds_wish", *languages)
    tries = "\n".join(f'        "/{tag}${{uri}}index.html"' for tag in tags)
    return (
        "location @spoken {\n    set $swifeeds_negotiated 1;\n"
        f"    try_files\n{tries}\n        =404;\n}}\n"
    )
