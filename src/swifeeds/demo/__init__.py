"""The sample newsroom: what it writes, and the little web server that publishes it.

It stands in for the world outside: the service of the demo meets it over HTTP alone, with the
real collector, and nothing below this room knows that it exists. All of its text is our own
writing; its people, its agency, its night train and its glacier are invented. The talks of its
main story took place, and only their facts are taken from elsewhere.

Rules: content is data (`content/`), Python only prints it; every address it prints is its own;
the same edition gives the same bytes, so that validators hold; a second edition corrects one
article, withdraws one and adds one, and changes nothing else.
"""

from __future__ import annotations

from swifeeds.demo.configuration import demo_configuration
from swifeeds.demo.content import Edition, Markup, Piece, read_edition
from swifeeds.demo.drops import lay_drops
from swifeeds.demo.newsroom import Newsroom
from swifeeds.demo.site import Page, Site, print_site

__all__ = [
    "Edition",
    "Markup",
    "Newsroom",
    "Page",
    "Piece",
    "Site",
    "demo_configuration",
    "lay_drops",
    "print_site",
    "read_edition",
]
