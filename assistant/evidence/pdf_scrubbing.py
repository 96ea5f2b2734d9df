"""What a page may keep: what is needed to draw it. Whatever acts, calls out, hides or tells of its maker goes."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

# A page needs these and no more: no annotations, no actions, no thumbnails, no private data of a program.
_OF_PAGES = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"}
)

# What can hang on anything that a page is drawn with.
_NOWHERE = (
    "/A", "/AA", "/AF", "/AcroForm", "/Alternates", "/Annots", "/Dests", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript",
    "/LastModified", "/Metadata", "/Names", "/OPI", "/OpenAction", "/Outlines", "/PieceInfo", "/Ref",
    "/RichMediaContent", "/SpiderInfo", "/StructParent", "/StructParents", "/Threads", "/URI", "/XFA",
)  # fmt: skip
_OUTSIDE = ("/F", "/FFilter", "/FDecodeParms")  # a stream whose data lie in another file

# In these the keys are names that the maker chose; only what they lead to is looked at.
_OF_NAMES = frozenset(
    {
        "/Font",
        "/XObject",
        "/ExtGState",
        "/ColorSpace",
        "/Pattern",
        "/Shading",
        "/Properties",
        "/CharProcs",
        "/Colorants",
    }
)


def scrub_pages(pdf: pikepdf.Pdf) -> None:
    """Take from all pages of a PDF, and from all that they are drawn with, what a page doesn't need."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for key in [key for key in page.obj.keys() if key not in _OF_PAGES]:  # noqa: SIM118
            del page.obj[key]
        _scrub(
            [
                (page.obj[key], key in _OF_NAMES)
                for key in ("/Resources", "/Contents", "/Group")
                if key in page.obj
            ],
            seen,
        )


def _scrub(waiting: list[tuple[pikepdf.Object, bool]], seen: set[tuple[int, int]]) -> None:
    while waiting:
        found, named = waiting.pop()
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
            _bare(found, named)
            waiting.extend(_below(found))
        elif isinstance(found, pikepdf.Array):
            waiting.extend((item, False) for item in found if isinstance(item, pikepdf.Object))


def _bare(found: pikepdf.Dictionary | pikepdf.Stream, named: bool) -> None:
    if named:
        for name in [name for name, value in found.items() if _is_program(value)]:
            del found[name]
        return
    gone = (*_NOWHERE, *_OUTSIDE) if isinstance(found, pikepdf.Stream) else _NOWHERE
    for key in gone:
        if key in found:
            del found[key]


def _is_program(value: object) -> bool:
    """Whether a resource is PostScript to be sent to a printer."""
    return isinstance(value, pikepdf.Stream) and "/PS" in (value.get("/Subtype"), value.get("/Subtype2"))


def _below(found: pikepdf.Dictionary | pikepdf.Stream) -> Iterator[tuple[pikepdf.Object, bool]]:
    for key, value in found.items():
        if key != "/Parent" and isinstance(value, pikepdf.Object):
            yield value, key in _OF_NAMES and isinstance(value, pikepdf.Dictionary)
