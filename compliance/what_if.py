"""What follows if a strategy is published, approved or reviewed on a day: a chain of dates, each with its law. Pure.

The chain is read from the findings of supposed facts, so it follows the very rules by which the duties are judged afterwards.
"""

import datetime
from collections import defaultdict

from compliance.chain import Chain, Days, Item
from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Due, Finding, Status
from compliance.position import urgency
from compliance.requirements.requirement import listed
from compliance.requirements.versions import areas_of
from compliance.supposing import REVIEW, About, Supposed, World, suppose
from svduty import dates

CONSULTATIONS = ("SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-CONS-04")
PUBLICATIONS = ("SVD-PUB-02", "SVD-PUB-04")
SENDINGS = ("SVD-PUB-03", "SVD-PUB-05")
WHAT = {
    "SVD-SNA-03": "The needs assessment is complete and approved",
    "SVD-CONS-01": "The consultation of schools and colleges has closed",
    "SVD-CONS-02": "The consultation of prisons has closed",
    "SVD-CONS-03": "The consultation of youth custody has closed",
    "SVD-CONS-04": "The other specified authorities of the wider area have been consulted",
    "SVD-STR-03": "Somebody has checked that nothing barred is in it",
    "SVD-STR-04": "Those who have to decide have approved it",
    "SVD-STR-05": "Equality has been considered",
    "SVD-PUB-02": "You make it known in another form too",
    "SVD-PUB-04": "You publish it in English and in Welsh",
    "SVD-PUB-03": "Last day to send it to the Home Office",
    "SVD-PUB-05": "Last day to send it to the Welsh Ministers",
    "SVD-REV-01": "You keep it under review",
    "SVD-REV-02": "The yearly review is due",
}
RECORDED = {
    Status.MET: "Recorded",
    Status.MET_LATE: "Recorded, but too late",
    Status.CANNOT_TELL: "A fact is missing",
    Status.NOT_HELD: "Not held here",
}


def what_follows(facts: PartnershipFacts, about: About, supposed: Supposed, today: datetime.date) -> Chain:
    """The chain of dates that would follow. At least one day is supposed."""
    world = suppose(facts, about, supposed)
    found = _findings(world, max([today, *supposed.days]))
    days = Days(supposed)
    _before(found, supposed, days)
    _publication(world, found, supposed, days)
    _after(found, supposed, days)
    return Chain(f"{world.version.title}, version {world.version.number}", tuple(_sentences(found, supposed)), days.links())


def _findings(world: World, on: datetime.date) -> dict[str, list[Finding]]:
    """What would be found about the version and its strategy, by code, without what does not apply."""
    version = f"version:{world.version.pk}"
    keys = {version, f"strategy:{world.strategy.pk}", f"strategy:{world.strategy.pk}/review:{REVIEW}"}
    keys |= {f"{version}/area:{area.pk}" for area in areas_of(world.facts, world.strategy)}
    found = defaultdict(list)
    for finding in evaluate(world.facts, on):
        if finding.key in keys and finding.status != Status.NOT_APPLICABLE:
            found[finding.code].append(finding)
    return found


def _before(found: dict[str, list[Finding]], supposed: Supposed, days: Days) -> None:
    """What has to be done by the decision or by publication."""
    decided = supposed.approve or supposed.publish
    if supposed.approve:
        after = supposed.publish is not None and supposed.approve > supposed.publish
        note = "This is after publication: those who decide would be asked about what is out already." if after else ""
        days.add(supposed.approve, Item("SVD-STR-04", WHAT["SVD-STR-04"], note=note))
    if decided:
        for finding in found["SVD-SNA-03"]:
            # An approval of an earlier version has had its assessment, or not; that is no consequence of this one.
            if finding.due is None or finding.due.on in (None, supposed.approve):
                days.add(decided, _item(finding))
        for finding in found["SVD-STR-05"]:
            days.add(_day_of(finding, decided), _item(finding))
    if supposed.publish is None:
        return
    asked = [finding for code in CONSULTATIONS for finding in found[code]]
    if any(finding.status != Status.MET for finding in asked):
        opens = dates.days_after(supposed.publish, -7 * supposed.weeks)
        weeks = f"{supposed.weeks} week{'' if supposed.weeks == 1 else 's'}"
        note = f"The law sets no length. This is {weeks} before the day you publish, which would be its last day."
        days.add(opens, Item("SVD-CONS-01", f"Last day to open a consultation of {weeks}", note=note, ours=True))
    for finding in asked:
        days.add(supposed.publish, _item(finding))
    if not supposed.approve:
        for finding in found["SVD-STR-04"]:
            days.add(supposed.publish, _item(finding))
    for finding in found["SVD-STR-03"]:
        days.add(_day_of(finding, supposed.publish), _item(finding))


def _publication(world: World, found: dict[str, list[Finding]], supposed: Supposed, days: Days) -> None:
    """Where it is published, and whether that keeps the day of the law or our own target."""
    sites = found["SVD-PUB-01"]
    if supposed.publish:
        names = [area.name for area in areas_of(world.facts, world.strategy)]
        where = f"You place it on a website that counts for {listed(names)}" if names else "You place it on a website that counts"
        note = "The site of a specified authority for the area, or of its policing body."
        days.add(supposed.publish, Item("SVD-PUB-01", where, note=note))
        for code in PUBLICATIONS:
            if found[code]:
                days.add(supposed.publish, Item(code, WHAT[code]))
    for due in {finding.due for finding in sites if finding.due and finding.due.on}:
        worst = min((finding for finding in sites if finding.due == due), key=urgency)
        kept, shape = _kept(worst, supposed)
        days.add(due.on, Item("SVD-PUB-01", _last_day(due), kept, shape, ours=not due.in_law))


def _after(found: dict[str, list[Finding]], supposed: Supposed, days: Days) -> None:
    """What begins to run with publication or a review."""
    for code in SENDINGS:
        for finding in found[code]:
            if finding.due and finding.due.on:
                days.add(finding.due.on, Item(code, WHAT[code], note=f"{_capital(finding.due.worked_out)}."))
    for finding in found["SVD-REV-02"]:
        if finding.due is None or finding.due.on is None:
            continue
        if finding.key.endswith(f":{REVIEW}"):
            verdict = "in time" if finding.status == Status.MET else f"{dates.say_days(finding.late_by)} late"
            note = f"It was due by {dates.say(finding.due.on)}, so it would be {verdict}."
            days.add(supposed.review, Item("SVD-REV-02", "This answers the yearly review", note=note))
        else:
            days.add(finding.due.on, Item("SVD-REV-02", WHAT["SVD-REV-02"], note=f"{_capital(finding.due.worked_out)}. No law sets it."))
    if supposed.publish and found["SVD-REV-01"]:
        days.add(None, Item("SVD-REV-01", WHAT["SVD-REV-01"], note="The Act sets no interval."))


def _sentences(found: dict[str, list[Finding]], supposed: Supposed) -> list[str]:
    """The answer in short, to be read aloud."""
    sentences = []
    sending = next((f.due.on for code in SENDINGS for f in found[code] if f.due and f.due.on), None)
    if supposed.publish and sending:
        published = dates.say(supposed.publish)
        sentences.append(f"If you publish on {published}, the last day to send it to the Home Office is {dates.say(sending)}.")
    late = max((finding.late_by for finding in found["SVD-PUB-01"] if finding.due and finding.due.in_law), default=0)
    if supposed.publish and late:
        sentences.append(f"It would be {dates.say_days(late)} late: the area's first strategy had to be published by 31 January 2024.")
    review = next((f.due.on for f in found["SVD-REV-02"] if f.current and f.due and f.due.on), None)
    if review:
        sentences.append(f"The next yearly review is then due by {dates.say(review)}.")
    return sentences


def _item(finding: Finding) -> Item:
    """Something that should be done by then, and whether the records hold it already."""
    if finding.status not in RECORDED:
        return Item(finding.code, WHAT[finding.code], "Still to do", Status.DUE_LATER)
    late = f" by {dates.say_days(finding.late_by)}" if finding.late_by else ""
    return Item(finding.code, WHAT[finding.code], RECORDED[finding.status] + late, finding.status)


def _day_of(finding: Finding, otherwise: datetime.date) -> datetime.date:
    return finding.due.on if finding.due and finding.due.on else otherwise


def _last_day(due: Due) -> str:
    return "Last day in law for the area's first strategy" if due.in_law else "Our own target for publishing it, which is not law"


def _kept(finding: Finding, supposed: Supposed) -> tuple[str, Status | None]:
    """Whether the supposed publication keeps that day, and the shape to say it with."""
    if supposed.publish and finding.status == Status.MET_LATE:
        return f"You would miss it by {dates.say_days(finding.late_by)}", Status.OVERDUE
    if supposed.publish and finding.status == Status.MET:
        return "You would keep it", Status.MET
    return "", None


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
