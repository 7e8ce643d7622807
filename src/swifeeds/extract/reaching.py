"""Pictures, sound and film that no reader's machine is made to ask a host inside a network for.

Each is judged where it is read, by the address that it stands at; but that address is a stranger's
word as well: an item links wherever it likes, and a page states its base. Here it is judged by the
host that the document came from. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from swifeeds.markup import clean_html, host_of, is_public_host, may_load
from swifeeds.model import Document, Draft, Extraction


def within_reach(found: Extraction, document: Document) -> Extraction:
    """What a public document yields, without what a public one has no reason to show. One that
    came from inside a network is read by people who are inside as well."""
    home = host_of(document.final_url)
    if home is None or not is_public_host(home):
        return found
    drafts = [_reached(draft, document.final_url) for draft in found.drafts]
    links = [
        replace(link, draft=_reached(link.draft, document.final_url)) if link.draft else link
        for link in found.links
    ]
    return replace(found, drafts=tuple(drafts), links=tuple(links))


def _reached(draft: Draft, at: str) -> Draft:
    home, media, content = host_of(at), draft.media, draft.content
    if media and not all(may_load(one.url, home) for one in media):
        media = tuple(one for one in media if may_load(one.url, home))
    if content and not all(may_load(address, home) for address in _loaded(content)):
        content = clean_html(content, at)
    if media is draft.media and content is draft.content:
        return draft
    return replace(draft, media=media, content=content)


def _loaded(content: str) -> Iterator[str]:
    """The addresses in clean HTML that are asked as soon as it is shown."""
    for name in (' src="', ' poster="'):
        for part in content.split(name)[1:]:
            yield part.partition('"')[0]
