"""How MkDocs is set up: by a project's own `mkdocs.yml`, or by ours where it has none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.themes import theme_folder

if TYPE_CHECKING:
    from jinja2 import Environment
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
    """Our settings, not yet validated, for a folder with a folder `content` in it; a warning ends the build."""
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
    """Put our templates behind the project's own; of Material stays only what they include, not 14,000 icons."""
    ours, custom = str(theme_folder("site")), config.theme.custom_dir
    others = [folder for folder in config.theme.dirs if folder not in (ours, custom, str(material_folder()))]
    config.theme.dirs[:] = [*([custom] if custom and custom != ours else []), ours, *others]
    config.theme["search_index_only"] = True


def set_up(environment: Environment) -> Environment:
    """The templates' environment: content is data, so everything is escaped; Material's icons may be included."""
    from jinja2 import ChoiceLoader, FileSystemLoader

    from everyway.writing.site.compiled import compiled

    environment.bytecode_cache = compiled()
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True
    if environment.loader:
        environment.loader = ChoiceLoader([environment.loader, FileSystemLoader(material_folder())])
    return environment


def material_folder() -> Path:
    """Where Material's templates lie."""
    found = find_spec("material")
    assert found and found.origin
    return Path(found.origin).parent / "templates"
