"""Elements that are known and stand where nobody expects them.

Readers pass them over, so it is no error; what is in them is judged all the same.
"""

from __future__ import annotations

from swifeeds.check.address_checks import atom_id, uri_reference
from swifeeds.check.constructs import content_kind, person, text_construct
from swifeeds.check.dates import rfc3339_date
from swifeeds.check.everywhere import EVERYWHERE, Kinds, anything, leaf
from swifeeds.check.links import link_kind
from swifeeds.check.plain import plain_text

_OF_ATOM: Kinds = {
    **dict.fromkeys(("rights", "subtitle", "summary", "title"), text_construct),
    **dict.fromkeys(("author", "contributor"), person),
    **{name: leaf(rfc3339_date) for name in ("published", "updated")},
    **{name: leaf(uri_reference) for name in ("icon", "logo")},
    "category": anything,
    "content": content_kind,
    "generator": leaf(plain_text, attributes="uri version"),
    "id": leaf(atom_id),
    "link": link_kind,
}
STRAY: Kinds = {
    **EVERYWHERE,
    **{f"atom:{name}": kind for name, kind in _OF_ATOM.items()},
    **{f"app:{name}": anything for name in ("workspace", "collection", "categories")},
}
"""Elements of Atom, and of the modules that may stand anywhere."""
