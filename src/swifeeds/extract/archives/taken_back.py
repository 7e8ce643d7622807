"""What a message of a desk takes back besides itself: the articles that it names.

Each name becomes a withdrawn draft of its own. Where the article is here already it is withdrawn,
whatever file or portion it came with; where it is yet to come, its place is taken and it never
becomes public.
"""

from __future__ import annotations

import re

from swifeeds.extract.archives.entry import Entry
from swifeeds.model import Draft, Provenance

_SAME_STORY = re.compile(
    r"previous|prior|predecess|replac|supersed|cancel|kill|retract|withdr|revo[ck]|delet|annul"
    r"|evolve|correct",
    re.IGNORECASE,
)
_MERELY_NEAR = re.compile(
    r"transl|see|depend|processed|generated|related|illustrat|picture|photo|image|graphic|video"
    r"|audio|descri|teaser|next",
    re.IGNORECASE,
)
_MOST = 20
"""Articles that one message takes back; a list of a whole archive is no kill."""


def takes_back(relation: str | None, *, is_notice: bool) -> bool:
    """True where a withdrawn item means another one that it names by this relation.

    An item that is withdrawn itself means itself, and earlier editions of the same story. A notice
    (a message that has no story, only the word that one is taken back) means whatever it names.
    """
    said = relation or ""
    if _SAME_STORY.search(said):
        return True
    return is_notice and _MERELY_NEAR.search(said) is None


def taken_back(entry: Entry, draft: Draft) -> tuple[Draft, ...]:
    """A withdrawn draft for each other article that a withdrawn item names."""
    if not entry.withdrawn:
        return ()
    named = dict.fromkeys(" ".join(guid.split()) for guid in entry.takes_back)
    return tuple(
        Draft(
            source_id=draft.source_id,
            retrieved=draft.retrieved,
            guid=guid,
            # Unlike any other: nothing but its guid may lead to an article.
            title=guid,
            language=draft.language,
            provenance=Provenance.LEGACY_IMPORT,
            withdrawn=True,
        )
        for guid in [*named][:_MOST]
        if guid and guid != draft.guid
    )
