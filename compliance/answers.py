"""The findings of a partnership, remembered between requests, and so are the facts they come from.

Both are remembered under the heads of the partnership's and the installation's audit chains and the catalogue's version: every save
writes an audit entry, so what is remembered is never older than the records. Tests prove remembered equal to loaded and computed.
"""

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from compliance import at_hand
from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Finding, Status
from compliance.load_facts import load_facts
from compliance.requirements import CATALOGUE_VERSION
from compliance.todo import subjects
from partnerships.as_at import default_day
from partnerships.audit.heads import memory_keys
from partnerships.models import Partnership
from svduty import clock, dates

NAMED = 2  # how many changes the banner names


def facts_for(partnerships: Iterable[Partnership]) -> list[PartnershipFacts]:
    """The facts of each partnership in the order given; one query for those remembered, the loader's for the rest."""
    chosen = list(partnerships)
    return _facts(chosen, memory_keys(chosen))


def findings_for(partnership: Partnership, on: datetime.date) -> list[Finding]:
    """Every finding of one partnership as at `on`."""
    keys = memory_keys([partnership])
    return _findings(partnership, on, keys, lambda: _facts([partnership], keys)[0])


def facts_and_findings(partnership: Partnership, on: datetime.date) -> tuple[PartnershipFacts, list[Finding]]:
    """Both, of one partnership as at `on`."""
    keys = memory_keys([partnership])
    [facts] = _facts([partnership], keys)
    return facts, _findings(partnership, on, keys, lambda: facts)


def _facts(chosen: list[Partnership], memory: dict[int, str]) -> list[PartnershipFacts]:
    keys = {pk: f"facts-{CATALOGUE_VERSION}-{key}" for pk, key in memory.items()}
    found: dict[int, Any] = {pk: at_hand.get(key) for pk, key in keys.items()}
    missing = [partnership for partnership in chosen if found[partnership.pk] is None]
    if missing:
        for facts in load_facts(missing):
            at_hand.keep(keys[facts.pk], facts)
            found[facts.pk] = facts
    return [found[partnership.pk] for partnership in chosen]


def _findings(partnership: Partnership, on: datetime.date, memory: dict[int, str], facts: Callable[[], PartnershipFacts]) -> list[Finding]:
    """Those of the day its pages open as at are remembered; any other day somebody may ask for is not, for there are thousands."""
    if on != default_day(partnership, clock.today()):
        return evaluate(facts(), on)
    key = f"findings-{CATALOGUE_VERSION}-{on}-{memory[partnership.pk]}"
    found: tuple[Finding, ...] | None = at_hand.get(key)
    if found is None:
        found = tuple(evaluate(facts(), on))
        at_hand.keep(key, found)
    return list(found)


def watch(partnership: Partnership) -> Callable[[], list[str]]:
    """For the green banner after a save: call it before, and what it returns after."""
    on = default_day(partnership, clock.today())
    before = {(finding.code, finding.key): finding for finding in findings_for(partnership, on)}

    def changed() -> list[str]:
        found = findings_for(partnership, on)
        going_on = {(finding.code, finding.key): finding for finding in found if finding.current}
        groups: dict[tuple[str, str], list[Finding]] = {}
        told: set[tuple[str, str]] = set()
        for finding in sorted(found, key=lambda one: one.current):
            old, place = before.get((finding.code, finding.key)), (finding.code, finding.key)
            if finding.status in (old.status if old else None, Status.NOT_APPLICABLE) or place in told:
                continue
            now = _now(finding)
            over = (finding.code, finding.key.rpartition("/")[0])
            if not finding.current and over in going_on:
                if old is None and over in before and before[over].status == finding.status:
                    continue  # It stood so before, and is an earlier cycle now.
                told.add(over)
                now += _and_then(finding, going_on[over])
            groups.setdefault((finding.title, now), []).append(finding)
        sentences = [f"“{title}” ({subjects(group)}) {now}." for (title, now), group in groups.items()]
        if more := len({title for title, _ in list(groups)[NAMED:]}):
            duties = reverse("duties", args=[partnership.slug])
            words = f"and {more} more {'duty' if more == 1 else 'duties'} changed"
            sentences[NAMED:] = [format_html('<a class="govuk-notification-banner__link" href="{}">{}</a>.', duties, words)]
        return sentences

    return changed


def _now(finding: Finding) -> str:
    """`is now met`, `cannot be told: a fact is missing`; where there is nobody to ask it says so."""
    if finding.status == Status.CANNOT_TELL:
        return "cannot be told: a fact is missing"
    kinds = {record.kind for record in finding.rests_on}
    nobody = finding.status == Status.MET and "numberinarea" in kinds and "consultation" not in kinds
    return f"is now {said(finding)}{': there is nobody to consult' if nobody else ''}"


def _and_then(finding: Finding, following: Finding) -> str:
    """What a cycle that is over rests on, and how the one that follows it stands: that is what every page shows."""
    label = finding.rests_on[0].label if finding.rests_on else ""
    by = f" with the {label[0].lower()}{label[1:]}" if label else ""
    due = following.due
    if due and due.on and following.status in (Status.DUE_SOON, Status.DUE_LATER):
        return f"{by}; the next is due by {dates.say(due.on)}"
    return f"{by}; what follows is {said(following)}"


def said(finding: Finding) -> str:
    """The status in words, with the days of lateness: `met late, by 2 days`."""
    if finding.status == Status.MET_LATE:
        return f"met late, by {finding.late_by} day{'' if finding.late_by == 1 else 's'}"
    return finding.status.words.lower()
