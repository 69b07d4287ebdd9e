"""Agreements on sharing information (s.16): what they leave out, when they are looked at again, and who is outside. Pure."""

import datetime
from collections.abc import Iterable

from partnerships.directory import is_over
from partnerships.models import DutyHolder, Organisation, SharingAgreement
from partnerships.models.body import Standing
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

# Each of the four things that section 16 does not authorise, and the field that says whether an agreement keeps to it.
BARRED = {
    "bars_patient": "Patient information",
    "bars_health": "Personal information disclosed by a health or social care authority",
    "bars_protected": "Anything against data protection law",
    "bars_intercepted": "Anything the Investigatory Powers Act 2016 bars (parts 1 to 7, and chapter 1 of part 9)",
}


def a_year_on(day: VagueDate) -> VagueDate:
    """The same date of the next year, as exact as it was."""
    if day.exact:
        return VagueDate.of(dates.one_year_on(day.earliest))
    return VagueDate.from_edtf(f"{int(day.edtf[:4]) + 1:04}{day.edtf[4:]}")


def review_by(agreement: SharingAgreement) -> VagueDate | None:
    """The day the agreement names, or twelve months after it began: a local rule. None when neither is known."""
    return agreement.review_on or (a_year_on(agreement.starts) if agreement.starts else None)


def in_force(agreement: SharingAgreement, on: datetime.date) -> bool:
    """Has it possibly begun, and is it not surely over?"""
    return (agreement.starts is None or agreement.starts.by(on) is not Truth.NO) and not is_over(agreement, on)


def outside(holders: Iterable[DutyHolder], agreements: Iterable[SharingAgreement], on: datetime.date) -> list[Organisation]:
    """The specified authorities that take part now and are party to no agreement in force, each once, by name."""
    parties = {party.pk for agreement in agreements if in_force(agreement, on) for party in agreement.parties.all()}
    found = {
        holder.organisation
        for holder in holders
        if holder.capacity.standing == Standing.SPECIFIED and not is_over(holder, on) and holder.organisation_id not in parties
    }
    return sorted(found, key=lambda organisation: organisation.name)
