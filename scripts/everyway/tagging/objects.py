"""PDF objects: the few of pydyf that are needed, with the types that pydyf itself does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:

    class Dictionary(dict[str, object]):
        """A PDF dictionary. Names are strings that start with a slash; for text see `PdfText`."""

        @property
        def reference(self) -> bytes:
            """Its "12 0 R", once it is added to a file."""

    class Array(list[object]):
        """A PDF array."""

    class PdfText:
        """A PDF text string: ASCII as it stands, else UTF-16."""

        def __init__(self, string: str) -> None: ...

else:
    from pydyf import Array, Dictionary
    from pydyf import String as PdfText

__all__ = ["Array", "Dictionary", "Pdf", "PdfText"]


class Pdf(Protocol):
    """A PDF file being made. `page_references` is built anew at each look: keep it."""

    catalog: Dictionary
    objects: list[Dictionary]

    @property
    def page_references(self) -> tuple[bytes, ...]:
        """The "12 0 R" of each page."""

    def add_object(self, thing: object) -> None:
        """Give an object its number."""
