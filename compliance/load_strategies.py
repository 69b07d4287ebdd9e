"""The strategies' share of the facts: versions without their text, what happened to each, and reviews."""

import datetime
from collections.abc import Callable
from typing import Any

from django.db import models

from compliance.facts import (
    ApprovalFacts,
    ArrangementFacts,
    CheckFacts,
    ConsultationFacts,
    ContentsFacts,
    EqualityFacts,
    PublicationFacts,
    ReviewFacts,
    RoundFacts,
    StrategyFacts,
    SubmissionFacts,
    VersionFacts,
)
from compliance.load_rows import STANDING, grouped, linked, number_of
from compliance.models import Submission
from partnerships.models.partnership import LegalBasis
from strategies.models import (
    AlignedStrategy,
    AnnualReview,
    Approval,
    ApprovalRound,
    Consultation,
    Consultee,
    ContentsCheck,
    EqualityAssessment,
    Publication,
    ReviewArrangement,
    ReviewWork,
    SensitivityCheck,
    Strategy,
    Version,
)
from strategies.models.round import RoundState
from svduty import clock

CHECKED = ("pk", "safety", "prevention", "investigation", "institutions", "persons", "result", "checked_by", "checked_on")
PUBLISHED = (
    *("pk", "way", "published_on", "language", "area_id", "owner_id", "owner__name"),
    *("address", "other_form", "audience", "reason"),
)


def strategies_of(partnership_pks: list[int]) -> dict[int, tuple[StrategyFacts, ...]]:
    """The strategies by partnership, the withdrawn ones left out."""
    of_partnership = Strategy.objects.filter(partnership__in=partnership_pks, **STANDING).order_by("pk")
    on_its_way = ReviewWork.objects.filter(strategy=models.OuterRef("pk"), ended_on__isnull=True).values("pk")
    aligned = number_of(AlignedStrategy, "strategy")
    rows: list[Any] = list(of_partnership.annotate(number_aligned=aligned, review_open=models.Subquery(on_its_way)))
    pks = [row.pk for row in rows]
    covered = Strategy.areas.through.objects.filter(strategy__in=pks)
    made_by = Strategy.made_by.through.objects.filter(strategy__in=pks)
    asked = Consultation.bodies.through.objects.filter(consultation__strategy_version__strategy__in=pks)
    areas, makers, bodies = linked(
        (covered, "strategy_id", "localgovernmentarea_id"),
        (made_by, "strategy_id", "organisation_id"),
        (asked, "consultation_id", "organisation_id"),
    )
    of_strategy = {"strategy__in": pks, **STANDING}
    held = AnnualReview.objects.filter(**of_strategy).order_by("pk")
    held_rows: Any = held.values_list("strategy_id", "pk", "held_on", "decision", "findings", "assessment_looked", named=True)
    reviews = grouped(held_rows, lambda row: row.strategy_id, _review)
    arrangements = grouped(ReviewArrangement.objects.filter(**of_strategy).order_by("pk"), lambda row: row.strategy_id, _arrangement)
    versions = _versions(pks, bodies)

    def make(row: Any) -> StrategyFacts:
        basis = LegalBasis(row.legal_basis)
        return StrategyFacts(
            pk=row.pk,
            title=row.title,
            section_8=basis.includes_section_8,
            section_9=basis.includes_section_9,
            area_pks=areas[row.pk],
            period_from=row.period_from,
            period_to=row.period_to,
            follows_pk=row.follows_id,
            earlier_not_held=row.earlier_not_held,
            versions=versions[row.pk],
            made_by_pks=makers[row.pk],
            assessment_pk=row.assessment_id,
            aligned=row.number_aligned,
            reviews=reviews[row.pk],
            arrangements=arrangements[row.pk],
            review_open_pk=row.review_open,
        )

    return grouped(rows, lambda row: row.partnership_id, make)


def _versions(strategy_pks: list[int], bodies: dict[int, tuple[int, ...]]) -> dict[int, tuple[VersionFacts, ...]]:
    """The frozen versions without their text. `bodies`: who was asked, by consultation."""
    of_version = {"strategy_version__strategy__in": strategy_pks, **STANDING}

    def by_version(rows: models.QuerySet[Any], make: Callable[[Any], Any], *wanted: str) -> dict[int, tuple[Any, ...]]:
        """`wanted`: which values of a row are fetched; without any, all."""
        found = rows.filter(**of_version).order_by("pk")
        found = found.values_list("strategy_version_id", *wanted, named=True) if wanted else found
        return grouped(found, lambda row: row.strategy_version_id, make)

    approvals = by_version(Approval.objects.all(), _approval, "pk", "decided_by", "decided_on", "outcome")
    checks = by_version(SensitivityCheck.objects.all(), _check, *CHECKED)
    publications = by_version(Publication.objects.all(), _publication, *PUBLISHED)
    submissions = by_version(Submission.objects.all(), _submission, "pk", "recipient", "sender_id", "sender__name", "sent_on")
    equality = by_version(EqualityAssessment.objects.all(), lambda row: EqualityFacts(row.pk, row.title, row.made_on))
    contents = by_version(ContentsCheck.objects.all(), _contents)
    rounds = _rounds(strategy_pks)

    def consultation(row: Any) -> ConsultationFacts:
        asked = row.number_listed or row.asked
        return ConsultationFacts(row.pk, row.kind, row.area_id, row.opens_on, row.closes_on, asked, bodies[row.pk])

    listed = Consultation.objects.annotate(number_listed=number_of(Consultee, "consultation"))
    consultations = by_version(listed, consultation, "pk", "kind", "area_id", "opens_on", "closes_on", "asked", "number_listed")
    return grouped(
        Version.objects.filter(strategy__in=strategy_pks).only("strategy_id", "number", "title", "dated").order_by("number"),
        lambda row: row.strategy_id,
        lambda row: VersionFacts(
            pk=row.pk,
            number=row.number,
            title=row.title,
            dated=row.dated,
            approvals=approvals[row.pk],
            checks=checks[row.pk],
            publications=publications[row.pk],
            submissions=submissions[row.pk],
            consultations=consultations[row.pk],
            equality=equality[row.pk],
            contents=contents[row.pk],
            rounds=rounds[row.pk],
        ),
    )


def _rounds(strategy_pks: list[int]) -> dict[int, tuple[RoundFacts, ...]]:
    """The rounds by version, those opened by mistake left out. A row for each vote, without its words."""
    wanted = ("pk", "strategy_version", "board", "part", "opened_at", "answer_by", "closed_at", "outcome")
    asked_in = ApprovalRound.objects.filter(strategy_version__strategy__in=strategy_pks).exclude(state=RoundState.WITHDRAWN)
    rows = asked_in.order_by("pk", "votes__pk")
    votes: dict[tuple[Any, ...], list[tuple[int, datetime.date]]] = {}
    for *asked, seat, given_at in rows.values_list(*wanted, "votes__seat", "votes__given_at"):
        votes.setdefault(tuple(asked), [])
        if seat:
            votes[tuple(asked)].append((seat, clock.day_of(given_at)))

    def make(item: tuple[Any, list[tuple[int, datetime.date]]]) -> RoundFacts:
        (pk, _, board, part, opened_at, answer_by, closed_at, outcome), given = item
        ended_on = clock.day_of(closed_at) if closed_at else None
        return RoundFacts(pk, board, part, clock.day_of(opened_at), answer_by, ended_on, outcome, tuple(given))

    return grouped(votes.items(), lambda item: item[0][1], make)


def _approval(row: Any) -> ApprovalFacts:
    return ApprovalFacts(row.pk, row.decided_by, row.decided_on, row.outcome)


def _check(row: Any) -> CheckFacts:
    complete = all([row.safety, row.prevention, row.investigation, row.institutions, row.persons])
    return CheckFacts(row.pk, complete, row.result, row.checked_by, row.checked_on)


def _publication(row: Any) -> PublicationFacts:
    return PublicationFacts(
        pk=row.pk,
        way=row.way,
        published_on=row.published_on,
        languages=tuple(row.language.split("-")),
        area_pk=row.area_id,
        owner_pk=row.owner_id,
        owner=row.owner__name or "",
        address=row.address,
        other_form=row.other_form,
        audience=row.audience,
        reason=row.reason,
    )


def _submission(row: Any) -> SubmissionFacts:
    return SubmissionFacts(row.pk, row.recipient, row.sender_id, row.sender__name, row.sent_on)


def _contents(row: ContentsCheck) -> ContentsFacts:
    answers = ((code, str(answer.get("covered", ""))) for code, answer in row.answers.items())
    return ContentsFacts(row.pk, row.checked_on, tuple((code, covered) for code, covered in answers if covered))


def _review(row: Any) -> ReviewFacts:
    return ReviewFacts(row.pk, row.held_on, row.decision, bool(row.findings.strip()), row.assessment_looked)


def _arrangement(row: ReviewArrangement) -> ArrangementFacts:
    return ArrangementFacts(row.pk, row.who, row.every_months, row.next_on, row.counting, row.agreed_on)
