"""How the papers look: small grey pictures of their first pages, kept beside the tests.

``python -m tests.drafting.pictures`` draws those of changed or new forms again; look at them before you commit them.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from tests.drafting.conftest import FINISHED, usual_pdf

KEPT = Path(__file__).parent / "pictures"
SIZE = (180, 255)  # of A4: enough to see every block, line and table
GREYS = 16
CELLS = (12, 17)  # the picture is compared in cells of 15 by 15 points
TOLERANCE = 12.0  # mean difference of a cell, of 255: a changed word shows, a renderer's rounding doesn't


def picture(slug: str) -> Image.Image:
    """The first page of a form's example."""
    page = pypdfium2.PdfDocument(usual_pdf(slug))[0]
    drawn = page.render(scale=1).to_pil().convert("L").resize(SIZE, Image.Resampling.BOX)
    return drawn.point(lambda grey: grey * GREYS // 256 * (255 // (GREYS - 1)))


def difference(one: Image.Image, other: Image.Image) -> float:
    """The greatest mean difference of a cell, from 0 to 255."""
    changed = ImageChops.difference(one.convert("L"), other.convert("L"))
    cells = changed.resize(CELLS, Image.Resampling.BOX)
    return float(ImageStat.Stat(cells).extrema[0][1])


def main() -> None:
    """Draw what changed."""
    KEPT.mkdir(exist_ok=True)
    for gone in {path.stem for path in KEPT.glob("*.png")} - set(FINISHED):
        (KEPT / f"{gone}.png").unlink()
    for slug in FINISHED:
        path, now = KEPT / f"{slug}.png", picture(slug)
        if path.exists() and difference(Image.open(path), now) <= TOLERANCE / 4:
            continue
        now.save(path, optimize=True, bits=4)
        print(f"drawn: {path.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()
