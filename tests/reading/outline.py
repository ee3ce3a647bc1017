"""A model as an outline that a person can read: one line a block, one line a sentence, each with its source line.

Marks in a sentence: **strong**, *emphasis*, [words](target), NHS{National Health Service}, ‹term›{entry}, cy‹foreign›,
`code`, ⏎ for a line end, ^1 for the call of a note (^1+ when it is called again), !name for a picture.
"""

from collections.abc import Iterable, Iterator

from everyway.model import (
    Abbreviation,
    Block,
    BulletList,
    Callout,
    Cell,
    Code,
    CodeBlock,
    DefinitionList,
    Edition,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    NoteReference,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    Place,
    Publication,
    Quote,
    Section,
    Sentence,
    Statement,
    Strong,
    Table,
    Term,
    Text,
    ThematicBreak,
)


def publication_outline(publication: Publication) -> str:
    """Every edition of a publication."""
    head = f"{publication.name}: {publication.title} ({publication.language}, {publication.date})"
    pictures = [f"  picture {_picture(picture)}" for picture in publication.pictures]
    return "\n".join([head, *pictures, *(edition_outline(edition) for edition in publication.editions)]) + "\n"


def edition_outline(edition: Edition) -> str:
    """An edition, its sections, and what it leaves out and allows."""
    lines = [f"\nedition {edition.name} ({edition.kind}, {edition.language}): {edition.title}"]
    lines += [f"  leaves out {one.section}: {one.reason}" for one in edition.left_out]
    lines += [f"  allows {one.rule} at {one.source}: {one.reason}" for one in edition.waivers]
    lines += ["  " + line for section in edition.sections for line in section_outline(section)]
    return "\n".join(lines)


def section_outline(section: Section) -> Iterator[str]:
    """A section and all below it."""
    extra = f" lang={section.language}" if section.language else ""
    extra += f" covers={','.join(section.covers)}" if section.covers else ""
    yield f"{'#' * section.level} {words(section.heading.inlines)} #{section.id}{extra} @{section.source.line}"
    if section.opening:
        opening = section.opening
        if opening.label or opening.picture:
            yield f"  opening {opening.label!r} {opening.picture.name if opening.picture else 'without picture'}"
        if opening.summary:
            yield f"  summary: {words(opening.summary.inlines)} @{opening.summary.source.line}"
    yield from _indented(_blocks(section.blocks))
    for note in section.notes:
        yield f"  note {note.number} #{note.id} @{note.source.line}"
        yield from _indented(_indented(_blocks(note.blocks)))
    for inner in section.sections:
        yield from _indented(section_outline(inner))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _sentences(sentences: Iterable[Sentence]) -> Iterator[str]:
    return (f"- {words(one.inlines)} @{one.source.line}" for one in sentences)


def _block(block: Block) -> Iterator[str]:
    at = f"@{block.source.line}"
    match block:
        case Paragraph():
            yield f"paragraph {at}"
            yield from _indented(_sentences(block.sentences))
        case BulletList() | OrderedList():
            yield f"{'bullets' if isinstance(block, BulletList) else f'numbers from {block.start}'} {at}"
            for item in block.items:
                yield f"  item @{item.source.line}"
                yield from _indented(_indented(_blocks(item.blocks)))
        case DefinitionList():
            yield f"definitions {at}"
            for one in block.definitions:
                name = f" #{one.id}" if one.id else ""
                yield f"  term {' '.join(words(term.inlines) for term in one.term)}{name} @{one.source.line}"
                for meaning in one.meanings:
                    yield "    meaning"
                    yield from _indented(_indented(_indented(_blocks(meaning))))
        case Table():
            yield f"table{' with row headers' if block.row_headers else ''} {at}"
            yield from (f"  caption {line}" for line in _sentences(block.caption))
            yield "  head | " + " | ".join(_cell(cell) for cell in block.head)
            yield "  align | " + " | ".join(block.alignments)
            for row in block.rows:
                yield "  row | " + " | ".join(_cell(cell) for cell in row) + f" @{row[0].source.line}"
        case Figure():
            yield f"figure {block.picture.name} {at}"
            yield from _indented(_sentences(block.caption))
        case Quote():
            yield f"quote {at}"
            yield from _indented(_blocks(block.blocks))
        case Callout():
            yield f"{block.kind} “{words(block.label.inlines)}” {at}"
            yield from _indented(_blocks(block.blocks))
        case Passage():
            yield f"passage {block.language} {at}"
            yield from _indented(_blocks(block.blocks))
        case Statement():
            yield f"statement {block.picture.name} {at}"
            yield from _indented(_blocks(block.blocks))
        case CodeBlock():
            yield f"code {block.language} {at}".replace("  ", " ")
            yield from (f"  {line}" for line in block.text.split("\n"))
        case ThematicBreak():
            yield f"break {at}"
        case PageBreak():
            yield f"page break {at}"


def _cell(cell: Cell) -> str:
    return " / ".join(words(sentence.inlines) for sentence in cell.sentences)


def _picture(picture: Picture) -> str:
    texts = f"alt={picture.alt!r} credit={picture.credit!r} licence={picture.licence!r}"
    return f"{picture.name}: {picture.file.name} {texts}" + (" described" if picture.description else "")


def words(inlines: Iterable[Inline]) -> str:
    """The inlines of a sentence with their marks."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Strong():
            return f"**{words(inline.inlines)}**"
        case Emphasis():
            return f"*{words(inline.inlines)}*"
        case Link(target=Place(edition=edition, section=section)):
            return f"[{words(inline.inlines)}]({edition}#{section})"
        case Link():
            return f"[{words(inline.inlines)}]({inline.target})"
        case Abbreviation():
            return f"{inline.text}{{{inline.expansion}}}"
        case Term():
            return f"‹{words(inline.inlines)}›{{{inline.entry}}}"
        case Foreign():
            return f"{inline.language}‹{words(inline.inlines)}›"
        case Code():
            return f"`{inline.text}`"
        case LineBreak():
            return "⏎"
        case NoteReference():
            return f"^{inline.number}" + ("" if inline.first else "+")
        case InlinePicture():
            return f"!{inline.picture.name}"
