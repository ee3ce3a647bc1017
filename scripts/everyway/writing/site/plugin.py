"""The MkDocs plugin `everyway`: MkDocs never sees our Markdown, it gets pages that are already rendered.

MkDocs gives the site its navigation, search index, link checks and live reload. Everything else lies outside it, so
that the site can move when MkDocs or its theme ends.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from everyway.errors import EverywayError
from everyway.manifest import Manifest, read_manifest
from everyway.model import Publication
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.site.assets import own_texts, theme_files
from everyway.writing.site.downloads import downloads_in
from everyway.writing.site.listening import Listening
from everyway.writing.site.offers import Offers
from everyway.writing.site.page import EverywayPage, address_of
from everyway.writing.site.pages import CONTENTS, COPIES, HOME, SitePage, language_of_ours, short_titles
from everyway.writing.site.podcast import feed_uri, feeds_of
from everyway.writing.site.rendering import Renderer
from everyway.writing.site.search import INDEX, index_script
from everyway.writing.site.settings import set_up, use_theme
from everyway.writing.site.sources import read_sources

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("everyway")

NOT_FOUND = "404.html"

LOOK_AGAIN, SETTLED = 0.1, 0.05
"""Seconds between two looks at the files, and without a further change before pages are made again."""


class EverywayPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Reads the publication beside `docs_dir`, or takes the one it is given, and hands MkDocs its pages."""

    def __init__(self) -> None:
        self._given: tuple[Publication, Manifest, Path] | None = None
        self._listening: tuple[Listening, ...] = ()
        self._good: Publication | None = None
        self._serving = self._faulty = False
        self._pages: dict[str, EverywayPage] = {}

    def take(
        self, publication: Publication, manifest: Manifest, folder: Path, listening: tuple[Listening, ...] = ()
    ) -> None:
        """Make the site of this publication instead of reading one; the manifest's paths begin at `folder`."""
        self._given = (publication, manifest, folder)
        self._listening = listening

    # MkDocs keeps a plugin that knows this event through all rebuilds of `mkdocs serve`, so the last good pages last;
    # it even keeps it for as long as Python runs, so everything is forgotten at the end.
    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview."""
        self._serving = command == "serve"

    def on_shutdown(self) -> None:
        """Forget this site."""
        self._given = self._good = None
        self._listening = ()
        self._serving = self._faulty = False

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the publication, and set MkDocs up for it."""
        publication, manifest, folder = self._given or self._read(Path(config.docs_dir).parent)
        wording = words_for(publication.language)
        config.site_name = publication.title
        address = publication.settings.get("site")
        if not config.site_url and isinstance(address, dict) and address.get("url"):
            config.site_url = str(address["url"]).rstrip("/") + "/"
        if not config.site_url:
            config.theme.static_templates.discard("sitemap.xml")
        use_theme(config)
        site = config.site_url or ""
        self._feeds = feeds_of(publication, self._listening, site)
        self._renderer = Renderer(
            publication,
            manifest,
            Offers(
                downloads_in(manifest, folder, wording),
                self._listening,
                {name: site + feed_uri(name) for name in self._feeds},
            ),
            set_up(config.theme.get_env()),
        )
        config.nav = self._navigation(publication)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Our pages, pictures, downloads and theme, and nothing else: not Material's scripts, not the sources."""
        renderer = self._renderer
        ours = [
            *(File.generated(config, uri, content=text) for uri, text in own_texts()),
            *(File.generated(config, uri, abs_src_path=str(file)) for uri, file in theme_files()),
            *(File.generated(config, uri, abs_src_path=str(file)) for uri, file in renderer.pictures.items()),
            *(File.generated(config, uri, abs_src_path=str(file)) for uri, file in renderer.offers.files()),
            *(File.generated(config, feed_uri(name), content=feed) for name, feed in self._feeds.items()),
        ]
        self._pages = {}
        for page in renderer.pages:
            file = File.generated(config, page.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.page = self._pages[page.uri] = EverywayPage(page, file, config, renderer)
            ours.append(file)
        self._files = Files(ours)
        return self._files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Content is data: everything in the templates is escaped."""
        return set_up(env)

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme what stands round the words of a page."""
        assert isinstance(page, EverywayPage)
        own = self._around(page.site, lambda uri: address_of(uri, self._files, page.url))
        return _with(context, own)

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The page for addresses that lead nowhere writes every address from the root, as it may stand anywhere."""
        if template_name != NOT_FOUND:
            return context
        publication = self._renderer.publication
        wording = words_for(publication.language)
        site = SitePage("404.md", wording("site-404"), "404", language_of_ours(publication), wording("site-404-why"))
        base = str(context["base_url"]).rstrip("/")

        def address(uri: str) -> str:
            return f"{base}/{address_of(uri, self._files, '')}"

        own = self._around(site, address)
        rendered = self._renderer.render(site, address)
        own |= {"opening": rendered.opening, "body": rendered.body}
        return _with(context, own)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Turn MkDocs' search index into a script, which a page opened from a folder may load too."""
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            short = self._renderer.short_titles
            pages = {
                page.url: (page.site.title, short[page.site.edition.name] if page.site.edition else "")
                for page in self._pages.values()
            }
            script = index_script(index.read_text("utf-8"), pages)
            (Path(config.site_dir) / INDEX).write_text(script, "utf-8")
        if self._serving and not self._faulty:
            log.info("The pages are up to date.")

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the theme too, and look more often than MkDocs does, so that a change is seen within a second."""
        from watchdog.observers.polling import PollingObserver

        watched = [config.docs_dir, *filter(None, [config.config_file_path])]
        for path in watched:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=LOOK_AGAIN)
        server.build_delay = SETTLED
        for path in (*watched, str(theme_folder("site").parent)):
            server.watch(path)
        log.info(f"The site is at {server.url} and follows every change. To stop, press Ctrl and C.")
        return server

    def _read(self, project: Path) -> tuple[Publication, Manifest, Path]:
        try:
            self._good, self._faulty = read_sources(project, log.warning), False
        except EverywayError as error:
            self._faulty = True
            if not self._serving or self._good is None:
                raise PluginError(_in_words(error)) from error
            log.error(f"{_in_words(error)}\nThe pages stay as they were until this is mended.")
        assert self._good is not None
        return self._good, read_manifest(project / "build"), project / "build"

    def _navigation(self, publication: Publication) -> list[Any]:
        short = short_titles(publication)
        editions = [
            {short[edition.name]: [page.uri for page in self._renderer.pages if page.edition is edition]}
            for edition in publication.editions
        ]
        return [f"{HOME}.md", *editions, f"{COPIES}.md", f"{CONTENTS}.md"]

    def _around(self, site: SitePage, address: Any) -> dict[str, Any]:
        renderer = self._renderer
        links = renderer.links(site, address)
        others = [(other, links.place(renderer.elsewhere(site, other))) for other in renderer.others(site.edition)]
        return {
            **renderer.context(site, links),
            "others": others if site.edition else [],
            "serving": self._serving,
        }


def _with(context: TemplateContext, own: dict[str, Any]) -> TemplateContext:
    context.update(own)  # type: ignore[typeddict-item]
    return context


def _in_words(error: EverywayError) -> str:
    where = f"{error.where}: " if error.where else ""
    return f"{where}{error.message} {error.fix}"
