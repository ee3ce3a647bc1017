"""Where the themes lie: in the installed package, or at the top of the repository it runs from."""

from pathlib import Path

from everyway.errors import ProjectError


def theme_folder(name: str) -> Path:
    """The folder of a theme ("site", "print"); ProjectError when this installation has none of that name."""
    package = Path(__file__).parent
    for root in (package / "themes", package.parents[1] / "themes"):
        if (root / name).is_dir():
            return root / name
    raise ProjectError(
        "theme-missing",
        f"This installation of everyway has no theme “{name}”.",
        why="A format takes its look from its theme and cannot be made without it.",
        fix="Install everyway again, from a complete copy of the project.",
    )
