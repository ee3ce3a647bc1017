"""HTML to XHTML: every element closed, every language said twice, nothing that XML cannot hold."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from markupsafe import Markup, escape

from everyway.writing.epub.markup import inside, parse, say


def test_void_elements_are_closed() -> None:
    body = parse(Markup('<p>One<br>two <img src="a.svg" alt="1 &gt; 0"></p>\n<hr>'))
    assert inside(body) == '<p>One<br/>two <img src="a.svg" alt="1 &gt; 0"/></p>\n<hr/>'


def test_empty_elements_keep_their_end() -> None:
    # A reading system that takes XHTML for HTML would let a <span/> go on to the end of the page.
    assert inside(parse(Markup('<span id="page-1"></span>'))) == '<span id="page-1"></span>'


def test_languages_are_said_in_both_ways() -> None:
    assert inside(parse(Markup('<p lang="cy">Bore</p>'))) == '<p lang="cy" xml:lang="cy">Bore</p>'


def test_what_was_written_is_read_again() -> None:
    markup = inside(parse(Markup('<p lang="cy" epub:type="title">Bore<br>da</p>')))
    assert inside(parse(markup)) == markup


def test_types_are_attributes_like_others() -> None:
    body = parse(Markup('<p epub:type="title">One</p>'))
    say(body[0], "subtitle", "doc-subtitle")
    assert inside(body) == '<p epub:type="title subtitle" role="doc-subtitle">One</p>'


def test_words_stay_words_whatever_they_are() -> None:
    words = '<b> & "it\'s" ]]> \x00\x0b\x1f \ufffe é'
    markup = inside(parse(Markup("<p>{}</p>").format(escape(words))))
    assert fromstring(f"<body>{markup}</body>")[0].text == '<b> & "it\'s" ]]>   é'
