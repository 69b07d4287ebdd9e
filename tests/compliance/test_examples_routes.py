"""Anyborough's paper on its way, whatever the day on which the example is loaded."""

import datetime

import pytest
import time_machine

from partnerships.models import Partnership
from partnerships.queries_routes import routes_in
from partnerships.route_plan import Standing
from partnerships.route_reading import lines_of, plans_of
from tests.compliance.example_data import load

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize("day", ["2026-11-22", "2026-12-19", "2028-02-29"])
def test_on_any_day_all_boards_but_one_have_a_meeting_in_time(day: str) -> None:
    with time_machine.travel(f"{day} 12:00", tick=False):
        load("anyborough")
    [route] = routes_in(Partnership.objects.get(slug="anyborough"))
    [found] = plans_of([route], datetime.date.fromisoformat(day))
    assert [one.standing for one in found.boards] == [Standing.FITS, Standing.NO_MEETING, Standing.FITS, Standing.FITS]
    assert not [line.urgency for line in lines_of(route, found) if line.urgency]
