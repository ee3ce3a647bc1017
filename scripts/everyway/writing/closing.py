"""What stands after the text in formats that are one document: letters explained, other formats, contact, rights.

It is told in the model's own values, so that each format writes it as it writes the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from everyway.model import (
    Abbreviation,
    Block,
    BulletList,
    Definition,
    DefinitionList,
    Edition,
    Inline,
    Link,
    ListItem,
    Paragraph,
    Passage,
    Publication,
    Section,
    Sentence,
    Strong,
    Text,
)
from everyway.model.walk import inlines_of, sections_of, sentences_of
from everyway.wording import Wording, words_for
from everyway.writing.formats import FORMATS
from everyway.writing.print.front import credit_lines


def closing(publication: Publication, edition: Edition, format: str, *, expansions: bool) -> tuple[Section, ...]:  # noqa: A002
    """The sections that follow an edition's text in a format of that name, each of level 1.

    `expansions`: with a list of what abbreviations stand for, for formats that cannot say it where they stand.
    """
    return tuple(_Closing(publication, edition, format).sections(expansions))


def expansions_of(edition: Edition) -> dict[str, str]:
    """What each abbreviation of an edition stands for, in order of their letters."""
    found = {
        inline.text: inline.expansion
        for section in sections_of(edition)
        for sentence in sentences_of(section)
        for inline in inlines_of(sentence.inlines)
        if isinstance(inline, Abbreviation)
    }
    return dict(sorted(found.items(), key=lambda row: (row[0].casefold(), row[0])))


class _Closing:
    def __init__(self, publication: Publication, edition: Edition, name: str) -> None:
        self._publication = publication
        self._edition = edition
        self._name = name
        self._words: Wording = words_for(edition.language)
        self._numbers = count(1)

    def sections(self, expansions: bool) -> Iterator[Section]:
        letters = expansions_of(self._edition) if expansions else {}
        if letters:
            yield self._section("abbreviations", self._letters(letters))
        yield self._section("other-formats", *self._formats())
        yield self._section("contact", *self._contact())
        rights = "easy-rights" if self._edition.easy_read else "rights"
        yield self._section(rights, *self._rights())

    def _letters(self, letters: dict[str, str]) -> Block:
        source = self._publication.source
        rows = ((self._sentence(short), self._paragraph(long)) for short, long in letters.items())
        return DefinitionList(tuple(Definition((short,), ((long,),), source) for short, long in rows), source)

    def _formats(self) -> Iterator[Block]:
        asked = self._publication.formats
        rows = [row for row in FORMATS if row.name != self._name and (not asked or row.name in asked)]
        if self._edition.easy_read:
            yield self._paragraph(self._words("easy-formats"))
            items = [self._item(row.title) for row in rows]
        else:
            items = [self._item(Strong((Text(f"{row.title}."),)), f" {row.purpose}") for row in rows]
        if items:
            yield self._told("en", BulletList(tuple(items), self._publication.source))

    def _contact(self) -> Iterator[Block]:
        contact, easy = self._publication.contact, self._edition.easy_read
        mail = Link((Text(contact.email),), f"mailto:{contact.email}")
        yield self._paragraph(self._words("easy-email") + " " if easy else self._words("email") + ": ", mail)
        if contact.phone:
            yield self._paragraph(
                self._words("easy-phone") + " " if easy else self._words("phone") + ": ",
                Strong((Text(contact.phone),)) if easy else contact.phone,
            )
        if contact.note:
            yield self._told(self._publication.language, self._paragraph(contact.note))

    def _rights(self) -> Iterator[Block]:
        yield self._told(self._publication.language, self._paragraph(self._publication.rights))
        thanks = credit_lines(self._edition)
        if thanks:
            yield self._paragraph(f"{self._words('credits')}: {'; '.join(thanks)}.")

    def _told(self, language: str, block: Block) -> Block:
        """A block in its own language, which may not be the edition's."""
        own = self._edition.language.split("-")[0].lower()
        same = language.split("-")[0].lower() == own
        return block if same else Passage(language, (block,), self._publication.source)

    def _section(self, key: str, *blocks: Block) -> Section:
        name = f"closing-{key}"
        return Section(name, 1, self._sentence(self._words(key)), blocks, (), self._publication.source)

    def _item(self, *words: Inline | str) -> ListItem:
        return ListItem((self._paragraph(*words),), self._publication.source)

    def _paragraph(self, *words: Inline | str) -> Paragraph:
        return Paragraph((self._sentence(*words),), self._publication.source)

    def _sentence(self, *words: Inline | str) -> Sentence:
        inlines = tuple(Text(each) if isinstance(each, str) else each for each in words)
        return Sentence(f"closing-{next(self._numbers)}", inlines, self._publication.source)
