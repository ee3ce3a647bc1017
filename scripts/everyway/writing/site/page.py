"""The adapter's page: MkDocs gives it a place, a navigation and checks of its links; the words come from the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from everyway.writing.site.pages import SitePage, heading_of
from everyway.writing.site.rendering import Renderer

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.toc import _TocToken

    from everyway.model import Section


class EverywayPage(Page):
    """A page that is rendered from the model. The theme shows `opening` and `body`; search reads `content`."""

    opening = Markup("")
    body = Markup("")

    def __init__(self, site: SitePage, file: File, config: MkDocsConfig, renderer: Renderer) -> None:
        super().__init__(site.title, file, config)
        self.site = site
        self.update_date = renderer.publication.date.isoformat()
        self._renderer = renderer

    def read_source(self, config: MkDocsConfig) -> None:
        """MkDocs asks for Markdown: there is none, only a title."""
        self.markdown = ""
        self.meta = {"title": self.site.title, "description": self.site.summary}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the words from the model, and tell MkDocs of headings, anchors and links."""
        rendered = self._renderer.render(self.site, lambda uri: self.address(uri, files))
        self.opening, self.body, self.content = rendered.opening, rendered.body, rendered.searched
        self.toc = get_toc([_toc_token(self.site.section)] if self.site.section else [])
        self.present_anchor_ids = set(rendered.anchors)
        self.links_to_anchors = {}
        for uri, anchors in rendered.links.items():
            file = files.get_file_from_path(uri)
            if file:
                self.links_to_anchors[file] = {anchor: f"{uri}#{anchor}" for anchor in anchors}

    def address(self, uri: str, files: Files) -> str:
        """How this page writes the address of another page or file of the site."""
        return address_of(uri, files, self.url)


def address_of(uri: str, files: Files, page_url: str) -> str:
    """The address of a page or file as a page with `page_url` writes it."""
    file = files.src_uris.get(uri)
    return get_relative_url(file.url if file else uri, page_url)


def _toc_token(section: Section) -> _TocToken:
    return {
        "level": section.level,
        "id": section.id,
        "name": str(escape(heading_of(section))),
        "children": [_toc_token(inner) for inner in section.sections],
    }
