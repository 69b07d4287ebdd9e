"""The guided list as its page shows it: tasks in order, each with its law, where it stands, and where it is done."""

import dataclasses
from typing import Any

from compliance.addresses import open_to, step_address
from compliance.finding import Finding, Status
from compliance.going_out import (
    APPROVED,
    CONSULTED,
    CONTENTS,
    EQUALITY,
    LANGUAGES,
    OTHER_FORM,
    SENSITIVITY,
    SENT,
    SENT_IN_WALES,
    WEBSITE,
    Outlook,
    newest_check,
)
from compliance.year import short_law
from partnerships.access.requests import PartnershipRequest
from strategies.cautions import conditional, counting, said_of_conditions
from strategies.models import PublicPage, Version

TITLES = {
    SENSITIVITY: ("Check that nothing barred is in it", "checks"),
    EQUALITY: ("Consider equality", "equality"),
    "SVD-CONS-01": ("Consult schools and colleges", "consultations"),
    "SVD-CONS-02": ("Consult prisons", "consultations"),
    "SVD-CONS-03": ("Consult youth custody", "consultations"),
    "SVD-CONS-04": ("Consult the other specified authorities", "consultations"),
    CONTENTS: ("Check the contents", "contents"),
    APPROVED: ("Have it approved", "approvals"),
    SENT: ("Send it to the Home Office", "sent-to-the-home-office-and-others"),
    SENT_IN_WALES: ("Send it to the Welsh Ministers", "sent-to-the-home-office-and-others"),
}
STANDING = {
    Status.MET: ("Done", ""),
    Status.MET_LATE: ("Done late", ""),
    Status.NOT_APPLICABLE: ("Not needed", ""),
    Status.NOT_HELD: ("Not held here", "grey"),
    Status.CANNOT_TELL: ("A fact is missing", "yellow"),
    Status.OVERDUE: ("To do", "blue"),
}
TO_DO = ("To do", "blue")
TO_MEET = ("Conditions to meet", "yellow")


@dataclasses.dataclass(frozen=True)
class Task:
    """`tone`: the tag's colour; empty for what is done, which takes no tag. `url` is empty for whoever may not open it."""

    title: str
    law: str
    standing: str
    tone: str
    words: str = ""
    url: str = ""


def before(request: PartnershipRequest, version: Version, ahead: Outlook) -> list[Task]:
    codes = (SENSITIVITY, EQUALITY, *CONSULTED, CONTENTS, APPROVED)
    return [_task(request, version, ahead, finding) for code in codes for finding in ahead.findings.get(code, [])]


def going(request: PartnershipRequest, version: Version, ahead: Outlook, page: PublicPage | None) -> list[Task]:
    """Publishing itself. Before it is done every line leads to the one form."""
    published = counting(version.publications.all())
    form = "" if published else open_to(request, "version_publish_now", version_pk=version.pk)
    url = form or f"{open_to(request, 'version', pk=version.pk)}#publications"
    names = {f"version:{version.pk}/area:{area.pk}": area.name for area in ahead.areas}
    tasks = []
    for code, title in ((WEBSITE, "Publish it on a website"), (OTHER_FORM, "Publish it in another form"), (LANGUAGES, "In both languages")):
        for finding in ahead.findings.get(code, []):
            if finding.status == Status.NOT_APPLICABLE:
                continue
            where = f" for {names[finding.key]}" if finding.key in names else ""
            standing, tone = STANDING.get(finding.status, TO_DO) if published else TO_DO
            tasks.append(Task(f"{title}{where}", short_law(finding.citation), standing, tone, finding.why if published else "", url))
    address = open_to(request, "version", pk=version.pk)
    standing, tone = ("Open", "") if page else ("Not open", "grey")
    words = "" if page else "Opened with the same form, if you like."
    tasks.append(
        Task("Our public page of it", "Not asked by law", standing, tone, words, f"{address}#public-page" if published else form or address)
    )
    return tasks


def after(request: PartnershipRequest, version: Version, ahead: Outlook) -> list[Task]:
    """Sending: it begins to run with the day of publication."""
    tasks = []
    for code in (SENT, SENT_IN_WALES):
        for finding in ahead.findings.get(code, []):
            if finding.status != Status.NOT_APPLICABLE:
                task = _task(request, version, ahead, finding)
                begun = bool(counting(version.publications.all()))
                tasks.append(task if begun else dataclasses.replace(task, standing="Not yet", tone="grey", words="", url=""))
    return tasks


def _task(request: PartnershipRequest, version: Version, ahead: Outlook, finding: Finding) -> Task:
    title, anchor = TITLES[finding.code]
    standing, tone = STANDING.get(finding.status, TO_DO)
    done = not tone
    url = "" if done else step_address(request, finding.next_step)
    url = url or f"{open_to(request, 'version', pk=version.pk)}#{anchor}"
    words = _words(ahead, finding, done=done)
    if finding.code == APPROVED and done and (conditions := conditional(version)):
        words = " ".join([words, *(said_of_conditions(approval) for approval in conditions)])
        if not counting(version.publications.all()):
            standing, tone = TO_MEET
    return Task(title, short_law(finding.citation), standing, tone, words, url)


def _words(ahead: Outlook, finding: Finding, *, done: bool) -> str:
    """Who did it and when, or what is missing."""
    if done:
        return f"{_by(ahead, finding)}{finding.why}"
    missing: list[Any] = [one for one in ahead.missing([finding.code]) if one.code == finding.code]
    if finding.status == Status.CANNOT_TELL or finding.code in (SENT, SENT_IN_WALES) or finding.code == CONTENTS:
        return finding.why
    return missing[0].words if missing else finding.why


def _by(ahead: Outlook, finding: Finding) -> str:
    check = newest_check(ahead.version) if finding.code == SENSITIVITY else None
    return f"{check.checked_by}. " if check else ""
