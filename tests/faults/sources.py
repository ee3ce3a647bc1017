"""The faults of the sources, read from `sources/*.toml` and planted in copies of a clean publication."""

from __future__ import annotations

from tests.faults.fault import Fault


def source_faults() -> tuple[Fault, ...]:
    """Every fault of `sources/*.toml`."""
    return ()
