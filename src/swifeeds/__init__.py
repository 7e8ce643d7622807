"""swifeeds: a multilingual news syndication feed publisher.

A newsroom's articles go in, in ten languages; RSS, Atom and JSON feeds per story and language
come out. Read the directory listing as the sentence "collect, extract, group, localise, emit,
serve"; `docs/architecture.md` draws who may know whom.
"""

from __future__ import annotations

__version__ = "0.1.0"
