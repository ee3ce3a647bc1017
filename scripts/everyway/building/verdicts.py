"""The verdicts on what was built: by our own checks and by tools, side by side; what was looked at before is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from everyway.building.hashes import content_hash
from everyway.building.keys import content_key
from everyway.building.packing import packed, unpacked
from everyway.building.state import CHECKERS, code_state, tool_state
from everyway.building.steps import Step, Steps, perform
from everyway.cache import Cache, key_of
from everyway.checking.deep import check_deeply
from everyway.checking.gate import NOT_CHECKED, Verdict, check_artifact
from everyway.errors import EverywayError
from everyway.manifest import Item
from everyway.model import Artifact, Publication
from everyway.reporting.progress import Progress


@dataclass(frozen=True, slots=True)
class Inspection:
    """What there is to look at: the items of a manifest that lie in `folder`, made from the publication at `root`."""

    publication: Publication
    items: tuple[Item, ...]
    folder: Path
    root: Path
    cache: Cache


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The two verdicts on one item: that of every build's checks, and that of the tools."""

    gate: Verdict
    deep: Verdict

    @property
    def whole(self) -> bool:
        """Whether every check could be run."""
        checks = (*self.gate.checks.values(), *self.deep.checks.values())
        return not any(outcome.startswith(NOT_CHECKED) for outcome in checks)


def verdicts(inspection: Inspection, progress: Progress, processes: int = 1) -> Mapping[str, Verdicts]:
    """The verdicts by the path of the item, of those whose file is there; `progress` is told of each."""
    items = [item for item in inspection.items if (inspection.folder / item.path).exists()]
    keys = _keys(inspection, items)
    found = {item.path: known for item in items if (known := _known(inspection.cache, keys[item.path]))}
    progress.start(len(items), "output", "Checking")
    for item in items:
        if item.path in found:
            progress.done(title_of(inspection.publication, item))
    left = [item for item in items if item.path not in found]
    if left:
        found |= _looked_at(inspection, left, keys, progress, processes)
    return found


def title_of(publication: Publication, item: Item) -> str:
    """What a person calls an item: its format and its edition."""
    return f"{item.title}: {publication.edition(item.edition).title}" if item.edition else item.title


def _keys(inspection: Inspection, items: Sequence[Item]) -> dict[str, str]:
    ground = key_of(code_state(), tool_state(CHECKERS, inspection.cache))
    hashes = {item.path: content_hash(inspection.folder / item.path) for item in items}
    contents = {
        name: content_key(
            inspection.publication, inspection.publication.edition(name) if name else None, inspection.root
        )
        for name in {item.edition for item in items}
    }
    # Some books are held against the PDF that lies beside them.
    pdfs = {item.edition: hashes[item.path] for item in items if item.format == "pdf"}
    return {
        item.path: key_of(
            "verdicts",
            ground,
            contents[item.edition],
            (item.format, item.media_type, item.path, sorted(item.facts.items())),
            hashes[item.path],
            pdfs.get(item.edition, ""),
        )
        for item in items
    }


def _looked_at(
    inspection: Inspection,
    items: Sequence[Item],
    keys: Mapping[str, str],
    progress: Progress,
    processes: int,
) -> dict[str, Verdicts]:
    # The site takes the longest. Steps are taken up in the order of their names.
    ordered = sorted(items, key=lambda item: bool(item.edition))
    names = {f"{place:04} {item.path}": item for place, item in enumerate(ordered)}
    steps = Steps()
    for name, item in names.items():
        look = partial(_look, inspection, item, keys[item.path])
        steps.add(
            Step(
                name, look, (), partial(_lost, item), f"Checks of {title_of(inspection.publication, item)}", light=True
            )
        )
    end = steps.add(Step("verdicts", list, (tuple(names),), _raise))

    def told(name: str) -> None:
        if name in names:
            progress.done(title_of(inspection.publication, names[name]))

    given = cast("list[Verdicts]", perform(steps, end, min(processes, len(items)), told))
    return {names[name].path: verdict for name, verdict in zip(names, given, strict=True)}


def _lost(item: Item, error: EverywayError) -> Verdicts:
    return Verdicts(Verdict(), Verdict({"checks": f"{NOT_CHECKED}: {error.message}"}))


def _raise(error: EverywayError) -> object:
    raise error


def _look(inspection: Inspection, item: Item, key: str) -> Verdicts:
    path = inspection.folder / item.path
    artifact = Artifact(item.format, item.edition, path, item.media_type, item.size, item.facts)
    given = Verdicts(*(look(inspection.publication, artifact) for look in (check_artifact, check_deeply)))
    if given.whole:
        inspection.cache.put(key, packed(given))
    return given


def _known(cache: Cache, key: str) -> Verdicts | None:
    content = cache.get(key)
    try:
        known = unpacked(content) if content is not None else None
    except ValueError:
        return None
    return known if isinstance(known, Verdicts) else None
