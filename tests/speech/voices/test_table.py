"""The table of voices, and the settings that may name them."""

from __future__ import annotations

import json
from importlib.resources import files

from everyway.speech.voices.table import offered


def test_settings_may_name_every_voice_and_no_other() -> None:
    schema = json.loads((files("everyway") / "reading" / "publication.schema.json").read_text("utf-8"))
    assert schema["$defs"]["voice"]["enum"] == [voice.name for voice in offered()]
