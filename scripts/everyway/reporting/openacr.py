"""The report as an OpenACR (YAML): an accessibility conformance report, for the table of WCAG 2.2.

What machines found is told in the notes; only people's audits can say that a criterion is met. Until they have looked,
every line is "not-evaluated", or says which barrier was found.
"""

from __future__ import annotations

from everyway import __version__
from everyway.model.criteria import Criterion, criteria
from everyway.reporting.report import Report
from everyway.reporting.trust import standing_of
from everyway.reporting.visible import visible

CATALOG = "2.5-edition-wcag-2.2-en"
CHAPTERS = {
    "A": "success_criteria_level_a",
    "AA": "success_criteria_level_aa",
    "AAA": "success_criteria_level_aaa",
}
COMPONENTS = {"web": True, "electronic-docs": False}
NOTES = (
    "Where no person has evaluated a criterion, it is marked as not evaluated unless machines found a barrier. Checks"
    " by machine find some barriers and never show that there are none: nothing here claims conformance by machine."
)


def openacr_report(report: Report) -> str:
    """The report as YAML, with a line end."""
    import yaml

    about = report.about
    title = visible(about.title) or "Publication"
    told = {
        "title": f"{title}: Accessibility Conformance Report",
        "product": {"name": title, "version": about.date, "description": "A publication in every format."},
        "author": {"name": visible(about.publisher), "email": about.email},
        "vendor": {"name": visible(about.publisher), "email": about.email},
        "report_date": report.made.isoformat() if report.made else about.date,
        "last_modified_date": report.made.isoformat() if report.made else about.date,
        "version": 1,
        "notes": NOTES,
        "evaluation_methods_used": _methods(report),
        "catalog": CATALOG,
        "chapters": {
            chapter: {
                "criteria": [_criterion(each, report) for each in criteria().values() if each.level == level],
            }
            for level, chapter in CHAPTERS.items()
        },
    }
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)


def _methods(report: Report) -> str:
    tools = ", ".join(f"{name} {version}" for name, version in report.tools.items())
    people = len({(audit.who, audit.when) for audit in report.audits})
    looked = "Nobody has evaluated it yet." if not people else f"Evaluations by people: {people}, named in the notes."
    return f"Checks by machine: everyway {__version__}{', with ' if tools else ''}{tools}. {looked}"


def _criterion(criterion: Criterion, report: Report) -> dict[str, object]:
    components = []
    for name, web in COMPONENTS.items():
        standing = standing_of(criterion, report, web=web)
        notes = visible("\n".join(standing.reasons))
        components.append({"name": name, "adherence": {"level": standing.grade.value, "notes": notes}})
    return {"num": criterion.number, "components": components}
