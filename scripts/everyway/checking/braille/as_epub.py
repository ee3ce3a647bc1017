"""An eBraille file as the book that it has to be too: EPUBCheck's judgement, but for what eBraille adds (section 2)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from everyway.checking.ebook.epubcheck import validate as epubcheck
from everyway.checking.failure import Failure

_ADDED = ("brailleCellType", "brailleSystem", "completeTranscription", "producer", "tactileGraphics")
_UNDEFINED = "OPF-027"
"""EPUBCheck's word for metadata that EPUB itself does not know."""


def validate(path: Path) -> list[Failure]:
    """All errors and warnings; ToolError when Java or EPUBCheck is missing, or gives no answer."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.epub"  # EPUBCheck goes by the end of the name
        shutil.copyfile(path, book)
        return [
            failure
            for failure in epubcheck(book)
            if not (failure.rule == _UNDEFINED and any(f"a11y:{name}" in failure.message for name in _ADDED))
        ]
