"""What liblouis makes of words, numbers and marks, and what we make ready for it."""

from __future__ import annotations

import pytest

from everyway.braille.cells import to_letters
from everyway.braille.codes import code_for, known_code
from everyway.braille.louis import louis
from everyway.braille.phrases import Run, Transcriber, runs_of
from everyway.braille.translator import Form
from everyway.errors import ToolError, UsageError
from everyway.model import Emphasis, Foreign, NoteReference, Strong, Text
from tests.browser.needed import need


@pytest.fixture(scope="module")
def contracted() -> Transcriber:
    need("liblouis")
    return Transcriber(louis(), code_for("en-GB"), 2)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("31%", "#CA.0"),
        ("£5", "@L#E"),
        ("£12.50", "@L#AB4EJ"),
        ("2020/21", "#BJBJ_/#BA"),
        ("30 July 2020", "#CJ ,JULY #BJBJ"),
        ("0303 123 9999", '#JCJC"ABC"IIII'),
        ("the NHS", "! ,,NHS"),
        ("THE NHS SAYS THIS", ",,,! NHS SAYS ?,'"),
        ("“children”", "8*N0"),
        ("‘children’", ",8*N,0"),
        ("the leaders’ plan", "! L1D]S' PLAN"),
        ("the 1990’s", "! #AIIJ'S"),
        ("‘it’s’", ",8X'S,0"),
        ("’tis the children’s", "'TIS ! *N'S"),
        ("hello@example.org", "HELLO@AEXAMPLE4ORG"),
        ("See www.example.org/the/children.", ",SEE WWW4EXAMPLE4ORG_/THE_/CHILDREN4"),
        ("CO₂ and m²", ",,CO;5#B & M;9#B"),
        ("soft\u00adly", "S(TLY"),
        ("10\u00a0km", "#AJ\u00a0KM"),
        ("yes 🙂", "YES @.<SLI<TLY SMIL+ FACE@.>"),
        ("5 × 3 = 15", '#E "8 #C "7 #AE'),
    ],
)
def test_signs_and_numbers(contracted: Transcriber, text: str, letters: str) -> None:
    assert to_letters(contracted.text(text).braille) == letters


def test_strong_and_stressed_words_are_marked(contracted: Transcriber) -> None:
    runs = runs_of(
        (Text("a "), Strong((Text("very strong idea"),)), Text(". An "), Emphasis((Text("odd"),)), Text(" one"))
    )
    assert to_letters(contracted.phrase(runs).braille) == "A ^7V /R;G IDEA4^' ,AN .1ODD \"O"


def test_words_of_another_language_take_its_signs_uncontracted(contracted: Transcriber) -> None:
    welsh = runs_of((Text("the "), Foreign((Text("dŵr and the child"),), "cy"), Text(" and the")))
    assert to_letters(contracted.phrase(welsh).braille) == "! D@WR AND THE CHILD & !"
    french = runs_of((Foreign((Text("École, déjà"),), "fr"),))
    assert to_letters(contracted.phrase(french).braille) == ",=COLE1 D=J("


def test_paragraphs_of_welsh_are_in_welsh_braille(contracted: Transcriber) -> None:
    assert contracted.within("cy").code.language == "cy"
    assert contracted.within("fr").code.language == "en"
    assert to_letters(contracted.within("fr").text("the étude").braille) == "THE =TUDE"
    assert contracted.within("cy").within("en-GB").code.language == "en"


def test_grade_1_writes_every_letter() -> None:
    need("liblouis")
    assert to_letters(Transcriber(louis(), code_for("en"), 1).text("the children").braille) == "THE CHILDREN"


def test_each_word_keeps_its_print(contracted: Transcriber) -> None:
    phrase = contracted.text("Ring 0303 123 9999 or write.")
    assert phrase.words == ("Ring", "0303 123 9999", "or", "write.")
    assert len(phrase.cells) == 4


def test_the_call_of_a_note_stands_at_its_word(contracted: Transcriber) -> None:
    phrase = contracted.phrase(runs_of((Text("in the NHS."), NoteReference("n", 12), Text(" It"))))
    assert to_letters(phrase.braille) == "9 ! ,,NHS4;9#AB ,X"


def test_pieces_keep_the_way_their_words_lead(contracted: Transcriber) -> None:
    runs = [Run("see "), Run("the children", target="https://example.org"), Run(" and the "), Run("dŵr", language="cy")]
    found = [(run.target if run else None, run.language if run else "", piece.print) for run, piece in
             contracted.pieces(runs)]  # fmt: skip
    assert found == [
        (None, "", "see"),
        ("https://example.org", "", "the children"),
        (None, "", "and the"),
        (None, "cy", "dŵr"),
    ]


def test_nothing_gives_nothing(contracted: Transcriber) -> None:
    assert contracted.text("  ").cells == ()
    assert contracted.phrase(()).braille == ""


def test_a_language_without_braille_says_so() -> None:
    with pytest.raises(UsageError) as caught:
        code_for("tlh")
    assert caught.value.slug == "no-braille-code"
    assert known_code("tlh") is None


def test_a_table_that_is_not_there_says_so() -> None:
    need("liblouis")
    with pytest.raises(ToolError) as caught:
        louis().translate("a", "no-such-table.ctb")
    assert caught.value.slug == "braille-table-missing"
    assert "liblouis" in caught.value.fix


def test_forms_are_those_of_liblouis() -> None:
    """liblouis.h: italic 0x0001, bold 0x0004, no_contract 0x1000."""
    assert (Form.ITALIC, Form.BOLD, Form.UNCONTRACTED) == (1, 4, 4096)
