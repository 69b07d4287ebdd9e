"""Whatever names a body, a seat or a person is held by them, or stands here with the reason why it is not."""

from collections.abc import Iterator

import pytest
from django.apps import apps

from partnerships.holdings import HOLDINGS, Holding, Of, register_holding
from partnerships.models import Organisation, Seat, User

FLOORS = ("partnerships", "strategies", "compliance")
HAPPENED = "says what happened with whom, which stays as it was"
NOT_HELD = {
    "action.relevant_authority": HAPPENED,
    "actionasked.owner": HAPPENED,
    "approvalround.closed_by": HAPPENED,
    "approvalround.opened_by": HAPPENED,
    "attendance.seat": HAPPENED,
    "collaborationrequest.asked_by": HAPPENED,
    "comment.answered_by": HAPPENED,
    "comment.author": HAPPENED,
    "comment.told": HAPPENED,
    "consultation.bodies": HAPPENED,
    "datasource.organisation": HAPPENED,
    "draftimport.added_by": HAPPENED,
    "draftimport.read_by": HAPPENED,
    "fundingline.from_body": HAPPENED,
    "handover.leaver": HAPPENED,
    "handover.made_by": HAPPENED,
    "invitation.seat": "passes with the seat",
    "mail.asked_by": HAPPENED,
    "mail.to_user": HAPPENED,
    "mailedlink.user": "is for that person only; an invitation is withdrawn when they leave",
    "newsasked.account": HAPPENED,
    "newsasked.asked_by": HAPPENED,
    "policingbodycontact.attended": HAPPENED,
    "policingbodycontact.by": HAPPENED,
    "policingbodyrequest.asked_by": HAPPENED,
    "progressupdate.said_by": HAPPENED,
    "publication.owner": HAPPENED,
    "publicpage.opened_by": HAPPENED,
    "regionalplansending.sent_by": HAPPENED,
    "rolegrant.seats": "passes with the role",
    "scrutinymeeting.council": HAPPENED,
    "scrutinyreport.council": HAPPENED,
    "scrutinyrequest.council": HAPPENED,
    "seenstandings.user": HAPPENED,
    "strategy.made_by": HAPPENED,
    "submission.sender": HAPPENED,
    "succession.body": HAPPENED,
    "succession.former_bodies": HAPPENED,
    "versionread.user": HAPPENED,
    "vote.given_by": HAPPENED,
    "vote.seat": "is asked of whoever holds the seat",
    "workbookimport.over_by": HAPPENED,
    "workbookimport.read_by": HAPPENED,
}


def named() -> Iterator[str]:
    """Every field by which a record of ours names a body, a seat or a person: "dutyholder.organisation"."""
    for model in (model for floor in FLOORS for model in apps.get_app_config(floor).get_models()):
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
            if field.related_model in (Organisation, Seat, User):
                yield f"{model._meta.model_name}.{field.name}"


def test_whatever_names_a_body_a_seat_or_a_person_is_held_or_excepted() -> None:
    found = set(named())
    held = {kind for _, kind in HOLDINGS}
    assert len(found) > 20
    assert found - held - set(NOT_HELD) == set()
    assert set(NOT_HELD) - found == set(), "an exception for what is no longer there"
    assert held & set(NOT_HELD) == set(), "held and excepted at once"


@pytest.mark.parametrize("holding", HOLDINGS.values(), ids=lambda holding: f"{holding.of} {holding.kind}")
def test_a_holding_is_of_a_field_that_names_its_holder(holding: Holding) -> None:
    model_name, _, field_name = holding.kind.partition(".")
    model = next(model for model in apps.get_models() if model._meta.model_name == model_name)
    # A task knows people by number.
    holder = {Of.BODY: Organisation, Of.PERSON: User, "task": None}["task" if model_name == "task" else holding.of]
    assert model._meta.get_field(field_name.removesuffix("_id") if holder else field_name).related_model is holder
    assert holding.words[0].isupper()
    assert bool(holding.move) is not bool(holding.stays)


def test_a_holding_says_why_it_stays_or_how_it_moves() -> None:
    with pytest.raises(ValueError, match="Say why"):
        register_holding("board.chair", "Chairs", of=Of.BODY, rows=lambda *_: [])
