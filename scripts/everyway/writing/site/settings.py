"""How MkDocs is set up for a project that has no `mkdocs.yml` of its own; what a project's own file leaves out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from everyway.themes import theme_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

OWN = {
    "site_name": "everyway",
    "docs_dir": "content",
    "site_dir": "build/site",
    # Pages have names, not folders, so that a site also opens from a memory stick, without a server.
    "use_directory_urls": False,
    "theme": {"name": "material", "font": False},
    "plugins": ["/search", "everyway"],
    "strict": True,
    "validation": {"links": {"anchors": "warn"}},
}


def settings_for(project: Path, site_dir: Path) -> MkDocsConfig:
    """MkDocs' settings for a project: its `mkdocs.yml`, or else our own."""
    from mkdocs.config import load_config
    from mkdocs.config.defaults import MkDocsConfig

    own = project / "mkdocs.yml"
    if own.is_file():
        return load_config(str(own), site_dir=str(site_dir))
    settings = MkDocsConfig(config_file_path=str(own))
    settings.load_dict({**OWN, "site_dir": str(site_dir)})
    return settings


def use_theme(config: MkDocsConfig) -> None:
    """Put our templates in front of Material's, unless the project's own settings did."""
    folder = str(theme_folder("site"))
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(0, folder)
    config.theme["search_index_only"] = True
