"""Photos come out upright, small enough, and with nothing but their pixels."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from PIL import Image, ImageCms

from assistant.evidence import Refused, limits, make_exhibit
from tests.evidence.files import photo, png_bomb, saved, telling_photo


def cleaned(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(make_exhibit(content, 1).content))
    image.load()
    return image


def is_red(image: Image.Image, x: int, y: int) -> bool:
    red, green, blue = image.getpixel((x, y))  # type: ignore[misc]
    return red > 200 and green < 80 and blue < 80


def test_place_camera_and_comment_are_gone() -> None:
    content = telling_photo()
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)
    made = make_exhibit(content, 1).content
    image = Image.open(io.BytesIO(made))
    assert dict(image.getexif()) == {}
    assert not {"exif", "comment", "icc_profile", "xmp"} & set(image.info)
    assert b"Telephone" not in made
    assert b"secret" not in made


def test_a_photo_taken_sideways_stands_upright() -> None:
    image = cleaned(telling_photo(orientation=6))  # to be turned by 90 degrees clockwise
    assert image.size == (300, 400)
    assert is_red(image, 250, 50)
    assert not is_red(image, 50, 350)


def test_a_large_photo_is_bounded_and_keeps_its_shape() -> None:
    image = cleaned(photo(5000, 2500))
    assert image.size == (limits().image_side, limits().image_side // 2)
    assert is_red(image, 100, 100)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_every_kind_of_picture_becomes_a_jpeg(form: str) -> None:
    image = cleaned(photo(form=form))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (400, 300))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "I;16"])
def test_what_is_transparent_lies_on_white_and_every_depth_is_read(mode: str) -> None:
    clear = (
        Image.new("RGBA", (40, 40), (0, 0, 0, 0))
        if mode in ("RGBA", "LA", "P")
        else Image.new("L", (40, 40), 255)
    )
    if mode == "I;16":
        clear = Image.new("I;16", (40, 40), 65535)
    red, green, blue = cleaned(saved(clear.convert(mode), "PNG")).getpixel((20, 20))  # type: ignore[misc]
    assert min(red, green, blue) > 250


def test_colours_are_brought_to_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    assert cleaned(photo(icc_profile=profile)).mode == "RGB"
    assert is_red(cleaned(photo(icc_profile=b"broken")), 50, 50)


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = png_bomb()
    assert len(bomb) < 20_000
    tracemalloc.start()
    with pytest.raises(Refused) as refused:
        make_exhibit(bomb, 1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.code == "too-many-pixels"
    assert "۴۰ میلیون" in refused.value.message
    assert peak < 5_000_000


@pytest.mark.parametrize("side", [6_400, 10_000])
def test_pixels_are_limited_below_the_decoders_own_limit_too(side: int) -> None:
    with pytest.raises(Refused) as refused:
        make_exhibit(png_bomb(side), 1)
    assert refused.value.code == "too-many-pixels"


@pytest.mark.parametrize(
    "content", [photo()[:2000], photo(form="PNG")[:300], b"RIFF\0\0\0\0WEBPVP8 " + bytes(50)]
)
def test_half_a_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        make_exhibit(content, 1)
    assert refused.value.code == "broken-image"


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert make_exhibit(telling_photo(), 1).digest == make_exhibit(telling_photo(), 2).digest
