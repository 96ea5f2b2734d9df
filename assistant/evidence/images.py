"""A photo made harmless: decoded, turned upright, freed of everything but its pixels, and written anew as JPEG."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageCms, ImageOps

from assistant.evidence.limits import Limits
from assistant.evidence.refusal import Refused
from assistant.evidence.sniffing import Format

_DECODERS: Final[dict[Format, str]] = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
_WHITE = "white"


def clean_image(content: bytes, found: Format, limits: Limits) -> bytes:
    """Return a JPEG in sRGB with the pixels of a picture and nothing else of it: no place, no time, no camera.

    Raises:
        Refused: ``too-many-pixels`` before anything is decoded; ``broken-image`` for what can't be decoded.
    """
    try:
        with Image.open(io.BytesIO(content), formats=(_DECODERS[found],)) as image:
            _check_size(image, limits)
            return _written(_upright(image, limits), limits)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(limits) from error
    except Refused:
        raise
    except Exception as error:
        # Decoders of damaged or hostile data raise whatever they happen to meet.
        raise Refused("broken-image") from error


def _check_size(image: Image.Image, limits: Limits) -> None:
    width, height = image.size  # as declared: nothing is decoded yet
    if width * height > limits.image_pixels:
        raise _too_many_pixels(limits)


def _too_many_pixels(limits: Limits) -> Refused:
    return Refused("too-many-pixels", megapixels=limits.image_pixels // 1_000_000)


def _upright(image: Image.Image, limits: Limits) -> Image.Image:
    side = limits.image_side
    image.draft("RGB", (side, side))  # a large JPEG is decoded at a half or a quarter: time and memory
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    bounded = _in_srgb(turned, profile)
    bounded.thumbnail((side, side), Image.Resampling.LANCZOS)
    return bounded


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    opaque = _on_white(image)
    if profile and opaque.mode in ("RGB", "CMYK", "L"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                opaque, given, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that is broken or for another kind of picture: its colours are taken as they are
        else:
            if converted is not None:
                return converted
    return opaque.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """Lay what is transparent on white paper, as it is seen on a screen."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")  # 16 bits of grey
    if not image.has_transparency_data:
        return image.convert("RGB") if image.mode == "P" else image
    layered = image.convert("RGBA")
    paper = Image.new("RGBA", layered.size, _WHITE)
    return Image.alpha_composite(paper, layered).convert("RGB")


def _written(image: Image.Image, limits: Limits) -> bytes:
    pixels = Image.new(
        "RGB", image.size
    )  # a new picture: nothing that was hung on the old one can come along
    pixels.paste(image)
    out = io.BytesIO()
    pixels.save(out, "JPEG", quality=limits.image_quality, optimize=True)
    return out.getvalue()
