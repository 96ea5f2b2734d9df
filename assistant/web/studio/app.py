"""The pages of the studio."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml
from fastapi import FastAPI, HTTPException
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.law.corpus import Corpus
from assistant.persian import JalaliDate, to_persian_digits
from assistant.web.studio.desk import Desk

_STATIC = Path(__file__).parent.parent / "static"
_UNCHANGED = 204


def create_studio(corpus: Corpus, today: JalaliDate) -> FastAPI:
    """The application: a list of the forms, and a page for each that follows its files."""
    app = FastAPI(title="Dadkhah studio", docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    desk = Desk(corpus, today)
    draw = _drawing(corpus.templates_dir / "studio")

    @app.get("/")
    def shelf() -> HTMLResponse:
        return draw("shelf", claims=list(corpus.claims.values()), forms=desk.corpus.forms)

    @app.get("/{slug}")
    def form(slug: str) -> HTMLResponse:
        return draw("form", claim=_known(slug), sheet=desk.sheet(slug), folder=desk.folder(slug))

    @app.get("/{slug}/sheet")
    def sheet(slug: str, seen: str = "") -> Response:
        _known(slug)
        if desk.version() == seen:
            return Response(status_code=_UNCHANGED)
        return draw("sheet", claim=_known(slug), sheet=desk.sheet(slug))

    @app.get("/{slug}/petition.pdf")
    def pdf(slug: str) -> Response:
        _known(slug)
        try:
            made = desk.pdf(slug)
        except (KeyError, OSError, ValueError, LookupError) as problem:
            raise HTTPException(409, str(problem)) from problem
        return Response(made, media_type="application/pdf")

    def _known(slug: str) -> object:
        if slug not in corpus.claims:
            raise HTTPException(404, f"no form {slug}")
        return corpus.claims[slug]

    return app


def _drawing(folder: Path) -> Callable[..., HTMLResponse]:
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"fa": lambda value: to_persian_digits(str(value)), "html": Markup}
    texts = yaml.safe_load((folder / "texts.yaml").read_text(encoding="utf-8"))

    def draw(name: str, **values: object) -> HTMLResponse:
        page = environment.get_template(f"{name}.html.j2")
        return HTMLResponse(page.render(t=texts, **values))

    return draw
