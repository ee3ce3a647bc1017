"""All letters of a text or of a model, in reading order, without white space: what must never be lost or doubled."""

from collections.abc import Iterable, Iterator

from everyway.model import Block, Callout, CodeBlock, DefinitionList, Edition, Figure, Paragraph, Section, Table
from everyway.model.walk import inner_blocks, plain_text, sentences_in


def letters(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def letters_of_edition(edition: Edition, notes: bool = True) -> str:
    """The letters of an edition: headings, sentences, codes and notes; the list of words is left out."""
    sections = (section for section in edition.sections if section.id != edition.word_list)
    return letters("".join(text for section in sections for text in _section(section, notes)))


def _section(section: Section, notes: bool) -> Iterator[str]:
    yield plain_text(section.heading.inlines)
    yield from _blocks(section.blocks)
    for note in section.notes if notes else ():
        yield from _blocks(note.blocks)
    for inner in section.sections:
        yield from _section(inner, notes)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case CodeBlock():
                yield block.text
            case Callout():
                yield plain_text(block.label.inlines)
                yield from _blocks(block.blocks)
            case DefinitionList():
                for one in block.definitions:
                    yield from (plain_text(sentence.inlines) for sentence in one.term)
                    for meaning in one.meanings:
                        yield from _blocks(meaning)
            case Paragraph() | Table() | Figure():
                yield from (plain_text(sentence.inlines) for sentence in sentences_in([block]))
            case _:
                yield from _blocks(inner_blocks(block))
