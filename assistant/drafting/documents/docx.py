"""The petition as a Word document that staff can edit: right to left throughout.

``templates/documents/word`` is the document unpacked: its files are the parts, those that end in ``.j2`` are filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from assistant.drafting.documents.layout import layouts, qr_png, words
from assistant.drafting.markup import persian_digits, without_forbidden
from assistant.drafting.petition import Block, Paragraph, Petition, Signature
from assistant.persian.dates import JalaliDate

_TYPES = "[Content_Types].xml"  # a reader of the format expects it first


def render_docx(petition: Petition, tracking_code: str | None = None) -> bytes:
    """The petition as .docx; with ``tracking_code`` it carries the code and its QR code."""
    given = {
        "petition": petition,
        "blocks": [
            (block, _leads(block, petition.blocks[index + 1 : index + 3]))
            for index, block in enumerate(petition.blocks)
        ],
        "tracking_code": tracking_code,
        "author": without_forbidden(str(petition.facts.get("applicant_name", ""))),
        "day": JalaliDate.parse(petition.date).to_gregorian().isoformat(),
    }
    parts = {name: template.render(given).encode() for name, template in _templates()}
    if tracking_code:
        parts["word/media/qr.png"] = qr_png(tracking_code)
    return _package(dict(_fixed_parts()) | parts)


def _leads(block: Block, following: Sequence[Block]) -> bool:
    """Whether a block is not to be left alone at the foot of a page.

    What leads to a list («به شرح زیر:») stays with it, and the last words stay with the signature.
    """
    signs = any(isinstance(other, Signature) for other in following)
    return signs or (isinstance(block, Paragraph) and block.text.endswith(":"))


def _package(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, content in parts.items():
            # A day of its own for every file would make the same petition two documents.
            package.writestr(ZipInfo(name), content, ZIP_DEFLATED, compresslevel=1)
    return out.getvalue()


def _folder() -> Path:
    return layouts() / "word"


@lru_cache(maxsize=1)
def _fixed_parts() -> tuple[tuple[str, bytes], ...]:
    """Parts that are the same in every document, by their names in the package."""
    paths = sorted(
        (path for path in _folder().rglob("*") if path.is_file()), key=lambda path: path.name != _TYPES
    )
    return tuple((_name(path), path.read_bytes()) for path in paths if path.suffix != ".j2")


@lru_cache(maxsize=1)
def _templates() -> tuple[tuple[str, Template], ...]:
    """Parts to be filled in, by their names in the package; a template in the folder itself is no part."""
    environment = Environment(
        loader=FileSystemLoader(_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(words=words(), persian_digits=persian_digits)
    return tuple(
        (_name(path).removesuffix(".j2"), environment.get_template(_name(path)))
        for path in sorted(_folder().glob("*/**/*.j2"))
    )


def _name(path: Path) -> str:
    return path.relative_to(_folder()).as_posix()
