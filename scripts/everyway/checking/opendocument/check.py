"""The checks of an OpenDocument text in every build: it opens, it tells the text, it shuts nobody out."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.expected import expected
from everyway.checking.fidelity import Fault, differences
from everyway.checking.limit import at_most
from everyway.checking.opendocument.account import odt_account
from everyway.checking.opendocument.package import read_package
from everyway.checking.opendocument.rules import Look, breaches
from everyway.checking.word.account import as_word_says
from everyway.checking.word.check import targets_of
from everyway.findings import Finding
from everyway.model import Artifact, Publication

NAME = "the OpenDocument text"

RULES: dict[Fault, str] = {
    Fault.LOST: "ODT001", Fault.ADDED: "ODT002", Fault.MOVED: "ODT003", Fault.PICTURE: "ODT004",
    Fault.CALL: "ODT005", Fault.HEADING: "ODT006", Fault.LIST: "ODT007", Fault.TABLE: "ODT008",
    Fault.LINK: "ODT009", Fault.STRUCTURE: "ODT010", Fault.LANGUAGE: "ODT011", Fault.TARGET: "ODT012",
    Fault.COUNT: "ODT013", Fault.EXPANSION: "ODT014",
}  # fmt: skip


def opens(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every reason for which a program would have to repair the file, or refuse it."""
    problems = read_package(artifact.path).problems
    yield from at_most(Finding("ODT015", problem, format=artifact.format) for problem in problems)


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every difference between the document, read as a screen reader would, and the model."""
    edition = publication.edition(artifact.edition)
    got = odt_account(read_package(artifact.path), targets_of(publication, edition, artifact))
    found = differences(as_word_says(expected(edition)), got, NAME)
    yield from at_most(Finding(RULES[each.fault], each.message, each.where, format=artifact.format) for each in found)


def shuts_nobody_out(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every breach of the rules of accessibility that can be read from the file."""
    edition = publication.edition(artifact.edition)
    look = Look(read_package(artifact.path), edition, int(artifact.facts.get("size", 12)))
    for rule, message, where in breaches(look):
        yield Finding(rule, message, where, format=artifact.format)
