"""Inline tokens in, pieces and sentences out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from everyway.model import Code, InlinePicture, LineBreak, Sentence, Source, Text
from everyway.reading.context import Context
from everyway.reading.glossary import marked_abbreviations, marked_terms
from everyway.reading.html import html_words
from everyway.reading.links import link_target
from everyway.reading.markdown import inline_tokens
from everyway.reading.marks import span_marks
from everyway.reading.pieces import Leaf, Mark, Piece, single_spaced
from everyway.reading.sentences import one_sentence, sentences_from
from everyway.reading.syntax.attributes import attributes_of

DEEPEST_MARKS = 20


def read_sentences(
    tokens: Sequence[Token], context: Context, line: int, start: int | None = None
) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, cell or caption whose first line is `line`; the tokens may begin at `start`."""
    return sentences_from(read_pieces(tokens, context, line, start), context)


def read_sentence(tokens: Sequence[Token], context: Context, line: int) -> Sentence:
    """The words of a heading or label as one sentence."""
    return one_sentence(read_pieces(tokens, context, line), context, line)


def sentence_of(text: str, context: Context, line: int) -> Sentence:
    """A text from the settings, which may hold marks, as one sentence."""
    return read_sentence(inline_tokens(text), context, line)


def sentences_of_text(text: str, context: Context, line: int) -> tuple[Sentence, ...]:
    """A text from the settings, which may hold marks, as sentences."""
    return read_sentences(inline_tokens(text), context, line)


def read_pieces(tokens: Sequence[Token], context: Context, line: int, start: int | None = None) -> list[Piece]:
    """Inline tokens in, pieces out: white space single, glossary words and abbreviations marked."""
    row = single_spaced(_Row(context, line, line if start is None else start).read(tokens))
    row = marked_terms(row, context.words, context.ledger)
    return marked_abbreviations(row, context.words, context.ledger)


def alt_of(image: Token) -> str:
    """The alternative text that an image token gives."""
    return "".join(child.content or " " for child in image.children or []).strip()


class _Row:
    """The pieces of one paragraph as they are read; `marks` are those that are open."""

    def __init__(self, context: Context, first_line: int, line: int) -> None:
        self.context = context
        self.first_line = first_line
        self.line = line
        self.pieces: list[Piece] = []
        self.marks: list[tuple[Mark, ...]] = [()]  # for each mark that is open, all that are open there

    def read(self, tokens: Sequence[Token]) -> list[Piece]:
        for place, token in enumerate(tokens):
            if token.type == "text" and "{" in token.content:
                self.check_braces(token, place > 0, place == len(tokens) - 1)
            if token.nesting > 0:
                self.open(token)
            elif token.nesting < 0:
                self.close(token)
            elif reader := LEAVES.get(token.type):
                reader(self, token)
            else:
                self.add(Text(token.content))
        return self.pieces

    def add(self, leaf: Leaf) -> None:
        self.pieces.append(Piece(leaf, self.marks[-1], self.line))

    @property
    def where(self) -> Source:
        return self.context.at(self.line)

    def open(self, token: Token) -> None:
        match token.type:
            case "strong_open":
                marks: tuple[Mark, ...] = (Mark("strong"),)
            case "em_open":
                marks = (Mark("emphasis"),)
            case "link_open":
                target = link_target(str(token.attrs.get("href", "")), self.context, self.where)
                marks = (Mark("link", target),) if target is not None else ()
            case "span_open":
                marks = span_marks(token, self.context, self.where)
            case _:
                marks = ()
        around = self.marks[-1]
        if len(around) + len(marks) > DEEPEST_MARKS:
            message = f"Bold, links and the like stand more than {DEEPEST_MARKS} deep in each other."
            self.context.found.add("SRC044", message, self.where)
            marks = ()
        self.marks.append((*around, *marks))

    def close(self, token: Token) -> None:
        if len(self.marks) == 1:
            return
        marks = self.marks.pop()
        if token.type == "link_close" and not self.said(marks[-1:]):
            self.context.found.add("SRC022", "This link has no words.", self.where)

    def said(self, marks: tuple[Mark, ...]) -> bool:
        """Whether a mark just closed holds words, or a picture with an alternative text."""
        for piece in reversed(self.pieces):
            if not marks or marks[0] not in piece.marks:
                return not marks
            if piece.text.strip() or (isinstance(piece.leaf, InlinePicture) and piece.leaf.picture.alt):
                return True
        return not marks

    def check_braces(self, token: Token, behind_mark: bool, last: bool) -> None:
        """A finding for attributes where none can stand; they stay as words."""
        begin, _, _ = token.content.partition("}")
        words = [f"{begin}}}"] if behind_mark else []
        words += [f"{{{token.content.rpartition('{')[2]}"] if last else []
        if any(attributes_of(one) for one in words):
            fix = "Attributes can stand behind a heading, behind [words], or on a line of their own before a block."
            self.context.found.add("SRC043", f"Attributes mean nothing here: {words[-1]}", self.where, fix)

    def line_end(self, token: Token) -> None:
        self.add(LineBreak() if token.type == "hardbreak" else Text(" "))
        self.line = self.first_line + int(token.meta.get("line", 1))

    def code(self, token: Token) -> None:
        self.add(Code(token.content))

    def picture(self, token: Token) -> None:
        alt = alt_of(token)
        picture = self.context.pictures.find(str(token.attrs.get("src", "")), alt, self.context.file, self.where)
        if picture is None:
            self.add(Text(alt))
            return
        if token.attrs.get("title"):
            self.context.found.add(
                "SRC018",
                f"The caption “{token.attrs['title']}” is left out: this picture stands among words.",
                self.where,
            )
        self.add(InlinePicture(picture))

    def note(self, token: Token) -> None:
        label = str(token.meta.get("label", ""))
        call = self.context.ledger.notes.call(label, self.context, self.where)
        self.add(call if call is not None else Text(f"[^{label}]"))

    def html(self, token: Token) -> None:
        if words := html_words(token.content, self.context, self.where):
            self.add(words)
        self.line += token.content.count("\n")


LEAVES: dict[str, Callable[[_Row, Token], None]] = {
    "softbreak": _Row.line_end,
    "hardbreak": _Row.line_end,
    "code_inline": _Row.code,
    "image": _Row.picture,
    "footnote_ref": _Row.note,
    "html_inline": _Row.html,
}
