"""Where the licences that pictures usually come under can be read."""

from __future__ import annotations

_CREATIVE_COMMONS = "https://creativecommons.org/licenses"

LICENCES = {
    **{
        f"CC {kind.upper()} {version}": f"{_CREATIVE_COMMONS}/{kind}/{version}/"
        for kind in ("by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd")
        for version in ("3.0", "4.0")
    },
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "MIT": "https://opensource.org/license/mit",
    "Apache 2.0": "https://www.apache.org/licenses/LICENSE-2.0",
    "OGL 3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "SIL OFL 1.1": "https://openfontlicense.org/",
}
