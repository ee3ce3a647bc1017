"""The tools that were found and those that are missing, as plain text."""

from collections.abc import Iterable

from everyway.tools import Missing, Tool


def doctor_report(tools: Iterable[Tool | Missing]) -> str:
    """One paragraph a tool: its name, version and place, or what is amiss and the line that brings it."""
    tools = tuple(tools)
    paragraphs = [_found(tool) if isinstance(tool, Tool) else _missing(tool) for tool in tools]
    missing = [tool for tool in tools if isinstance(tool, Missing)]
    if not missing:
        end = "Everything is here."
    elif len(missing) == 1:
        end = "One tool is missing. What it is for is left out or reported as not checked."
    else:
        end = f"{len(missing)} tools are missing. What they are for is left out or reported as not checked."
    return "\n".join([*paragraphs, "", end])


def _found(tool: Tool) -> str:
    return f"found    {tool.wanted.title} {tool.version}: {tool.wanted.purpose}\n         {tool.path}"


def _missing(tool: Missing) -> str:
    return (
        f"MISSING  {tool.wanted.title}: {tool.wanted.purpose}\n         {tool.reason}\n         To get it: {tool.bring}"
    )
