"""A person has compared an Easy Read section with its plan: that goes into `content/reviewed.yml`, and nothing else."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from everyway.building.writing_errors import writing_error
from everyway.checking.in_step.lock import FILE, outstanding, reviewed, spoilt
from everyway.checking.in_step.lock_text import lock_text
from everyway.checking.in_step.state import in_step
from everyway.errors import FindingsError, UsageError
from everyway.findings import errors_in
from everyway.model import Publication, Review
from everyway.model.in_step import InStep, Pair
from everyway.reading.nearest import nearest
from everyway.reading.publication import read_publication

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded: the pairs, and the entries that were taken out because nothing is there any more."""

    pairs: tuple[Pair, ...]
    taken_out: tuple[Review, ...]
    file: Path


def state_of(project: Path) -> InStep:
    """How the editions of a project stand beside each other; FindingsError when its content cannot be read."""
    return in_step(_publication(project))


def record(project: Path, sections: Sequence[str], *, everything: bool, by: str, on: datetime.date) -> Recorded:
    """Record that somebody compared these sections, or everything outstanding, and found that they match.

    A section is named by its address ("easy-read/training") or its id: that of an Easy Read section, else of one of
    the plan, which means every Easy Read section that retells it. Entries of sections that are gone are taken out.
    UsageError for a section that is not there; FindingsError when the content, or the record itself, has errors.
    """
    by = " ".join(by.split())
    if not by or len(by) > _LONGEST_NAME or not by.isprintable():
        raise UsageError(
            "no-name",
            f"A name has up to {_LONGEST_NAME} letters; “{by[:_LONGEST_NAME]}” is none.",
            why="Whoever reads the record later may want to ask the person who looked.",
            fix='Say who compared the sections, such as --by "Ada Jones". The name of a team will do.',
        )
    publication = _publication(project)
    state = in_step(publication)
    chosen = {pair.key: pair for name in sections for pair in _named(name, state)}
    if everything:
        bad = frozenset(review.key for review in publication.reviews if spoilt(review))
        chosen |= {pair.key: pair for pair in outstanding(state.pairs, bad)}
    stale = {review.key for review in state.stale}
    kept = {review.key: review for review in publication.reviews if review.key not in stale}
    reviews = kept | {key: reviewed(pair, by, on) for key, pair in chosen.items()}
    file = project / FILE
    if chosen or stale:
        _write(file, lock_text(reviews.values()))
    return Recorded(tuple(chosen.values()), state.stale, file)


def _publication(project: Path) -> Publication:
    reading = read_publication(project)
    errors = errors_in(reading.findings)
    if reading.publication is None or errors:
        raise FindingsError(
            "content-findings",
            "Nothing can be compared or recorded while the content has errors.",
            fix="Mend the lines named above, then try again.",
            findings=errors,
        )
    return reading.publication


def _named(name: str, state: InStep) -> tuple[Pair, ...]:
    wanted = name.removeprefix("#")
    for of in (
        lambda pair: (pair.easy.address, pair.plan.address),
        lambda pair: (pair.easy.section,),
        lambda pair: (pair.plan.section,),
    ):
        if found := tuple(pair for pair in state.pairs if wanted in of(pair)):
            return found
    raise _unknown(name, state)


def _unknown(name: str, state: InStep) -> UsageError:
    known = list(dict.fromkeys(_addresses(state.pairs)))
    if not known:
        fix = "Say behind a heading of Easy Read what it covers, such as {covers=purpose}."
    elif name.rpartition("/")[2] and (near := _near(name, known)):
        fix = f"Did you mean {near}? “everyway reviewed” lists what is outstanding."
    else:
        fix = "Run “everyway reviewed” without a name: it lists what is outstanding."
    return UsageError(
        "unknown-section", f"No Easy Read section is called “{name}”, nor covers one of that name.", fix=fix
    )


def _near(name: str, known: Sequence[str]) -> str:
    """The address most like a name, with its edition or without."""
    if "/" in name:
        return nearest(name, known)
    ids = {address.rpartition("/")[2]: address for address in reversed(known)}
    found = nearest(name, ids)
    return ids[found] if found else ""


def _addresses(pairs: Iterable[Pair]) -> Iterable[str]:
    yield from (pair.easy.address for pair in pairs)
    yield from (pair.plan.address for pair in pairs)


def _write(file: Path, text: str) -> None:
    """The whole file at once: written aside, then moved into place."""
    aside = file.with_name(f".{file.name}-{os.getpid()}")
    try:
        aside.write_text(text, "utf-8", newline="\n")
        aside.replace(file)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise writing_error(error) from error
