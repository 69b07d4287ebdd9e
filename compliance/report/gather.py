"""From the database to what a report is made from, read as the records stood at one moment."""

import datetime

from compliance import queries
from compliance.evaluate import evaluate
from compliance.load_facts import load_facts
from compliance.report import queries as report_queries
from compliance.report.gather_delivery import read_delivery
from compliance.report.gather_drafting import read_drafting
from compliance.report.gather_year import read_year
from compliance.report.source import Detail, EvidenceItem, ReportSource, ResponseItem, WordingItem
from compliance.requirements import CATALOGUE_VERSION
from partnerships.access.context import LAW_AS_AT
from partnerships.models import Partnership
from strategies.models import Approval
from strategies.models.version import Form

TRIES = 5


class RecordsKeepChanging(Exception):
    """Somebody saved something each time the records were read. Its text is a sentence for people."""

    def __init__(self) -> None:
        super().__init__("The report was not made, because records were being saved all the while. Try again in a minute.")


def gather(partnership: Partnership, as_at: datetime.date) -> ReportSource:
    """Everything a report as at that day needs. Raises RecordsKeepChanging.

    Every save moves the head of an audit chain. The same heads before and after prove that no save fell between the reads.
    """
    for _ in range(TRIES):
        before = report_queries.heads_of_chains(partnership)
        source = _read(partnership, as_at)
        if report_queries.heads_of_chains(partnership) == before:
            return source
    raise RecordsKeepChanging


def _read(partnership: Partnership, as_at: datetime.date) -> ReportSource:
    [facts] = load_facts([partnership])
    return ReportSource(
        as_at=as_at,
        law_as_at=LAW_AS_AT,
        catalogue_version=CATALOGUE_VERSION,
        invented=partnership.invented,
        from_papers=partnership.from_papers,
        about=partnership.source,
        facts=facts,
        findings=tuple(evaluate(facts, as_at)),
        evidence=tuple(_evidence(partnership)),
        responses=tuple(ResponseItem(row.requirement, row.text, row.dated, row.by) for row in queries.standing_responses_of(partnership)),
        wordings=tuple(WordingItem(row.code, row.plain, row.paragraph) for row in queries.wordings_on(as_at).values()),
        details=tuple(_details(partnership)),
        year=read_year(partnership, as_at),
        drafting=read_drafting(partnership),
        delivery=read_delivery(partnership),
    )


def _evidence(partnership: Partnership) -> list[EvidenceItem]:
    return [
        EvidenceItem(
            code=row.requirement,
            title=row.title,
            dated=row.dated,
            added_on=row.added_on,
            note=row.note,
            file_name=row.file.name if row.file else "",
            sha256=row.file.sha256 if row.file else "",
            link=row.link,
        )
        for row in queries.standing_evidence_of(partnership)
    ]


def _details(partnership: Partnership) -> list[Detail]:
    found = []
    for version in report_queries.kept_versions_of(partnership):
        where = version.document.name if version.document else version.link
        how = f"{Form(version.form).label}{f': {where}' if where else ''}."
        found.append(Detail("version", version.pk, f"{how} SHA-256 {version.sha256}"))
    found += [Detail("approval", row.pk, _decided(row)) for row in report_queries.standing_approvals_of(partnership)]
    for submission in report_queries.standing_submissions_of(partnership):
        to = f"Sent to the address {submission.sent_to}." if submission.sent_to else ""
        found.append(Detail("submission", submission.pk, " ".join(filter(None, [to, submission.note]))))
    for definition in report_queries.standing_definitions_of(partnership):
        based = f"Based on {definition.based_on}." if definition.based_on else ""
        found.append(Detail("localdefinition", definition.pk, " ".join(filter(None, [based, definition.source]))))
    return [detail for detail in found if detail.text]


def _decided(row: Approval) -> str:
    """The minute or paper of a decision, and the conditions if it has any."""
    return "\n".join(filter(None, [row.reference or row.link, row.conditions and f"On condition: {row.conditions}"]))
