"""Faults planted in a clean e-book: one thing in one of its files is another."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from everyway.model import Artifact, Publication, Source
from everyway.writing.epub.make import make_epub
from everyway.writing.parts import Parts
from everyway.writing.pdf import make_pdf
from tests.faults.planting import SETTINGS, folder_for, planted, publication
from tests.writing.daisy.recordings import recording_of

Files = dict[str, bytes]
Change = Callable[[Files], None]

TEXT, OVERLAY, NAV, PACKAGE = "EPUB/gardens.xhtml", "EPUB/gardens.smil", "EPUB/contents.xhtml", "EPUB/package.opf"


def make_book_of(publication: Publication, folder: Path, name: str = "plan") -> Artifact:
    """The book of an edition, with a voice, beside its PDF."""
    edition = publication.edition(name)
    (pdf,) = make_pdf(publication, edition, {}, folder)
    recording = recording_of(publication, edition, folder / "sound")
    (made,) = make_epub(publication, edition, {}, folder, Parts(recording, pdf.places))
    return made


@cache
def clean() -> Artifact:
    """The book of the small publication."""
    return make_book_of(publication(), folder_for("epub"))


def spoilt(fault: Change, folder: Path) -> Artifact:
    """A copy of the clean book, beside the same PDF, with a fault in it."""
    with zipfile.ZipFile(clean().path) as book:
        files = {name: book.read(name) for name in book.namelist()}
    fault(files)
    path = folder / clean().path.name
    with zipfile.ZipFile(path, "w") as book:
        for name, content in files.items():
            book.writestr(name, content)
    pdf = clean().path.with_name("garden-plan-pdf.pdf")
    (folder / pdf.name).write_bytes(pdf.read_bytes())
    return replace(clean(), path=path)


def change(name: str, before: str, after: str, count: int = 1) -> Change:
    """Replace the first `before` (a pattern) in a file; with a count of 0, every one."""

    def plant(files: Files) -> None:
        text, times = re.subn(before, after, files[name].decode(), count=count, flags=re.DOTALL)
        assert times, f"no {before} in {name}"
        files[name] = text.encode()

    return plant


def swap(name: str, one: str, other: str) -> Change:
    """Let two things (patterns) in a file change places."""

    def plant(files: Files) -> None:
        text = files[name].decode()
        first, second = re.search(one, text), re.search(other, text)
        assert first and second and first.end() <= second.start()
        between = text[first.end() : second.start()]
        files[name] = (text[: first.start()] + second[0] + between + first[0] + text[second.end() :]).encode()

    return plant


def both(*faults: Change) -> Change:
    def plant(files: Files) -> None:
        for fault in faults:
            fault(files)

    return plant


def drop(name: str) -> Change:
    def plant(files: Files) -> None:
        del files[name]

    return plant


def add(name: str) -> Change:
    def plant(files: Files) -> None:
        files[name] = b"Nothing names me."

    return plant


def mimetype_last(files: Files) -> None:
    files["mimetype"] = files.pop("mimetype")


def cut_short(files: Files) -> None:
    from everyway.speech.mpeg import frames

    sound = files["EPUB/audio/gardens.mp3"]
    files["EPUB/audio/gardens.mp3"] = sound[: list(frames(sound))[40].start]


PAR = r'<par id="par-{}"[^>]*>.*?</par>\n'

CHANGES: dict[str, tuple[Change, set[str]]] = {
    # the text
    "words lost": (change(TEXT, "Early birds", "Birds"), {"EPUB001"}),
    "words added": (change(TEXT, "Early birds", "Early early birds"), {"EPUB002"}),
    "words moved": (swap(TEXT, "Early birds", "sing loudly"), {"EPUB003"}),
    "alternative text lost": (change(TEXT, 'alt="A blue square"', 'alt=""'), {"EPUB004", "EPUB014", "EPUB033"}),
    "alternative text another": (change(TEXT, 'alt="A blue square"', 'alt="square.svg"'), {"EPUB004"}),
    "note called twice": (
        change(TEXT, r'(<sup class="note-call">).*?</sup>', r"\g<0>\1<a>1</a></sup>"),
        {"EPUB005", "EPUB017"},
    ),
    "heading of another level": (
        both(change(TEXT, "<h2>", "<h3>"), change(TEXT, "</h2>", "</h3>")),
        {"EPUB006", "EPUB014"},
    ),
    "list split": (change(TEXT, "</li>\n<li", "</li></ul><ul><li"), {"EPUB014"}),
    "items numbered otherwise": (change(TEXT, "<ol", '<ol start="4"'), {"EPUB007"}),
    "header cell lost": (change(TEXT, r'<th scope="row"[^>]*>(.*?)</th>', r"<td>\1</td>"), {"EPUB008", "EPUB014"}),
    "link lost": (
        change(TEXT, r'<a href="https://example.org/guide">(.*?)</a>', r"\1"),
        {"EPUB009", "EPUB013", "EPUB014"},
    ),
    "quotation lost": (change(TEXT, "blockquote", "div", 0), {"EPUB010", "EPUB014"}),
    "language lost": (change(TEXT, ' lang="cy" xml:lang="cy"', ""), {"EPUB011"}),
    "expansion lost": (change(TEXT, ' title="Royal Horticultural Society"', ""), {"EPUB012"}),
    "link elsewhere": (change(TEXT, "example.org/guide", "example.org/other"), {"EPUB013"}),
    # the file
    "mimetype last": (mimetype_last, {"EPUB015"}),
    "mimetype wrong": (lambda files: files.update(mimetype=b"application/zip"), {"EPUB015"}),
    "page not well-formed": (change(TEXT, "</body>", "</bod>"), {"EPUB015"}),
    "odd name": (add("EPUB/Ünruly Name.txt"), {"EPUB015", "EPUB016"}),
    "file without a name": (add("EPUB/notes.txt"), {"EPUB016"}),
    "picture missing": (drop("EPUB/pictures/square.svg"), {"EPUB016", "EPUB018"}),
    "link to nothing": (change(TEXT, 'href="tools.xhtml"', 'href="shed.xhtml"'), {"EPUB013", "EPUB017"}),
    "style from outside": (change(TEXT, 'href="book.css"', 'href="https://example.org/a.css"'), {"EPUB018"}),
    "a script": (change(TEXT, "</head>", "<script>1</script></head>"), {"EPUB018"}),
    # the pages
    "part out of order": (swap(PACKAGE, 'idref="page-3"', 'idref="page-4"'), {"EPUB019", "EPUB030"}),
    "part lost": (
        change(PACKAGE, '<itemref idref="page-4"/>', ""),
        {"EPUB001", "EPUB013", "EPUB014", "EPUB017", "EPUB019", "EPUB022", "EPUB028", "EPUB030", "EPUB033"},
    ),
    "no main heading": (
        both(change(TEXT, "<h1", "<h2"), change(TEXT, "</h1>", "</h2>")),
        {"EPUB006", "EPUB014", "EPUB020"},
    ),
    "no title": (change(TEXT, "<title>.*?</title>", "<title></title>"), {"EPUB020"}),
    "language of the page in one way": (change(TEXT, ' xml:lang="en-GB"', ""), {"EPUB020"}),
    "role of a note lost": (change(TEXT, ' role="doc-footnote"', ""), {"EPUB020"}),
    "id twice": (change(TEXT, '<p class="note-number">', '<p class="note-number" id="trees">'), {"EPUB020"}),
    "note does not open": (change(TEXT, "gardens.xhtml#note-compost", "gardens.xhtml#trees"), {"EPUB021"}),
    "no way back from a note": (change(TEXT, r'href="#note-compost-call"', 'href="#trees"'), {"EPUB021"}),
    # the ways
    "line of the contents lost": (change(NAV, r"<li><a [^>]*>Trees of the valley</a></li>", ""), {"EPUB022"}),
    "line of the contents leads elsewhere": (change(NAV, "gardens.xhtml#trees", "gardens.xhtml"), {"EPUB022"}),
    "start of the text lost": (change(NAV, r'<li><a href="[^"]*" epub:type="bodymatter">.*?</li>', ""), {"EPUB023"}),
    "start of the text elsewhere": (change(NAV, r'[^"]*(" epub:type="bodymatter)', r"tools.xhtml\1"), {"EPUB023"}),
    # the voice
    "sentence never said": (
        change(OVERLAY, PAR.format(3), ""),
        {"EPUB024", "EPUB026", "EPUB028"},
    ),
    "sentence said twice": (
        change(OVERLAY, r'(par-3"[^>]*><text src=")[^"]*(.*?par-4"[^>]*><text src=")([^"]*)', r"\1\3\2\3"),
        {"EPUB024", "EPUB025"},
    ),
    "clip of nothing": (change(OVERLAY, r'(par-3"[^>]*><text src="[^"#]*)#[^"]*', r"\1#nobody"), {"EPUB024"}),
    "clips in another order": (
        change(OVERLAY, r'(par-3"[^>]*><text src=")([^"]*)(.*?par-4"[^>]*><text src=")([^"]*)', r"\1\4\3\2"),
        {"EPUB025"},
    ),
    "clip too early": (change(OVERLAY, r'(par-4".*?clipBegin=")[^"]*', r"\g<1>0:00:00.900"), {"EPUB026", "EPUB028"}),
    "gap between clips": (change(OVERLAY, r'(par-4".*?clipEnd="0:00:0\d\.)\d', r"\g<1>0"), {"EPUB026", "EPUB028"}),
    "clips past the end": (cut_short, {"EPUB026"}),
    "sound not all used": (
        change(OVERLAY, r'<par id="par-\d+"(?:(?!<par ).)*</par>\s*((?:</seq>\s*)*</body>)', r"\1"),
        {"EPUB024", "EPUB026", "EPUB028"},
    ),
    "table cannot be left": (change(OVERLAY, ' epub:type="table"', ""), {"EPUB027"}),
    "note cannot be passed over": (change(OVERLAY, ' epub:type="footnote"', ""), {"EPUB027"}),
    "page cannot be passed over": (change(OVERLAY, ' epub:type="pagebreak"', ""), {"EPUB027"}),
    "length of a page": (change(PACKAGE, r'(refines="#overlay-3">)[^<]*', r"\g<1>0:00:01.000"), {"EPUB028"}),
    "length of the book": (change(PACKAGE, r'(media:duration">)[^<]*', r"\g<1>0:00:01.000"), {"EPUB028"}),
    "no active class": (change(PACKAGE, r'<meta property="media:active-class">.*?</meta>', ""), {"EPUB029"}),
    "active class without a look": (change("EPUB/book.css", r"overlay-active", "overlay-other", 0), {"EPUB029"}),
    # the pages of print
    "page number lost": (change(NAV, r'<li><a href="[^"]*#page-\d+">\d+</a></li>', ""), {"EPUB030"}),
    "page numbers fall": (change(NAV, r'(#page-(\d+)">)\d+(</a>)', r"\g<1>99\3"), {"EPUB030"}),
    "page mark elsewhere": (
        both(
            change(TEXT, r'<span id="page-3"[^>]*></span>', ""),
            change(TEXT, r"(<li[^>]*>)(<span[^>]*>pear orchard)", r'\1<span id="page-3" aria-label="Page 3" '
                   r'epub:type="pagebreak" role="doc-pagebreak"></span>\2'),
        ),
        {"EPUB025", "EPUB031"},
    ),
    # what it says of itself
    "another title": (change(PACKAGE, r"<dc:title>.*?</dc:title>", "<dc:title>Book</dc:title>"), {"EPUB032"}),
    "another date": (change(PACKAGE, "2020-07-30T00", "2021-07-30T00"), {"EPUB032"}),
    "no identifier": (change(PACKAGE, 'unique-identifier="book"', 'unique-identifier="none"'), {"EPUB032"}),
    "no synchronizedAudioText": (change(PACKAGE, r"<meta[^>]*>synchronizedAudioText</meta>", ""), {"EPUB033"}),
    "a feature that is not there": (change(PACKAGE, "tableOfContents", "longDescription"), {"EPUB033"}),
    "no hazard told": (change(PACKAGE, r'<meta property="schema:accessibilityHazard">none</meta>', ""), {"EPUB033"}),
    "hearing is not told": (change(PACKAGE, r'<meta property="schema:accessMode">auditory</meta>', ""), {"EPUB033"}),
    "a claim that nobody made": (
        change(PACKAGE, "</metadata>", '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA'
               "</meta></metadata>"),
        {"EPUB034"},
    ),
}  # fmt: skip
"""What is done to the files, and the rules that it breaks."""

LINES: dict[str, int | Source] = {
    "words lost": 3,
    "words added": 3,
    "words moved": 3,
    "alternative text lost": 28,
    "alternative text lost as EPUB014": 28,
    "alternative text another": 28,
    "note called twice": 5,
    "note called twice as EPUB017": 5,
    "heading of another level": 10,
    "heading of another level as EPUB014": 10,
    "list split": 17,
    "items numbered otherwise": 19,
    "header cell lost": 25,
    "header cell lost as EPUB014": 25,
    "link lost": 7,
    "link lost as EPUB013": 7,
    "link lost as EPUB014": 7,
    "quotation lost": 30,
    "quotation lost as EPUB014": 30,
    "language lost": 14,
    "expansion lost": 12,
    "link elsewhere": 7,
    "picture missing as EPUB018": 28,
    "link to nothing": 8,
    "link to nothing as EPUB017": 8,
    "part out of order": 40,
    "part lost": 40,
    "part lost as EPUB013": 8,
    "part lost as EPUB014": 40,
    "part lost as EPUB017": 40,
    "part lost as EPUB019": 40,
    "part lost as EPUB022": 40,
    "no main heading": 1,
    "no main heading as EPUB014": 1,
    "id twice": 10,
    "note does not open": 5,
    "no way back from a note": 33,
    "line of the contents lost": 10,
    "line of the contents leads elsewhere": 10,
    "sentence never said": 3,
    "sentence never said as EPUB026": 5,
    "sentence never said as EPUB028": 1,
    "sentence said twice": 3,
    "sentence said twice as EPUB025": 5,
    "clip of nothing": 3,
    "clips in another order": 3,
    "clip too early": 5,
    "clip too early as EPUB028": 1,
    "gap between clips": 5,
    "gap between clips as EPUB028": 1,
    "clips past the end": 30,
    "sound not all used": 30,
    "sound not all used as EPUB026": 28,
    "sound not all used as EPUB028": 1,
    "table cannot be left": 22,
    "note cannot be passed over": 33,
    "page cannot be passed over": 1,
    "length of a page": 1,
    "page mark elsewhere": 1,
    "page mark elsewhere as EPUB031": 1,
    "a claim that nobody made": SETTINGS,
}
"""The line that is to be named, by the fault and the rule."""


def named(name: str, rule: str) -> str:
    """A fault that breaks several rules is planted for each of them."""
    return name if rule == min(CHANGES[name][1]) else f"{name} as {rule}"


FAULTS = tuple(
    planted("epub", named(name, rule), rule, partial(spoilt, fault), LINES.get(named(name, rule)))
    for name, (fault, rules) in CHANGES.items()
    for rule in sorted(rules)
)
