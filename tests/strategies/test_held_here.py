"""What a body holds of carrying a strategy out passes to the one that follows it."""

import datetime

from partnerships.actions.pass_on import pass_on
from partnerships.holdings import Passing, held_by
from partnerships.models import Organisation
from strategies.models import Action, FundingStream, Measure, Objective, ProgressUpdate, Risk, ScrutinyReport, ScrutinyRequest, Strategy
from tests.cast import Cast, day, make_holder

TODAY = datetime.date(2026, 11, 24)


def test_what_a_body_has_taken_on_passes_and_what_is_over_stays_under_its_name(cast: Cast, strategy: Strategy) -> None:
    old = make_holder(cast.ours, cast.area, "health", "Old care board").organisation
    new = Organisation.objects.create(name="New care board", kind="health")
    ours = {"partnership": cast.ours}
    committee = {**ours, "council": new, "asked_of": old}
    held = [
        Objective.objects.create(strategy=strategy, position=1, title="Safe places", owner=old),
        Action.objects.create(**ours, title="Open the hall", owner=old),
        Measure.objects.create(**ours, name="Admissions", source_body=old),
        Risk.objects.create(**ours, title="The money ends", owner=old),
        FundingStream.objects.create(**ours, name="Its fund", funder=old),
        ScrutinyReport.objects.create(**committee, title="Knives", dated=day("2026-11-01")),
        ScrutinyRequest.objects.create(**committee, about="How many?", asked_on=day("2026-11-01")),
    ]
    done = Action.objects.create(**ours, title="Paint the hall", owner=old)
    ProgressUpdate.objects.create(**ours, on=day("2026-10-01"), state="done").actions.add(done)
    ScrutinyReport.objects.create(**committee, title="Answered", dated=day("2026-01-01"), replied_on=day("2026-01-09"))

    of_delivery = [one for one in held_by(old, cast.ours, TODAY) if one.holding.kind != "dutyholder.organisation"]
    assert [record for one in of_delivery for record in one.records] == held
    pass_on(of_delivery, Passing(cast.ours, new, TODAY, cast.coordinator, "Merged"))
    assert [one for one in held_by(old, cast.ours, TODAY) if one.holding.kind != "dutyholder.organisation"] == []
    assert Action.objects.get(pk=held[1].pk).owner == new
    done.refresh_from_db()
    assert done.owner == old
