"""Articles are known by keys that leave out `m.` and `amp.` hosts and more tracking parameters.

Where two articles come to one key, the one that had it keeps it; the other is found by its guid
and its id alone. And sightings are found by fingerprint.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from swifeeds.markup import url_key

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_LONGEST = 600
"""Characters from which a key was cut, with a digest at its end: it cannot be read any more."""

_article = sa.table("article", sa.column("id"), sa.column("url_key"))
_sighting = sa.table("sighting", sa.column("id"), sa.column("source_id"), sa.column("url_key"))
_link = sa.table("link", sa.column("article_id"), sa.column("rel"), sa.column("url_key"))


def upgrade() -> None:
    op.create_index("ix_sighting_source_id_fingerprint", "sighting", ["source_id", "fingerprint"])
    connection = op.get_bind()
    for table, group in (
        (_article, ()),
        (_sighting, ("source_id",)),
        (_link, ("article_id", "rel")),
    ):
        _renew(connection, table, group)


def _renew(connection: sa.Connection, table: sa.TableClause, group: tuple[str, ...]) -> None:
    own = [column for column in table.columns if column.name != "url_key"]
    key = table.c.url_key
    starts = [key.like(start) for start in ("m.%", "mobile.%", "amp.%", "%?%")]
    rows = connection.execute(sa.select(*own, key).where(sa.or_(*starts))).all()
    for row in rows:
        old = row.url_key
        new = url_key(f"https://{old}") if len(old) < _LONGEST else old
        if new == old:
            continue
        this = sa.and_(*(column == getattr(row, column.name) for column in own), key == old)
        same = [table.c[name] == getattr(row, name) for name in group]
        is_taken = connection.execute(sa.select(key).where(key == new, *same)).first()
        if is_taken is None:
            connection.execute(sa.update(table).where(this).values(url_key=new))
        elif table is _article:
            connection.execute(sa.update(table).where(this).values(url_key=None))
        elif table is _link:
            connection.execute(sa.delete(table).where(this))
