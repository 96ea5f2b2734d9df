"""The petition as plain text: for messengers and for reading aloud."""

from __future__ import annotations

from assistant.drafting.documents.layout import words
from assistant.drafting.markup import persian_digits
from assistant.drafting.petition import (
    Addressee,
    Block,
    Heading,
    Items,
    Paragraph,
    Petition,
    Signature,
    Table,
)


def render_text(petition: Petition) -> str:
    """The paper in lines of text, blocks set apart by a blank line."""
    parts = [words().basmala, petition.title, *(_block(block) for block in petition.blocks)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text=text):
            return f"{text}:"
        case Addressee(text=text) | Paragraph(text=text):
            return text
        case Items(ordered=ordered, items=items):
            marks = (persian_digits(f"{n}- ") if ordered else "– " for n in range(1, len(items) + 1))
            return "\n".join(mark + item for mark, item in zip(marks, items, strict=True))
        case Table(rows=rows):
            return "\n".join(f"{row.label}: {_cells(row.cells)}" for row in rows)
        case Signature(role=role, name=name, date=date):
            return f"{name} ({role})\n{words().date}: {date}\n{words().sign}"


def _cells(cells: tuple[str, ...]) -> str:
    return "؛ ".join("، ".join(cell.split("\n")) for cell in cells)
