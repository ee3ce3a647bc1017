"""A booklet for the print room: the A5 pages of a PDF, two on each side of A4, in the order in which they are folded.

It is a picture of the pages, without the structure that a screen reader needs: never offer it as an accessible copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

HEIGHT, WIDTH = 595.276, 841.89
"""A4 lying on its long side, in points."""


def booklet(source: Path) -> bytes:
    """A PDF as a booklet, to be printed on both sides, turned at the short edge, folded and stapled in the middle."""
    import pikepdf

    with pikepdf.open(source) as pdf, pikepdf.new() as made:
        for pair in imposed(len(pdf.pages)):
            side = made.add_blank_page(page_size=(WIDTH, HEIGHT))
            drawn, drawings = [], pikepdf.Dictionary()
            for place, number in enumerate(pair):
                if number:
                    page = pdf.pages[number - 1]
                    _, _, width, height = (float(edge) for edge in page.mediabox)
                    scale = min(WIDTH / 2 / width, HEIGHT / height)
                    left, low = (place + 0.5) * WIDTH / 2 - scale * width / 2, (HEIGHT - scale * height) / 2
                    drawings[f"/Page{number}"] = made.copy_foreign(page.as_form_xobject())
                    drawn.append(f"q {scale:.5f} 0 0 {scale:.5f} {left:.3f} {low:.3f} cm /Page{number} Do Q")
            side.Resources = pikepdf.Dictionary(XObject=drawings)
            side.Contents = made.make_stream("\n".join(drawn).encode())
        made.docinfo["/Title"] = pdf.docinfo.get("/Title", "")
        made.Root.Lang = pdf.Root.get("/Lang", "")
        written = BytesIO()
        made.save(written, deterministic_id=True)
    return written.getvalue()


def imposed(pages: int) -> Iterator[tuple[int, int]]:
    """The pages on the left and right of each side of the sheets, from 1; 0 is an empty one.

    The outer side of a sheet, then its inner side, from the cover inwards: for 8 pages 8 1, 2 7, 6 3, 4 5.
    """
    count = -(-pages // 4) * 4
    for sheet in range(count // 4):
        low, high = 2 * sheet + 1, count - 2 * sheet
        for left, right in ((high, low), (low + 1, high - 1)):
            yield (left if left <= pages else 0, right if right <= pages else 0)
