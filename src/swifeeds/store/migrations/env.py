"""Alembic's way in: the connection comes from the caller, who owns the transaction."""

from __future__ import annotations

from alembic import context

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    target_metadata=attributes["metadata"],
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
