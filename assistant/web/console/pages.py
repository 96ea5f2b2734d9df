"""Drawing the pages: templates, texts, and how moments and numbers are written."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.persian import to_persian_digits
from assistant.persian.dates import JalaliDate
from assistant.web.console.session import Seat

_TEHRAN = dt.timezone(dt.timedelta(hours=3, minutes=30))  # no daylight saving since 1401


class Pages:
    """The pages of one templates folder."""

    def __init__(self, folder: Path) -> None:
        self.texts: dict[str, Any] = yaml.safe_load((folder / "texts.yaml").read_text(encoding="utf-8"))
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"moment": moment, "fa": to_persian}

    def draw(self, name: str, seat: Seat | None, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page; ``notice`` and ``error`` are said at its top."""
        shown = {"notice": None, "error": None, **values}
        member, csrf = (seat.member, seat.csrf) if seat else (None, "")
        page = self._environment.get_template(f"{name}.html.j2")
        return HTMLResponse(page.render(t=self.texts, member=member, csrf=csrf, **shown), status)


@lru_cache(maxsize=4)
def pages(templates_dir: Path) -> Pages:
    """Return the pages under a templates folder."""
    return Pages(templates_dir / "console")


def moment(at: dt.datetime) -> str:
    """Return a moment as people in Iran write it: «۱۴۰۵/۰۹/۰۳ ۱۰:۱۵»."""
    local = at.astimezone(_TEHRAN)
    return to_persian_digits(f"{JalaliDate.from_gregorian(local.date())} {local:%H:%M}")


def to_persian(value: object) -> str:
    """Return a number in Persian digits."""
    return to_persian_digits(str(value))
