"""Days of the law that are offered when the way of a paper is planned."""

import datetime

import pytest

from compliance import paper_dates
from compliance.finding import Due, Finding, Status, Strength
from partnerships.legal_dates import LegalDate, legal_dates
from tests.cast import Cast, make_version

ON = datetime.date(2024, 1, 10)
SOON = datetime.date(2024, 1, 31)


def finding(status: Status, due: Due | None, current: bool = True) -> Finding:
    return Finding(
        "SVD-PUB-01", "Publish the strategy", Strength.STATUTORY, "Act s.8(9)", "k", "Anyborough", status, "Why.", due, current=current
    )


def test_only_days_to_come_of_this_cycle_are_offered_and_a_local_target_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    law, local = Due("DL-02", SOON, "fixed"), Due("DL-06", SOON, "counted", in_law=False)
    passed, unknown = Due("DL-02", ON - datetime.timedelta(days=1), "fixed"), Due("DL-02", None, "cannot be told")
    found = [
        finding(Status.DUE_SOON, law),
        finding(Status.DUE_LATER, local),
        finding(Status.OVERDUE, passed),
        finding(Status.DUE_SOON, unknown),
        finding(Status.MET, law),
        finding(Status.DUE_SOON, law, current=False),
        finding(Status.CANNOT_TELL, None),
    ]
    monkeypatch.setattr(paper_dates, "findings_for", lambda partnership, on: found)
    assert list(paper_dates.days_to_come(cast.ours, ON)) == [
        LegalDate(SOON, "Publish the strategy, Anyborough: Act s.8(9)"),
        LegalDate(SOON, "Publish the strategy, Anyborough: Act s.8(9) (local target, not law)"),
    ]


def test_days_of_a_partnership_come_from_its_findings(cast: Cast) -> None:
    make_version(cast.ours, cast.area)
    offered = legal_dates(cast.ours, ON)
    assert [one.day for one in offered] == sorted(one.day for one in offered)
    # SI 2022/1304 regulation 3(1): the first strategies are published by this day.
    assert SOON in [one.day for one in offered]
