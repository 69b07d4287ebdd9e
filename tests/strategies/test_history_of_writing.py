"""The history of a section that saves itself again and again while somebody writes."""

import re

import time_machine

from partnerships.audit.record import record
from partnerships.models import AuditEntry, User
from strategies.models import Section, Strategy
from tests.cast import Cast
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, make_section

SHOWN = re.compile(r"Changed (\d+) times between .*?>(\d\d:\d\d)</time> and .*?>(\d\d:\d\d)</time>, ([^<]+)</p>")


def saves(section: Section, actor: User, *moments: str, event: str = "section.changed", comment: str = "") -> None:
    for moment in moments:
        with time_machine.travel(f"2026-07-01T{moment}Z", tick=False):
            changes = {"Text": [f"Until {moment}", f"From {moment}"]}
            record(event, actor=actor, partnership=section.strategy.partnership, target=section, changes=changes, comment=comment)


def test_run_of_changes_of_one_section_by_one_person_within_the_hour_is_one_entry_that_opens(cast: Cast, strategy: Strategy) -> None:
    section, other = make_section(strategy), make_section(strategy, "Definition", position=2)
    saves(section, cast.coordinator, "13:02", "13:10")
    saves(other, cast.viewer, "13:20", "13:21")
    saves(section, cast.coordinator, "13:31")
    for page in (at("history"), at("record_history", "section", section.pk)):
        html = signed_in(cast.coordinator).get(page).content.decode()
        assert ("3", "14:02", "14:31", str(cast.coordinator)) in SHOWN.findall(html)
        assert html.count("Until 13:02") == html.count("From 13:31") == 1
        assert "13:10</ins>" not in html
        for entry in AuditEntry.objects.filter(target_kind="section", target_pk=section.pk):
            assert at("history_entry", entry.number) in html
    assert AuditEntry.objects.count() == 5


def test_what_another_person_a_later_hour_or_a_reason_divides_stays_apart(cast: Cast, strategy: Strategy) -> None:
    section = make_section(strategy)
    saves(section, cast.coordinator, "09:00", "10:00")
    saves(section, cast.coordinator, "10:00:01")
    saves(section, cast.viewer, "10:05")
    saves(section, cast.coordinator, "10:10")
    saves(section, cast.coordinator, "10:11", comment="Taken from the paper")
    saves(section, cast.coordinator, "10:12", "10:13", event="section.moved")
    html = signed_in(cast.coordinator).get(at("history")).content.decode()
    assert html.count("Changed 2 times at") == html.count(" times ") == 1
    assert html.count('class="svd-history__entry"') == 7
