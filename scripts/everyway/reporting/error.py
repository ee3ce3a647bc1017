"""An error as plain text: what happened, where, why it matters, how to mend it."""

from textwrap import fill

from everyway.errors import EverywayError


def error_report(error: EverywayError, *, width: int) -> str:
    """The error in lines of at most `width` characters, with its slug last so that it can be looked up."""
    where = f"{error.where}: " if error.where else ""
    lines = [fill(f"{where}{error.message}", width)]
    if error.why:
        lines.append(fill(error.why, width))
    lines.append(fill(f"What to do: {error.fix}", width))
    lines.append(f"(error {error.slug})")
    return "\n".join(lines)
