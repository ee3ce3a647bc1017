"""The whole build: read, make aside, check, and publish only when everything is good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from everyway.building.jobs import run
from everyway.building.make import Outcome, Plan, errors_of
from everyway.building.planning import Request, planned
from everyway.building.project import BUILD
from everyway.building.publish import aside, carry_over, publish
from everyway.building.workers import processors
from everyway.building.writing_errors import writing_error
from everyway.errors import FindingsError, JobsError
from everyway.findings import Finding, errors_in
from everyway.manifest import Manifest
from everyway.reporting.progress import Progress


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: its manifest and the findings below error level that came up on the way."""

    manifest: Manifest
    findings: tuple[Finding, ...]


def build(project: Path, request: Request, progress: Progress) -> Built:
    """Make what is asked for into `build/`; it is untouched unless everything could be made and passed its checks.

    Raises FindingsError for faults in the sources or outputs, JobsError when several jobs failed (one job's own error
    when it is the only one), UsageError for an edition or format that does not exist.
    """
    folder = project / BUILD
    plan, findings = planned(project, request)
    try:
        with aside(folder) as new:
            plan = replace(plan, folder=new)
            carry_over(plan.kept, folder, new)
            progress.start(len(tuple(plan.jobs())))
            lost = _on_cluster(plan, request)
            manifest, outcomes = run(
                plan, lambda job: progress.done(job.title), request.processes or processors(), lost
            )
            _refuse_failures(outcomes)
            (new / "manifest.json").write_text(manifest.to_json(), "utf-8")
            publish(new, folder)
    except OSError as error:
        raise writing_error(error) from error
    return Built(manifest, (*findings, *(finding for outcome in outcomes for finding in outcome.findings)))


def _on_cluster(plan: Plan, request: Request) -> Mapping[str, Outcome]:
    """Have a cluster make what the cache has not; the outcomes of what failed there."""
    if not request.cluster:
        return {}
    from everyway.building.cluster import make_on_cluster

    return make_on_cluster(plan, request.cluster)


def _refuse_failures(outcomes: Sequence[Outcome]) -> None:
    findings = tuple(finding for outcome in outcomes for finding in outcome.findings)
    errors = errors_of(outcomes)
    if len(errors) == 1 and not errors_in(findings):
        raise errors[0]
    if errors:
        raise JobsError(errors, findings)
    if errors_in(findings):
        raise FindingsError(
            "output-findings",
            "Nothing was published: what was made did not pass its checks.",
            fix="Each finding above says who can mend it. What was built before is still there.",
            findings=findings,
        )
