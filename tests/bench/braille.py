"""How long 100,000 words take to become BRF and PEF on one processor, and how much memory: `scripts/bench braille`.

Every sentence is different, so that nothing can be remembered.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from everyway.braille.louis import louis
from everyway.model import BulletList, Edition, ListItem, Paragraph, Publication, Section, Sentence, Text
from everyway.model.walk import plain_text, sections_of, sentences_of
from everyway.reading.publication import read_publication
from everyway.writing.braille.brf import make_brf
from everyway.writing.braille.pef import make_pef

WORDS = 100_000
SECONDS, MEGABYTES = 4, 200
"""The bars, for so many words."""


def words_of(edition: Edition) -> int:
    return sum(len(plain_text(each.inlines).split()) for part in sections_of(edition) for each in sentences_of(part))


def long_edition(publication: Publication, words: int = WORDS) -> Edition:
    """An edition of so many words, made of those of the example in another order."""
    edition = publication.edition("plan")
    dice, numbers, source = random.Random(1), count(), edition.source
    stock = [word.strip(".,") for part in sections_of(edition) for each in sentences_of(part) for word in
             plain_text(each.inlines).split()]  # fmt: skip

    def sentence() -> Sentence:
        text = " ".join(dice.choices(stock, k=dice.randint(6, 24)))
        return Sentence(f"s{next(numbers)}", (Text(f"{text}."),), source)

    def paragraph() -> Paragraph:
        return Paragraph(tuple(sentence() for _ in range(dice.randint(1, 5))), source)

    def section(level: int) -> Section:
        items = BulletList(tuple(ListItem((paragraph(),), source) for _ in range(4)), source)
        blocks = (*(paragraph() for _ in range(6)), items)
        inner = tuple(section(2) for _ in range(5)) if level == 1 else ()
        return Section(f"x{next(numbers)}", level, sentence(), blocks, inner, source)

    long = replace(edition, sections=())
    while words_of(long) < words:
        long = replace(long, sections=(*long.sections, section(1)))
    return long


def main() -> int:
    """Measure, and tell; code 1 when a bar is missed."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    publication = read_publication(Path(__file__).parents[2]).publication
    assert publication
    edition = long_edition(publication, words)
    louis()
    with TemporaryDirectory() as folder:
        start = time.process_time()
        make_brf(publication, edition, {}, Path(folder))
        make_pef(publication, edition, {}, Path(folder))
        seconds = time.process_time() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    kept = seconds < SECONDS * words_of(edition) / WORDS and megabytes < MEGABYTES
    sys.stdout.write(
        f"{words_of(edition)} words in BRF and PEF: {seconds:.2f} s of one processor, {megabytes} MB. "
        f"The bars for {WORDS} words, {SECONDS} s and {MEGABYTES} MB, are {'kept' if kept else 'missed'}.\n"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
