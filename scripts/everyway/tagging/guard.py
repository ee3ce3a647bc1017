"""Whether our structure tree can be trusted with the WeasyPrint that is installed.

It replaces a part of WeasyPrint's insides, so it holds for the versions it was checked against, and proves itself on
one page before it is used. Where it cannot, callers render with WeasyPrint's own tags, and say so.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version

CHECKED_AGAINST = {"weasyprint": "70.0", "pydyf": "0.13.0"}

CANARY = """<html lang="en"><head><title>Canary</title><style>
@page { size: 300px 400px; margin: 40px; @top-left { content: "furniture" } }
.note { float: footnote }
</style></head><body><main data-pdf-title="body">
<h1>One</h1>
<p>A line that is long enough to be broken, with a <a href="https://example.org/">link</a><span class="note">A note.
</span> and a <span lang="cy">gair</span>.</p>
<table><tr><th>Head</th><td>cell</td></tr></table>
</main></body></html>"""

EXPECTED = """\
Document
  Part title=body
    H1 "One"
    P
      "A line that is long enough to be broken, with a "
      Link → https://example.org/ "link "
      Reference "1"
      " and a "
      Span lang=cy "gair"
      "."
    Note id=note-1
      Lbl "1. "
      "A note."
    Table
      TBody
        TR
          TH [Row] "Head"
          TD "cell"
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something can be used, and the reason if it cannot."""

    ok: bool
    reason: str = ""


@cache
def available() -> Verdict:
    """Tell whether `build.structure_tree` can be used here. Renders one page, the first time."""
    reason = other_version()
    return Verdict(False, reason) if reason else canary()


def other_version() -> str:
    """What is installed in another version than the one that was checked; "" for nothing."""
    for package, wanted in CHECKED_AGAINST.items():
        found = installed(package)
        if found != wanted:
            return f"{package} {found} is installed; the tags were checked against {wanted} only"
    return ""


def installed(package: str) -> str:
    """Give the version of an installed package, or "(none)"."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "(none)"


def canary() -> Verdict:
    """Render one page with our tags, read its tree back, and tell whether it is as it should be."""
    from weasyprint import HTML  # type: ignore[import-untyped]

    from everyway.tagging.build import structure_tree
    from everyway.tagging.outline import tree_as_text
    from everyway.tagging.read import read

    try:
        with structure_tree():
            made = HTML(string=CANARY).write_pdf(pdf_variant="pdf/ua-1")
        tagged = read(io.BytesIO(made or b""))
    except Exception as error:  # whatever fails inside another's insides: the verdict carries it, native tags are used
        return Verdict(False, f"the trial page failed: {type(error).__name__}: {error}")
    got = tree_as_text(tagged.document) if tagged.document is not None else ""
    if got != EXPECTED:
        return Verdict(False, "the trial page was not tagged as it should be")
    if [text.text for text in tagged.outside] != ["furniture"]:
        return Verdict(False, "the trial page's header was read as content")
    return Verdict(True)
