"""The rules of PDF/A-2b (ISO 19005-2) that concern documents like ours, each as a check of the whole file.

Numbers are those of the clauses. What such a file can't hold at all (movies, digital signatures, layers, JPEG 2000) is
found by the lists of what is forbidden.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

FORBIDDEN_ACTIONS = frozenset(
    {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans",
     "/GoTo3DView", "/JavaScript"}
)  # fmt: skip
FORBIDDEN_ANNOTATIONS = frozenset({"/3D", "/Sound", "/Screen", "/Movie"})
BLEND_MODES = frozenset(
    {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn",
     "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity"}
)  # fmt: skip
_PRINT, _HIDDEN = (
    4,
    2 | 1 | 32 | 256,
)  # flags of annotations: print; hidden, invisible, no view, toggle no view


def violations(content: bytes) -> list[str]:
    """The rules that a document breaks; none for a good one."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = [*_file(content, pdf), *_metadata(pdf), *_catalogue(pdf)]
        for item in pdf.objects:
            found.extend(_object(item))
        for number, page in enumerate(pdf.pages, start=1):
            found.extend(f"page {number}: {problem}" for problem in _page(page.obj))
        return found


def _file(content: bytes, pdf: Pdf) -> Iterator[str]:
    head = re.match(rb"%PDF-1\.[0-7]\r?\n%([^\r\n]{4,})", content)
    if head is None or any(byte < 128 for byte in head[1][:4]):
        yield "6.1.2: the header needs a comment of four bytes above 127"
    if not re.search(rb"%%EOF\s*$", content):
        yield "6.1.3: data after the last %%EOF"
    if "/ID" not in pdf.trailer:
        yield "6.1.3: no ID in the trailer"
    if pdf.is_encrypted:
        yield "6.1.3: encrypted"


def _metadata(pdf: Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "6.6.2: no metadata"
        return
    with pdf.open_metadata() as about:
        if (about.get("pdfaid:part"), about.get("pdfaid:conformance")) != ("2", "B"):
            yield "6.6.4: not marked as PDF/A-2b"
        if "/Title" in pdf.docinfo and str(pdf.docinfo["/Title"]) != about.get("dc:title"):
            yield "6.6.2: two titles"


def _catalogue(pdf: Pdf) -> Iterator[str]:
    intents = [intent for intent in pdf.Root.get("/OutputIntents", Array()) if intent.S == Name.GTS_PDFA1]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "6.2.3: one output intent with a profile is needed"
    elif bytes(intents[0].DestOutputProfile.read_bytes())[36:40] != b"acsp":
        yield "6.2.3: the profile is no ICC profile"
    for key in ("/AA", "/Requirements"):
        if key in pdf.Root:
            yield f"6.5, 6.11: {key} in the catalogue"
    names = pdf.Root.get("/Names", Dictionary())
    for key in ("/JavaScript", "/AlternatePresentations"):
        if key in names:
            yield f"6.5, 6.10: {key} in the names"
    form = pdf.Root.get("/AcroForm", Dictionary())
    if "/XFA" in form or form.get("/NeedAppearances", False):
        yield "6.4: a form that draws itself"


def _object(item: Object) -> Iterator[str]:
    if isinstance(item, Stream):
        yield from _stream(item)
    if not isinstance(item, Dictionary | Stream):
        return
    if item.get("/S") in FORBIDDEN_ACTIONS and "/Type" in item and item.Type == Name.Action:
        yield f"6.5.1: action {item.S}"
    kind = item.get("/Type")
    if kind == Name.Font:
        yield from _font(item)
    if kind == Name.ExtGState:
        yield from _graphics_state(item)
    if kind == Name.Filespec and "/EF" in item:
        yield "6.8: a file is embedded"


def _stream(item: Stream) -> Iterator[str]:
    filters = item.get("/Filter", Array())
    used = {str(name) for name in (filters if isinstance(filters, Array) else [filters])}
    if used & {"/LZWDecode", "/Crypt"}:
        yield f"6.1.7: filter {used}"
    if "/F" in item:
        yield "6.1.7: a stream outside the file"
    if item.get("/Subtype") == Name.PS or "/OPI" in item or "/Alternates" in item:
        yield "6.2.8, 6.2.9: PostScript, OPI or alternates"
    if item.get("/Subtype") == Name.Image and item.get("/Interpolate", False):
        yield "6.2.8: an image that is interpolated"


def _font(font: Object) -> Iterator[str]:
    if font.Subtype == Name.Type0:
        (descendant,) = font.DescendantFonts
        descriptor = descendant.get("/FontDescriptor", Dictionary())
        embedded = {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())
        if not embedded:
            yield f"6.2.11.4: {font.BaseFont} is not embedded"
        if descendant.Subtype == Name.CIDFontType2 and "/CIDToGIDMap" not in descendant:
            yield f"6.2.11.3: {font.BaseFont} has no CIDToGIDMap"
        if "/ToUnicode" not in font:
            yield f"6.2.11.7: {font.BaseFont} has no ToUnicode"
    elif font.Subtype in (Name.TrueType, Name.Type1, Name.MMType1):
        descriptor = font.get("/FontDescriptor", Dictionary())
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"6.2.11.4: {font.get('/BaseFont')} is not embedded"


def _graphics_state(state: Object) -> Iterator[str]:
    if "/TR" in state or "/HTP" in state or state.get("/TR2", Name.Default) != Name.Default:
        yield "6.2.5: a transfer function"
    modes = state.get("/BM", Name.Normal)
    for mode in modes if isinstance(modes, Array) else [modes]:
        if str(mode) not in BLEND_MODES:
            yield f"6.2.10: blend mode {mode}"


def _page(page: Object) -> Iterator[str]:
    if "/AA" in page:
        yield "6.5.2: a page with actions"
    for annotation in page.get("/Annots", Array()):
        flags = int(annotation.get("/F", 0))
        if annotation.Subtype in FORBIDDEN_ANNOTATIONS:
            yield f"6.3.1: annotation {annotation.Subtype}"
        elif annotation.Subtype != Name.Popup and (not flags & _PRINT or flags & _HIDDEN):
            yield "6.3.2: an annotation that is not printed"
