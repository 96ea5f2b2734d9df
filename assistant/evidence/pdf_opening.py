"""Opening a stranger's PDF: not when it is locked, nor when it would grow beyond all measure."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from pikepdf.settings import set_qpdf_limits

from assistant.evidence.limits import Limits, limits
from assistant.evidence.refusal import Refused

# LZW has no bound inside qpdf and expands up to a thousandfold; nothing written in this century needs it.
_LZW = re.compile(rb"/LZW(?:Decode)?[\s/\]>]")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_MOST_FILTERS = 4  # over one stream
_CHUNK = 1 << 20  # bytes expanded at a time, and let go

# For the whole process, as qpdf has it: streams in which a PDF keeps its own tables are expanded while it is opened.
set_qpdf_limits(
    flate_max_memory=limits().pdf_stream_bytes,
    run_length_max_memory=limits().pdf_stream_bytes,
    png_max_memory=limits().pdf_stream_bytes,
    tiff_max_memory=limits().pdf_stream_bytes,
    max_stream_filters=_MOST_FILTERS,
)


@contextmanager
def opened(content: bytes, allowed: Limits) -> Iterator[pikepdf.Pdf]:
    """Open a PDF for as long as the block runs.

    Raises:
        Refused: ``encrypted-pdf``, ``old-pdf``, ``expanding-pdf``, ``too-many-pages``, ``too-many-pixels``,
            ``no-pages``, or ``broken-pdf`` for what can't be read, in the block too.
    """
    if _LZW.search(_unescaped(content)):
        raise Refused("old-pdf")
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            _check(pdf, allowed)
            yield pdf
    except pikepdf.PasswordError as error:
        raise Refused("encrypted-pdf") from error
    except pikepdf.DataDecodingError as error:
        raise Refused("expanding-pdf") from error
    except Refused:
        raise
    except Exception as error:
        # What stands in a damaged or hostile PDF is of any type, at any place.
        raise Refused("broken-pdf") from error


def _unescaped(content: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content) if b"#" in content else content


def _check(pdf: pikepdf.Pdf, allowed: Limits) -> None:
    if pdf.is_encrypted:
        raise Refused("encrypted-pdf")
    pages = len(pdf.pages)
    if pages == 0:
        raise Refused("no-pages")
    if pages > allowed.pdf_pages:
        raise Refused("too-many-pages", pages=allowed.pdf_pages)
    expanded = 0
    for found in pdf.objects:
        if isinstance(found, pikepdf.Stream):
            _check_picture(found, allowed)
            expanded += _expanded_size(found, allowed)
            if expanded > allowed.pdf_expanded_bytes:
                raise Refused("expanding-pdf")


def _check_picture(stream: pikepdf.Stream, allowed: Limits) -> None:
    if stream.get("/Subtype") == "/Image":
        width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
        if width * height > allowed.image_pixels:
            raise Refused("too-many-pixels", megapixels=allowed.image_pixels // 1_000_000)


def _expanded_size(stream: pikepdf.Stream, allowed: Limits) -> int:
    """The size of a stream without its filters, in bytes; pictures (DCT, JPX, CCITT, JBIG2) stay packed."""
    raw = stream.read_raw_bytes()
    filters = _filters(stream)
    if not filters:
        return len(raw)
    if filters == ["/FlateDecode"]:
        return _inflated_size(raw, allowed.pdf_stream_bytes)
    if filters[-1] in ("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode") and len(filters) == 1:
        return len(raw)
    if not set(filters) <= {"/FlateDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode"}:
        # A picture below another filter: what lies between is no larger than the rules of qpdf let it be.
        return len(raw)
    return len(stream.read_bytes())


def _filters(stream: pikepdf.Stream) -> list[str]:
    given = stream.get("/Filter")
    if given is None:
        return []
    names = [str(name) for name in given] if isinstance(given, pikepdf.Array) else [str(given)]
    if len(names) > _MOST_FILTERS:
        raise Refused("expanding-pdf")
    return [_FULL.get(name, name) for name in names]


_FULL = {
    "/Fl": "/FlateDecode",
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/RL": "/RunLengthDecode",
}


def _inflated_size(raw: bytes, most: int) -> int:
    """Count what a Flate stream expands to without ever holding it."""
    expander, size, rest = zlib.decompressobj(), 0, raw
    while rest and not expander.eof:
        try:
            size += len(expander.decompress(rest, _CHUNK))
        except zlib.error:
            return size  # damaged from here on: readers show what came before
        if size > most:
            raise Refused("expanding-pdf")
        rest = expander.unconsumed_tail
    return size
