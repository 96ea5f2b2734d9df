"""The report: one HTML page for each area and an index, which need no server and no network."""

from __future__ import annotations

import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.law.corpus import Corpus
from assistant.law.report.areas import Area, areas
from assistant.law.report.texts import report_texts
from assistant.law.rules import Day
from assistant.persian import to_persian_digits

FONTS = ("Vazirmatn-Regular.ttf", "Vazirmatn-Bold.ttf", "OFL.txt")


def write_report(corpus: Corpus, corpus_dir: Path, templates_dir: Path, out: Path, on: Day) -> list[Path]:
    """Write the pages into a folder, which is made where it is missing; returns them, the index first."""
    folder = templates_dir / "report"
    texts = report_texts(folder)
    found = areas(corpus, corpus_dir, texts, on)
    environment = _environment(folder)
    out.mkdir(parents=True, exist_ok=True)
    _copy_fonts(templates_dir, out)
    common = {"texts": texts, "day": str(on), "version": corpus.version, "areas": found}
    index = out / "index.html"
    index.write_text(environment.get_template("index.html.j2").render(common), encoding="utf-8")
    page = environment.get_template("page.html.j2")
    written = [index]
    for area in found:
        path = out / f"{area.name}.html"
        official = _official(area, corpus)
        path.write_text(page.render(common, area=area, official=official), encoding="utf-8")
        written.append(path)
    return written


def _official(area: Area, corpus: Corpus) -> dict[str, tuple[str, str, str]]:
    """The official texts that a page needs, each once: label, text, status."""
    texts = {}
    for article_id in area.cited:
        article = corpus.articles.get(article_id)
        if article and article.official:
            texts[article_id] = article.label, article.official.text, article.official.status
    return texts


def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["persian"] = lambda value: to_persian_digits(str(value))
    return environment


def _copy_fonts(templates_dir: Path, out: Path) -> None:
    """The fonts of the petitions; without them a page uses what the computer has."""
    for name in FONTS:
        font = templates_dir / "documents" / "fonts" / name
        if font.is_file():
            (out / "fonts").mkdir(exist_ok=True)
            shutil.copyfile(font, out / "fonts" / name)
