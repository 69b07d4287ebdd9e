"""Loading takes the same number of queries for one partnership and for four hundred."""

import datetime
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from compliance.load_facts import load_facts
from compliance.models import Submission
from partnerships.models import (
    Attendance,
    Board,
    CollaborationRequest,
    Decision,
    DutyHolder,
    GovernanceReview,
    LocalDefinition,
    Meeting,
    Organisation,
    Partnership,
    PartnershipArea,
    PolicingBodyContact,
    PolicingBodyRequest,
    Seat,
    SharingAgreement,
)
from strategies.models import (
    Action,
    AlignedStrategy,
    AnnualReview,
    Approval,
    ApprovalRound,
    AssessedArea,
    AssuranceStatement,
    Consultation,
    Consultee,
    ContentsCheck,
    DataSource,
    EqualityAssessment,
    FundingLine,
    FundingStream,
    GrantReturn,
    HomicideReview,
    Measure,
    NeedsAssessment,
    NumberInArea,
    Objective,
    PartnershipPlan,
    ProgressUpdate,
    Publication,
    Reading,
    RegionalPlanSending,
    ReviewArrangement,
    Risk,
    ScrutinyMeeting,
    ScrutinyReport,
    SensitivityCheck,
    Strategy,
    TrainingRecord,
    Version,
    Vote,
)
from tests.cast import BEGAN, Cast, day, make_holder, make_version

pytestmark = pytest.mark.django_db
QUERIES = 46


def four_hundred(cast: Cast) -> list[Partnership]:
    """Partnerships with one record of each kind that facts are made of, written in bulk."""
    holder = make_holder(cast.ours, cast.area)
    kind, council, area = holder.capacity, holder.organisation, cast.area
    new = Partnership.objects.bulk_create(Partnership(slug=f"place-{n}", name=f"Place {n}", records_from=BEGAN) for n in range(400))
    PartnershipArea.objects.bulk_create(PartnershipArea(partnership=p, area=area) for p in new)
    DutyHolder.objects.bulk_create(DutyHolder(partnership=p, organisation=council, capacity=kind, area=area) for p in new)
    LocalDefinition.objects.bulk_create(LocalDefinition(partnership=p, number=1, wording="Words") for p in new)
    strategies = Strategy.objects.bulk_create(Strategy(partnership=p, title="Strategy") for p in new)
    Strategy.areas.through.objects.bulk_create(
        Strategy.areas.through(strategy_id=strategy.pk, localgovernmentarea_id=area.pk) for strategy in strategies
    )
    noon = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC)
    versions = Version.objects.bulk_create(
        Version(strategy=strategy, number=1, title="S", form="typed", dated=day("2023-12-01"), sha256="0" * 64, frozen_at=noon)
        for strategy in strategies
    )
    for model, fields in (
        (Approval, {"decided_by": "Board", "decided_on": day("2023-12-05")}),
        (
            SensitivityCheck,
            dict.fromkeys(["safety", "prevention", "investigation", "institutions", "persons"], True) | {"checked_on": day("2023-12-06")},
        ),
        (Publication, {"way": "website", "area": area, "owner": council, "published_on": day("2024-01-31")}),
        (Submission, {"sender": council, "sent_on": day("2024-02-06")}),
        (EqualityAssessment, {"title": "Equality", "made_on": day("2023-11-30")}),
        (ContentsCheck, {"checked_on": day("2023-11-30"), "answers": {"definition": {"covered": "yes", "where": "Section 2"}}}),
    ):
        model.objects.bulk_create(model(strategy_version=version, **fields) for version in versions)
    consultations = Consultation.objects.bulk_create(
        Consultation(strategy_version=version, kind="education", opens_on=day("2023-10-10")) for version in versions
    )
    Consultee.objects.bulk_create(Consultee(consultation=row, name="A school") for row in consultations)
    for model, fields in (
        (AlignedStrategy, {"name": "Drugs"}),
        (AnnualReview, {"held_on": day("2025-01-10"), "decision": "keep"}),
        (ReviewArrangement, {"who": "Board"}),
    ):
        model.objects.bulk_create(model(strategy=strategy, **fields) for strategy in strategies)
    assessments = NeedsAssessment.objects.bulk_create(NeedsAssessment(partnership=p, title="Needs") for p in new)
    AssessedArea.objects.bulk_create(AssessedArea(assessment=row, area=area, kinds="Robbery\nAssault") for row in assessments)
    DataSource.objects.bulk_create(DataSource(assessment=row, what="Offences", other_body="Police") for row in assessments)
    NumberInArea.objects.bulk_create(
        NumberInArea(partnership=p, area=area, kind="prison", number=0, counted_on=day("2023-09-01")) for p in new
    )
    boards = Board.objects.bulk_create(Board(partnership=p, name="Board", leads=True) for p in new)
    seats = Seat.objects.bulk_create(Seat(board=board, post="Commander", organisation=council) for board in boards)
    meetings = Meeting.objects.bulk_create(Meeting(board=s.board, day=datetime.date(2026, 5, 1), state="held", minutes="M") for s in seats)
    Attendance.objects.bulk_create(Attendance(meeting=m, seat=s, came="member") for m, s in zip(meetings, seats, strict=True))
    Decision.objects.bulk_create(Decision(meeting=m, wording="W", outcome="agreed", about_kind="version", about_pk=1) for m in meetings)
    GovernanceReview.objects.bulk_create(GovernanceReview(board=s.board, held_on=day("2025-01-10")) for s in seats)
    rounds = ApprovalRound.objects.bulk_create(
        ApprovalRound(strategy_version=v, board=s.board, answer_by=datetime.date(2026, 6, 1), opened_at=noon, opened_by=cast.coordinator)
        for v, s in zip(versions, seats, strict=True)
    )
    given = {"given_by": cast.coordinator, "choice": "approve", "sha256": "0" * 64, "given_at": noon}
    Vote.objects.bulk_create(Vote(round=asked, seat=seat, **given) for asked, seat in zip(rounds, seats, strict=True))
    agreements = SharingAgreement.objects.bulk_create(SharingAgreement(partnership=p, title="Sharing") for p in new)
    SharingAgreement.parties.through.objects.bulk_create(
        SharingAgreement.parties.through(sharingagreement_id=row.pk, organisation_id=council.pk) for row in agreements
    )
    for model, fields in (
        (PolicingBodyRequest, {"kind": "information"}),
        (CollaborationRequest, {"asked_by_as": "specified", "asked_of_as": "relevant", "purpose": "preparing"}),
    ):
        both = {"asked_by": council, "asked_of": council, "asked_on": day("2026-05-01"), "about": "Figures"}
        model.objects.bulk_create(model(partnership=p, **both, **fields) for p in new)
    carrying_out(strategies, council)
    return new


def carrying_out(strategies: list[Strategy], council: Organisation) -> None:
    """What is done to carry each strategy out, and what it is looked at by."""
    first, last = datetime.date(2026, 4, 1), datetime.date(2026, 6, 30)
    withdrawn = {"withdrawn_on": BEGAN}
    objectives = Objective.objects.bulk_create(Objective(strategy=s, position=1, title="Aim") for s in strategies)
    actions = Action.objects.bulk_create(
        Action(partnership=o.strategy.partnership, objective=o, title="Do", owner=council, relevant_authority=council, due=day("2026-06"))
        for o in objectives
    )
    updates = ProgressUpdate.objects.bulk_create(
        ProgressUpdate(partnership=a.partnership, on=day("2026-05-01"), state="at-risk", reason="Ill", **gone)
        for a in actions
        for gone in ({}, withdrawn)
    )
    news = ProgressUpdate.actions.through
    news.objects.bulk_create(news(progressupdate_id=u.pk, action_id=a.pk) for u, a in zip(updates[::2], actions, strict=True))
    news.objects.bulk_create(news(progressupdate_id=u.pk, action_id=a.pk) for u, a in zip(updates[1::2], actions, strict=True))
    chosen = [strategy.partnership for strategy in strategies]
    measures = Measure.objects.bulk_create(Measure(partnership=p, name="Knife crime", starts=day("2026-04-01")) for p in chosen)
    Reading.objects.bulk_create(Reading(measure=m, first=first, last=last, value=3, **gone) for m in measures for gone in ({}, withdrawn))
    streams = FundingStream.objects.bulk_create(FundingStream(partnership=p, name="Grant", duty_grant=True) for p in chosen)
    FundingLine.objects.bulk_create(
        FundingLine(stream=s, kind="award", year=2026, amount=Decimal("20232.36"), planned=planned, **gone)
        for s in streams
        for planned, gone in ((False, {}), (True, {}), (False, withdrawn))
    )
    GrantReturn.objects.bulk_create(GrantReturn(stream=s, year=2026, quarter=1, due_on=last) for s in streams)
    committee = {"council": council, "committee": "Scrutiny"}
    for model, fields in (
        (Risk, {"title": "Money ends", "post": "Head of service", "likelihood": 2}),
        (TrainingRecord, {"title": "The duty", "sector": "health", "held_on": day("2026-05"), "people": 12}),
        (RegionalPlanSending, {"title": "Plan", "recipient": "The unit", "due_on": last}),
        (PartnershipPlan, {"title": "Plan", "covers": "yes"}),
        (ScrutinyMeeting, {**committee, "held_on": day("2026-01-16")}),
        (ScrutinyReport, {**committee, "title": "Report", "dated": day("2026-02-01"), "asked_of": council}),
        (AssuranceStatement, {"year": 2026, "due": day("2026-05")}),
        (HomicideReview, {"reference": "1", "notified_on": day("2026-05-01")}),
        (PolicingBodyContact, {"kind": "visit", "by": council, "held_on": day("2026-05-05")}),
    ):
        model.objects.bulk_create(model(partnership=p, **fields) for p in chosen)


def test_one_and_four_hundred_partnerships_take_the_same_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    four_hundred(cast)
    Partnership.objects.update(homicide_reviews=True)
    everywhere = list(Partnership.objects.filter(slug__startswith="place-").order_by("pk"))
    with django_assert_num_queries(QUERIES):
        [one] = load_facts(everywhere[:1])
    with django_assert_num_queries(QUERIES):
        many = load_facts(everywhere)
    assert len(many) == 400
    assert many[0] == one
    assert all(len(facts.strategies[0].versions[0].submissions) == 1 for facts in many)
    assert {facts.strategies[0].versions[0].consultations[0].asked for facts in many} == {1}
    assert {facts.assessments[0].areas[0].kinds for facts in many} == {2}
    assert all(facts.boards[0].meetings[0].there == (facts.boards[0].seats[0].pk,) for facts in many)
    assert all(facts.boards[0].meetings[0].minuted for facts in many)
    assert all(facts.boards[0].reviews and facts.decisions and facts.sharing[0].party_pks for facts in many)
    assert all(facts.strategies[0].versions[0].rounds[0].votes[0][0] == facts.boards[0].seats[0].pk for facts in many)
    assert all(facts.policing_requests and facts.collaboration for facts in many)
    assert all(facts.actions[0].strategy_pk == facts.strategies[0].pk and facts.actions[0].owner for facts in many)
    assert all([(news.state, news.reasoned) for news in facts.actions[0].news] == [("at-risk", True)] for facts in many)
    assert all(len(facts.measures[0].readings) == 1 for facts in many)
    assert all([line.amount for line in facts.streams[0].lines] == [Decimal("20232.36")] for facts in many)
    assert all(
        len(facts.streams[0].returns) == 1 and facts.streams[0].planned and not facts.risks[0].rated and facts.training[0].people
        for facts in many
    )
    assert all(facts.regional_plans and facts.partnership_plans and facts.statements and facts.homicides for facts in many)
    assert all(facts.scrutiny_meetings and facts.scrutiny_reports and facts.policing_contacts for facts in many)
    assert all(facts.numbers and facts.strategies[0].reviews and facts.strategies[0].arrangements for facts in many)


def test_facts_of_one_partnership_hold_nothing_of_another(cast: Cast) -> None:
    make_version(cast.ours, cast.area, title="Ours")
    make_version(cast.theirs, cast.their_area, title="Theirs")
    make_holder(cast.theirs, cast.their_area)
    theirs, ours = load_facts([cast.theirs, cast.ours])
    assert (theirs.slug, ours.slug) == (cast.theirs.slug, cast.ours.slug)
    assert [strategy.title for strategy in ours.strategies] == ["Ours"]
    assert ours.holders == ()
    assert len(theirs.holders) == 1


def test_withdrawn_records_are_not_facts(cast: Cast) -> None:
    version = make_version(cast.ours, cast.area)
    for withdrawn in (None, BEGAN):
        Publication.objects.create(
            strategy_version=version, way="website", area=cast.area, published_on=day("2024-01-31"), withdrawn_on=withdrawn
        )
    board, noon = Board.objects.create(partnership=cast.ours, name="Board"), datetime.datetime(2024, 1, 1, 23, 30, tzinfo=datetime.UTC)
    asked = {"strategy_version": version, "board": board, "answer_by": datetime.date(2024, 2, 1), "opened_at": noon}
    asked["opened_by"] = cast.coordinator
    ApprovalRound.objects.create(**asked, state="withdrawn", closed_at=noon, closing_words="The wrong board")
    ApprovalRound.objects.create(**asked, state="closed", closed_at=noon, outcome="noted")
    [facts] = load_facts([cast.ours])
    assert len(facts.strategies[0].versions[0].publications) == 1
    [kept] = facts.strategies[0].versions[0].rounds
    assert (kept.outcome, kept.votes, kept.ended_on) == ("noted", (), datetime.date(2024, 1, 1))
