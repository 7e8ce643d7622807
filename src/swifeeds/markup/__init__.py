"""Paper and ink: what every head needs of XML and HTML.

The only room that makes lxml parsers or calls nh3, so that the guards against bombs, external
entities and scripts stand in one place. Also text that is fit for XML, and addresses.
"""

from __future__ import annotations

from swifeeds.markup.charset import as_utf8, decode, is_said_to_be_utf8
from swifeeds.markup.hosts import is_public_address, is_public_host
from swifeeds.markup.html import parse_html, text_of
from swifeeds.markup.keys import is_amp, url_key, url_keys
from swifeeds.markup.loading import host_of, loadable_url, may_load
from swifeeds.markup.quick import DECLARING, QuickTree, is_quick
from swifeeds.markup.sanitise import clean_html
from swifeeds.markup.size import FEED, LIST, WIRE, check_bytes, check_json, check_plain
from swifeeds.markup.skimming import skimmed
from swifeeds.markup.text import composed, escape, plain_text, strip_control
from swifeeds.markup.urls import absolute_url, canonical_url
from swifeeds.markup.xml import parse_xml, read_xml

__all__ = [
    "DECLARING",
    "FEED",
    "LIST",
    "WIRE",
    "QuickTree",
    "absolute_url",
    "as_utf8",
    "canonical_url",
    "check_bytes",
    "check_json",
    "check_plain",
    "clean_html",
    "composed",
    "decode",
    "escape",
    "host_of",
    "is_amp",
    "is_public_address",
    "is_public_host",
    "is_quick",
    "is_said_to_be_utf8",
    "loadable_url",
    "may_load",
    "parse_html",
    "parse_xml",
    "plain_text",
    "read_xml",
    "skimmed",
    "strip_control",
    "text_of",
    "url_key",
    "url_keys",
]
