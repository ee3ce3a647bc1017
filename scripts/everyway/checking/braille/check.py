"""The gate's checks of braille: form, schema, the way through the book, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from everyway.braille.cells import six_dots
from everyway.braille.codes import code_for
from everyway.braille.louis import louis
from everyway.checking.account import Heading
from everyway.checking.braille import contents, form, source_of
from everyway.checking.braille.allowed import allowed
from everyway.checking.braille.schema import schema
from everyway.checking.braille.sheets import Sheet, read_flowing, read_sheets, volumes_beside
from everyway.checking.braille.telling import Telling, bare, quoted, runs, tell, uncontracted, written_as
from everyway.checking.braille.words import folded, words_on
from everyway.checking.expected import expected
from everyway.checking.gate import NotChecked
from everyway.checking.limit import at_most
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication, Table
from everyway.model.walk import tables_of
from everyway.tools import Missing, find_tool
from everyway.wording import words_for


def has_the_form(publication: Publication, artifact: Artifact) -> Iterable[Finding]:
    """Every breach of the form of BRF or PEF: characters, cells, lines, volumes."""
    try:
        sheets = read_sheets(artifact)
    except (OSError, ValueError) as error:
        message = f"The file cannot be read as braille: {error}."
        return at_most([*form.characters(artifact), Finding("BRL001", message, format=artifact.format)])
    edition = publication.edition(artifact.edition)
    found = chain(form.characters(artifact), form.sizes(artifact, sheets))
    return at_most(source_of.on_their_pages(found, artifact, edition, sheets))


def meets_schema(publication: Publication, artifact: Artifact) -> Iterable[Finding]:
    """Every breach of the schema of PEF 1.0."""
    return at_most(schema(artifact))


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Every difference between the pages, put into print again, and the model; and what is wrong with the way there.

    A book of several BRF files is looked at once, with the last of them.
    """
    if reason := unavailable():
        return NotChecked(reason)
    if artifact.format == "brf" and artifact.facts.get("volume", 1) != len(volumes_beside(artifact)):
        return ()
    try:
        sheets = read_flowing(artifact) if artifact.format == "ebrl" else read_sheets(artifact)
    except (OSError, ValueError):
        return ()  # the check of its form tells of it
    return at_most(_differences(publication.edition(artifact.edition), artifact, sheets))


def unavailable() -> str:
    """Why braille cannot be put into print again here; empty when it can."""
    tool = find_tool("liblouis")
    return (
        f"{tool.wanted.title} is missing: {tool.reason}. To get it: {tool.bring}" if isinstance(tool, Missing) else ""
    )


def _differences(edition: Edition, artifact: Artifact, sheets: list[Sheet]) -> Iterator[Finding]:
    code = code_for(edition.language)
    table = code.tables[int(artifact.facts["grade"])]
    body = [sheet for sheet in sheets if not sheet.front]
    found = words_on(body, table)
    account = expected(edition, told_as_lists(edition, artifact))
    main, notes = tell(account, found, edition.language)

    def place(index: int) -> str:
        return body[found[index].sheet].place if index < len(found) else ""

    yield from _words(main, artifact.format)
    yield from _words(notes, artifact.format)
    words = allowed(edition, words_for(edition.language))
    extra = {folded(word) for word in words}
    cells = {each for word in words for each in written_as(word, code)} if code.apart else set()
    added = (
        index
        for index in notes.added
        if not {folded(found[index].text), uncontracted(found[index].cells, code)} & extra
        and bare(found[index].cells) not in cells
    )
    for run in runs(added):
        message = f"{quoted(found[index].text for index in run)} is in the braille, but not in the text."
        where = source_of.added(edition, [each.text for each in found], run[0], run[-1] + 1)
        yield Finding("BRL013", message, where, format=artifact.format, place=place(run[0]))
    places = []
    for each in contents.headings(account.headings, found, {**main.read, **notes.read}):
        if isinstance(each, Heading):
            yield Finding("BRL009", f"The heading “{each.text}” is not there.", each.where, format=artifact.format)
        else:
            places.append(each)
    yield from _proof_reading(edition, artifact.format, sheets, int(artifact.facts["grade"]))
    if artifact.format == "ebrl":
        return
    wrong = (Finding("BRL005", told, format=artifact.format, place=where) for told, where in contents.numbers(sheets))
    yield from source_of.on_their_pages(wrong, artifact, edition, sheets)
    for each in contents.alone(places, found, body):
        message = f"Nothing follows the heading “{each.heading.text}” on its page."
        yield Finding("BRL007", message, each.heading.where, format=artifact.format, place=place(each.first))
    for message in contents.contents(edition, places, found, sheets, int(artifact.facts["cells"])):
        yield Finding("BRL006", message, format=artifact.format)


def _words(telling: Telling, form: str) -> Iterator[Finding]:
    for lost in telling.lost:
        numbers = [each for each in lost if any(letter.isdigit() for letter in each.text)]
        rule = "BRL010" if len(numbers) == len(lost) else "BRL008"
        message = f"{quoted(each.word.text for each in lost)} is not in the braille."
        yield Finding(rule, message, lost[0].word.where, format=form)
    for asked, said in telling.misread:
        if any(letter.isdigit() for letter in asked.text):
            message = f"“{asked.word.text}” reads “{said}” in the braille."
            yield Finding("BRL010", message, asked.word.where, format=form)
    if not telling.enough:
        share = 1 - len(telling.misread) / telling.total
        examples = ", ".join(f"“{asked.word.text}” as “{said}”" for asked, said in telling.misread[:5])
        message = f"Only {share:.1%} of the words come back as they were; misread are {examples}."
        yield Finding("BRL008", message, telling.misread[0][0].word.where, format=form)


def _proof_reading(edition: Edition, form: str, sheets: list[Sheet], grade: int) -> Iterator[Finding]:
    """Each volume says before its text who has proof-read it, or that nobody has."""
    said = words_for(edition.language)
    code = code_for(edition.language)
    table = code.tables[grade]
    who = edition.proof_read_by
    asked = said("braille-proof-read", who=who) if who else said("braille-not-proof-read")
    for volume in sorted({sheet.volume for sheet in sheets}):
        front = [sheet for sheet in sheets if sheet.volume == volume and sheet.front]
        words = words_on(front, table)
        due = "".join(bare(six_dots(louis().translate(word, table))) for word in asked.split())
        if code.apart and due in "".join(bare(each.cells) for each in words):
            continue
        if _letters(asked) not in _letters(" ".join(each.text for each in words)):
            message = f"The pages before the text of volume {volume} do not say: “{asked}”"
            yield Finding("BRL012", message, edition.source, format=form, place=f"volume {volume}")


def _letters(text: str) -> str:
    return "".join(folded(word) for word in text.split())


def told_as_lists(edition: Edition, artifact: Artifact) -> frozenset[Table]:
    """The tables that do not fit in this artifact and are told row by row, by their numbers in reading order."""
    numbers = str(artifact.facts.get("tables_as_lists", "")).split()
    return frozenset(table for number, table in enumerate(tables_of(edition), 1) if str(number) in numbers)
