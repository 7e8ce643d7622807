"""Feeds read back from their bytes, format by format."""

from __future__ import annotations

from swifeeds.emit import render_feed
from swifeeds.emit.namespaces import ATOM
from swifeeds.markup import parse_xml

A = f"{{{ATOM}}}"


def rendered(feed):
    return dict(zip(("rss", "atom", "json"), render_feed(feed), strict=True))


def items(feed):
    return parse_xml(rendered(feed)["rss"].body).findall("channel/item")


def entries(feed):
    return parse_xml(rendered(feed)["atom"].body).findall(f"{A}entry")
