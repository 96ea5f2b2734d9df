"""The pages of legal staff: queue, a draft beside its facts and its law, decisions, accounts."""

from fastapi import FastAPI

from assistant.web.console.routes import router
from assistant.web.console.session import LoggedOut, to_login


def install(app: FastAPI) -> None:
    """Serve the staff pages."""
    app.include_router(router)
    app.add_exception_handler(LoggedOut, to_login)
