"""What is mended in HTML before the allow list is applied: addresses and pictures.

The tags that are looked at are those that the cleaner wrote, not those that came: it closes and
quotes everything and writes `&lt;` wherever text has that sign, so what looks like a tag is one.
"""

from __future__ import annotations

import html as entities
import re
from functools import partial

import nh3

from swifeeds.markup.allow_list import (
    ADDRESSES,
    ATTRIBUTES,
    DROPPED_WITH_CONTENT,
    SCHEMES,
    TAGS,
)
from swifeeds.markup.lazy import LAZY, LAZY_SETS, real_source
from swifeeds.markup.loading import loadable_url
from swifeeds.markup.urls import absolute_url

_PIXEL = 2
_TAG = re.compile(r'<([a-z][a-z0-9]*+)((?: [a-z-]++="[^"]*+")++)>')
_ATTRIBUTE = re.compile(r' ([a-z-]++)="([^"]*+)"')
_HOLDS_ADDRESS = re.compile("|".join(f" {name}=" for name in ADDRESSES))

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={**ATTRIBUTES, "img": {*ATTRIBUTES["img"], *LAZY, *LAZY_SETS}},
    url_schemes=SCHEMES,
    clean_content_tags=DROPPED_WITH_CONTENT,
    link_rel=None,
    strip_comments=True,
)
"""The allow list, and what lazy pictures need. What it lets through is cleaned once more."""


def mended(html: str, base_url: str) -> str:
    """The fragment with absolute addresses, real pictures, and no spy pixels."""
    cleaned = _CLEANER.clean(html)
    return _TAG.sub(partial(_tag, base_url), cleaned) if '="' in cleaned else cleaned


def _tag(base_url: str, tag: re.Match[str]) -> str:
    name, attributes = tag[1], tag[2]
    if name == "img":
        return _picture(attributes, base_url)
    if not _HOLDS_ADDRESS.search(attributes):
        return tag[0]
    return f"<{name}{_ATTRIBUTE.sub(partial(_attribute, base_url), attributes)}>"


def _attribute(base_url: str, attribute: re.Match[str]) -> str:
    name, written = attribute[1], attribute[2]
    if name not in ADDRESSES:
        return attribute[0]
    value = entities.unescape(written).strip()
    if value.lower().startswith("mailto:"):
        return f' {name}="{_quoted(value)}"'
    absolute = absolute_url(value, base_url)
    return f' {name}="{_quoted(absolute)}"' if absolute else ""


def _picture(attributes: str, base_url: str) -> str:
    """The tag with its real source; nothing for a spy pixel or a picture that cannot be shown."""
    stated = {name: entities.unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
    source = loadable_url(real_source(stated) or "", base_url)
    sizes = (stated.get(name, "").removesuffix("px") for name in ("width", "height"))
    is_pixel = any(size.isdecimal() and int(size[:6]) <= _PIXEL for size in sizes)
    if source is None or is_pixel:
        return ""
    kept = {name: value for name, value in stated.items() if name not in {*LAZY, *LAZY_SETS}}
    shown = {**kept, "src": source}
    written = (f' {name}="{_quoted(value)}"' for name, value in shown.items())
    return f"<img{''.join(written)}>"


def _quoted(value: str) -> str:
    """As the cleaner writes values, so that it finds nothing to change."""
    value = value.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace('"', "&quot;")
    return value.replace("<", "&lt;").replace(">", "&gt;")
