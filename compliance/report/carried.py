"""The files a report carries inside its PDF: its answers for people with a spreadsheet, and what it was made from for machines."""

from compliance.finding import Finding
from compliance.report.answer import answer_of
from compliance.report.source import ReportSource, sealed_text
from compliance.requirements import BY_CODE
from svduty.pdf import Attachment
from svduty.sheets import csv_bytes

ANSWERS, MADE_FROM = "answers.csv", "facts-and-answers.json"
COLUMNS = (
    "Duty",
    "Code",
    "Family",
    "Area, strategy or version",
    "Answer",
    "By how much",
    "Why",
    "Due",
    "How the day was worked out",
    "Strength",
    "The law",
    "Rests on",
    "Next step",
    "Cycle",
)


def carried_with(source: ReportSource) -> tuple[Attachment, ...]:
    """Equal sources give equal bytes. The SHA-256 of the JSON file is the report's seal."""
    rows = [_row(finding, source) for finding in source.findings]
    facts = sealed_text(source.facts_json(), source.findings_json())
    return (
        Attachment(ANSWERS, csv_bytes(COLUMNS, rows), "Every answer of this report as a table"),
        Attachment(MADE_FROM, facts.encode(), "The facts and answers this report was made from, as they are kept with it"),
    )


def _row(finding: Finding, source: ReportSource) -> tuple[str, ...]:
    answer = answer_of(finding, source.as_at)
    due = finding.due
    return (
        finding.title,
        finding.code,
        BY_CODE[finding.code].family if finding.code in BY_CODE else "",
        finding.subject,
        answer.word,
        answer.detail,
        finding.why,
        due.on.isoformat() if due and due.on else "",
        due.worked_out if due else "",
        finding.strength.value.capitalize(),
        finding.citation,
        "; ".join(answer.rests_on),
        answer.next_step,
        "Current" if finding.current else "Earlier",
    )
