"""What happened to one version of a strategy, in the order in which it happened."""

from collections.abc import Iterable

from compliance.facts import PublicationFacts, VersionFacts
from compliance.models.submission import Recipient
from compliance.report.layout import Block, Column, Remark, Table
from compliance.report.source import ReportSource
from strategies.models.version import CheckResult, Outcome
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

COLUMNS = (Column("Date", "w20"), Column("What happened", "w25"), Column("Who, where or for whom", "w25"), Column("Further"))
LANGUAGES = {"en": "English", "cy": "Welsh"}
Row = tuple[VagueDate, str, str, str]


def happenings_table(source: ReportSource, version: VersionFacts) -> Block:
    """Checks, decisions, publications and sendings up to the report's day."""
    rows = [row for row in _rows(source, version) if row[0].by(source.as_at) is not Truth.NO]
    caption = f"What happened to version {version.number}"
    if not rows:
        return Remark(f"Nothing is recorded to have happened to version {version.number} by {dates.say_short(source.as_at)}.")
    rows.sort(key=lambda row: (row[0].earliest, row[0].latest))
    return Table(caption, COLUMNS, tuple((str(day), *rest) for day, *rest in rows))


def _rows(source: ReportSource, version: VersionFacts) -> Iterable[Row]:
    areas = {area.pk: area.name for area in source.facts.areas}
    for check in version.checks:
        answered = "" if check.complete else "Not all five statements were confirmed."
        yield (
            check.checked_on,
            "Sensitivity check",
            check.checked_by,
            " ".join(filter(None, [f"{CheckResult(check.result).label}.", answered])),
        )
    for approval in version.approvals:
        yield approval.decided_on, Outcome(approval.outcome).label, approval.decided_by, source.detail("approval", approval.pk)
    for publication in version.publications:
        yield _publication(publication, areas)
    for submission in version.submissions:
        recipient = Recipient(submission.recipient).label
        recipient = recipient[0].lower() + recipient[1:]
        yield submission.sent_on, f"Sent to {recipient}", f"By {submission.sender}", source.detail("submission", submission.pk)


def _publication(publication: PublicationFacts, areas: dict[int, str]) -> Row:
    language = "in " + " and ".join(LANGUAGES[code] for code in publication.languages)
    if publication.way == "website":
        where = f"For {areas.get(publication.area_pk or 0, 'an area')}: " + (publication.owner or "whose website is not recorded")
        what = f"Published on a website, {language}"
    else:
        where = publication.audience if publication.audience else "For whom is not recorded"
        what = f"Published as {publication.other_form}, {language}"
    return publication.published_on, what, where, "\n".join(filter(None, [publication.address, publication.reason]))
