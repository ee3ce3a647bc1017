"""The quick answer about settings is the one that the JSON Schema library gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyway.reading.found import Found
from everyway.reading.quick_schema import surely_meets
from everyway.reading.yaml_files import read_yaml

READING = Path(__file__).parents[2] / "scripts" / "everyway" / "reading"
SCHEMAS: dict[str, Any] = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text("utf-8"))
    for file in sorted(READING.glob("*.schema.json"))
}
PROJECTS = [Path(__file__).parents[2], *sorted((Path(__file__).parents[1] / "publications").iterdir())]
FILES = {
    "publication": "publication.yml",
    "pictures": "pictures/pictures.yml",
    "glossary": "words/glossary.yml",
    "pronunciations": "words/pronunciations.yml",
}
CASES = [
    (name, project / "content" / file)
    for name, file in FILES.items()
    for project in PROJECTS
    if (project / "content" / file).is_file()
]


def library(value: object, schema: dict[str, Any]) -> bool:
    return not list(jsonschema.Draft202012Validator(schema).iter_errors(value))


@pytest.mark.parametrize(("name", "file"), CASES, ids=lambda value: str(value) if isinstance(value, str) else None)
def test_settings_of_real_projects_get_the_same_answer(name: str, file: Path) -> None:
    settings = read_yaml(file.read_text("utf-8"), file.name, Found())
    assert settings is not None
    assert surely_meets(settings.value, SCHEMAS[name]) == library(settings.value, SCHEMAS[name])


def test_no_schema_of_ours_has_a_keyword_that_is_not_known() -> None:
    """Else every reading would load the library: it would still be right, but slow."""
    for name, file in CASES:
        settings = read_yaml(file.read_text("utf-8"), file.name, Found())
        assert settings is not None
        if library(settings.value, SCHEMAS[name]):
            assert surely_meets(settings.value, SCHEMAS[name]), file


KEYS = sorted({key for schema in SCHEMAS.values() for key in schema.get("properties", {})} | {"word", "alt", "x-y"})
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 500),
    st.sampled_from((0.5, 1.0, 36.0, 1.2)),
    st.sampled_from(("", "en-GB", "single", "double", "standard", "letters", "black-on-white", "A4", "words", "MIT")),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)),
    max_leaves=8,
)


@given(st.sampled_from(sorted(SCHEMAS)), VALUES)
def test_any_value_gets_the_same_answer(name: str, value: object) -> None:
    assert surely_meets(value, SCHEMAS[name]) == library(value, SCHEMAS[name])


def test_of_a_keyword_that_is_not_known_nothing_is_sure() -> None:
    assert not surely_meets(5, {"multipleOf": 5})
    assert surely_meets(5, {"type": "integer", "description": "five"})
