"""The service's own page, and the files that any page needs to embed the chat."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.types import Scope

_HERE = Path(__file__).parent
_WEB = _HERE.parent

router = APIRouter(include_in_schema=False)


class OpenFiles(StaticFiles):
    """Files that pages of any origin may load: module scripts and fonts need it said."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file; browsers ask each time whether it changed."""
        response = await super().get_response(path, scope)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Cache-Control"] = "no-cache"
        return response


@router.get("/")
def front() -> FileResponse:
    """The page with the chat."""
    return FileResponse(_HERE / "index.html", headers={"Cache-Control": "no-cache"})


def install(app: FastAPI) -> None:
    """Serve the page, the widget and the shared files."""
    app.include_router(router)
    app.mount("/widget", OpenFiles(directory=_WEB / "widget"), name="widget")
    app.mount("/static", OpenFiles(directory=_WEB / "static"), name="static")
