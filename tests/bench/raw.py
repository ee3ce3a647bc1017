"""What the libraries underneath take alone, on what a build gives them: `python -m tests.bench.raw NAME FOLDER`.

`prepare` puts into the folder what they start from: the HTML and style sheets of every print of the worked example, the
words that are spoken, the sentences, and the Markdown.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PRINTS = ("pdf", "large-print", "giant-print")

SITE = """site_name: Action for us all
docs_dir: docs
site_dir: site
theme: {name: material}
markdown_extensions: [footnotes, tables, attr_list, def_list]
"""


def prepare(folder: Path) -> None:
    """What the libraries start from."""
    from everyway.model.walk import plain_text, sections_of, sentences_of
    from everyway.reading.publication import read_publication
    from everyway.speech.script import script
    from everyway.speech.settings import options_for
    from everyway.writing.formats import format_named
    from everyway.writing.print.press import Press

    publication = read_publication(ROOT).publication
    assert publication is not None
    made: dict[int, dict[str, object]] = {}
    jobs: list[dict[str, object]] = []
    start, work = Press.__init__, Press.print_volumes

    def started(press: Press, sheets: Iterable[Path], folders: Iterable[Path], tokens: str = "") -> None:
        every = tuple(sheets)
        made[id(press)] = {"sheets": [str(sheet) for sheet in every], "tokens": tokens}
        start(press, every, folders, tokens)

    def printed(press: Press, html: str, *more: Any, **others: Any) -> Any:
        if id(press) in made:
            jobs.append({**made[id(press)], "html": html})
        return work(press, html, *more, **others)

    Press.__init__, Press.print_volumes = started, printed  # type: ignore[assignment, method-assign]
    spoken: list[str] = []
    sentences: list[str] = []
    (folder / "made").mkdir()
    for edition in publication.editions:
        for name in PRINTS:
            format_named(name).make_edition(publication, edition, folder / "made")
        told = script(publication, edition, options_for(publication, edition, {}))
        spoken += [each.text for chapter in told.chapters for each in chapter.utterances]
        sentences += [plain_text(each.inlines) for part in sections_of(edition) for each in sentences_of(part)]
        shutil.copytree(ROOT / "content" / edition.name, folder / "docs" / edition.name)
    (folder / "docs" / "index.md").write_text("# Action for us all\n", "utf-8")
    (folder / "mkdocs.yml").write_text(SITE, "utf-8")
    (folder / "given.json").write_text(json.dumps({"prints": jobs, "spoken": spoken, "sentences": sentences}), "utf-8")


def _given(folder: Path, name: str) -> Any:
    return json.loads((folder / "given.json").read_text("utf-8"))[name]


def weasyprint(folder: Path) -> None:
    """WeasyPrint alone, with its own tags, on the HTML and style sheets of every print."""
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

    for place, job in enumerate(_given(folder, "prints")):
        fonts = FontConfiguration()
        sheets = [CSS(string=job["tokens"]), *(CSS(filename=sheet, font_config=fonts) for sheet in job["sheets"])]
        html = HTML(string=job["html"], base_url=str(ROOT / "themes" / "print"))
        html.write_pdf(
            folder / f"{place}.pdf",
            stylesheets=sheets,
            font_config=fonts,
            presentational_hints=True,
            pdf_variant="pdf/ua-1",
        )


def speech(folder: Path) -> None:
    """eSpeak NG alone says every utterance, LAME and FFmpeg alone encode the sound: each in one go."""
    import lameenc  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from pyttsx3.drivers import _espeak  # type: ignore[import-untyped]

    rate = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, 200, None, 0)
    sound = bytearray()

    def hear(samples: Any, count: int, events: Any) -> int:
        if samples:
            import ctypes

            sound.extend(ctypes.string_at(samples, count * 2))
        return 0

    _espeak.SetSynthCallback(hear)
    for text in _given(folder, "spoken"):
        _espeak.Synth(text.encode(), flags=_espeak.CHARS_UTF8)
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(7)
    (folder / "whole.mp3").write_bytes(encoder.encode(bytes(sound)) + encoder.flush())
    target = folder / "whole.m4a"
    command = ["ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "pipe:0"]
    coder = ["-aac_coder", "fast", "-aac_tns", "0", "-aac_pns", "0", "-q:a", "1"]  # as everyway does
    subprocess.run([*command, *coder, str(target)], input=bytes(sound), check=True)


def braille(folder: Path) -> None:
    """liblouis alone, sentence by sentence, once for each of the four formats of braille."""
    import ctypes

    library = ctypes.CDLL("liblouis.so.20")
    table = b"unicode.dis,en-ueb-g2.ctb"
    size = library.lou_charSize()
    encoding = {2: "utf-16-le", 4: "utf-32-le"}[size]
    for _ in range(4):
        for text in _given(folder, "sentences"):
            given = text.encode(encoding)
            many = len(given) // size
            room = ctypes.c_int(8 * many + 64)
            cells = ctypes.create_string_buffer(room.value * size)
            library.lou_translateString(
                table, given, ctypes.byref(ctypes.c_int(many)), cells, ctypes.byref(room), None, None, 0
            )


def pandoc(folder: Path) -> None:
    """Pandoc alone: Word twice and OpenDocument of each edition, from Markdown."""
    import pypandoc

    tool = pypandoc.get_pandoc_path()
    for edition in sorted((folder / "docs").iterdir()):
        if edition.is_dir():
            files = [str(file) for file in sorted(edition.glob("*.md"))]
            for name in ("word.docx", "large.docx", "text.odt"):
                subprocess.run([tool, *files, "-o", str(folder / f"{edition.name}-{name}")], check=True)


def mkdocs(folder: Path) -> None:
    """MkDocs Material alone, on the Markdown."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)


WORKS: Mapping[str, Callable[[Path], None]] = {
    "prepare": prepare,
    "weasyprint": weasyprint,
    "speech": speech,
    "braille": braille,
    "pandoc": pandoc,
    "mkdocs": mkdocs,
}

TITLES: Mapping[str, str] = {
    "weasyprint": "WeasyPrint: the six PDFs, with its own tags",
    "speech": "eSpeak NG, LAME and FFmpeg: all the sound",
    "braille": "liblouis: every sentence, for four formats",
    "pandoc": "Pandoc: six documents",
    "mkdocs": "MkDocs Material: the site",
}

if __name__ == "__main__":
    WORKS[sys.argv[1]](Path(sys.argv[2]))
