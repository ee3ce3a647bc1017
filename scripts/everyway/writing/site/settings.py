"""How MkDocs is set up: by a project's own `mkdocs.yml`, or by ours where it has none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from everyway.themes import theme_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

OWN: dict[str, object] = {
    "site_name": "everyway",
    "docs_dir": "content",
    "site_dir": "build/site",
    # Pages have names, not folders, so that a site also opens from a memory stick, without a server.
    "use_directory_urls": False,
    "theme": {"name": "material", "font": False},
    "plugins": ["/search", "everyway"],
    "validation": {"links": {"anchors": "warn"}},
}


def own_settings(project: Path, site_dir: Path) -> MkDocsConfig:
    """Our settings, not yet validated, for a project that is a folder with a folder `content`; warnings end the build."""
    from mkdocs.config.defaults import MkDocsConfig

    settings = MkDocsConfig(config_file_path=str(project / "mkdocs.yml"))
    settings.load_dict({**OWN, "site_dir": str(site_dir), "strict": True})
    return settings


def settings_file(project: Path, folder: Path) -> Path:
    """A file of settings for MkDocs: the project's own, or else ours, written into `folder`."""
    import yaml

    own = project / "mkdocs.yml"
    if own.is_file():
        return own
    ours = folder / "mkdocs.yml"
    ours.write_text(yaml.safe_dump({**OWN, "docs_dir": str(project / "content")}), "utf-8")
    return ours


def use_theme(config: MkDocsConfig) -> None:
    """Put our templates in front of Material's, unless the project's own settings did."""
    folder = str(theme_folder("site"))
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(0, folder)
    config.theme["search_index_only"] = True
