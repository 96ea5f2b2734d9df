"""The outcome of a measurement: tables for people, JSON for programs, a page with plots."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Part:
    """One table: rows of systems or sets, columns of measures; ``size`` is the number of cases."""

    name: str
    title: str
    size: int
    rows: Mapping[str, Mapping[str, float]]
    plotted: tuple[str, ...] = ()  # measures between 0 and 1 that are drawn as bars
    misses: Sequence[str] = field(default=())  # for reading, on dev only


@dataclass(frozen=True, slots=True)
class Report:
    """All parts of one run."""

    split: str
    corpus_version: str
    articles: int
    parts: tuple[Part, ...]

    def print(self) -> None:
        """Print the tables."""
        console = Console(width=120)
        for part in self.parts:
            table = Table(title=f"{part.title} — {self.split}, n = {part.size}", title_justify="left")
            table.add_column("")
            measures = _measures(part)
            for measure in measures:
                table.add_column(measure, justify="right")
            for name, row in part.rows.items():
                table.add_row(name, *(_figure(row.get(measure)) for measure in measures))
            console.print(table)

    def write(self, folder: Path) -> None:
        """Write ``report.json`` and ``report.html``."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.json").write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2), "utf-8")
        (folder / "report.html").write_text(self._page(), "utf-8")

    def _page(self) -> str:
        parts = "\n".join(_section(part) for part in self.parts)
        return _PAGE.format(
            split=self.split, version=self.corpus_version, articles=self.articles, parts=parts
        )


def _measures(part: Part) -> list[str]:
    return list(dict.fromkeys(measure for row in part.rows.values() for measure in row))


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"


def _section(part: Part) -> str:
    measures = _measures(part)
    head = "".join(f"<th scope='col'>{html.escape(measure)}</th>" for measure in measures)
    rows = "".join(
        f"<tr><th scope='row'>{html.escape(name)}</th>"
        + "".join(f"<td>{_figure(row.get(measure))}</td>" for measure in measures)
        + "</tr>"
        for name, row in part.rows.items()
    )
    plots = "".join(_bars(part, measure) for measure in part.plotted)
    return (
        f"<section><h2>{html.escape(part.title)}</h2><p>n = {part.size}</p>"
        f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>{plots}</section>"
    )


def _bars(part: Part, measure: str) -> str:
    height, label, full = 26, 240, 420
    bars = "".join(
        f"<text x='{label - 8}' y='{n * height + 17}' text-anchor='end'>{html.escape(name)}</text>"
        f"<rect x='{label}' y='{n * height + 4}' width='{row.get(measure, 0) * full:.1f}' height='{height - 8}'/>"
        f"<text x='{label + row.get(measure, 0) * full + 6:.1f}' y='{n * height + 17}'>{row.get(measure, 0):.2f}</text>"
        for n, (name, row) in enumerate(part.rows.items())
    )
    box = f"0 0 {label + full + 60} {len(part.rows) * height}"
    name = html.escape(measure)
    svg = f"<svg viewBox='{box}' role='img' aria-label='{name}'>{bars}</svg>"
    return f"<figure><figcaption>{name}</figcaption>{svg}</figure>"


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dadkhah: measurements ({split})</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b2430; }}
table {{ border-collapse: collapse; }}
th, td {{ padding: .25rem .75rem; text-align: right; border-bottom: 1px solid #d8dee6; }}
th[scope=row] {{ text-align: left; font-weight: 500; }} svg {{ width: 100%; max-width: 46rem; font-size: 13px; }}
rect {{ fill: #1f6f78; }} figcaption {{ font-weight: 600; margin-top: 1rem; }}
</style></head><body>
<h1>Measurements on the {split} sets</h1>
<p>Corpus {version}, {articles} articles.</p>
{parts}
</body></html>
"""
