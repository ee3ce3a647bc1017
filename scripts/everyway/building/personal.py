"""A copy made to one person's need: the same formats by other options, checked as every copy is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from everyway.building.content import content_of
from everyway.building.jobs import run
from everyway.building.make import Plan, errors_of
from everyway.building.project import BUILD
from everyway.building.upkeep import cache_at
from everyway.building.workers import processors
from everyway.building.writing_errors import writing_error
from everyway.errors import FindingsError, UsageError
from everyway.findings import errors_in
from everyway.model import Artifact, Edition, Publication
from everyway.writing.formats import FORMATS, ON_REQUEST, Format

PERSONAL = "personal"
"""The folder of build/ that copies go into unless another one is named."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asked for: a format, an edition (none: all of them) and options, by name.

    `profile` names options of `publication.yml`; `options` go before them. `booklet` asks for an imposed copy.
    """

    format: str
    edition: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    profile: str = ""
    booklet: bool = False
    into: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made. `accessible` is whether it may be given to readers as it is."""

    path: Path
    size: int
    accessible: bool = True


def make_personal(project: Path, wish: Wish) -> tuple[Made, ...]:
    """Make what a person asked for; only files that passed their checks are left in the folder.

    UsageError for what does not exist; FindingsError when the content, or what was made of it, has errors.
    """
    cache = cache_at("")
    content = content_of(project, cache)
    publication, findings = content.publication, content.findings
    if publication is None or errors_in(findings):
        raise FindingsError(
            "content-findings",
            "No copy was made: the content needs mending first.",
            fix="Mend the lines named above, then try again.",
            findings=errors_in(findings),
        )
    form = _format(wish)
    profile = _profile(publication, wish.profile)
    # A profile is a person's, for all that is made for them: a copy takes from it what its format knows.
    options = {name: value for name, value in profile.items() if name in form.takes} | dict(wish.options)
    _refuse_options(form, wish.options)
    folder = wish.into or project / BUILD / PERSONAL
    editions = _editions(publication, wish.edition)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as aside:
            plan = Plan(
                publication=publication,
                formats=(form.with_options(options),),
                editions=editions,
                folder=Path(aside),
                sources="",
                cache=cache,
                root=project,
            )
            return tuple(_delivered(artifact, folder, wish.booklet) for artifact in _copies(plan))
    except OSError as error:
        raise writing_error(error) from error


def _copies(plan: Plan) -> tuple[Artifact, ...]:
    """The copies of all editions, made aside and checked."""
    _, outcomes = run(plan, lambda job: None, processes=processors())
    errors = errors_of(outcomes)
    if errors:  # the first, since a wish that cannot be met fails for each edition alike
        raise errors[0]
    found = errors_in(tuple(finding for outcome in outcomes for finding in outcome.findings))
    if found:
        raise FindingsError(
            "output-findings",
            "No copy was made: it did not pass its checks.",
            fix="Each finding above says who can mend it. Another size or a larger paper may help too.",
            findings=found,
        )
    return tuple(artifact for outcome in outcomes for artifact in outcome.artifacts)


def _delivered(artifact: Artifact, folder: Path, as_booklet: bool) -> Made:
    """A checked copy, or the booklet of it, in its place."""
    if as_booklet:
        from everyway.writing.print.booklet import booklet

        target = folder / f"{artifact.path.stem}-booklet.pdf"
        aside = artifact.path.with_name(target.name)
        aside.write_bytes(booklet(artifact.path))
    else:
        target, aside = folder / artifact.path.name, artifact.path
    if target.is_dir():
        shutil.rmtree(target)
    aside.replace(target)
    return Made(target, artifact.size if target.is_dir() else target.stat().st_size, accessible=not as_booklet)


def _format(wish: Wish) -> Format:
    known = {row.name: row for row in (*FORMATS, *ON_REQUEST) if row.scope == "edition"}
    if wish.format not in known:
        raise UsageError(
            "unknown-format",
            f"There is no format “{wish.format}” that can be made for a person.",
            fix=f"Choose one of these: {', '.join(known)}.",
        )
    if wish.booklet and wish.format != "pdf":
        raise UsageError(
            "no-booklet",
            f"“{wish.format}” cannot be made as a booklet.",
            why="A booklet halves the pages, and large print would no longer be large.",
            fix="Ask for: everyway make pdf --booklet",
        )
    return known[wish.format]


def _refuse_options(form: Format, chosen: Mapping[str, object]) -> None:
    """UsageError for an option that the format does not take, with those that it does."""
    other = sorted(set(chosen) - form.takes)
    if other:
        takes = ", ".join(f"--{name.replace('_', '-')}" for name in sorted(form.takes))
        raise UsageError(
            "option-of-another-format",
            f"“{form.name}” has no option “{other[0]}”.",
            fix=f"Its options are: {takes}.",
        )


def _profile(publication: Publication, name: str) -> Mapping[str, object]:
    profiles = publication.settings.get("profiles")
    known = profiles if isinstance(profiles, Mapping) else {}
    if name and name not in known:
        names = ", ".join(known) or "none yet"
        raise UsageError(
            "unknown-profile",
            f"There is no profile “{name}”.",
            fix=f"The profiles in content/publication.yml, under “profiles:”, are: {names}.",
        )
    chosen = known.get(name)
    return chosen if isinstance(chosen, Mapping) else {}


def _editions(publication: Publication, name: str) -> tuple[Edition, ...]:
    known = {edition.name: edition for edition in publication.editions}
    if name and name not in known:
        raise UsageError(
            "unknown-edition",
            f"This publication has no edition “{name}”.",
            fix=f"Its editions are: {', '.join(known)}.",
        )
    return (known[name],) if name else publication.editions
