"""Ways through the model in reading order: every block, sentence and inline once."""

from collections.abc import Iterable, Iterator

from everyway.model.blocks import (
    Block,
    BulletList,
    Callout,
    CodeBlock,
    DefinitionList,
    Figure,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Quote,
    Statement,
    Table,
    ThematicBreak,
)
from everyway.model.inlines import (
    Abbreviation,
    Code,
    Emphasis,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    NoteReference,
    Sentence,
    Strong,
    Term,
    Text,
)
from everyway.model.publication import Edition, Section


def sections_of(parent: Edition | Section) -> Iterator[Section]:
    """Every section below an edition or section, depth first, parents before children."""
    for section in parent.sections:
        yield section
        yield from sections_of(section)


def blocks_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks given and every block inside them, in reading order."""
    for block in blocks:
        yield block
        yield from blocks_of(inner_blocks(block))


def inner_blocks(block: Block) -> Iterator[Block]:
    """The blocks directly inside a block (list items and meanings are passed through)."""
    match block:
        case BulletList(items=items) | OrderedList(items=items):
            for item in items:
                yield from item.blocks
        case DefinitionList(definitions=definitions):
            for definition in definitions:
                for meaning in definition.meanings:
                    yield from meaning
        case Quote(blocks=blocks) | Callout(blocks=blocks) | Passage(blocks=blocks) | Statement(blocks=blocks):
            yield from blocks
        case Paragraph() | Table() | Figure() | CodeBlock() | ThematicBreak() | PageBreak():
            return


def tables_of(edition: Edition) -> Iterator[Table]:
    """Every table of an edition, in reading order; those of a section's notes after its blocks."""
    for section in sections_of(edition):
        for blocks in (section.blocks, *(note.blocks for note in section.notes)):
            yield from (block for block in blocks_of(blocks) if isinstance(block, Table))


def sentences_in(blocks: Iterable[Block]) -> Iterator[Sentence]:
    """Every sentence of the blocks, in reading order: labels, terms, captions and cells too."""
    for block in blocks:
        match block:
            case Paragraph(sentences=sentences):
                yield from sentences
            case Table(caption=caption, head=head, rows=rows):
                yield from caption
                for row in (head, *rows):
                    for cell in row:
                        yield from cell.sentences
            case Figure(caption=caption):
                yield from caption
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    yield from definition.term
                    for meaning in definition.meanings:
                        yield from sentences_in(meaning)
            case Callout(label=label, blocks=inner):
                yield label
                yield from sentences_in(inner)
            case _:
                yield from sentences_in(inner_blocks(block))


def sentences_of(section: Section) -> Iterator[Sentence]:
    """A section's own sentences (heading, summary, blocks, then notes), without those of its sub-sections."""
    yield section.heading
    if section.opening and section.opening.summary:
        yield section.opening.summary
    yield from sentences_in(section.blocks)
    for note in section.notes:
        yield from sentences_in(note.blocks)


def inlines_of(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The inlines given and every inline inside them, in reading order."""
    for inline in inlines:
        yield inline
        match inline:
            case Strong() | Emphasis() | Link() | Term() | Foreign():
                yield from inlines_of(inline.inlines)
            case _:
                pass


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words of the inlines as one line of text; pictures and calls of notes say nothing here."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Abbreviation(text=text):
            return text
        case Strong() | Emphasis() | Link() | Term() | Foreign():
            return plain_text(inline.inlines)
        case LineBreak():
            return " "
        case NoteReference() | InlinePicture():
            return ""
