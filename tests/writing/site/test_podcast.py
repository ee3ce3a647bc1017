"""The recording of an edition as a podcast."""

from __future__ import annotations

import dataclasses
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from everyway.manifest import EMPTY
from everyway.writing.site.build import make_site
from tests.writing.site.small import small_publication
from tests.writing.site.tones import parts_of

SITE = "https://example.org/care/"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a recording of each edition, and an address."""
    folder = tmp_path_factory.mktemp("podcast")
    publication = dataclasses.replace(small_publication(), settings={"site": {"url": SITE}})
    (folder / "site").mkdir()
    make_site(publication, EMPTY, folder / "site", parts_of(publication, folder / "tones"))
    return folder / "site"


@pytest.fixture(scope="module")
def channel(site: Path) -> ElementTree.Element:
    """The feed of the plan."""
    found = ElementTree.parse(site / "audio/plan/feed.xml").getroot().find("channel")
    assert found is not None
    return found


def test_the_channel_tells_of_the_edition_its_voice_and_its_language(channel: ElementTree.Element) -> None:
    assert channel.findtext("title") == "An example: the plan"
    assert channel.findtext("description") == "For tests. (Read by a synthetic voice.)"
    assert channel.findtext("language") == "en-gb"
    assert channel.findtext(f"{ITUNES}author") == "The everyway project"
    assert channel.findtext(f"{ITUNES}type") == "serial"


def test_each_chapter_is_an_episode_whose_file_is_as_it_says(channel: ElementTree.Element, site: Path) -> None:
    items = channel.findall("item")
    assert [item.findtext("title") for item in items][1:] == ["Introduction", "Looking after <people> & all", "Growth"]
    for item in items:
        (enclosure,) = item.findall("enclosure")
        file = site / enclosure.attrib["url"].removeprefix(SITE)
        assert enclosure.attrib["type"] == "audio/mpeg"
        assert int(enclosure.attrib["length"]) == file.stat().st_size
        assert int(item.findtext(f"{ITUNES}duration", "")) == pytest.approx(file.stat().st_size / 8000, abs=1)
        for transcript in item.findall(f"{PODCAST}transcript"):
            assert (site / transcript.attrib["url"].removeprefix(SITE)).is_file()


def test_episodes_keep_their_names_and_their_order(channel: ElementTree.Element) -> None:
    items = channel.findall("item")
    assert items[1].findtext("guid") == "example/plan/introduction"
    moments = [parsedate_to_datetime(item.findtext("pubDate", "")) for item in items]
    assert moments == sorted(set(moments))
    assert {moment.date().isoformat() for moment in moments} == {"2020-07-30"}
    assert [item.findtext(f"{ITUNES}episode") for item in items] == ["1", "2", "3", "4"]


def test_readers_are_told_of_the_feed(site: Path) -> None:
    assert f"{SITE}audio/plan/feed.xml</a>" in (site / "get-a-copy.html").read_text("utf-8")
    link = (
        '<link rel="alternate" type="application/rss+xml" title="An example: the plan" href="../audio/plan/feed.xml">'
    )
    assert link in (site / "plan/people.html").read_text("utf-8")


def test_without_the_address_of_the_site_there_is_no_feed(tmp_path: Path) -> None:
    publication = small_publication()
    (tmp_path / "site").mkdir()
    make_site(publication, EMPTY, tmp_path / "site", parts_of(publication, tmp_path / "tones"))
    assert not list(tmp_path.glob("site/audio/*/feed.xml"))
    assert "podcast" not in (tmp_path / "site/get-a-copy.html").read_text("utf-8")
