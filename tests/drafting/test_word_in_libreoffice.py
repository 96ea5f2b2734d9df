"""Every Word document opens in LibreOffice, and every paragraph of it runs from right to left there."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse

from tests.drafting.conftest import FINISHED, usual_word

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed"),
]
NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
STYLE, TEXT = (f"{{{NS[prefix]}}}" for prefix in ("style", "text"))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where LibreOffice wrote every example again in its own format, in one run."""
    folder = tmp_path_factory.mktemp("word")
    for slug in FINISHED:
        (folder / f"{slug}.docx").write_bytes(usual_word(slug))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    command = ["soffice", "--headless", profile, "--convert-to", "fodt", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.parametrize("slug", FINISHED)
def test_every_paragraph_runs_from_right_to_left(slug: str, opened: Path) -> None:
    document = parse(opened / f"{slug}.fodt").getroot()
    styles = {style.get(f"{STYLE}name"): style for style in document.iter(f"{STYLE}style")}
    body = document.find("office:body", NS)
    assert body is not None
    paragraphs = [*body.iter(f"{TEXT}p"), *body.iter(f"{TEXT}h")]
    assert len(paragraphs) > 8
    for paragraph in paragraphs:
        said = "".join(paragraph.itertext()).strip()
        assert not said or _direction(paragraph.get(f"{TEXT}style-name"), styles) == "rl-tb", said


def _direction(name: str | None, styles: dict[str | None, Element]) -> str | None:
    """The writing mode of a paragraph style, or of the style that it stands on."""
    while name in styles:
        properties = styles[name].find("style:paragraph-properties", NS)
        mode = properties.get(f"{STYLE}writing-mode") if properties is not None else None
        if mode is not None:
            return mode
        name = styles[name].get(f"{STYLE}parent-style-name")
    return None
