"""A yearly review on its way: what the records say, what people judge, finishing and cancelling it, and what follows."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from compliance.finding import Finding, Status, Strength
from compliance.reviewing.block import Block, Span
from compliance.reviewing.changes import changes_of, span_for
from compliance.reviewing.duties import duties_block
from partnerships.audit.record import record
from partnerships.models import AuditEntry, Board, LocalDefinition, Meeting, Organisation
from partnerships.models.person import Role
from strategies.actions.cancel_review import cancel_review
from strategies.actions.finish_review import ReviewOver, finish_review
from strategies.forms.review_work import FinishReviewForm
from strategies.models import (
    Action,
    AnnualReview,
    ApprovalRound,
    Consultation,
    ConsultationAnswer,
    DataSource,
    FundingLine,
    FundingStream,
    Measure,
    NeedsAssessment,
    Objective,
    ProgressUpdate,
    Reading,
    ReviewArrangement,
    ReviewWork,
    Risk,
    ScrutinyReport,
    Strategy,
    Version,
)
from strategies.models.strategy import SectionState
from svduty import dates
from tests.cast import Cast, day, make_person, make_version
from tests.compliance.pages import at, last_event, make_sending, published, signed_in, text_of
from tests.strategies.helpers import make_review, make_section

TODAY = datetime.date(2025, 1, 20)
SIGN_IN = 3  # queries of every page
FINISH = {
    "held_on": "20 1 2025",
    "decision": "keep",
    "assessment_looked": "still-right",
    "reference": "Item 5",
    # Of the review in these tests one question is answered.
    "cautions_seen": "not-judged",
}


@pytest.fixture
def strategy(cast: Cast) -> Strategy:
    """Published on 31 January 2024 and never reviewed."""
    return published(cast, on="2024-01-31").strategy


@pytest.fixture
def client(cast: Cast) -> Any:
    with time_machine.travel(f"{TODAY} 12:00:00+00:00", tick=False):
        yield signed_in(cast.coordinator)


@pytest.fixture
def work(strategy: Strategy) -> ReviewWork:
    return ReviewWork.objects.create(strategy=strategy, opened_on="2024-11-02", due_on="2025-01-31", effect="Fewer were hurt.")


def action(strategy: Strategy, title: str, *news: tuple[str, str, str], due: str = "2025-06") -> Action:
    objective, _ = Objective.objects.get_or_create(strategy=strategy, position=1, title="Fewer knives")
    made = Action.objects.create(partnership=strategy.partnership, objective=objective, title=title, due=day(due))
    for on, state, words in news:
        update = ProgressUpdate.objects.create(partnership=strategy.partnership, on=day(on), state=state, words=words)
        update.actions.add(made)
    return made


def blocks_of(strategy: Strategy) -> dict[str, Block]:
    return {block.key: block for block in changes_of(strategy, span_for(strategy, TODAY))}


def rows(block: Block) -> list[tuple[str, ...]]:
    return [row.cells for row in block.rows]


def test_it_looks_back_to_the_last_review_or_else_to_the_newest_publication(strategy: Strategy) -> None:
    assert span_for(strategy, TODAY) == Span(datetime.date(2024, 1, 31), TODAY, "the strategy was last published")
    make_review(strategy, on="2024-09-10")
    make_review(strategy, on="2025-06-01")
    gone = make_review(strategy, on="2024-12-01")
    AnnualReview.objects.filter(pk=gone.pk).update(withdrawn_on="2024-12-02")
    assert span_for(strategy, TODAY) == Span(datetime.date(2024, 9, 10), TODAY, "the last review")


def test_actions_are_told_by_how_they_stand_and_those_over_before_are_left_out(strategy: Strategy) -> None:
    action(strategy, "Over before", ("2024-01-10", "done", ""))
    action(strategy, "Over since", ("2024-05-02", "done", "All schools have one."))
    action(strategy, "Stopped", ("2024-06-02", "stopped", ""))
    action(strategy, "Late", ("2024-07-01", "on-track", ""), due="2024-10-31")
    action(strategy, "Quiet", ("2024-01-05", "on-track", ""))
    action(strategy, "Ahead of today", ("2025-02-01", "done", ""))
    found = blocks_of(strategy)
    assert [(cells[0], cells[3]) for cells in rows(found["actions"])] == [
        ("Over since", "Done, 2 May 2024"),
        ("Stopped", "Stopped, 2 June 2024"),
        ("Late", "Late by 81 days"),
        ("Quiet", "On track: no news since 5 January 2024"),
        ("Ahead of today", "No news yet"),
    ]
    assert found["actions"].said == (
        "5 actions: 1 done, 1 stopped, 1 late, 1 on track, 1 no news yet. Of 2 that are open no news came in this time."
    )
    assert rows(found["news"]) == [("2 May 2024", "Over since", "All schools have one.")]


def test_a_review_on_its_way_is_read_once_until_somebody_saves_and_shows_that_at_once(
    client: Client, strategy: Strategy, work: ReviewWork, django_assert_max_num_queries: Any
) -> None:
    made = action(strategy, "Train the wardens")
    page = at("reviewwork", work.pk)
    client.get(page)
    with django_assert_max_num_queries(SIGN_IN + 12):
        assert "All wardens were trained." not in text_of(client.get(page))
    news = {"words": "All wardens were trained.", "state": "on-track", "next_on": "20 2 2025", "on": "20 1 2025", "actions": [made.pk]}
    client.post(at("progress_add"), news)
    for route in ("reviewwork", "reviewwork_change"):
        assert "All wardens were trained." in text_of(client.get(at(route, work.pk)))


def test_a_measure_is_compared_with_the_last_figure_before_unless_it_is_counted_differently(strategy: Strategy) -> None:
    def measure(name: str, *figures: tuple[str, str | None], breaks: bool = False) -> None:
        made = Measure.objects.create(partnership=strategy.partnership, name=name)
        for last, value in figures:
            few = value is None
            Reading.objects.create(
                measure=made, first=f"{last[:7]}-01", last=last, value=value and Decimal(value), few=few, breaks=breaks and last > "2024"
            )

    measure("A fell", ("2023-12-31", "40"), ("2024-06-30", "35"), ("2024-12-31", "30"), ("2025-03-31", "99"))
    measure("B broke", ("2023-12-31", "40"), ("2024-12-31", "30"), breaks=True)
    measure("C few", ("2023-12-31", "40"), ("2024-12-31", None))
    longer = Measure.objects.get(name="C few")
    Reading.objects.filter(measure=longer, value__isnull=True).update(few=False, value=20, first="2024-01-01")
    assert "times of different length" in rows(blocks_of(strategy)["measures"])[2][3]
    Reading.objects.filter(measure=longer, value=20).update(few=True, value=None, first="2024-12-01")
    measure("D no news", ("2023-12-31", "40"))
    found = blocks_of(strategy)["measures"]
    assert [cells[2:] for cells in rows(found)] == [
        ("30 to 31 December 2024", "Down by 10 (25%), which is better"),
        ("30 to 31 December 2024", "Cannot be compared: it is counted differently since"),
        ("fewer than 5 to 31 December 2024", "Too small to compare"),
        ("No figure", "No new figure in this time"),
    ]
    assert found.said == "4 measures: 1 went the better way, 0 the worse."


def test_a_figure_recorded_in_this_time_is_new_though_its_own_time_is_over(cast: Cast, strategy: Strategy) -> None:
    late, all_late = (Measure.objects.create(partnership=cast.ours, name=name) for name in ("Late", "All late"))
    for measure, month, value, recorded in (
        (late, "2023-09", 40, "2023-10-20"),
        (late, "2023-12", 30, "2024-02-20"),
        (all_late, "2023-09", 8, "2024-02-20"),
        (all_late, "2023-12", 9, "2024-02-20"),
    ):
        first = datetime.date.fromisoformat(f"{month}-01")
        last = dates.last_day_of_month(first.year, first.month)
        reading = Reading.objects.create(measure=measure, first=first, last=last, value=Decimal(value))
        with time_machine.travel(f"{recorded} 12:00:00+00:00", tick=False):
            record("reading.added", actor=cast.coordinator, partnership=cast.ours, target=reading)
    assert [(cells[0], cells[1][:2], cells[2][:2]) for cells in rows(blocks_of(strategy)["measures"])] == [
        ("All late", "8 ", "9 "),
        ("Late", "40", "30"),
    ]


def test_money_is_added_up_to_the_penny_for_the_years_it_touches(strategy: Strategy) -> None:
    stream = FundingStream.objects.create(partnership=strategy.partnership, name="Grant")
    lines = [
        ("award", 2023, "0.10", False),
        ("award", 2024, "100.20", False),
        ("spend", 2024, "60.05", False),
        ("award", 2024, "999", True),
    ]
    for kind, year, amount, planned in [*lines, ("commitment", 2024, "20.10", False), ("award", 2022, "7", False)]:
        FundingLine.objects.create(stream=stream, kind=kind, year=year, amount=Decimal(amount), planned=planned)
    found = blocks_of(strategy)["money"]
    assert rows(found) == [
        ("Grant", "2023/24", "£0.10", "£0.00", "£0.00", "£0.00", "£0.10"),
        ("Grant", "2024/25", "£100.20", "£0.00", "£20.10", "£60.05", "£40.15"),
    ]
    assert found.said == "Awarded £100.30, spent £60.05, in the years 2023/24 and 2024/25."


def test_risks_rose_by_the_history_of_their_rating(cast: Cast, strategy: Strategy) -> None:
    risen = Risk.objects.create(partnership=cast.ours, title="Rose", likelihood_after=4, impact_after=5)
    Risk.objects.create(partnership=cast.ours, title="Same", likelihood_after=4, impact_after=5)
    Risk.objects.create(partnership=cast.ours, title="New", likelihood_after=2, impact_after=2, starts=day("2024-06"))
    for moment, before, after in (("2024-01-15", "1 Rare", "2 Unlikely"), ("2024-06-01", "2 Unlikely", "4 Likely")):
        with time_machine.travel(f"{moment} 12:00:00+00:00", tick=False):
            record("risk.changed", actor=None, partnership=cast.ours, target=risen, changes={"How likely then": [before, after]})
    assert [cells[:3] for cells in rows(blocks_of(strategy)["risks"])] == [("New", "New", "4"), ("Rose", "10", "20")]


def test_what_people_said_agreed_and_found_in_this_time_is_there_and_nothing_older(cast: Cast, strategy: Strategy) -> None:
    version = strategy.versions.get()
    for on in ("2023-10-10", "2024-05-10"):
        asked = Consultation.objects.create(strategy_version=version, kind="education", opens_on=day(on), effect=f"Asked {on}")
        ConsultationAnswer.objects.create(consultation=asked, by=f"Heads {on}", said="More mentors.", outcome="changed")
        LocalDefinition.objects.create(partnership=cast.ours, number=int(on[3]), wording="Ours", agreed_on=day(on), agreed_by="Board")
        NeedsAssessment.objects.create(partnership=cast.ours, title=f"Assessment {on}", completed_on=day(on))
        council = Organisation.objects.filter(partnership=cast.ours).first() or Organisation.objects.all()[0]
        asks = {"partnership": cast.ours, "council": council, "title": f"Report {on}", "dated": day(on)}
        ScrutinyReport.objects.create(**asks, recommendations="Say more.\nAsk schools.")
    board = Board.objects.create(partnership=cast.ours, name="Safety Board")
    for on, state in (("2024-01-10", "held"), ("2024-06-10", "held"), ("2024-09-10", "planned")):
        Meeting.objects.create(board=board, day=on, state=state, quorate=False)
    found = blocks_of(strategy)
    for key in ("consultations", "definitions", "assessments", "scrutiny", "meetings"):
        text = str(rows(found[key]))
        assert rows(found[key]), key
        assert "2023" not in text, key
    assert rows(found["meetings"]) == [("Safety Board", "1", "10 June 2024", "1 meeting without a quorum")]
    assert found["scrutiny"].said == "1 report with 2 recommendations."


def test_duties_are_compared_between_the_two_days(cast: Cast, strategy: Strategy) -> None:
    make_sending(strategy.versions.get(), on="2024-02-10")
    cache.clear()
    assert ("Sent to the Home Office: Serious Violence Strategy, version 1", "Due soon", "Met late") in rows(blocks_of(strategy)["duties"])


def test_of_a_cycle_that_is_over_only_what_was_settled_since_is_told() -> None:
    def found(status: Status, *, current: bool = True) -> Finding:
        return Finding("SVD-REV-03", "Revised", Strength.STATUTORY, "s.8", "strategy:1", "Ours", status, "", current=current)

    span = Span(datetime.date(2024, 1, 31), TODAY, "the last review")
    soon = [found(Status.DUE_SOON)]
    assert duties_block(soon, [found(Status.OVERDUE)], span).rows
    assert not duties_block(soon, [found(Status.OVERDUE, current=False)], span).rows
    assert duties_block(soon, [found(Status.MET_LATE, current=False)], span).rows


def test_the_page_shows_it_and_leads_there_and_nothing_is_kept_by_looking(client: Client, cast: Cast, work: ReviewWork) -> None:
    action(work.strategy, "Mentors", ("2024-05-02", "done", ""))
    page = client.get(at("reviewwork", work.pk))
    text = text_of(page)
    assert "Since the strategy was last published, 31 January 2024." in text
    assert "Did the work have an effect on violence? Fewer were hurt." in text
    assert f'href="{at("delivery")}"' in page.content.decode()
    assert (AnnualReview.objects.count(), AuditEntry.objects.count()) == (0, 0)
    assert "Finish the review" not in text_of(signed_in(cast.viewer).get(at("reviewwork", work.pk)))


def test_half_a_judgement_is_saved_and_two_people_lose_no_word(client: Client, cast: Cast, work: ReviewWork) -> None:
    address = at("reviewwork_change", work.pk)
    assert client.post(address, {"effect": "Far fewer were hurt.", "money": "Enough.", "seen_version": 1}).status_code == 302
    assert last_event().event == "reviewwork.changed"
    other = signed_in(make_person("other@anyborough.example", Role.COORDINATOR, cast.ours))
    stale = other.post(address, {"effect": "It is too early.", "seen_version": 1})
    assert stale.status_code == 409
    assert "It is too early." in text_of(stale)
    assert "Far fewer were hurt." in text_of(stale)
    work.refresh_from_db()
    assert (work.effect, work.money) == ("Far fewer were hurt.", "Enough.")


def test_finishing_records_the_review_with_its_words_and_keeps_what_the_records_said(client: Client, cast: Cast, work: ReviewWork) -> None:
    board = Board.objects.create(partnership=cast.ours, name="Safety Board")
    made = action(work.strategy, "Mentors", ("2024-05-02", "done", "Forty mentors."))
    form = client.get(at("reviewwork_finish", work.pk))
    assert "Effect on violence: Fewer were hurt." in text_of(form)
    page = client.post(at("reviewwork_finish", work.pk), {**FINISH, "board": board.pk, "approved_on": "20 1 2025"}, follow=True)
    review, done = AnnualReview.objects.get(), ReviewWork.objects.get()
    assert (review.findings, review.decided_by, review.board) == ("Effect on violence: Fewer were hurt.", "Safety Board", board)
    assert (done.review, done.ended_on) == (review, TODAY)
    assert "Finished the review." in text_of(page)
    made.title = "Renamed since"
    made.save()
    kept = text_of(client.get(at("annualreview", review.pk)))
    assert "Mentors" in kept
    assert "Done, 2 May 2024" in kept
    assert "Renamed since" not in kept
    assert "- Day: 2 May 2024; About: Mentors; What was said: Forty mentors." in review.shown_text
    assert "The next yearly review is due by 20 January 2026 (Tuesday)" in kept
    again = client.post(at("reviewwork_finish", work.pk), FINISH, follow=True)
    assert again.redirect_chain[-1][0] == at("annualreview", review.pk)
    assert AnnualReview.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"held_on": "1 10 2024"}, ["before-it-opened"]),
        ({"held_on": "10 1 2025", "last": "2025-01-15"}, ["before-the-last"]),
        ({"approved": "5 1 2025"}, ["approved-before"]),
        ({"assessment_looked": "no"}, ["not-looked"]),
    ],
)
def test_odd_days_are_asked_about_and_kept_with_a_tick(
    client: Client, cast: Cast, work: ReviewWork, changed: dict[str, str], asked: list[str]
) -> None:
    data: dict[str, Any] = {**FINISH, **changed}
    if last := data.pop("last", ""):
        make_review(work.strategy, on=last)
    if approved := data.pop("approved", ""):
        data |= {"board": Board.objects.create(partnership=cast.ours, name="Safety Board").pk, "approved_on": approved}
    page = client.post(at("reviewwork_finish", work.pk), data)
    asked = ["not-judged", *asked]
    assert [caution.code for caution in page.context["form"].cautions] == asked
    assert not ReviewWork.objects.get().ended_on
    assert client.post(at("reviewwork_finish", work.pk), {**data, "cautions_seen": " ".join(asked)}).status_code == 302
    assert ReviewWork.objects.get().ended_on == TODAY


def test_what_was_proposed_stands_beside_the_choice_and_what_is_not_written_is_asked_about(client: Client, work: ReviewWork) -> None:
    ReviewWork.objects.filter(pk=work.pk).update(decision="refresh")
    page = client.get(at("reviewwork_finish", work.pk))
    assert "Proposed: Refresh the needs assessment. Choose what was decided" in text_of(page)
    assert page.context["form"]["decision"].value() in (None, "")
    page = client.post(at("reviewwork_finish", work.pk), {**FINISH, "cautions_seen": ""})
    assert "Nothing is written yet about: “Are there new kinds of crime?”, “What did those you asked say?”" in text_of(page)
    assert not AnnualReview.objects.exists()


def test_a_review_cannot_be_finished_on_a_day_to_come_or_without_a_decision(client: Client, work: ReviewWork) -> None:
    page = client.post(at("reviewwork_finish", work.pk), {**FINISH, "held_on": "21 1 2025", "decision": ""})
    assert "21 January 2025 is still to come." in text_of(page)
    assert set(page.context["form"].errors) == {"held_on", "decision"}


def test_cancelling_takes_a_reason_keeps_what_was_written_and_lets_one_open_anew(client: Client, work: ReviewWork) -> None:
    address = at("reviewwork_cancel", work.pk)
    assert "Why is it not finished?" in text_of(client.post(address, {"reason": ""}))
    client.post(address, {"reason": "A new strategy comes first."})
    page = text_of(client.get(at("reviewwork", work.pk)))
    assert "Because A new strategy comes first." in page
    assert "Fewer were hurt." in page
    assert client.post(at("reviewwork_change", work.pk), {"effect": "More", "seen_version": 2}).status_code in (200, 409)
    assert ReviewWork.objects.get().effect == "Fewer were hurt."
    client.post(at("reviewwork_open", work.strategy_id))
    assert ReviewWork.objects.filter(ended_on__isnull=True).count() == 1


def test_a_finished_review_meets_the_year_and_a_decision_to_revise_opens_the_next_duty(client: Client, work: ReviewWork) -> None:
    client.post(at("reviewwork_finish", work.pk), {**FINISH, "decision": "revise"})
    yearly = text_of(client.get(at("duty", "SVD-REV-02")))
    assert "Reviewed on 20 January 2025 (Monday); it was due by 31 January 2025 (Friday)" in yearly
    assert "decided to revise it. No version dated after that is recorded: the newest," in text_of(client.get(at("duty", "SVD-REV-03")))
    chain = text_of(client.get(at("annualreview", AnnualReview.objects.get().pk)))
    assert "The review decided to revise it 20 January 2025 section 8(7)(c)" in chain
    assert "It is sent to the Home Office Not yet Due within 7 days, the day of publication being the first" in chain


def test_the_chain_names_the_days_of_the_revised_strategy_and_by_when_to_send_it(cast: Cast, client: Client, strategy: Strategy) -> None:
    review = make_review(strategy, on="2024-06-10", decision="revise")
    later = published(cast, on="2025-01-16", title="Next strategy")
    Strategy.objects.filter(pk=later.strategy_id).update(follows=strategy)
    cache.clear()
    page = text_of(client.get(at("annualreview", review.pk)))
    assert "It is published 16 January 2025 (Thursday)" in page
    assert "It is sent to the Home Office Not yet Due by 22 January 2025 (Wednesday)" in page
    make_sending(later, on="2025-01-18")
    cache.clear()
    assert "It is sent to the Home Office 18 January 2025 regulations" in text_of(client.get(at("annualreview", review.pk)))


def test_one_press_begins_the_next_version_with_its_text_kept_and_its_states_reset(client: Client, strategy: Strategy) -> None:
    review = make_review(strategy, on="2025-01-10", decision="revise")
    section = make_section(strategy, state=SectionState.READY)
    for _ in range(2):
        client.post(at("review_next_draft", review.pk))
    section.refresh_from_db()
    assert (section.text, section.state) == ("Fewer people hurt.", SectionState.TO_WRITE)
    assert AuditEntry.objects.filter(event="strategy.begun").count() == 1


def test_it_is_asked_first_and_not_offered_again_once_the_next_version_is_begun(cast: Cast, client: Client, strategy: Strategy) -> None:
    review = make_review(strategy, on="2025-01-10", decision="revise")
    section = make_section(strategy, state=SectionState.READY)
    address = at("review_next_draft", review.pk)
    assert f'href="{address}"' in client.get(at("annualreview", review.pk)).content.decode()
    assert "The one section of the draft goes back to “To write”. The text stays" in text_of(client.get(address))
    section.refresh_from_db()
    assert section.state == SectionState.READY
    client.post(address)
    after = client.get(at("annualreview", review.pk)).content.decode()
    assert f'href="{address}"' not in after
    assert f'href="{at("strategy", strategy.pk)}#draft"' in after


def test_a_version_recorded_before_the_review_is_told_with_how_far_it_is(cast: Cast, client: Client, strategy: Strategy) -> None:
    second = Version.objects.create(
        strategy=strategy, number=2, title="x", dated=day("2025-01-05"), form="typed", sha256="1" * 64, frozen_at="2025-01-05T12:00Z"
    )
    Consultation.objects.create(strategy_version=second, kind="education", opens_on=day("2025-01-06"), closes_on=day("2025-02-02"))
    board = Board.objects.create(partnership=cast.ours, name="Safety Board")
    ApprovalRound.objects.create(
        strategy_version=second, board=board, asked="It", answer_by="2025-01-30", opened_at="2025-01-08T12:00Z", opened_by=cast.coordinator
    )
    section = make_section(strategy, state=SectionState.READY)
    review = make_review(strategy, on="2025-01-10", decision="revise")
    page = text_of(client.get(at("annualreview", review.pk)))
    assert "Version 2 of 5 January 2025" in page
    assert "is on its way: out for consultation until 2 February 2025, before the Safety Board until 30 January 2025" in page
    assert "No later version" not in page
    assert at("review_next_draft", review.pk) not in page
    client.post(at("review_next_draft", review.pk))
    section.refresh_from_db()
    assert section.state == SectionState.READY


def test_a_review_that_keeps_the_strategy_begins_nothing(client: Client, strategy: Strategy) -> None:
    review = make_review(strategy, on="2025-01-10", decision="keep")
    section = make_section(strategy, state=SectionState.READY)
    client.post(at("review_next_draft", review.pk))
    client.post(at("review_refresh", review.pk))
    section.refresh_from_db()
    assert section.state == SectionState.READY
    assert not NeedsAssessment.objects.exists()


def test_refreshing_begins_an_assessment_with_who_gives_which_data_and_nothing_else(cast: Cast, client: Client, strategy: Strategy) -> None:
    earlier = NeedsAssessment.objects.create(partnership=cast.ours, title="First", findings="Knives")
    DataSource.objects.create(assessment=earlier, other_body="Hospital", what="Assaults", received_on=day("2023-05-01"), gap="None under 5")
    Strategy.objects.filter(pk=strategy.pk).update(assessment=earlier)
    review = make_review(strategy, on="2025-01-10", decision="refresh")
    for _ in range(2):
        client.post(at("review_refresh", review.pk))
    new = NeedsAssessment.objects.exclude(pk=earlier.pk).get()
    assert (new.findings, new.completed_on) == ("", None)
    assert [(one.other_body, one.what, one.received_on, one.gap) for one in new.data_sources.all()] == [("Hospital", "Assaults", None, "")]


def test_a_stranger_s_review_is_not_there(cast: Cast, client: Client) -> None:
    theirs = ReviewWork.objects.create(strategy=make_version(cast.theirs, cast.their_area).strategy, opened_on=TODAY)
    for route in ("reviewwork", "reviewwork_change", "reviewwork_finish", "reviewwork_cancel"):
        assert client.get(at(route, theirs.pk)).status_code == 404


def test_whoever_presses_after_a_review_is_over_changes_nothing(cast: Cast, client: Client, work: ReviewWork) -> None:
    late = ReviewWork.objects.get(pk=work.pk)
    assert cancel_review(work, reason="Held elsewhere.", actor=cast.coordinator, partnership=cast.ours)
    assert not cancel_review(late, reason="Once more.", actor=cast.coordinator, partnership=cast.ours)
    form = FinishReviewForm(FINISH, instance=AnnualReview(strategy=work.strategy), work=late, findings="Fewer were hurt.")
    assert form.is_valid()
    with pytest.raises(ReviewOver):
        finish_review(form, late, shown={}, shown_text="", actor=cast.coordinator, partnership=cast.ours)
    assert not AnnualReview.objects.exists()
    assert ReviewWork.objects.get().ended_because == "Held elsewhere."


def test_a_decision_to_keep_an_earlier_strategy_has_no_empty_way_on(cast: Cast, client: Client, strategy: Strategy) -> None:
    review = make_review(strategy, on="2024-06-10", decision="keep")
    assert "The way on" in text_of(client.get(at("annualreview", review.pk)))
    later = published(cast, on="2025-01-16", title="Next strategy")
    Strategy.objects.filter(pk=later.strategy_id).update(follows=strategy)
    cache.clear()
    assert "The way on" not in text_of(client.get(at("annualreview", review.pk)))


def test_every_page_leads_to_the_review_that_is_open_instead_of_the_bare_form(client: Client, work: ReviewWork) -> None:
    ReviewArrangement.objects.create(strategy=work.strategy, who="The board", every_months=12, next_on=day("2025-02"))
    for page in (at("year"), at("duty", "SVD-REV-02")):
        assert f'href="{at("reviewwork", work.pk)}"' in client.get(page).content.decode()
    ReviewWork.objects.update(ended_on=TODAY)
    cache.clear()
    assert f'href="{at("annualreview_add", work.strategy_id)}"' in client.get(at("year")).content.decode()


def test_the_banner_after_a_review_names_the_next_one_as_every_page_does(client: Client, work: ReviewWork) -> None:
    page = text_of(client.post(at("reviewwork_finish", work.pk), FINISH, follow=True))
    assert "is now met with the review of 20 January 2025; the next is due by 20 January 2026 (Tuesday)." in page
    assert "“Yearly review done”" not in page.partition("(Tuesday).")[2]
    assert "Due 20 January 2026 (Tuesday)" in text_of(client.get(at("reviews")))
