"""Alembic's environment: migrations run on the connection that the service gives."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from assistant.storage.tables import Base, Moment


def _render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    return "Moment()" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
