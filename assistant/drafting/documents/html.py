"""The petition as an accessible HTML page: the preview in the widget and the staff console."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.drafting.documents.layout import layouts, words
from assistant.drafting.petition import Petition


def render_html(petition: Petition) -> str:
    """A whole page, right to left, without scripts or outside resources."""
    return _render("petition.html.j2", petition)


def render_html_body(petition: Petition) -> str:
    """The paper alone, to stand inside another page."""
    return _render("petition_body.html.j2", petition)


def _render(name: str, petition: Petition) -> str:
    return _environment(layouts()).get_template(name).render(petition=petition, words=words())


@lru_cache(maxsize=1)
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
