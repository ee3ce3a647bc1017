"""How laws are tried: a fixed few random cases in the tests, so that a run can be repeated; many when hunting.

`EVERYWAY_HUNT=200 pytest tests/checking` tries that many new ones of each law.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

HUNT = int(os.environ.get("EVERYWAY_HUNT", "0"))


def law(examples: int) -> settings:
    """So many examples. A failing one is shown as it is: to make a whole publication smaller takes minutes."""
    return settings(
        max_examples=HUNT or examples,
        derandomize=not HUNT,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
