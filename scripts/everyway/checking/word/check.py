"""The checks of a Word document in every build: it opens, it tells the text, it shuts nobody out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from everyway.checking.expected import expected
from everyway.checking.fidelity import Fault, differences
from everyway.checking.limit import at_most
from everyway.checking.word.account import as_word_says, word_account
from everyway.checking.word.package import read_package
from everyway.checking.word.rules import Look, breaches
from everyway.findings import Finding
from everyway.model import Artifact, DefinitionList, Edition, Publication
from everyway.model.walk import blocks_of, sections_of

NAME = "the Word document"

RULES: dict[Fault, str] = {
    Fault.LOST: "WORD001", Fault.ADDED: "WORD002", Fault.MOVED: "WORD003", Fault.PICTURE: "WORD004",
    Fault.CALL: "WORD005", Fault.HEADING: "WORD006", Fault.LIST: "WORD007", Fault.TABLE: "WORD008",
    Fault.LINK: "WORD009", Fault.STRUCTURE: "WORD010", Fault.LANGUAGE: "WORD011", Fault.TARGET: "WORD012",
    Fault.COUNT: "WORD013", Fault.EXPANSION: "WORD014",
}  # fmt: skip


def opens(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every reason for which Word would have to repair the file, or refuse it."""
    yield from at_most(
        Finding("WORD015", problem, format=artifact.format) for problem in read_package(artifact.path).problems
    )


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every difference between the document, read as a screen reader would, and the model."""
    package = read_package(artifact.path)
    edition = publication.edition(artifact.edition)
    got = word_account(package, targets_of(publication, edition, artifact))
    found = differences(as_word_says(expected(edition)), got, NAME)
    yield from at_most(Finding(RULES[each.fault], each.message, each.where, format=artifact.format) for each in found)


def shuts_nobody_out(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every breach of the rules of accessibility that can be read from the file."""
    edition = publication.edition(artifact.edition)
    look = Look(read_package(artifact.path), edition, int(artifact.facts.get("size", 12)))
    for rule, message, where in breaches(look):
        yield Finding(rule, message, where, format=artifact.format)


def targets_of(publication: Publication, edition: Edition, artifact: Artifact) -> dict[str, str]:
    """How links to places in the publication are written in this document, and what accounts call those places."""
    found: dict[str, str] = {"#everyway_top": f"{edition.name}#"}
    for other in publication.editions:
        start = f"{publication.name}-{edition.name}-"
        file = artifact.path.name.replace(start, f"{publication.name}-{other.name}-", 1)
        own = other is edition
        if not own:
            found[file] = f"{other.name}#"
        for identifier in ids_of(other):
            found[f"{'' if own else file}#{bookmark_of(identifier)}"] = f"{other.name}#{identifier}"
    return found


def bookmark_of(identifier: str) -> str:
    """The bookmark of an id: what Word allows in a name, and no more than 40 characters."""
    name = "_".join(re.findall("[A-Za-z0-9]+", identifier))
    name = name if re.match("[A-Za-z]", name) else f"n_{name}"
    return name if len(name) <= 40 else "x" + hashlib.sha256(identifier.encode()).hexdigest()[:39]


def ids_of(edition: Edition) -> Iterator[str]:
    """The ids of an edition's sections and words, to which links may lead."""
    for section in sections_of(edition):
        yield section.id
        for block in blocks_of(section.blocks):
            if isinstance(block, DefinitionList):
                yield from (definition.id for definition in block.definitions if definition.id)
