"""The kinds of PDF that are printed: PDF/UA-1, and PDF/UA-1 with PDF/A-2a in one file, for archives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_UA_ID = "http://www.aiim.org/pdfua/ns/id/"

_MARK_OF_UA = f"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="{_UA_ID}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>{_UA_ID}</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""The mark of PDF/UA-1, and its description, which PDF/A asks for (ISO 19005-2, 6.6.2.3; ISO 14289-1, 5)."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A kind of PDF: WeasyPrint's `name` of it, and what to add to a file of that kind."""

    name: str
    finish: Callable[[Any], None]


def _nothing(pdf: Any) -> None:
    return


def _mark_ua(pdf: Any) -> None:
    """Add the mark of PDF/UA-1 to the metadata of a PDF/A."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    end = b"</rdf:RDF>"
    metadata.stream = [part.replace(end, _MARK_OF_UA.encode() + end) for part in metadata.stream]


UA = Variant("pdf/ua-1", _nothing)
"""ISO 14289-1: the marks of PDF/UA-1 in the file, and PDF 1.7."""

ARCHIVE = Variant("pdf/a-2a", _mark_ua)
"""ISO 19005-2, level A, and ISO 14289-1 in one file."""
