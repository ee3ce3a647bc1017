"""eBraille 1.0 (DAISY specification of 14 August 2025): the package, its metadata, and that its words are braille."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from everyway.checking.limit import at_most
from everyway.checking.nearest import nearest_ids, place_of
from everyway.findings import Finding
from everyway.model import Artifact, Publication

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
HTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SOME = re.compile(r"(?s).*\S.*")
METADATA: Mapping[str, tuple[bool, re.Pattern[str]]] = {
    "dc:creator": (True, _SOME), "dc:date": (False, _DATE), "dc:format": (False, re.compile(r"eBraille 1\.0")),
    "dc:identifier": (True, re.compile(r"urn:\S+")), "dc:title": (True, _SOME),
    "dc:language": (True, re.compile(r"[a-z]{2,3}-Brai(-\w+)*")), "dcterms:dateCopyrighted": (True, _DATE),
    "dcterms:modified": (False, re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")),
    "a11y:brailleCellType": (False, re.compile(r"6|8|6, 8|8, 6")), "a11y:producer": (True, _SOME),
    "a11y:brailleSystem": (True, re.compile(r"\S+ (grade[0-3]|no-grade)( \S+)?")),
    "a11y:completeTranscription": (False, re.compile("true|false")),
    "a11y:tactileGraphics": (False, re.compile(r"none|(PNG|SVG|PDF|JPG)(, (PNG|SVG|PDF|JPG))*")),
}  # fmt: skip
"""Required metadata (5.3.3): whether it may stand more than once, and what it may say."""

_CELLS = re.compile("[\u2800-\u28ff\t\n\r \u00a0\u00ad]*")
_SHOWN = ("alt", "title", "abbr", "aria-label")
_RUNS = {f"{HTML}script", f"{HTML}form", f"{HTML}object", f"{HTML}iframe", f"{HTML}embed"}
_FONTS = re.compile(r"(?<![\w-])(font(-\w+)*|color|text-(decoration|shadow|transform)[\w-]*|-epub-[\w-]+)\s*:")
_LENGTHS = re.compile(r"(?<![\w#.-])\d*\.?\d+(px|pt|pc|cm|mm|in|q|vw|vh)\b", re.IGNORECASE)


class BrokenError(ValueError):
    """The file cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Package:
    """An eBraille file: its entries in order, its files, and its XML files as trees."""

    entries: tuple[zipfile.ZipInfo, ...]
    files: Mapping[str, bytes]
    trees: Mapping[str, Element]

    @property
    def opf(self) -> Element:
        """The package document."""
        return self.trees["package.opf"]

    @property
    def documents(self) -> list[str]:
        """The content documents in the order of reading."""
        names = {item.get("id"): item.get("href", "") for item in self.opf.iterfind(f"{OPF}manifest/{OPF}item")}
        return [names.get(each.get("idref"), "") for each in self.opf.iterfind(f"{OPF}spine/{OPF}itemref")]


def read_package(path: Path) -> Package:
    """The package in a file; BrokenError when it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = tuple(archive.infolist())
            files = {entry.filename: archive.read(entry) for entry in entries}
        trees = {
            name: ElementTree.fromstring(content)
            for name, content in files.items()
            if name.endswith((".opf", ".xml", ".html"))
        }
    except (OSError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        raise BrokenError(str(error)) from error
    for name in ("package.opf", "index.html"):
        if name not in trees:
            raise BrokenError(f"{name} is not at the top of it")
    return Package(entries, files, trees)


def keeps_the_rules(publication: Publication, artifact: Artifact) -> Iterable[Finding]:
    """Every breach of the rules of eBraille: what it is packed in, metadata, contents, links, words."""
    try:
        package = read_package(artifact.path)
    except BrokenError as error:
        return [Finding("BRL014", f"The file cannot be read: {error}.", format=artifact.format)]
    breaches = ((rule, told, place) for part in _PARTS for rule, told, place in part(package))
    return at_most(Finding(rule, told, format=artifact.format, place=place) for rule, told, place in breaches)


Breach = tuple[str, str, str]


def _container(package: Package) -> Iterator[Breach]:
    first = package.entries[0]
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
        yield "BRL014", "The file does not begin with “mimetype”, stored as it is.", "mimetype"
    elif package.files["mimetype"] != b"application/epub+zip":
        yield "BRL014", "“mimetype” does not say that this is a book.", "mimetype"
    container = package.trees.get("META-INF/container.xml")
    roots = [each.get("full-path") for each in container.iter() if each.get("full-path")] if container else []
    if roots != ["package.opf"]:
        yield "BRL014", "The container does not name package.opf as the package document.", "META-INF/container.xml"


def _metadata(package: Package) -> Iterator[Breach]:
    found: dict[str, list[str]] = {}
    for each in package.opf.iterfind(f"{OPF}metadata/*"):
        name = f"dc:{each.tag.removeprefix(DC)}" if each.tag.startswith(DC) else each.get("property", "")
        found.setdefault(name, []).append((each.text or "").strip())
    for name, (many, pattern) in METADATA.items():
        values = found.get(name, [])
        if not values or (len(values) > 1 and not many):
            yield "BRL014", f"The metadata has “{name}” {len(values)} times.", "package.opf"
        for value in values:
            if not pattern.fullmatch(value):
                yield "BRL014", f"The metadata “{name}” says “{value}”, which is not allowed.", "package.opf"


def _manifest(package: Package) -> Iterator[Breach]:
    items = list(package.opf.iterfind(f"{OPF}manifest/{OPF}item"))
    named = [item.get("href", "") for item in items]
    for name in sorted(set(named) - set(package.files)):
        yield "BRL014", f"The manifest names {name}, which is not there.", "package.opf"
    for name in sorted(set(package.files) - set(named) - {"mimetype", "META-INF/container.xml", "package.opf"}):
        yield "BRL014", f"The manifest does not name {name}.", "package.opf"
    if any(item.get("fallback") for item in items):
        yield "BRL014", "The manifest has fallbacks, which eBraille does not allow.", "package.opf"
    entry = [item.get("href") for item in items if "nav" in (item.get("properties") or "").split()]
    if entry != ["index.html"]:
        yield "BRL014", "The manifest does not name index.html as the primary entry page.", "package.opf"
    if "index.html" in package.documents:
        yield "BRL014", "The primary entry page stands in the order of reading.", "package.opf"
    if not package.documents or "" in package.documents:
        yield "BRL014", "The order of reading names what the manifest does not.", "package.opf"


def _navigation(package: Package) -> Iterator[Breach]:
    navs = [nav for nav in package.trees["index.html"].iter(f"{HTML}nav") if nav.get(f"{EPUB}type") == "toc"]
    if len(navs) != 1 or navs[0].get("role") != "doc-toc":
        yield "BRL014", "The primary entry page has no contents with the role doc-toc.", "index.html"
        return
    told = [(link.get("href", ""), _words(link)) for link in navs[0].iter(f"{HTML}a")]
    asked = [
        (f"{name}#{section.get('id')}", _words(heading))
        for name in package.documents
        if name in package.trees
        for section in package.trees[name].iter(f"{HTML}section")
        if section.get(f"{EPUB}type") != "titlepage"
        for heading in section
        if re.fullmatch(f"{re.escape(HTML)}h[1-6]", heading.tag)
    ]
    if [address for address, _ in told] != [address for address, _ in asked]:
        yield "BRL014", "The contents do not lead to every heading, in order.", "index.html"
        return
    for (address, words), (_, heading) in zip(told, asked, strict=True):
        if words != heading:
            yield "BRL014", f"The contents call {address} “{words}”, its heading says “{heading}”.", "index.html"


def _links(package: Package) -> Iterator[Breach]:
    for name, tree in package.trees.items():
        near = nearest_ids(tree)
        for each in tree.iter():
            address = each.get("href") if name.endswith(".html") else None
            if address and not re.match(r"(https?|mailto|tel):", address):
                file, _, identifier = address.partition("#")
                target = normpath(join(dirname(name), file)) if file else name
                known = package.trees.get(target)
                ids = {other.get("id") for other in known.iter()} if known is not None else set()
                if target not in package.files or (identifier and identifier not in ids):
                    yield "BRL014", f"A link leads to {address}, which is not there.", place_of(name, near[each])
            if each.tag in _RUNS or each.get("src") or any(key.startswith("on") for key in each.attrib):
                yield "BRL014", f"“{each.tag.removeprefix(HTML)}” has no place in eBraille.", place_of(name, near[each])


def _styles(package: Package) -> Iterator[Breach]:
    for name, content in package.files.items():
        if name.endswith(".css"):
            css = re.sub(r"/\*.*?\*/", "", content.decode("utf-8"), flags=re.DOTALL)
            for found in (*_FONTS.finditer(css), *_LENGTHS.finditer(css)):
                yield "BRL014", f"The style sheet says “{found[0]}”; devices choose type and sizes.", name


def _characters(package: Package) -> Iterator[Breach]:
    for name in (*package.documents, "index.html"):
        tree = package.trees.get(name)
        near = nearest_ids(tree) if tree is not None else {}
        for each in tree.iter() if tree is not None else ():
            shown = [each.text, each.tail, *(each.get(attribute) for attribute in _SHOWN)]
            for text in filter(None, shown):
                if not _CELLS.fullmatch(text):
                    yield "BRL015", f"“{text.strip()[:40]}” is not braille.", place_of(name, near[each])
        if tree is not None and "-Brai" not in (tree.get("lang") or ""):
            yield "BRL014", "The document does not say that its language is in braille.", name


_PARTS = (_container, _metadata, _manifest, _navigation, _links, _styles, _characters)


def _words(element: Element) -> str:
    """The words of an element without calls of notes and typeform marks."""
    text = "".join(element.itertext())
    return " ".join(re.sub("[⠘⠨][⠂⠆⠶⠄]|⠰⠔⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+", "", text).split())
