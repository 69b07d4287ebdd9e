import datetime

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry, Decision, LocalDefinition, Meeting
from tests.cast import Cast
from tests.partnerships.conftest import words
from tests.partnerships.meeting_of import address, hold, make_board, make_meeting
from tests.partnerships.test_meetings import ticked

pytestmark = pytest.mark.usefixtures("_today")
QUORATE = {"rest": "member"}
WORDING = "To agree version 2 of the definition."


@pytest.fixture
def _today() -> object:
    with time_machine.travel(datetime.datetime(2026, 5, 20, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(make_board(cast.ours))


@pytest.fixture
def definition(cast: Cast) -> LocalDefinition:
    return LocalDefinition.objects.create(partnership=cast.ours, number=2, wording="Our words", version=4)


def decided(**more: object) -> dict[str, object]:
    return {"wording": WORDING, "outcome": "agreed", **more}


def test_a_quorate_meeting_agrees_a_definition_which_then_says_so(
    coordinator: Client, meeting: Meeting, definition: LocalDefinition
) -> None:
    hold(coordinator, meeting, **QUORATE)
    answer = coordinator.post(address("decision_add", meeting.pk), decided(about=f"localdefinition:{definition.pk}", in_favour="5"))
    assert answer.status_code == 302
    definition.refresh_from_db()
    assert (definition.agreed_by, str(definition.agreed_on), definition.version) == ("Shirebrook Board", "13 May 2026", 5)
    made = Decision.objects.get()
    assert (made.about_version, made.in_favour) == (5, 5)
    changed = AuditEntry.objects.get(event="localdefinition.changed")
    assert changed.changes["Agreed by"] == ["", "Shirebrook Board"]
    assert AuditEntry.objects.filter(event="decision.added", target_pk=made.pk).exists()
    assert "has been changed since" not in words(coordinator.get(address("decision", made.pk)))


@pytest.mark.parametrize(
    ("outcome", "more"), [("not-agreed", {}), ("deferred", {}), ("noted", {}), ("conditions", {"conditions": "After a check."})]
)
def test_only_a_plain_agreement_marks_the_definition(
    coordinator: Client, meeting: Meeting, definition: LocalDefinition, outcome: str, more: dict[str, str]
) -> None:
    hold(coordinator, meeting, **QUORATE)
    coordinator.post(address("decision_add", meeting.pk), decided(about=f"localdefinition:{definition.pk}", **{"outcome": outcome, **more}))
    assert Decision.objects.get().outcome == outcome
    definition.refresh_from_db()
    assert (definition.agreed_by, definition.version) == ("", 4)


def test_what_the_definition_says_already_of_its_agreement_is_left_alone(
    coordinator: Client, meeting: Meeting, definition: LocalDefinition
) -> None:
    LocalDefinition.objects.update(agreed_by="Cabinet")
    hold(coordinator, meeting, **QUORATE)
    coordinator.post(address("decision_add", meeting.pk), decided(about=f"localdefinition:{definition.pk}"))
    definition.refresh_from_db()
    assert (definition.agreed_by, definition.agreed_on) == ("Cabinet", None)


def test_a_meeting_that_was_not_quorate_cannot_decide_and_says_what_can_be_done(coordinator: Client, meeting: Meeting) -> None:
    hold(coordinator, meeting, rest="absent", Leader="member")
    add = address("decision_add", meeting.pk)
    page = words(coordinator.get(address("meeting", meeting.pk)))
    assert add not in page
    assert "The meeting was not quorate, so it could decide nothing." in page
    assert "<form" not in coordinator.get(add).content.decode().partition("<main")[2].partition("</main>")[0]
    page = words(coordinator.post(add, decided()))
    assert "Write what was said as a note in the minutes, and bring it to the next meeting" in page
    assert "put the attendance right first" in page
    assert WORDING in page
    assert not Decision.objects.exists()


@pytest.mark.parametrize(("state", "sentence"), [("planned", "a plan decides nothing"), ("cancelled", "was cancelled or withdrawn")])
def test_only_a_meeting_that_was_held_decides(coordinator: Client, meeting: Meeting, state: str, sentence: str) -> None:
    Meeting.objects.update(state=state)
    add = address("decision_add", meeting.pk)
    assert sentence in words(coordinator.get(add))
    assert sentence in words(coordinator.post(add, decided()))
    assert not Decision.objects.exists()


def test_a_meeting_whose_quorum_is_not_known_decides_after_a_warning(coordinator: Client, meeting: Meeting) -> None:
    Meeting.objects.update(state="held")
    page = ticked(coordinator, address("decision_add", meeting.pk), decided())
    assert "what rests on the decision will say “cannot tell”" in page
    assert "It is not known" in AuditEntry.objects.get(event="decision.added").comment


def test_the_meeting_that_loses_its_quorum_while_the_form_is_open_is_asked_again(
    coordinator: Client, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    from partnerships.forms.decision import DecisionForm

    hold(coordinator, meeting, **QUORATE)
    checked = DecisionForm.is_valid

    def and_then_it_changes(form: DecisionForm) -> bool:
        valid = checked(form)
        Meeting.objects.update(quorate=False)
        return valid

    monkeypatch.setattr(DecisionForm, "is_valid", and_then_it_changes)
    answer = coordinator.post(address("decision_add", meeting.pk), decided())
    assert answer.status_code == 409
    assert "This meeting was not quorate" in words(answer)
    assert not Decision.objects.exists()


def test_decisions_stay_marked_when_attendance_put_right_shows_there_was_no_quorum(coordinator: Client, meeting: Meeting) -> None:
    hold(coordinator, meeting, **QUORATE)
    coordinator.post(address("decision_add", meeting.pk), decided())
    made = Decision.objects.get()
    hold(coordinator, meeting, rest="absent", Leader="member")
    page = words(coordinator.get(address("meeting", meeting.pk)))
    assert "The decisions already recorded stay, marked as made without a quorum." in page
    assert ">The meeting was not quorate</strong>" in page
    assert "this decision does not hold" in words(coordinator.get(address("decision", made.pk)))
    change = decided(wording="In other words.", seen_version=1)
    assert coordinator.post(address("decision_change", made.pk), change).status_code == 302


def test_a_decision_says_when_what_it_was_about_has_changed_or_was_withdrawn_since(
    cast: Cast, coordinator: Client, meeting: Meeting, definition: LocalDefinition
) -> None:
    hold(coordinator, meeting, **QUORATE)
    coordinator.post(address("decision_add", meeting.pk), decided(outcome="noted", about=f"localdefinition:{definition.pk}"))
    page = address("decision", Decision.objects.get().pk)
    assert "since" not in words(coordinator.get(page)).partition("<main")[2].partition("</main>")[0]
    LocalDefinition.objects.update(version=5)
    assert "Local definition, version 2 has been changed since" in words(coordinator.get(page))
    LocalDefinition.objects.update(withdrawn_on=datetime.date(2026, 5, 19))
    assert "Local definition, version 2 has been withdrawn since." in words(coordinator.get(page))
    LocalDefinition.objects.update(partnership=cast.theirs, withdrawn_on=None, version=4)
    assert "withdrawn since" in words(coordinator.get(page))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"outcome": "conditions"}, "Enter the conditions under which it was agreed."),
        ({"conditions": "If the council pays"}, "choose “Agreed with conditions”, or empty that box"),
        ({"in_favour": "-1"}, "Enter a number of votes, for example 9."),
        ({"in_favour": "99999999999"}, "Enter a number of votes"),
        ({"wording": ""}, "it cannot be left empty"),
        ({"outcome": "maybe"}, "what was sent is not in it"),
        ({"about": "user:1"}, "what was sent is not in it"),
    ],
)
def test_a_decision_that_does_not_add_up_is_told_and_kept_in_the_form(
    coordinator: Client, meeting: Meeting, more: dict[str, str], sentence: str
) -> None:
    hold(coordinator, meeting, **QUORATE)
    page = words(coordinator.post(address("decision_add", meeting.pk), decided(dissent="The Fire Commander disagreed.", **more)))
    assert sentence in page
    assert "The Fire Commander disagreed." in page
    assert not Decision.objects.exists()


def test_more_votes_than_voters_deserve_a_second_look(coordinator: Client, meeting: Meeting) -> None:
    hold(coordinator, meeting, **QUORATE)
    page = ticked(coordinator, address("decision_add", meeting.pk), decided(in_favour="5", against="1"))
    assert "These are 6 votes, and 5 members with a vote are recorded as there." in page


def test_interests_declared_at_the_meeting_stand_in_the_form(coordinator: Client, meeting: Meeting) -> None:
    hold(coordinator, meeting, **QUORATE)
    meeting.attendances.filter(seat__post="Fire Commander").update(interest="Trustee of the youth club; left the room.")
    assert "Fire Commander: Trustee of the youth club; left the room." in words(coordinator.get(address("decision_add", meeting.pk)))


def test_the_same_decision_sent_twice_is_kept_once_but_the_same_words_on_two_things_are_two(
    cast: Cast, coordinator: Client, meeting: Meeting, definition: LocalDefinition
) -> None:
    other = LocalDefinition.objects.create(partnership=cast.ours, number=3, wording="Newer words")
    hold(coordinator, meeting, **QUORATE)
    for about in (definition, definition, other):
        coordinator.post(
            address("decision_add", meeting.pk), decided(wording="Noted.", outcome="noted", about=f"localdefinition:{about.pk}")
        )
    assert sorted(Decision.objects.values_list("about_pk", flat=True)) == sorted([definition.pk, other.pk])


def test_a_withdrawn_decision_stays_listed_and_no_longer_counts(coordinator: Client, meeting: Meeting) -> None:
    hold(coordinator, meeting, **QUORATE)
    coordinator.post(address("decision_add", meeting.pk), decided())
    made = Decision.objects.get()
    coordinator.post(address("decision_withdraw", made.pk), {"reason": "Entered twice", "seen_version": 1})
    assert "Entered twice" in words(coordinator.get(address("meeting", meeting.pk)))
    assert "Withdrawn, so it no longer counts: Entered twice" in words(coordinator.get(address("decision", made.pk)))


def test_deciding_on_an_item_begins_with_the_item_and_what_it_is_about(
    coordinator: Client, meeting: Meeting, definition: LocalDefinition
) -> None:
    hold(coordinator, meeting, **QUORATE)
    sent = {"title": "The definition", "purpose": "decision", "about": f"localdefinition:{definition.pk}"}
    coordinator.post(address("agendaitem_add", meeting.pk), sent)
    item = meeting.items.get()
    link = f"{address('decision_add', meeting.pk)}?item={item.pk}"
    assert link in words(coordinator.get(address("meeting", meeting.pk)))
    form = coordinator.get(link).context["form"]
    assert form["item"].value() in (item.pk, item)
    assert form["about"].value() == f"localdefinition:{definition.pk}"
    for odd in ("x", "0", "9" * 40, "-1"):
        assert coordinator.get(address("decision_add", meeting.pk), {"item": odd}).status_code == 200
