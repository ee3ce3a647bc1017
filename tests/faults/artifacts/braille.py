"""Faults planted in clean braille: BRF and PEF files, an eBraille package and the preview."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from everyway.model import Artifact, Publication, Source
from everyway.reading.publication import read_publication
from everyway.tools import Missing, find_tool
from everyway.writing.braille.brf import make_brf
from everyway.writing.braille.ebraille import make_ebrl
from everyway.writing.braille.pef import make_pef
from everyway.writing.braille.preview import make_preview
from tests.faults.fault import CannotPlantError, Fault
from tests.faults.planting import folder_for, planted

TEXT, SETTINGS = "content/plan/01-signs.md", Source("content/publication.yml", 11)
SIGNS = Path(__file__).parents[2] / "publications" / "braille"

MAKERS = {"brf": make_brf, "pef": make_pef, "ebrl": make_ebrl, "braille-preview": make_preview}


@cache
def signs() -> Publication:
    """The publication that braille is tried on."""
    found = read_publication(SIGNS).publication
    assert found
    return found


@cache
def clean(form: str) -> Artifact:
    """The braille of that publication in a format."""
    tool = find_tool("liblouis")
    if isinstance(tool, Missing):
        raise CannotPlantError(f"{tool.wanted.title} is missing: {tool.reason}. {tool.bring}")
    (made,) = MAKERS[form](signs(), signs().editions[0], {}, folder_for(form))
    return made


def copy(form: str, folder: Path) -> Artifact:
    path = folder / clean(form).path.name
    path.write_bytes(clean(form).path.read_bytes())
    return replace(clean(form), path=path)


def changed(old: str, new: str) -> Callable[[str], str]:
    """Put other letters in the place of the first like these."""

    def change(text: str) -> str:
        assert old in text, f"the sound file has no {old!r}"
        return text.replace(old, new, 1)

    return change


def without(line: str) -> Callable[[str], str]:
    return changed(f"{line}\r\n", "")


def twice(line: str) -> Callable[[str], str]:
    return changed(f"{line}\r\n", f"{line}\r\n{line}\r\n")


def moved_on(text: str) -> str:
    """The lines below a heading on the page after it."""
    head, page, rest = text.partition(",LI/S\r\n")[0], *text.partition(",LI/S\r\n")[2].split("\f", 1)
    number, below = rest.split("\r\n", 1)
    return f"{head},LI/S\r\n\f{number}\r\n{page}{below}"


BRF: dict[str, tuple[Callable[[str], str], set[str]]] = {
    "a byte that is no braille": (changed(",! 5D", ",!~5D"), {"BRL001", "BRL013"}),
    "a byte in the midst of a sentence": (changed(",LOOK AT ", ",LOOK~AT "), {"BRL001", "BRL008", "BRL013"}),
    "a line that is too long": (changed('"33333333333\r\n', '"3333333333333333333333333333333\r\n'), {"BRL002"}),
    "a page with another number": (changed("       #B\r\n", "       #I\r\n"), {"BRL005", "BRL006"}),
    "a page without a number": (changed("       #B\r\n", "\r\n"), {"BRL005", "BRL006"}),
    "contents that lead elsewhere": (changed("--- #B\r\n", "--- #C\r\n"), {"BRL006"}),
    "contents without a heading": (without("  ,LI/S ----------------------------- #A"), {"BRL006"}),
    "a heading alone on its page": (moved_on, {"BRL007"}),
    "a heading that is lost": (without("             ,NOTES & BOXES"), {"BRL006", "BRL008", "BRL009"}),
    "a word that is lost": (changed(",LOOK AT ", ",LOOK "), {"BRL008"}),
    "another number": (changed("#CA.0", "#CB.0"), {"BRL010"}),
    "another date": (changed("#CJ ,JULY", "#CA ,JULY"), {"BRL010"}),
    "a phone number that ends early": (changed('"IIII', '"III'), {"BRL010"}),
    "words that stand twice": (twice("#C4 ,?REE4"), {"BRL013"}),
    "no word of proof-reading": (changed("PRO(-R1D", "1D"), {"BRL012"}),
}
"""What is done to a BRF file, and the rules that it breaks."""


PEF: dict[str, tuple[str, str]] = {
    "another version": ('version="2008-1"', 'version="2010-1"'),
    "no format": ("<dc:format>application/x-pef+xml</dc:format>\n", ""),
    "another format": ("application/x-pef+xml", "text/plain"),
    "two identifiers": ("</meta>", "<dc:identifier>x</dc:identifier></meta>"),
    "a date that is none": ("<dc:date>2024-02-29", "<dc:date>soon"),
    "a language that is none": ("<dc:language>en-GB", "<dc:language>en_GB"),
    "metadata that Dublin Core does not have": ("</meta>", "<dc:colour>red</dc:colour></meta>"),
    "no columns": (' cols="40"', ""),
    "no width": (' cols="40"', ' cols="0"'),
    "half a row's gap": ('rowgap="0"', 'rowgap="0.5"'),
    "neither one side nor two": ('duplex="true"', 'duplex="yes"'),
    "an attribute of its own": ('duplex="true"', 'duplex="true" colour="red"'),
    "a page outside a section": ("<section>\n<page>", "<page/><section>\n<page>"),
    "words in a page": ("<page>\n", "<page>\nwords"),
    "letters in a row": ("<row>", "<row>abc"),
    "broken XML": ("</pef>", ""),
    "another document": ("<pef ", "<pef2 "),
}
"""What becomes what in a PEF file; all of it breaks BRL004."""


def packed_anew(path: Path, change: Callable[[dict[str, bytes]], None], *, stored: bool = True) -> None:
    """The package with other files in it."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" and stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, kind)


def edit(name: str, old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        text = files[name].decode("utf-8")
        assert re.search(old, text), f"{name} has no {old!r}"
        files[name] = re.sub(old, new, text, count=1).encode("utf-8")

    return change


EBRL: dict[str, tuple[Callable[[dict[str, bytes]], None], set[str]]] = {
    "another media type": (edit("mimetype", "epub", "ebrl"), {"BRL014"}),
    "another package document": (edit("META-INF/container.xml", "package.opf", "book.opf"), {"BRL014"}),
    "no package document": (lambda files: files.pop("package.opf") and None, {"BRL014"}),
    "no primary entry page": (lambda files: files.pop("index.html") and None, {"BRL014"}),
    "another format": (edit("package.opf", "eBraille 1.0", "eBraille 2.0"), {"BRL014"}),
    "no cell type": (edit("package.opf", '<meta property="a11y:brailleCellType">6</meta>', ""), {"BRL014"}),
    "a language in print": (edit("package.opf", "en-Brai-GB", "en-GB"), {"BRL014"}),
    "two producers' words for tactile graphics": (edit("package.opf", ">none<", ">some<"), {"BRL014"}),
    "an identifier that is no URN": (edit("package.opf", "urn:uuid:", ""), {"BRL014"}),
    "a file that is not named": (lambda files: files.update({"more.css": b""}), {"BRL014"}),
    "a file that is not there": (lambda files: files.pop("ebraille/style.css") and None, {"BRL014"}),
    "contents in the order of reading": (
        edit("package.opf", '<itemref idref="title"/>', '<itemref idref="nav"/><itemref idref="title"/>'),
        {"BRL014", "BRL012", "BRL013"},
    ),
    "contents without their role": (edit("index.html", ' role="doc-toc"', ""), {"BRL014"}),
    "contents without a heading": (edit("index.html", "<li>(?!.*<ol>)[^\n]*</li>\n", ""), {"BRL014"}),
    "contents in other words": (edit("index.html", "⠠⠇⠊⠌⠎", "⠠⠇⠊⠌"), {"BRL014"}),
    "a link to nowhere": (edit("ebraille/part-01.html", "#[a-z-]*note[a-z-]*", "#nowhere"), {"BRL014"}),
    "a program": (
        edit("ebraille/part-01.html", "</body>", "<script>1</script></body>"),
        {"BRL014", "BRL015"},
    ),
    "a typeface": (edit("ebraille/style.css", "ul, ol {", "ul, ol { font-size: 2em;"), {"BRL014"}),
    "a length in points": (edit("ebraille/style.css", "4ch", "4pt"), {"BRL014"}),
    "letters of print": (
        edit("ebraille/part-01.html", "⠠⠇⠊⠌⠎", "Lists"),
        {"BRL008", "BRL009", "BRL013", "BRL014", "BRL015"},
    ),
    "words that are lost": (edit("ebraille/part-01.html", "⠮ ⠎⠑⠉⠕⠝⠙", "⠮"), {"BRL008"}),
    "another number": (edit("ebraille/part-01.html", "⠼⠉⠁⠨⠴", "⠼⠉⠃⠨⠴"), {"BRL010"}),
}
"""What is done to the files of an eBraille package, and the rules that it breaks."""

PREVIEW: dict[str, Callable[[str], str]] = {
    "a page left out": lambda html: re.sub(r'(?s)<div class="sheet".*?</div>', "", html, count=1),
    "a page without its words": lambda html: re.sub(r'<span class="words">[^<]*<', '<span class="words"><', html),
}
"""What is done to the preview; all of it breaks BRL016."""


def spoilt_brf(change: Callable[[str], str], folder: Path) -> Artifact:
    made = copy("brf", folder)
    made.path.write_bytes(change(made.path.read_bytes().decode("ascii")).encode("ascii"))
    return replace(made, facts={**made.facts, "lines": 40})


def spoilt_pef(old: str, new: str, folder: Path) -> Artifact:
    made = copy("pef", folder)
    text = made.path.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    made.path.write_text(text.replace("</pef>", "</pef2>") if "<pef2" in text else text, "utf-8")
    return made


def spoilt_ebrl(change: Callable[[dict[str, bytes]], None], folder: Path) -> Artifact:
    made = copy("ebrl", folder)
    packed_anew(made.path, change)
    return made


def spoilt_preview(change: Callable[[str], str], folder: Path) -> Artifact:
    made = copy("braille-preview", folder)
    before = made.path.read_text("utf-8")
    after = change(before)
    assert after != before
    made.path.write_text(after, "utf-8")
    return made


def asked_for(facts: dict[str, int], folder: Path) -> Artifact:
    """A BRF file that was to have other measures."""
    made = copy("brf", folder)
    return replace(made, facts={**made.facts, **facts})


LINES: dict[str, int | Source] = {
    "brf a byte that is no braille as BRL013": 53,
    "brf a byte in the midst of a sentence": 9,
    "brf a byte in the midst of a sentence as BRL008": 9,
    "brf a byte in the midst of a sentence as BRL013": 9,
    "brf a line that is too long": 46,
    "brf a page with another number": 25,
    "brf a page with another number as BRL006": 23,
    "brf a page without a number": 25,
    "brf a page without a number as BRL006": 23,
    "brf contents that lead elsewhere": 23,
    "brf contents without a heading": 13,
    "brf a heading alone on its page": 13,
    "brf a heading that is lost": 39,
    "brf a heading that is lost as BRL008": 39,
    "brf a heading that is lost as BRL009": 39,
    "brf a word that is lost": 9,
    "brf another number": 9,
    "brf another date": 9,
    "brf a phone number that ends early": 9,
    "brf words that stand twice": 21,
    "brf no word of proof-reading": SETTINGS,
    "brf pages that are too full": 5,
    "ebrl contents in the order of reading": SETTINGS,
    "ebrl a link to nowhere": 39,
    "ebrl a program": 51,
    "ebrl a program as BRL015": 51,
    "ebrl letters of print": 13,
    "ebrl letters of print as BRL009": 13,
    "ebrl letters of print as BRL014": 13,
    "ebrl letters of print as BRL015": 13,
    "ebrl words that are lost": 20,
    "ebrl another number": 9,
}
"""The line that is to be named, by the fault's whole name."""


def _fault(form: str, name: str, rule: str, plant: Callable[[Path], Artifact], *, only: bool) -> Fault:
    title = name if only else f"{name} as {rule}"
    line = LINES.get(f"{form} {title}")
    where = Source(TEXT, line) if isinstance(line, int) else line
    return planted(form, title, rule, plant, where, told_of=signs)


FAULTS = (
    *(
        _fault("brf", name, rule, partial(spoilt_brf, change), only=rule == min(rules))
        for name, (change, rules) in BRF.items()
        for rule in sorted(rules)
    ),
    _fault("brf", "pages that are too full", "BRL003", partial(asked_for, {"lines": 20}), only=True),
    _fault("brf", "a volume that is too thick", "BRL011", partial(asked_for, {"volume_pages": 5}), only=True),
    *(_fault("pef", name, "BRL004", partial(spoilt_pef, old, new), only=True) for name, (old, new) in PEF.items()),
    *(
        _fault("ebrl", name, rule, partial(spoilt_ebrl, change), only=rule == min(rules))
        for name, (change, rules) in EBRL.items()
        for rule in sorted(rules)
    ),
    *(
        _fault("braille-preview", name, "BRL016", partial(spoilt_preview, change), only=True)
        for name, change in PREVIEW.items()
    ),
)
