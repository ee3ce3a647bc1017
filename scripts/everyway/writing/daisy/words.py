"""The words of a sentence in the text of a talking book, as XHTML 1.0 (Transitional)."""

from __future__ import annotations

from markupsafe import Markup

from everyway.model import Edition, Foreign, Inline, InlinePicture, LineBreak, Link, NoteReference, Place, Term
from everyway.writing.daisy.containers import xml_language
from everyway.writing.html import Flavour, HtmlWriter


class Words(HtmlWriter):
    """Inlines without links inside the publication, since whoever listens goes by headings, and without pictures."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition, Flavour(href=lambda place: "", src=lambda picture: ""))

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Link(inlines=inner, target=Place()):
                return self.inlines(inner)
            case Term(inlines=inner):
                return Markup("<strong>{}</strong>").format(self.inlines(inner))
            case Foreign(inlines=inner, language=language):
                return Markup("<span{}>{}</span>").format(xml_language(language), self.inlines(inner))
            case LineBreak():
                return Markup("<br />")
            case NoteReference(number=number):
                return Markup('<sup class="noteref">{}</sup>').format(number)
            case InlinePicture():
                return Markup("")
            case _:
                return super()._inline(inline)
