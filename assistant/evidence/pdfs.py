"""A PDF made harmless: what its pages show, in a new file with nothing else of the old one."""

from __future__ import annotations

import io

import pikepdf

from assistant.evidence.limits import Limits
from assistant.evidence.pdf_opening import opened
from assistant.evidence.pdf_scrubbing import scrub_pages
from assistant.evidence.refusal import Refused


def clean_pdf(content: bytes, limits: Limits) -> tuple[bytes, int]:
    """Return a new PDF that shows the same pages, and how many they are.

    Gone are scripts, actions, links, attached files, media, forms (what stands in them is kept as drawn), notes that
    don't show, metadata, bookmarks and the old identity. The same PDF gives the same bytes.

    Raises:
        Refused: see :func:`assistant.evidence.pdf_opening.opened`; ``unsaved-form`` where a form would lose answers.
    """
    with opened(content, limits) as source, pikepdf.new() as clean:
        _check_form(source)
        _drop_xfa(source)
        source.flatten_annotations(
            "all"
        )  # what a form, a stamp or a signature shows becomes part of its page
        clean.pages.extend(source.pages)  # pages only: what hangs on the document stays behind
        scrub_pages(clean)
        out = io.BytesIO()
        clean.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
        return out.getvalue(), len(clean.pages)


def _check_form(pdf: pikepdf.Pdf) -> None:
    """Refuse a form whose answers are known to the program that filled it, but drawn nowhere."""
    for page in pdf.pages:
        for note in page.obj.get("/Annots", []):
            if note.get("/Subtype") == "/Widget" and "/AP" not in note and _answer(note):
                raise Refused("unsaved-form")


def _answer(field: pikepdf.Object) -> str:
    """What was filled in, of the field or of those above it."""
    for _ in range(20):  # a form is never so deep; a ring of fields is
        if "/V" in field:
            return str(field["/V"]).removeprefix("/Off").strip()
        if "/Parent" not in field:
            return ""
        field = field["/Parent"]
    return ""


def _drop_xfa(pdf: pikepdf.Pdf) -> None:
    form = pdf.Root.get("/AcroForm")
    if form is not None and "/XFA" in form:
        del form["/XFA"]
