"""What the policing body asked, what authorities asked one another, and what the Act allows as an answer."""

import datetime
import itertools
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from compliance.models import DeadlineSetting
from partnerships.answering import answer_by
from partnerships.collaboration import TAKEN_AWAY, duty_between, grounds_taken_away
from partnerships.models import AuditEntry, CollaborationRequest, Organisation, PolicingBodyRequest, RoleGrant
from partnerships.models.person import Role
from tests.cast import Cast, day, make_holder
from tests.partnerships.conftest import words

BODIES = {"police": "Force", "local-authority": "Council", "educational": "College", "policing-body": "Commissioner"}


def at(name: str, *args: int) -> str:
    return reverse(name, args=["anyborough", *args])


@pytest.fixture
def bodies(cast: Cast) -> dict[str, Organisation]:
    return {name: make_holder(cast.ours, cast.area, capacity, name).organisation for capacity, name in BODIES.items()}


@pytest.fixture
def contributor(cast: Cast, bodies: dict[str, Organisation], as_person: Callable[..., Client]) -> Client:
    """Somebody who works for the police force."""
    RoleGrant.objects.filter(user=cast.people[Role.CONTRIBUTOR]).update(body=bodies["Force"])
    return as_person(cast.people[Role.CONTRIBUTOR])


def policing(bodies: dict[str, Organisation], **changes: Any) -> dict[str, Any]:
    asked = {"asked_by": bodies["Commissioner"].pk, "asked_of": bodies["Force"].pk, "asked_on": "3 3 2026"}
    return {"kind": "information", **asked, "about": "Robberies by ward.", **changes}


def together(bodies: dict[str, Organisation], **changes: Any) -> dict[str, Any]:
    asked = {"asked_by": bodies["Council"].pk, "asked_of": bodies["College"].pk, "asked_on": "3 3 2026"}
    return {**asked, "purpose": "preparing", "about": "Help with a chapter.", **changes}


def make_policing(bodies: dict[str, Organisation], **fields: Any) -> PolicingBodyRequest:
    asked: dict[str, Any] = {"asked_by": bodies["Commissioner"], "asked_of": bodies["Force"], "asked_on": day("2026-03-03")}
    partnership = bodies["Force"].partnership
    return PolicingBodyRequest.objects.create(**{"partnership": partnership, "kind": "information", **asked, "about": "Figures.", **fields})


def make_together(bodies: dict[str, Organisation], **fields: Any) -> CollaborationRequest:
    asked: dict[str, Any] = {"asked_by": bodies["Council"], "asked_of": bodies["College"], "asked_on": day("2026-03-03")}
    as_what = {"asked_by_as": "specified", "asked_of_as": "relevant", "purpose": "preparing"}
    partnership = bodies["Council"].partnership
    return CollaborationRequest.objects.create(**{"partnership": partnership, **asked, **as_what, "about": "A chapter.", **fields})


def cautions_of(answer: Any) -> list[str]:
    return [caution.code for caution in answer.context["form"].cautions]


STANDINGS, PURPOSES = ("specified", "relevant"), ("assessing", "preparing", "carrying-out", "other")


@pytest.mark.parametrize(("asked_by_as", "asked_of_as", "purpose"), itertools.product(STANDINGS, STANDINGS, PURPOSES))
def test_the_act_takes_the_grounds_away_only_where_all_three_hold(asked_by_as: str, asked_of_as: str, purpose: str) -> None:
    """A relevant authority asked, by a specified one, about kinds, causes or preparing the strategy: s.15(9)."""
    taken = (asked_by_as, asked_of_as, purpose) in {("specified", "relevant", "assessing"), ("specified", "relevant", "preparing")}
    assert grounds_taken_away(asked_by_as, asked_of_as, purpose) is taken


def test_the_duty_is_named_for_each_pair_of_capacities() -> None:
    sections = {pair: duty_between(*pair).split(":")[0] for pair in itertools.product(STANDINGS, STANDINGS)}
    assert sections == {
        ("specified", "relevant"): "Section 15(3)",
        ("relevant", "specified"): "Section 15(3)",
        ("relevant", "relevant"): "Section 15(5)(b)",
        ("specified", "specified"): "Section 8(1)",
    }
    assert duty_between("other", "relevant") == ""


def test_request_of_the_policing_body_is_logged_once_and_waits_for_our_local_target(
    cast: Cast, coordinator: Client, bodies: dict[str, Organisation]
) -> None:
    form = coordinator.get(at("policingbodyrequest_add")).context["form"]
    assert form["asked_by"].value() == bodies["Commissioner"].pk
    with time_machine.travel("2026-03-21", tick=False):
        for _ in range(2):
            page = words(coordinator.post(at("policingbodyrequest_add"), policing(bodies), follow=True))
    assert PolicingBodyRequest.objects.count() == AuditEntry.objects.filter(event="policingbodyrequest.added").count() == 1
    assert "until 31 March 2026" in page
    assert "in 10 days: 28 days after it was asked: our local target, not law" in page
    assert "information it already holds, which is about the body itself, its functions or the people it serves" in page


def test_target_is_the_one_the_administrator_set(cast: Cast, coordinator: Client, bodies: dict[str, Organisation]) -> None:
    found = make_policing(bodies)
    DeadlineSetting.objects.filter(code="DL-17").update(target_days=10)
    with time_machine.travel("2026-03-21", tick=False):
        page = words(coordinator.get(at("policingbodyrequest", found.pk)))
    assert "since 13 March 2026" in page
    assert "8 days ago: 10 days after it was asked" in page


@pytest.mark.parametrize(
    ("asked_on", "named", "due"),
    [("2026-03-03", None, "2026-03-31"), ("2026-03", None, "2026-04-28"), ("2026-03-03", datetime.date(2026, 3, 10), "2026-03-10")],
)
def test_answer_is_due_on_the_day_named_or_after_our_target(asked_on: str, named: datetime.date | None, due: str) -> None:
    found = answer_by(PolicingBodyRequest(asked_on=day(asked_on), answer_by=named), 28)
    assert (found.day.isoformat(), found.asked_for) == (due, named is not None)


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"asked_by": "Council"}, ["no-policing-body"]),
        ({"asked_of": "Trust"}, ["no-authority"]),
        ({"answer_by": "1 3 2026"}, ["day-before"]),
        ({"asked_of": "College"}, []),
    ],
)
def test_odd_request_is_asked_about_and_then_kept(
    cast: Cast, coordinator: Client, bodies: dict[str, Organisation], changed: dict[str, str], asked: list[str]
) -> None:
    bodies["Trust"] = Organisation.objects.create(partnership=cast.ours, name="Trust", kind="voluntary")
    sent = policing(bodies, **{name: bodies[value].pk if value in bodies else value for name, value in changed.items()})
    if asked:
        assert cautions_of(coordinator.post(at("policingbodyrequest_add"), sent)) == asked
        assert not PolicingBodyRequest.objects.exists()
    assert coordinator.post(at("policingbodyrequest_add"), sent | {"cautions_seen": " ".join(asked)}).status_code == 302
    assert PolicingBodyRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"asked_on": ""}, "Enter “Asked on”: it cannot be left empty."),
        ({"asked_on": "1 1 2099"}, "is still to come"),
        ({"kind": "gossip"}, "Choose “What kind” from the list; what was sent is not in it."),
        ({"answer_by": "March 2026"}, "March 2026 is more than one day."),
    ],
)
def test_wrong_request_gets_a_sentence_and_loses_nothing(
    cast: Cast, coordinator: Client, bodies: dict[str, Organisation], wrong: dict[str, str], sentence: str
) -> None:
    page = words(coordinator.post(at("policingbodyrequest_add"), policing(bodies, about="Kept words", **wrong)))
    assert sentence in page
    assert "Kept words" in page
    assert not PolicingBodyRequest.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("kind", ["policingbodyrequest", "collaborationrequest"])
def test_body_never_asks_itself(cast: Cast, coordinator: Client, bodies: dict[str, Organisation], kind: str) -> None:
    own = {"asked_by": bodies["Council"].pk, "asked_of": bodies["Council"].pk}
    sent = policing(bodies, **own) if kind == "policingbodyrequest" else together(bodies, **own)
    assert "A body does not ask itself. Choose the body that was asked." in words(coordinator.post(at(f"{kind}_add"), sent))
    assert not AuditEntry.objects.exists()


def test_answer_is_recorded_and_may_be_taken_back(cast: Cast, coordinator: Client, bodies: dict[str, Organisation]) -> None:
    found = make_policing(bodies)
    address = at("policingbodyrequest_answer", found.pk)
    page = words(coordinator.post(address, {"answered_on": "20 3 2026", "answer": "given", "seen_version": 1}, follow=True))
    assert "Done as asked" in page
    assert "Waiting" not in page
    coordinator.post(address, {"answered_on": "", "answer": "", "seen_version": 2})
    found.refresh_from_db()
    assert (found.answered_on, found.answer, found.version) == (None, "", 3)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"answer": "given"}, "Enter the day it was answered. A month or a year will do if that is all you know."),
        ({"answered_on": "20 3 2026"}, "Choose what the answer was."),
        ({}, "Choose what the answer was."),
        (
            {"answered_on": "1 3 2026", "answer": "given"},
            "It was asked on 3 March 2026, so it cannot have been answered on 1 March 2026. Check the two days.",
        ),
        ({"answered_on": "1 1 2099", "answer": "given"}, "is still to come"),
    ],
)
@pytest.mark.parametrize("kind", ["policingbodyrequest", "collaborationrequest"])
def test_answer_that_cannot_be_is_refused_with_a_sentence(
    cast: Cast, coordinator: Client, bodies: dict[str, Organisation], kind: str, sent: dict[str, str], sentence: str
) -> None:
    found = make_policing(bodies) if kind == "policingbodyrequest" else make_together(bodies)
    answer = {"agreed" if value == "given" and kind == "collaborationrequest" else value: name for name, value in sent.items()}
    posted = {name: value for value, name in answer.items()} | {"seen_version": 1}
    assert sentence in words(coordinator.post(at(f"{kind}_answer", found.pk), posted))
    found.refresh_from_db()
    assert found.answered_on is None
    assert not AuditEntry.objects.exists()


def test_request_cannot_be_moved_behind_its_answer(cast: Cast, coordinator: Client, bodies: dict[str, Organisation]) -> None:
    found = make_policing(bodies, answered_on=day("2026-03-20"), answer="given")
    sent = policing(bodies, asked_on="1 4 2026", seen_version=1)
    page = words(coordinator.post(at("policingbodyrequest_change", found.pk), sent))
    assert "It was answered on 20 March 2026, so it cannot have been asked on 1 April 2026." in page


@pytest.mark.parametrize(
    ("kind", "answer", "note", "asked"),
    [
        ("information", "refused", "Why", ["refused"]),
        ("monitoring", "refused", "Why", ["refused"]),
        ("meeting", "refused", "Why", []),
        ("information", "not-held", "", ["no-why"]),
        ("information", "not-held", "Not ours", []),
        ("information", "given", "", []),
    ],
)
def test_refusal_is_asked_about_before_it_is_kept(
    cast: Cast, coordinator: Client, bodies: dict[str, Organisation], kind: str, answer: str, note: str, asked: list[str]
) -> None:
    found = make_policing(bodies, kind=kind)
    sent = {"answered_on": "20 3 2026", "answer": answer, "answer_note": note, "seen_version": 1}
    if asked:
        assert cautions_of(coordinator.post(at("policingbodyrequest_answer", found.pk), sent)) == asked
    kept = coordinator.post(at("policingbodyrequest_answer", found.pk), sent | {"cautions_seen": " ".join(asked)})
    assert kept.status_code == 302


def test_capacities_are_taken_from_the_list_of_bodies(cast: Cast, coordinator: Client, bodies: dict[str, Organisation]) -> None:
    page = words(coordinator.post(at("collaborationrequest_add"), together(bodies), follow=True))
    found = CollaborationRequest.objects.get()
    assert (found.asked_by_as, found.asked_of_as) == ("specified", "relevant")
    assert "Section 15(3): both must work together once either has asked." in page
    assert "Section 15(9): no ground of section 15(7) counts for this request" in page


def test_capacity_that_the_list_leaves_open_is_asked_for(cast: Cast, coordinator: Client, bodies: dict[str, Organisation]) -> None:
    bodies["Trust"] = Organisation.objects.create(partnership=cast.ours, name="Trust", kind="voluntary")
    page = words(coordinator.post(at("collaborationrequest_add"), together(bodies, asked_of=bodies["Trust"].pk)))
    assert "Trust takes part here neither as specified nor as relevant authority. Choose as what it was asked." in page
    make_holder(cast.ours, cast.area, "educational", "Council")
    page = words(coordinator.post(at("collaborationrequest_add"), together(bodies)))
    assert "Council takes part both as specified and as relevant authority. Choose as what it asked." in page
    assert coordinator.post(at("collaborationrequest_add"), together(bodies, asked_by_as="specified")).status_code == 302
    assert CollaborationRequest.objects.count() == 1


REFUSED = {"answered_on": "20 3 2026", "answer": "refused"}


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({**REFUSED, "costly": "on", "reason": "No money"}, ["taken-away"]),
        ({**REFUSED, "costly": "on", "reason": "No money", "purpose": "carrying-out"}, []),
        ({**REFUSED, "costly": "on", "reason": "No money", "asked_by_as": "relevant"}, []),
        ({**REFUSED, "costly": "on", "reason": "No money", "asked_by_as": "relevant", "asked_of_as": "specified"}, []),
        ({**REFUSED, "costly": "on", "purpose": "other"}, ["no-reason"]),
        ({**REFUSED, "purpose": "other"}, ["no-ground"]),
        ({"answered_on": "20 3 2026", "answer": "agreed", "costly": "on", "reason": "x", "purpose": "other"}, ["ground-unused"]),
        ({"asked_of_as": "specified"}, ["both-specified"]),
        ({}, []),
    ],
)
def test_form_says_what_the_act_does_not_allow_and_keeps_it_all_the_same(
    cast: Cast, coordinator: Client, bodies: dict[str, Organisation], changed: dict[str, str], asked: list[str]
) -> None:
    sent = together(bodies, **changed)
    if asked:
        assert cautions_of(coordinator.post(at("collaborationrequest_add"), sent)) == asked
        assert not CollaborationRequest.objects.exists()
    page = words(coordinator.post(at("collaborationrequest_add"), sent | {"cautions_seen": " ".join(asked)}, follow=True))
    assert CollaborationRequest.objects.count() == 1
    assert (TAKEN_AWAY in page) is ("taken-away" in asked)


def test_list_marks_a_ground_that_the_act_does_not_allow(cast: Cast, viewer: Client, bodies: dict[str, Organisation]) -> None:
    answer: dict[str, Any] = {"answered_on": day("2026-03-20"), "answer": "refused", "adverse": True, "reason": "Full."}
    allowed = make_together(bodies, purpose="carrying-out", **answer)
    assert "Ground not allowed" not in words(viewer.get(at("collaborationrequests")))
    make_together(bodies, **answer)
    assert "Ground not allowed" in words(viewer.get(at("collaborationrequests")))
    assert TAKEN_AWAY not in words(viewer.get(at("collaborationrequest", allowed.pk)))


@pytest.mark.parametrize("kind", ["policingbodyrequest", "collaborationrequest"])
def test_contributor_answers_for_their_own_body_and_for_no_other(
    cast: Cast, contributor: Client, bodies: dict[str, Organisation], kind: str
) -> None:
    make: Any = make_policing if kind == "policingbodyrequest" else make_together
    own, other = make(bodies, asked_of=bodies["Force"]), make(bodies, asked_of=bodies["College"])
    sent = {"answered_on": "20 3 2026", "answer": "given" if kind == "policingbodyrequest" else "agreed", "seen_version": 1}
    assert at(f"{kind}_answer", own.pk) in words(contributor.get(at(kind, own.pk)))
    assert contributor.post(at(f"{kind}_answer", own.pk), sent).status_code == 302
    assert at(f"{kind}_answer", other.pk) not in words(contributor.get(at(kind, other.pk)))
    refused = contributor.post(at(f"{kind}_answer", other.pk), sent)
    assert refused.status_code == 403
    assert str(cast.coordinator) in words(refused)
    other.refresh_from_db()
    assert other.answered_on is None
    for verb in ("change", "withdraw"):
        assert contributor.get(at(f"{kind}_{verb}", own.pk)).status_code == 403


def test_role_for_a_body_elsewhere_answers_nothing_here(
    cast: Cast, bodies: dict[str, Organisation], as_person: Callable[..., Client]
) -> None:
    RoleGrant.objects.create(
        user=cast.people[Role.CONTRIBUTOR],
        role=Role.CONTRIBUTOR,
        partnership=cast.theirs,
        body=bodies["Force"],
        starts=datetime.date(2024, 1, 1),
    )
    found = make_policing(bodies)
    assert as_person(cast.people[Role.CONTRIBUTOR]).get(at("policingbodyrequest_answer", found.pk)).status_code == 403


def test_overseer_logs_what_the_policing_body_asks_and_answers_nothing(
    cast: Cast, bodies: dict[str, Organisation], as_person: Callable[..., Client]
) -> None:
    overseer = as_person(cast.people[Role.OVERSEER])
    assert overseer.post(at("policingbodyrequest_add"), policing(bodies)).status_code == 302
    found = PolicingBodyRequest.objects.get()
    page = words(overseer.get(at("policingbodyrequest", found.pk)))
    assert at("policingbodyrequest_change", found.pk) in page
    assert at("policingbodyrequest_answer", found.pk) not in page
    for route, args in (("policingbodyrequest_answer", [found.pk]), ("collaborationrequest_add", []), ("localdefinition_add", [])):
        assert overseer.get(at(route, *args)).status_code == 403


@pytest.mark.parametrize("kind", ["policingbodyrequest", "collaborationrequest"])
def test_withdrawn_request_stays_listed_and_waits_no_more(
    cast: Cast, coordinator: Client, bodies: dict[str, Organisation], kind: str
) -> None:
    found: Any = make_policing(bodies) if kind == "policingbodyrequest" else make_together(bodies)
    assert ": 1 waiting" in words(coordinator.get(at(f"{kind}s")))
    coordinator.post(at(f"{kind}_withdraw", found.pk), {"reason": "Entered twice", "seen_version": 1})
    page = words(coordinator.get(at(f"{kind}s")))
    assert "Entered twice" in page
    assert ": 1 waiting" not in page
    assert coordinator.get(at(f"{kind}_answer", found.pk)).status_code == 404


def test_what_waits_stands_first_and_what_was_withdrawn_last(cast: Cast, viewer: Client, bodies: dict[str, Organisation]) -> None:
    make_policing(bodies, about="Third.", answered_on=day("2026-03-10"), answer="given")
    make_policing(bodies, about="Fourth.", withdrawn_on=datetime.date(2026, 3, 9), withdrawn_reason="Twice")
    make_policing(bodies, about="First.", asked_on=day("2026-03-04"))
    make_policing(bodies, about="Second.", answered_on=day("2026-03-20"), answer="given")
    page = words(viewer.get(at("policingbodyrequests")))
    assert sorted(["First.", "Second.", "Third.", "Fourth."], key=page.index) == ["First.", "Second.", "Third.", "Fourth."]


@pytest.mark.parametrize("rows", [1, 30])
def test_lists_take_the_same_number_of_queries_however_many_requests(
    cast: Cast, viewer: Client, bodies: dict[str, Organisation], django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for _ in range(rows):
        make_policing(bodies)
        make_together(bodies)
    with django_assert_num_queries(8):
        viewer.get(at("policingbodyrequests"))
    with django_assert_num_queries(7):
        viewer.get(at("collaborationrequests"))
