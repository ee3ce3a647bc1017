"""The whole site into a folder, by driving MkDocs."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from everyway.errors import WritingError
from everyway.manifest import Manifest
from everyway.memory import steady_memory
from everyway.model import Artifact, Publication
from everyway.writing.parts import Parts


def make_site(
    publication: Publication, manifest: Manifest, folder: Path, parts: Mapping[str, Parts] = MappingProxyType({})
) -> list[Artifact]:
    """The site of a publication in `folder`, which is empty; the manifest's files lie beside it and are copied in.

    `parts` are those of the editions, by name: the pages of an edition with a recording can be listened to. Same
    publication, manifest, parts and theme give the same bytes. WritingError when a page could not be made.
    """
    # Material prints a notice about the future of MkDocs at each build; it is of no use to editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, MkDocsException

    from everyway.writing.site.listening import listening_to
    from everyway.writing.site.plugin import EverywayPlugin
    from everyway.writing.site.settings import own_settings

    with tempfile.TemporaryDirectory() as nothing:
        (Path(nothing) / "content").mkdir()
        config = own_settings(Path(nothing), folder)
        errors, _ = config.validate()
        plugin = config.plugins["everyway"]
        assert isinstance(plugin, EverywayPlugin) and not errors, errors
        listening = listening_to(publication.editions, parts, Path(nothing) / "audio")
        plugin.take(publication, manifest, folder.parent, listening)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with steady_memory():
                build(config)
        except (Abort, MkDocsException) as error:
            raise WritingError(
                "site-not-made",
                f"The site could not be made: {error}.",
                why="A site with a broken page or link is not published.",
                fix="The lines above say which page; please report it, with the content that led to it.",
            ) from error
        finally:
            config.plugins.on_shutdown()
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [
        Artifact(
            format="site",
            edition="",
            path=folder,
            media_type="text/html",
            size=sum(file.stat().st_size for file in files),
            facts={"pages": sum(file.suffix == ".html" for file in files)},
        )
    ]
